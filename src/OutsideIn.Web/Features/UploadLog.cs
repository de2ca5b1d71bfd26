using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using OutsideIn.Events;
using OutsideIn.Storage;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>POST /api/uploads: takes a file in, part by part, straight to the disk, and looks at its head.</summary>
internal static class UploadLog
{
    private const string FileKept = "source";
    private const int MapBytesMax = 4 << 20;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/uploads", Handle)
        .Sends<UploadView>("UploadLog", "Takes in a log file (part 'file') and perhaps its map (part 'map'), and looks at its head.")
        .AddOpenApiOperationTransformer(static (operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = FormContent() };
            return Task.CompletedTask;
        });

    // Said here and not by an attribute, which would make a request of another type fall through to "nothing there".
    private static Dictionary<string, OpenApiMediaType> FormContent() => new(StringComparer.Ordinal)
    {
        ["multipart/form-data"] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                {
                    ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                    ["map"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                },
            },
        },
    };

    private static async Task<IResult> Handle(
        HttpContext context, UploadDesk desk, WorkspaceOptions options, CancellationToken stop)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var folder = desk.NewFolder();
        var isHeld = false;
        try
        {
            if (!(await Take(context.Request, folder, options, stop)).TryGet(out var received, out var problem))
            {
                return Reply.Refuse(problem);
            }

            if (received.MapYaml is { } yaml && !MapFile.Read(yaml).TryGet(out _, out var wrong))
            {
                return Reply.Refuse(wrong, MapFile.Faults(yaml));
            }

            var upload = new Upload(folder, received.FileName, Path.Combine(folder.Path, FileKept), received.MapYaml);
            if (!LogImport.Inspect(upload.Source, new ImportOptions(), stop).TryGet(out var found, out problem))
            {
                return Reply.Refuse(problem);
            }

            desk.Hold(upload);
            isHeld = true;
            return TypedResults.Ok(UploadView.Of(upload, found));
        }
        finally
        {
            if (!isHeld)
            {
                folder.Dispose();
            }
        }
    }

    private static async Task<Result<Received>> Take(
        HttpRequest request, WorkFolder folder, WorkspaceOptions options, CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 } boundary)
        {
            return NoFile();
        }

        var reader = new MultipartReader(boundary, request.Body);
        string? fileName = null, mapYaml = null;
        try
        {
            while (await reader.ReadNextSectionAsync(stop) is { } section)
            {
                var part = section.GetContentDispositionHeader();
                var name = part is null ? "" : HeaderUtilities.RemoveQuotes(part.Name).ToString();
                if (string.Equals(name, "file", StringComparison.Ordinal) && fileName is null)
                {
                    fileName = SafeName(part?.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(part?.FileName ?? "").ToString());
                    if (!await Copy(section.Body, Path.Combine(folder.Path, FileKept), options.UploadBytesMax, stop))
                    {
                        return TooLarge(options.UploadBytesMax);
                    }
                }
                else if (string.Equals(name, "map", StringComparison.Ordinal))
                {
                    mapYaml = await Text(section.Body, stop);
                }
            }
        }
        catch (InvalidDataException)
        {
            return NoFile();
        }

        return fileName is null ? NoFile() : new Received(fileName, string.IsNullOrWhiteSpace(mapYaml) ? null : mapYaml);
    }

    private static async Task<bool> Copy(Stream from, string path, long bytesMax, CancellationToken stop)
    {
        var buffer = new byte[1 << 17];
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        for (var total = 0L; ;)
        {
            var read = await from.ReadAsync(buffer, stop);
            if (read == 0)
            {
                return true;
            }

            total += read;
            if (total > bytesMax)
            {
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }
    }

    private static async Task<string> Text(Stream from, CancellationToken stop)
    {
        using var reader = new StreamReader(from);
        var text = new char[MapBytesMax];
        var length = await reader.ReadBlockAsync(text.AsMemory(), stop);
        return new string(text, 0, length);
    }

    // Only the last part of a path, without what a terminal or a page could stumble over.
    private static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(static letter => !char.IsControl(letter))).Trim();
        return clean.Length switch { 0 => "upload", > 200 => clean[..200], _ => clean };
    }

    private static Problem NoFile() => new(
        ProblemKind.Invalid, "WB008", "No file came with the request.", "Send it as multipart/form-data with a part named 'file'.");

    private static Problem TooLarge(long bytesMax) => new(
        ProblemKind.Invalid, "WB009",
        string.Create(CultureInfo.InvariantCulture, $"The file is larger than {Say.Bytes(bytesMax)}, the most the workspace takes in."),
        "Pack it as .gz or .zip, leave out columns nobody needs, or use the command: outsidein diagnose reads files of any size.");

    private sealed record Received(string FileName, string? MapYaml);
}
