using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Who did each event: the map's doer where it knows the team or the resource, else the team, else the resource.</summary>
/// <remarks>
/// A resource is taken for a doer by itself only in a log without teams: beside teams a bare resource name is not comparable to
/// them and counts as unknown.
/// </remarks>
internal sealed class DoerColumn
{
    /// <summary>The code of an event whose doer is unknown.</summary>
    public const int Unknown = 0;

    private readonly List<string> _names = [string.Empty];
    private readonly List<DoerKind?> _kinds = [null];
    private readonly int[] _codes;

    private DoerColumn(EventLog log, OutsideInMap map)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        var ofTeam = CodesOf(log.Teams, map, static doer => doer.Teams, keepNames: true, byName);
        var ofResource = CodesOf(log.Resources, map, static doer => doer.Resources, keepNames: log.Teams is null, byName);
        _codes = new int[log.EventCount];
        for (var row = 0; row < _codes.Length; row++)
        {
            var resource = log.Resources is null ? Unknown : ofResource[log.Resources[row]];
            var team = log.Teams is null ? Unknown : ofTeam[log.Teams[row]];
            var isCustomer = _kinds[resource] == DoerKind.Customer;
            _codes[row] = isCustomer || team == Unknown || (_kinds[team] is null && _kinds[resource] is not null) ? resource : team;
        }
    }

    /// <summary>Number of distinct doers.</summary>
    public int Count => _names.Count - 1;

    /// <summary>[events] The doer's code, 0 where unknown.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    public static DoerColumn Of(EventLog log, OutsideInMap map) => new(log, map);

    /// <summary>The doer's name; empty for code 0.</summary>
    public string NameOf(int code) => _names[code];

    /// <summary>What the doer is, or null where the map does not say.</summary>
    public DoerKind? KindOf(int code) => _kinds[code];

    /// <summary>Whether the customer did the event at a row.</summary>
    public bool IsCustomer(int row) => _kinds[_codes[row]] == DoerKind.Customer;

    private int[] CodesOf(
        CodedColumn? column,
        OutsideInMap map,
        Func<Doer, IReadOnlyList<NamePattern>> patterns,
        bool keepNames,
        Dictionary<string, int> byName)
    {
        if (column is null)
        {
            return [];
        }

        var claims = NameMatching.ClaimOf(column.Names, [.. map.Doers.Select(patterns)]);
        var codes = new int[claims.Length];
        for (var code = 1; code < claims.Length; code++)
        {
            var doer = claims[code] == NameMatching.Unclaimed ? null : map.Doers[claims[code]];
            codes[code] = doer is not null ? CodeOf(doer.Name, doer.Kind, byName)
                : keepNames ? CodeOf(column.Names[code - 1], null, byName)
                : Unknown;
        }

        return codes;
    }

    private int CodeOf(string name, DoerKind? kind, Dictionary<string, int> byName)
    {
        if (byName.TryGetValue(name, out var code))
        {
            _kinds[code] ??= kind;
            return code;
        }

        _names.Add(name);
        _kinds.Add(kind);
        byName.Add(name, _names.Count - 1);
        return _names.Count - 1;
    }
}
