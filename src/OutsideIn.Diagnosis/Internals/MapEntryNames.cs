using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>The points of failure of a map by the names a diagnosis gives them.</summary>
internal sealed class MapEntryNames
{
    private readonly ILookup<string, MapEntry> _moments;
    private readonly ILookup<string, MapEntry> _rules;
    private readonly ILookup<string, MapEntry> _breakpoints;

    public MapEntryNames(OutsideInMap map)
    {
        var index = MapIndex.Of(map);
        string NameOf(string? written) => index.Find(written)?.Name ?? written ?? "";
        _moments = map.Moments.ToLookup<MapEntry, string>(static one => one.Name, StringComparer.OrdinalIgnoreCase);
        _rules = map.Rules.ToLookup<MapEntry, string>(static one => one.Name, StringComparer.OrdinalIgnoreCase);
        _breakpoints = map.Breakpoints.Where(static one => one.From is not null && one.To is not null)
            .ToLookup<MapEntry, string>(one => $"{NameOf(((Breakpoint)one).From)} → {NameOf(((Breakpoint)one).To)}", StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The entry of a name; null where none has it, and where several do.</summary>
    public MapEntry? Find(PointKind kind, string name)
    {
        var found = kind switch
        {
            PointKind.MomentOfTruth => _moments[name],
            PointKind.Breakpoint => _breakpoints[name],
            _ => _rules[name],
        };
        return found.Take(2).Count() == 1 ? found.First() : null;
    }
}
