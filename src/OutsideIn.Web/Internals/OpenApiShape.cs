using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace OutsideIn.Web;

/// <summary>What the OpenAPI document says about itself, so that it is the same on every machine.</summary>
internal static class OpenApiShape
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer(static (schema, context, _) =>
        {
            // A number that may be without bound is a number or one of three texts, and no object.
            if (context.JsonTypeInfo.Type == typeof(double) && schema.AnyOf is not null)
            {
                schema.Type = null;
            }

            return Task.CompletedTask;
        });
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
