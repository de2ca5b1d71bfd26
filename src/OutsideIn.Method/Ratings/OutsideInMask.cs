namespace OutsideIn.Method;

/// <summary>One thing from which a difference is evidenced (F19).</summary>
/// <param name="Text">What was counted, in words.</param>
/// <param name="Share">The share, 0 to 1.</param>
/// <param name="Part">How much.</param>
/// <param name="Whole">Out of how much.</param>
/// <param name="Ids">Ids of the map's entries that make up the part; empty for evidence of a log.</param>
/// <param name="Log">The log's name; null for evidence of the map.</param>
/// <param name="Figure">The figure of the diagnosis that opens its cases; null where none does.</param>
/// <param name="Low">For evidence of a log, the lower end of the share's 95 % interval; null for the map, which is counted in full.</param>
/// <param name="High">Upper end of the same.</param>
public sealed record MaskEvidence(
    string Text, double Share, double Part, double Whole, IReadOnlyList<string> Ids,
    string? Log = null, string? Figure = null, double? Low = null, double? High = null);

/// <summary>One of the eleven differences: what is said of it, and what the data show (row 62b).</summary>
/// <param name="Key"><c>d1</c> to <c>d11</c>.</param>
/// <param name="InsideOut">The inside-out side.</param>
/// <param name="OutsideIn">The outside-in side.</param>
/// <param name="Stated">Mean of what was stated, 0 inside-out to 10 outside-in; null where nobody has.</param>
/// <param name="Evidence">What it is evidenced from; empty where there is no data, which is no evidence and not zero.</param>
public sealed record MaskItem(string Key, string InsideOut, string OutsideIn, double? Stated, IReadOnlyList<MaskEvidence> Evidence)
{
    /// <summary>10 × the mean of the shares, 0 to 10; null without evidence.</summary>
    public double? Evidenced => Evidence.Count == 0 ? null : 10 * Evidence.Average(static one => one.Share);

    /// <summary>Stated − evidenced; null where either is missing.</summary>
    public double? Gap => Stated - Evidenced;
}

/// <summary>Outside-in, or inside-out in disguise (S2; §6 point 1; F19).</summary>
/// <param name="Items">The eleven differences in order.</param>
public sealed record MaskRating(IReadOnlyList<MaskItem> Items)
{
    /// <summary>How many of the eleven could be evidenced: to be said beside every mean.</summary>
    public int EvidencedCount => Items.Count(static one => one.Evidenced is not null);

    /// <summary>How many of the eleven were stated.</summary>
    public int StatedCount => Items.Count(static one => one.Stated is not null);

    /// <summary>Mean of what was stated; null where nothing was.</summary>
    public double? Stated => Items.Average(static one => one.Stated);

    /// <summary>Mean of what could be evidenced; null where nothing could.</summary>
    public double? Evidenced => Items.Average(static one => one.Evidenced);

    /// <summary>How many differences were both stated and evidenced: those the gap is about.</summary>
    public int GapCount => Items.Count(static one => one.Gap is not null);

    /// <summary>The mask: mean stated − mean evidenced over the differences that have both; null where none has.</summary>
    public double? Gap => Items.Average(static one => one.Gap);
}

