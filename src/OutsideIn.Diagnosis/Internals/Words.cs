using System.Text.Json;
using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>The document's words for the map's kinds: camel case, as in the JSON.</summary>
internal static class Words
{
    public static string Of(WorkKind kind) => Camel(kind.ToString());

    public static string Of(MomentKind kind) => Camel(kind.ToString());

    public static string Of(DemandKind kind) => Camel(kind.ToString());

    public static string Of(Severity severity) => Camel(severity.ToString());

    public static string Of(Tier tier) => Camel(tier.ToString());

    public static string Of(MeasureKind kind) => Camel(kind.ToString());

    public static string Of(VerdictKind kind) => Camel(kind.ToString());

    public static string? Of(VerdictKind? kind) => kind is { } one ? Of(one) : null;

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
