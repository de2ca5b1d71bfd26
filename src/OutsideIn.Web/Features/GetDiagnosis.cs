using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>GET /api/logs/{id}/diagnosis: everything, as the command's --json writes it.</summary>
internal static class GetDiagnosis
{
    public static void Map(RouteGroupBuilder log) => log.MapGet("/diagnosis", static async (string id, LogLibrary library, CancellationToken stop) =>
            Reply.From((await library.Open(id, stop)).Then<DiagnosisDocument>(one => one.Document)))
        .Sends<DiagnosisDocument>("GetDiagnosis", "The whole diagnosis document.");
}