/// <summary>F19: the mask.</summary>
public static class OutsideInMask
{
    /// <summary>The mask of a map.</summary>
    /// <param name="landscape">Its landscape.</param>
    /// <param name="graph">Its causal graph.</param>
    /// <param name="log">What a log adds to the evidence; null without one.</param>
    public static MaskRating Of(PerformanceLandscape landscape, CausalGraph graph, LogEvidence? log = null)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(graph);
        var map = landscape.Map;
        var stated = map.Assessment.ToLookup(static one => one.Key, static one => one.Stated, StringComparer.OrdinalIgnoreCase);
        MaskItem Item(string key, string insideOut, string outsideIn, params MaskEvidence?[] evidence) => new(
            key, insideOut, outsideIn, stated[key].Any() ? stated[key].Average() : null, [.. evidence.OfType<MaskEvidence>()]);
        return new MaskRating(
        [
            Item("d1", "Doing things right", "Right things and right", Seen("tasks with a line of sight to an objective", Ratio.Counting(map.Tasks, one => landscape.ReachesObjective(one.Id)))),
            Item("d2", "Pyramid knows best", "Context and customer decide", Seen("business rules with a reason that helps the customer", Ratio.Counting(map.Rules, static one => !string.IsNullOrWhiteSpace(one.CustomerRationale)))),
            Item("d3", "Business as left-to-right factory", "Customer-oriented architecture", CustomerEnds(map), Seen("cases that begin and end with a Moment of Truth", log?.CustomerEnds, log)),
            Item("d4", "Benchmark rivals", "Determine needs and trends", TargetBases(map)),
            Item("d5", "Retrospective feedback", "Needs designed and delivered", Seen("metrics with no opinion, delay or self-selection", Subjectivity.Objective(map))),
            Item("d6", "Improve or optimise the process", "Innovate the experience", Seen("actions that stop, remove, merge or innovate", PlanEffort.Of(map).Causal)),
            Item("d7", "Efficiency (for internal customers)", "Value for the customer", Seen("SCO maps and actions for a customer outside", ForCustomers(map)), Seen("contacts that are not failure demand", log?.ValueDemand, log)),
            Item("d8", "Model- and method-driven", "Journey and experience focus", Seen("activities and tasks that a Moment of Truth causes", CausedWork(map, graph)), Seen("internal events with a Moment of Truth before them", log?.CausedWork, log)),
            Item("d9", "Top-down architecture", "Customer-centric, context-sensitive frameworks", Seen("tasks whose reason is not a superior or another department", Ratio.Counting(map.Tasks.Where(static one => one.WhyIsInternal is not null), static one => one.WhyIsInternal == false))),
            Item("d10", "Paid for tasks done", "Rewarded for SCO delivery", Rewards(landscape)),
            Item("d11", "Factory methods used on the experience", "Method built for the purpose", Seen("experiences walked or designed without a factory method", Methods(map))),
        ]);
    }

    private static MaskEvidence? Seen(string text, Ratio ratio) =>
        ratio.Share is { } share ? new MaskEvidence(text, share, ratio.Part, ratio.Whole, ratio.PartIds) : null;

    private static MaskEvidence? Seen(string text, LogShare? counted, LogEvidence? log) =>
        counted?.Share is { } share ? new MaskEvidence(text, share, counted.Part, counted.Whole, [], log!.Log, counted.Figure, counted.Low, counted.High) : null;

    private static MaskEvidence? CustomerEnds(OutsideInMap map) => Seen(
        "experiences that begin and end with the customer",
        Ratio.Counting(
            map.Experiences.Where(static one => one.Start is not null || one.End is not null),
            static one => one.Start?.Actor == ProcessActor.Customer && one.End?.Actor == ProcessActor.Customer));

    private static MaskEvidence? TargetBases(OutsideInMap map) => Seen(
        "targets set by a need or a trend",
        Ratio.Counting(map.Metrics.Where(static one => one.TargetBasis is not null), static one => one.TargetBasis is TargetBasis.Need or TargetBasis.Trend));

    // An outcome for nobody in particular is for the customers of the map; without any it says nothing.
    private static Ratio ForCustomers(OutsideInMap map)
    {
        if (map.Customers.Count == 0)
        {
            return Ratio.None;
        }

        var index = MapIndex.Of(map);
        var hasOutside = map.Customers.Any(static one => one is { Type: PartyType.Funder, Wanted: not Wanted.No });
        bool IsOutside(SuccessfulOutcome outcome) => index.CategoryOf(outcome) is { } category
            ? index.Find<Customer>(category.Customer) is { Type: not PartyType.Internal }
            : hasOutside;
        return Ratio.Counting<MapEntry>([.. map.Outcomes, .. map.Actions], entry => entry switch
        {
            SuccessfulOutcome outcome => IsOutside(outcome),
            ActionItem action => action.Outcomes.Any(id => index.Find<SuccessfulOutcome>(id) is { } outcome && IsOutside(outcome)),
            _ => false,
        });
    }

    // Without one cause written down nobody has asked; then there is no evidence rather than none caused.
    private static Ratio CausedWork(OutsideInMap map, CausalGraph graph) =>
        map.Activities.Any(static one => one.CausedBy.Count > 0) || map.Tasks.Any(static one => one.CausedBy.Count > 0)
            ? Ratio.Counting<MapEntry>([.. map.Activities, .. map.Tasks], one => graph.ReachesMoment(one.Id))
            : Ratio.None;

    private static MaskEvidence? Rewards(PerformanceLandscape landscape)
    {
        var rating = RewardAlignment.Of(landscape);
        return rating.Weight.Share is null ? null
            : rating.Covered.Share is null ? Seen("weight of rewards on customers' outcomes", rating.Weight)
            : Seen("people rewarded for a customer's outcome", rating.Covered);
    }

    // Nothing written of an experience does not show that no factory method is used on it.
    private static Ratio Methods(OutsideInMap map)
    {
        var walked = map.Walkthroughs.Select(static one => one.Experience ?? "")
            .Concat(map.Moments.Where(static one => one.Criteria.Count > 0).Select(static one => one.Experience ?? ""))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Ratio.Counting(map.Experiences.Where(one => one.FactoryMethods.Count > 0 || walked.Contains(one.Id)), static one => one.FactoryMethods.Count == 0);
    }
}
