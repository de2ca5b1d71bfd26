namespace OutsideIn.Method.Internals;

/// <summary>The ranks of the landscape's nodes: links only ever count towards a higher one, so that the graph has no circle.</summary>
internal static class LandscapeRank
{
    public const int Metric = 0;
    public const int Partner = 1;
    public const int Moment = 2;
    public const int Task = 3;
    public const int Activity = 4;
    public const int Output = 5;
    public const int BusinessOutcome = 6;
    public const int Statement = 7;
    public const int Outcome = 8;
    public const int Objective = 9;

    public static int Of(MapEntry entry) => entry switch
    {
        OutsideIn.Method.Metric => Metric,
        OutsideIn.Method.Partner => Partner,
        MomentOfTruth => Moment,
        WorkTask => Task,
        OutsideIn.Method.Activity => Activity,
        OutsideIn.Method.Output => Output,
        OutsideIn.Method.BusinessOutcome => BusinessOutcome,
        StatementOfIntent => Statement,
        SuccessfulOutcome => Outcome,
        _ => Objective,
    };

    /// <summary>The tier of a rank; null where it has none.</summary>
    public static Tier? TierOf(int rank) => rank switch
    {
        Task => Tier.Task,
        Activity => Tier.Activity,
        Output => Tier.Output,
        BusinessOutcome => Tier.BusinessOutcome,
        Statement or Outcome => Tier.CustomerOutcome,
        _ => null,
    };
}

/// <summary>A link that counts: its ends as node numbers, and the part of its start that flows along it.</summary>
internal readonly record struct LandscapeLink(int From, int To, double Share);

/// <summary>The nodes and links of a Performance Landscape, lowest rank first, links node by node.</summary>
internal sealed class LandscapeNodes
{
    /// <summary>Shares that differ by less are equal: decimal parts do not add up to 1 in binary.</summary>
    public const double Rounding = 1e-9;

    private readonly List<BadLink> _bad = [];
    private readonly List<LandscapeLink> _links = [];
    private readonly int[] _firstLink;

    public LandscapeNodes(OutsideInMap map)
    {
        Table.Add(
        [
            .. map.Metrics, .. map.Partners, .. map.Moments, .. map.Tasks, .. map.Activities, .. map.Outputs, .. map.BusinessOutcomes,
            .. map.Outcomes.SelectMany(static one => one.Statements), .. map.Outcomes, .. map.Objectives,
        ]);
        Ranks = [.. Enumerable.Range(0, Table.Count).Select(node => LandscapeRank.Of(Table[node]))];
        var measured = Measured(map);
        var owners = Owners(map);
        _firstLink = new int[Table.Count + 1];
        for (var node = 0; node < Table.Count; node++)
        {
            AddLinks(node, measured, owners);
            _firstLink[node + 1] = _links.Count;
        }
    }

    public NodeTable Table { get; } = new();

    /// <summary>[nodes], ascending.</summary>
    public int[] Ranks { get; }

    public IReadOnlyList<BadLink> Bad => _bad;

