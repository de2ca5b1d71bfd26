using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>A map, and the diagnosis of a log with it.</summary>
internal sealed record MapAndResult(OutsideInMap Map, DiagnosisResult Result);

/// <summary>What is laid over what: the log, the account of its import, its name, and the map a person gave or null.</summary>
internal sealed record DiagnosisRequest(ImportedLog Imported, string Name, string? MapYaml);

/// <summary>Turns a log and perhaps a map into a diagnosis; replaced by tests that need a known one.</summary>
internal delegate Result<MapAndResult> DiagnosisEngine(DiagnosisRequest request, CancellationToken stop);
