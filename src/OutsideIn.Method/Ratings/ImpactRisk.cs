namespace OutsideIn.Method;

/// <summary>How grave a cell of impact and likelihood is (D). A class, because judged ordinals have no product (F15; the lesson of PF19).</summary>
public enum RiskClass
{
    /// <summary>Its likelihood is neither observed nor judged.</summary>
    Unknown,

    /// <summary>It does nothing, or never fails.</summary>
    None,

    /// <summary>Neither grave nor likely.</summary>
    Low,

    /// <summary>Both at least 2, or the impact at least 3.</summary>
    Medium,

    /// <summary>Both at least 3, or the outcome lost and the likelihood at least 2.</summary>
    High,
}

/// <summary>A cell of needs × points of failure (F15, row 43).</summary>
/// <param name="Risk">Id of the risk.</param>
/// <param name="Need">Id of the need.</param>
/// <param name="At">Id of the point of failure.</param>
/// <param name="Impact">0 nothing … 4 the outcome is lost.</param>
/// <param name="Likelihood">0 to 4: the band of the observed rate where 30 or more were observed, else as judged; null where neither is there.</param>
/// <param name="ObservedRate">Failed ÷ observed; null with fewer than 30 observations.</param>
/// <param name="Observed">How many were observed: the n to show.</param>
/// <param name="FailuresPerYear">Volume × observed rate; null where either is missing.</param>
/// <param name="Exposure">Volume × observed rate × impact; null where the likelihood is only judged: judged ordinals are not multiplied.</param>
/// <param name="Class">The class of the cell.</param>
/// <param name="Rank">1 is the gravest; equal cells share a rank.</param>
public sealed record RiskCell(
    string Risk, string Need, string At, int Impact, int? Likelihood, double? ObservedRate, double Observed,
    double? FailuresPerYear, double? Exposure, RiskClass Class, int Rank);

/// <summary>How much there is to gain at a need (PF15).</summary>
/// <param name="Need">Id of the need.</param>
/// <param name="Category">Id of its category, within which alone the scores compare; null for none.</param>
/// <param name="Score">Importance + max(importance − satisfaction, 0), 0 to 20; null where either is not written down.</param>
/// <param name="Rank">1 is the greatest within its category; null without a score.</param>
public sealed record NeedOpportunity(string Need, string? Category, double? Score, int? Rank);

/// <summary>A point of failure by what it endangers (F15).</summary>
/// <param name="At">Id of the point of failure.</param>
/// <param name="Exposure">Sum of the exposures of its cells; null where none has one.</param>
/// <param name="Class">The gravest class of its cells.</param>
/// <param name="Cells">Ids of the risks.</param>
public sealed record PointExposure(string At, double? Exposure, RiskClass Class, IReadOnlyList<string> Cells);

/// <summary>F15: what endangers the needs. No public scale exists (§3.3); this one is ours (D).</summary>
public static class ImpactRisk
{
    /// <summary>Fewer observations than this say nothing about a rate (F15).</summary>
    public const double ObservationsNeeded = 30;

    // D: a rate of at most so much is likelihood 1, 2 or 3; above the last it is 4.
    private static readonly double[] Bands = [0.01, 0.05, 0.20];

    /// <summary>Every risk of a map as a cell, gravest first: by class; then those whose failures a year are known, most first; then impact, then likelihood.</summary>
    public static IReadOnlyList<RiskCell> Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var index = MapIndex.Of(map);
        RiskCell[] cells = [.. map.Risks.Select(risk => CellOf(risk, index)).Order(Comparer<RiskCell>.Create(Compare))];
        for (var place = 0; place < cells.Length; place++)
        {
            var isTie = place > 0 && Compare(cells[place - 1], cells[place]) == 0;
            cells[place] = cells[place] with { Rank = isTie ? cells[place - 1].Rank : place + 1 };
        }

        return cells;
    }

    /// <summary>The points of failure of the cells, most exposure first, those whose likelihood is only judged by their class behind them.</summary>
    public static IReadOnlyList<PointExposure> Points(IReadOnlyList<RiskCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return
        [
            .. cells.GroupBy(static cell => cell.At, StringComparer.OrdinalIgnoreCase)
                .Select(static group => new PointExposure(
                    group.Key,
                    group.Any(static cell => cell.Exposure is not null) ? group.Sum(static cell => cell.Exposure ?? 0) : null,
                    group.Max(static cell => cell.Class),
                    [.. group.Select(static cell => cell.Risk)]))
                .OrderByDescending(static one => one.Exposure ?? -1).ThenByDescending(static one => one.Class),
        ];
    }

    /// <summary>The opportunity score of every need of a map (PF15), in the map's order.</summary>
    public static IReadOnlyList<NeedOpportunity> Opportunities(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var scores = map.Needs.Select(static need => (Need: need, Score: Score(need))).ToArray();
        return
        [
            .. scores.Select(one => new NeedOpportunity(
                one.Need.Id, one.Need.Category, one.Score,
                one.Score is null ? null : 1 + scores.Count(other => IsSameCategory(other.Need, one.Need) && other.Score > one.Score))),
        ];
    }

    private static bool IsSameCategory(Need one, Need other) => string.Equals(one.Category, other.Category, StringComparison.OrdinalIgnoreCase);

    private static double? Score(Need need) =>
        need is { Importance: { } importance, Satisfaction: { } satisfaction } ? importance + Math.Max(importance - satisfaction, 0) : null;

    private static RiskCell CellOf(Risk risk, MapIndex index)
    {
        double? rate = risk.Observed >= ObservationsNeeded ? Math.Clamp(risk.Failed / risk.Observed, 0, 1) : null;
        var likelihood = rate is { } observed ? BandOf(observed) : risk.Likelihood;
        var volume = risk.VolumePerYear ?? index.Find(risk.At) switch
        {
            MomentOfTruth moment => moment.VolumePerYear,
            Breakpoint point => point.VolumePerYear,
            _ => null,
        };
        var failures = rate * volume;
        return new RiskCell(
            risk.Id, risk.Need, risk.At, risk.Impact, likelihood, rate, risk.Observed, failures, failures * risk.Impact, ClassOf(risk.Impact, likelihood), Rank: 0);
    }

    private static int BandOf(double rate) => rate <= 0 ? 0 : 1 + Bands.Count(band => rate > band);

    private static RiskClass ClassOf(int impact, int? likelihood) => likelihood switch
    {
        null => RiskClass.Unknown,
        0 => RiskClass.None,
        _ when impact == 0 => RiskClass.None,
        { } likely when Math.Min(impact, likely) >= 3 || (impact == 4 && likely >= 2) => RiskClass.High,
        { } likely when Math.Min(impact, likely) >= 2 || impact >= 3 => RiskClass.Medium,
        _ => RiskClass.Low,
    };

    private static int Compare(RiskCell one, RiskCell other)
    {
        var order = other.Class.CompareTo(one.Class);
        order = order == 0 ? Nullable.Compare(other.FailuresPerYear, one.FailuresPerYear) : order;
        order = order == 0 ? other.Impact.CompareTo(one.Impact) : order;
        return order == 0 ? Nullable.Compare(other.Likelihood, one.Likelihood) : order;
    }
}
