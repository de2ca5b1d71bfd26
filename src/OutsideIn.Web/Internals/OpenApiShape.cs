using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace OutsideIn.Web;

/// <summary>What the OpenAPI document says about itself, so that it is the same on every machine.</summary>
internal static class OpenApiShape
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "OutsideIn",
                Version = "1",
                Description = "The interface of the workspace. Texts are for people; values beside them are seconds, fractions or counts.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
    }
}
