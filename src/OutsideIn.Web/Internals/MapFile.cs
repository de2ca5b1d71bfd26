using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>Map texts that come in from people.</summary>
internal static class MapFile
{
    /// <summary>The name faults are told under.</summary>
    public const string Name = "map.yaml";

    /// <summary>The map, or <c>WB013</c> naming the first faults with line and column.</summary>
    public static Result<OutsideInMap> Read(string yaml)
    {
        var document = MapYaml.Read(yaml, Name);
        return document.HasErrors ? Refusal(document) : document.Map;
    }

    /// <summary>Everything wrong with a text, in its order.</summary>
    public static IReadOnlyList<ProblemPlaceView> Faults(string yaml) =>
        [.. MapYaml.Read(yaml, Name).Diagnostics.Select(static one => new ProblemPlaceView(
            one.Place?.Line, one.Place?.Column, one.Code, one.Severity.ToString().ToLowerInvariant(), one.Message, one.Hint))];

    private static Problem Refusal(MapDocument document)
    {
        var errors = document.Diagnostics.Where(static one => one.Severity == Severity.Error).ToList();
        var first = errors[0];
        var place = first.Place is { } at ? $"Line {Say.Count(at.Line)}, column {Say.Count(at.Column)}: " : "";
        var more = errors.Count == 1 ? "" : $" And {Say.Count(errors.Count - 1, "fault", "faults")} more.";
        return new Problem(ProblemKind.Invalid, "WB013", $"The map cannot be used. {place}{first.Message}{more}", first.Hint);
    }
}
