using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>The engine of the room Diagnosis behind the workspace's door.</summary>
internal static class RealDiagnosis
{
    public static DiagnosisEngine Engine { get; } = static (request, _) =>
        new Problem(ProblemKind.NotEstimable, "WB007", $"{request.Name} cannot be diagnosed by this build.");
}
