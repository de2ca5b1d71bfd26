using System.Text.Json.Serialization;

namespace OutsideIn.Experiments.Internals;

/// <summary>One line of a ledger: an entry, and the hash of the line before.</summary>
internal sealed record LedgerLine(string Before, LedgerEntry Entry);

/// <summary>How a line is written; generated, so that no reflection stands between two versions.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LedgerLine))]
internal sealed partial class LedgerJson : JsonSerializerContext;
