using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>Every address of the workspace, listed in one place.</summary>
internal static class WebRoutes
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api").WithTags("Workspace");
        api.AddEndpointFilter(WholeLists.Check);
        api.MapOpenApi("/openapi.json").ExcludeFromDescription();
        ListLogs.Map(api);
        UploadLog.Map(api);
        ImportUpload.Map(api);

        var log = api.MapGroup("/logs/{id}");
        GetLog.Map(log);
        ChangeLog.Map(log);
        ReplaceMap.Map(log);
        GetDiagnosis.Map(log);
        ListCases.Map(log);
        GetCase.Map(log);
        MeasureLog.Map(log);
        CompareLog.Map(log);
        CalibrateLog.Map(log);
        AnalyseDrivers.Map(log);
        ReadSurvey.Map(log);
        ListExperiments.Map(log);
        PlanExperiment.Map(log);
        AssignExperiment.Map(log);
        LookAtExperiment.Map(log);
        WriteLedger.Map(log);
        GetLedger.Map(log);
        ListMeasuredCases.Map(log);
        CompleteMeasure.Map(log);
        foreach (var page in LogPages.All)
        {
            page.MapTo(log);
        }

        api.MapFallback("/{**rest}", static (HttpContext context) => Reply.Refuse(new Problem(
            ProblemKind.NotFound, "WB004", $"There is nothing at {context.Request.Path}.",
            "The addresses there are stand in /api/openapi.json."))).ExcludeFromDescription();
        app.MapFallback("{**path}", ClientFiles.Answer).ExcludeFromDescription();
    }
}
