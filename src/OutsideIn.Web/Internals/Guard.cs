using Microsoft.AspNetCore.Http;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>What keeps other web pages on this computer's browser out of the workspace, and the page from loading anything foreign.</summary>
/// <remarks>
/// The host check is against DNS rebinding: a foreign page whose name comes to mean 127.0.0.1. The origin check is against
/// requests a foreign page sends here. Styles are allowed inline because the component kit and the charts set them on elements;
/// scripts are not.
/// </remarks>
internal static class Guard
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static async Task Check(HttpContext context, Func<Task> next)
    {
        SetHeaders(context);
        var problem = Refusal(context.Request);
        if (problem is null)
        {
            await next();
            return;
        }

        await (ProblemReply.Of(problem) with { Status = StatusCodes.Status403Forbidden }).Write(context);
    }

    private static void SetHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }
    }

    private static Problem? Refusal(HttpRequest request)
    {
        if (!IsLoopback(request.Host.Host))
        {
            return new Problem(
                ProblemKind.Invalid, "WB001", $"The workspace does not answer to the name '{request.Host.Host}'.",
                "Open it as http://localhost or http://127.0.0.1 with its port.");
        }

        return IsSafe(request.Method) || IsOurs(request)
            ? null
            : new Problem(
                ProblemKind.Invalid, "WB002", "A page from elsewhere may not change anything in the workspace.",
                "Use the workspace's own pages, or a program that sends no Origin header.");
    }

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
        {
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }
}
