using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>The acceptances of a map while it is checked: which finding each takes, and which are wrong themselves.</summary>
internal sealed class Acceptances
{
    private static readonly FindingKind MatchesNothing = new("ACC-01", Severity.Warning, "An acceptance that matches nothing", "issue 3, item 3");
    private static readonly FindingKind PastItsDay = new("ACC-02", Severity.Warning, "An acceptance past its day", "issue 3, item 3");
    private static readonly FindingKind NoReason = new("ACC-03", Severity.Error, "An acceptance without a reason", "issue 3, item 3");
    private static readonly FindingKind UnknownCode = new("ACC-04", Severity.Error, "An acceptance of a code that does not exist", "issue 3, item 3");
    private static readonly FindingKind NotAcceptable = new("ACC-05", Severity.Error, "An acceptance of what cannot be accepted", "issue 3, item 3; §2");

    private static readonly HashSet<string> Fillers = new(
        ["ok", "okay", "yes", "accepted", "accept", "ignore", "n/a", "na", "none", "tbd", "todo", "later", "because"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<(string Code, string? Of), int> _standing = [];
    private readonly IReadOnlyList<AcceptedFinding> _all;
    private readonly HashSet<int> _used = [];
    private readonly DateOnly _today;

    public Acceptances(OutsideInMap map, DateOnly today)
    {
        (_all, _today) = (map.Accepted, today);
        for (var i = 0; i < _all.Count; i++)
        {
            if (HasReason(_all[i]) && !IsOver(_all[i]))
            {
                _standing.TryAdd(Key(_all[i].Code, _all[i].Of), i);
            }
        }
    }

    public static IReadOnlyList<FindingKind> Kinds { get; } =
        [.. new[] { MatchesNothing, PastItsDay, NoReason, UnknownCode, NotAcceptable }.Select(static kind => kind with { IsAcceptable = false })];

    /// <summary>The acceptance that takes a finding, or null; one that names the entry comes before one for every entry.</summary>
    public AcceptedFinding? Of(FindingKind kind, MapEntry? entry)
    {
        if (!kind.IsAcceptable
            || !((entry is not null && _standing.TryGetValue(Key(kind.Code, entry.Id), out var at)) || _standing.TryGetValue(Key(kind.Code, null), out at)))
        {
            return null;
        }

        _used.Add(at);
        return _all[at];
    }

    /// <summary>What is wrong with the acceptances, after every finding has been asked for. Whether one of a finding that takes a log matches, only a log can tell.</summary>
    public IEnumerable<MapDiagnostic> Findings(IReadOnlyList<FindingKind> catalogue, MapIndex index)
    {
        var known = catalogue.ToDictionary(static kind => kind.Code, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _all.Count; i++)
        {
            var one = _all[i];
            var kind = known.GetValueOrDefault(one.Code);
            var what = $"{one.Code}{(index.Find(one.Of) is { } entry ? " of " + entry.Called() : "")}";
            var (code, reason, fix) = (kind, HasReason(one), IsOver(one), _used.Contains(i)) switch
            {
                (null, _, _, _) => (UnknownCode, $"There is no finding {one.Code} to accept.",
                    NearestNames.Question(one.Code, known.Keys) ?? "The codes are listed in docs/findings/README.md."),
                ({ IsAcceptable: false }, _, _, _) => (NotAcceptable, $"{what} cannot be accepted: the map contradicts itself there, and every figure built on it would be wrong.",
                    "Put the entry right and take the acceptance out."),
                (_, false, _, _) => (NoReason, $"{what} is accepted without a reason, so it still stands.", "Why is it right here? Write it behind \"because\"."),
                (_, _, true, _) => (PastItsDay, $"{what} was accepted until {CheckText.Day(one.Until!.Value)}, so it stands again.",
                    "Put it right, or accept it anew with a later day and a reason that still holds."),
                ({ IsFromLog: true }, _, _, _) => default,
                (_, _, _, false) => (MatchesNothing, $"{what} is accepted, and there is no such finding.", "Take the acceptance out: it would hide the next one."),
                _ => default,
            };
            if (code is not null)
            {
                yield return new MapDiagnostic(code.Severity, code.Code, reason, fix, Subject: $"accepted/{i + 1}");
            }
        }
    }

    private static (string Code, string? Of) Key(string code, string? of) => (code.ToUpperInvariant(), of?.ToUpperInvariant());

    private static bool HasReason(AcceptedFinding one) => one.Reason.Any(char.IsLetter) && !Fillers.Contains(one.Reason.Trim().TrimEnd('.'));

    private bool IsOver(AcceptedFinding one) => one.Until < _today;
}
