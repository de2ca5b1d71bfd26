using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>The engine of the room Diagnosis behind the workspace's door: with the map a person gave, else with a suggested one.</summary>
internal static class RealDiagnosis
{
    public static DiagnosisEngine Engine { get; } = static (request, stop) =>
        (request.MapYaml is { } yaml ? MapFile.Read(yaml) : MapSuggestion.Suggest(request.Imported.Log, request.Name))
            .Then<MapAndResult>(map => new MapAndResult(map, Diagnoser.Diagnose(
                request.Imported.Log, request.Imported.Report, map, new DiagnosisOptions { LogName = request.Name }, stop)));
}