    public ReadOnlySpan<LandscapeLink> LinksFrom(int node) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_links)[_firstLink[node].._firstLink[node + 1]];

    /// <summary>[nodes]: whether a path leads from a node to one of some entries, those themselves included.</summary>
    public bool[] Reaching(IEnumerable<string> ids)
    {
        var reaching = new bool[Table.Count];
        foreach (var id in ids)
        {
            if (Table.TryFind(id, out var target))
            {
                reaching[target] = true;
            }
        }

        for (var node = reaching.Length - 1; node >= 0; node--)
        {
            foreach (var link in LinksFrom(node))
            {
                reaching[node] |= reaching[link.To];
            }
        }

        return reaching;
    }

    // A statement's own list says the same as a metric's: this measures that.
    private static ILookup<string, string> Measured(OutsideInMap map) => map.Outcomes
        .SelectMany(static one => one.Statements)
        .SelectMany(static statement => statement.Metrics.Select(metric => (Metric: metric, statement.Id)))
        .ToLookup(static pair => pair.Metric, static pair => pair.Id, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> Owners(OutsideInMap map)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var outcome in map.Outcomes)
        {
            foreach (var statement in outcome.Statements)
            {
                owners.TryAdd(statement.Id, outcome.Id);
            }
        }

        return owners;
    }

    private void AddLinks(int node, ILookup<string, string> measured, Dictionary<string, string> owners)
    {
        switch (Table[node])
        {
            case Metric metric:
                AddPlain(node, metric.Of.Concat(measured[metric.Id]));
                break;
            case MomentOfTruth moment:
                AddPlain(node, moment.ContributesTo);
                break;
            case StatementOfIntent statement:
                AddPlain(node, [owners[statement.Id]]);
                break;
            case SuccessfulOutcome outcome:
                AddPlain(node, outcome.Objectives);
                break;
            case Partner partner:
                AddShared(node, partner.ContributesTo);
                break;
            case WorkTask task:
                AddShared(node, task.ContributesTo);
                break;
            case Activity activity:
                AddShared(node, activity.ContributesTo);
                break;
            case Output output:
                AddShared(node, output.ContributesTo);
                break;
            case BusinessOutcome result:
                AddShared(node, result.ContributesTo);
                break;
        }
    }

    // Links that carry no cost: only whether they are there counts.
    private void AddPlain(int node, IEnumerable<string> targets)
    {
        foreach (var target in targets)
        {
            if (Table.TryFind(target, out var to) && Ranks[to] > Ranks[node])
            {
                _links.Add(new LandscapeLink(node, to, Share: 1));
            }
        }
    }

    private void AddShared(int node, IReadOnlyList<Contribution> contributions)
    {
        if (contributions.Count == 0)
        {
            return;
        }

        var written = contributions.Sum(static link => Written(link) ?? 0);
        var unwritten = contributions.Count(static link => Written(link) is null);
        var rest = unwritten == 0 ? 0 : Math.Max(0, 1 - written) / unwritten;
        var scale = 1 / Math.Max(1, written);
        if (written > 1 + Rounding)
        {
            _bad.Add(new BadLink(BadLinkKind.SharesOverOne, Table[node].Id, To: null, LandscapeRank.TierOf(Ranks[node]), ToTier: null, written));
        }

        HashSet<int> seen = [];
        foreach (var link in contributions)
        {
            var isKnown = Table.TryFind(link.To, out var to);
            if (Fault(node, isKnown ? to : null, !isKnown || seen.Add(to)) is { } kind)
            {
                var toTier = isKnown ? LandscapeRank.TierOf(Ranks[to]) : null;
                _bad.Add(new BadLink(kind, Table[node].Id, link.To, LandscapeRank.TierOf(Ranks[node]), toTier));
            }

            if (isKnown && Ranks[to] > Ranks[node] && Ranks[to] < LandscapeRank.Objective)
            {
                _links.Add(new LandscapeLink(node, to, (Written(link) ?? rest) * scale));
            }
        }
    }

    private static double? Written(Contribution link) => link.Share is { } share && !double.IsNaN(share) ? Math.Clamp(share, 0, 1) : null;

    private BadLinkKind? Fault(int node, int? target, bool isFirst)
    {
        if (target is not { } to || LandscapeRank.TierOf(Ranks[to]) is not { } tier)
        {
            return BadLinkKind.Nowhere;
        }

        if (LandscapeRank.TierOf(Ranks[node]) is not { } from)
        {
            return isFirst ? null : BadLinkKind.Twice;
        }

        return (tier - from) switch
        {
            < 0 => BadLinkKind.Down,
            0 => BadLinkKind.Sideways,
            _ when !isFirst => BadLinkKind.Twice,
            1 => null,
            2 when from == Tier.Output => null,
            _ => BadLinkKind.Skips,
        };
    }
}
