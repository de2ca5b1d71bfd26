using System.Text.Json.Serialization;
using OutsideIn.Events;

namespace OutsideIn.Storage;

/// <summary>How records are written as JSON on the disk; generated, so that no reflection stands between two versions.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(WorkspaceEntry))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
