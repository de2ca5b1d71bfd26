using System.Collections;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>Refuses a body in which a list holds a null: what reads JSON lets such a one through, and nothing behind it expects one.</summary>
internal static class WholeLists
{
    /// <summary>Looks through what was read of a request before it is answered.</summary>
    public static ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (IsOurs(argument) && Broken(argument!) is { } name)
            {
                return ValueTask.FromResult<object?>(Reply.Refuse(new Problem(
                    ProblemKind.Invalid, "WB005", $"The list \"{name}\" holds a null.", "Leave it out; send what /api/openapi.json describes.")));
            }
        }

        return next(context);
    }

    // Bodies are records of this program; services are none.
    private static bool IsOurs(object? value) =>
        value?.GetType() is { IsClass: true } type && type.Namespace?.StartsWith("OutsideIn", StringComparison.Ordinal) == true && type.GetMethod("<Clone>$") is not null;

    // The name of the first list with a null in it; null where there is none.
    private static string? Broken(object body)
    {
        foreach (var property in body.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static one => one.GetIndexParameters().Length == 0))
        {
            switch (property.GetValue(body))
            {
                case IEnumerable items and not string:
                    foreach (var item in items)
                    {
                        if (item is null)
                        {
                            return JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                        }

                        if (IsOurs(item) && Broken(item) is { } inside)
                        {
                            return inside;
                        }
                    }

                    break;
                case { } part when IsOurs(part) && Broken(part) is { } inside:
                    return inside;
            }
        }

        return null;
    }
}
