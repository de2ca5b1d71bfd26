using System.Reflection;
using System.Text;

namespace OutsideIn.Tidy.Tests;

/// <summary>Prints what an assembly offers, one line a member, sorted: small enough to read in a review.</summary>
internal static class PublicSurface
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Print(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(static t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Name(type)).Append('\n');
            var lines = type.GetMembers(Everything).Where(IsOffered).Select(Line)
                .Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal);
            foreach (var line in lines)
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static bool IsOffered(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily) && !Attribute.IsDefined(method, typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)),
        FieldInfo field => field.IsPublic && !field.IsSpecialName,
        PropertyInfo property => property.GetMethod?.IsPublic == true,
        _ => false,
    };

    private static string Line(MemberInfo member) => member switch
    {
        MethodInfo m => $"{Name(m.ReturnType)} {m.Name}({Parameters(m)})",
        ConstructorInfo c => $"new({Parameters(c)})",
        PropertyInfo p => $"{Name(p.PropertyType)} {p.Name} {{ get;{(p.SetMethod?.IsPublic == true ? " set;" : "")} }}",
        FieldInfo f => $"{Name(f.FieldType)} {f.Name}",
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(static p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
