using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace OutsideIn.Web;

/// <summary>The client bundle embedded in this assembly; files are compressed once, when first asked for.</summary>
internal static class ClientFiles
{
    private const string Prefix = "client/";
    private const string Forever = "public,max-age=31536000,immutable";

    private static readonly FrozenDictionary<string, Lazy<ClientFile>> Files = typeof(ClientFiles).Assembly
        .GetManifestResourceNames()
        .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(
            static name => name[Prefix.Length..].Replace('\\', '/'),
            static name => new Lazy<ClientFile>(() => ClientFile.Read(name)),
            StringComparer.Ordinal);

    /// <summary>Whether the assembly was built with its client.</summary>
    public static bool AreBuilt => Files.ContainsKey("index.html");

    /// <summary>The bytes of a file, or null where there is none of this name.</summary>
    public static byte[]? Read(string name) => Files.TryGetValue(name, out var file) ? file.Value.Bytes : null;

    /// <summary>Answers with a file, with the page for any address of the client's own, or 404 for a file that is not there.</summary>
    public static async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value?.TrimStart('/') ?? "";
        if (!AreBuilt)
        {
            await AnswerNotBuilt(context);
            return;
        }

        if (Files.TryGetValue(path, out var file) && !path.EndsWith(".html", StringComparison.Ordinal))
        {
            await Send(context, path, file.Value, path.StartsWith("assets/", StringComparison.Ordinal) ? Forever : "no-cache");
        }
        else if (Path.HasExtension(path) && path.StartsWith("assets/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            await Send(context, "index.html", Files["index.html"].Value, "no-cache");
        }
    }

    private static async Task AnswerNotBuilt(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>OutsideIn</title>"
            + "<h1>The pages were not built</h1><p>This build left the client out (SkipClient=true). "
            + "Build once without it; the interface under <code>/api</code> works as it is.</p></html>",
            context.RequestAborted);
    }

    private static async Task Send(HttpContext context, string name, ClientFile file, string caching)
    {
        var takesBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase);
        var bytes = takesBrotli ? file.Brotli.Value : file.Bytes;
        context.Response.ContentType = TypeOf(name);
        context.Response.Headers.CacheControl = caching;
        context.Response.Headers.Vary = "Accept-Encoding";
        if (takesBrotli)
        {
            context.Response.Headers.ContentEncoding = "br";
        }

        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        ".woff2" => "font/woff2",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };

    private sealed record ClientFile(byte[] Bytes, Lazy<byte[]> Brotli)
    {
        public static ClientFile Read(string resource)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
                ?? throw new FileNotFoundException("The client bundle lacks a file it lists.", resource);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var bytes = copy.ToArray();
            return new ClientFile(bytes, new Lazy<byte[]>(() => Compress(bytes)));
        }

        private static byte[] Compress(byte[] bytes)
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                brotli.Write(bytes);
            }

            return packed.ToArray();
        }
    }
}
