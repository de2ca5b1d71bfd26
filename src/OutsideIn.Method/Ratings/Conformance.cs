namespace OutsideIn.Method;

/// <summary>How a Moment of Truth conforms to what it was designed to be (F11).</summary>
/// <param name="Moment">Id of the Moment of Truth.</param>
/// <param name="Rating">Σ weight × share done ÷ Σ weight over its observed criteria, 0 to 1; null where none was observed.</param>
/// <param name="Done">How often its criteria were done, over all observations.</param>
/// <param name="Observed">How many observations there are: the n to show.</param>
/// <param name="Criteria">Its criteria that were observed.</param>
/// <param name="NeverObserved">The texts of its criteria that never were; they are no part of the rating.</param>
public sealed record MomentConformance(
    string Moment, double? Rating, int Done, int Observed, IReadOnlyList<DesignCriterion> Criteria, IReadOnlyList<string> NeverObserved);

/// <summary>The part an observed criterion has in a rating (F11).</summary>
/// <param name="Criterion">The criterion with its counts.</param>
/// <param name="Part">Its part, 0 to 1.</param>
public sealed record CriterionPart(DesignCriterion Criterion, double Part);

/// <summary>How an experience conforms to its design (F11). A sample of observations: the counts are there so that an interval can be given with it.</summary>
/// <param name="Experience">Id of the experience; null for the Moments of Truth of none.</param>
/// <param name="Rating">Mean of the ratings of its kept Moments of Truth, weighted by volume; null where none was observed.</param>
/// <param name="IsByVolume">Whether volumes weigh the mean; false where a rated Moment of Truth has none, and each counts the same.</param>
/// <param name="Done">How often criteria were done, over all observations.</param>
/// <param name="Observed">How many observations there are: the n to show.</param>
/// <param name="Moments">Its kept Moments of Truth that have criteria.</param>
/// <param name="NotDesigned">Ids of its kept Moments of Truth without criteria.</param>
public sealed record ExperienceConformance(
    string? Experience, double? Rating, bool IsByVolume, int Done, int Observed, IReadOnlyList<MomentConformance> Moments, IReadOnlyList<string> NotDesigned)
{
    /// <summary>The part each observed criterion has in the rating, adding up to 1: with the counts of the criteria, what an interval needs.</summary>
    public IReadOnlyList<CriterionPart> Parts { get; init; } = [];

    /// <summary>Lower end of the 95 % interval of the rating; null before it is filled in, where intervals are computed.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the same.</summary>
    public double? High { get; init; }
}

/// <summary>F11: were the acts done that the experience was designed of? Nobody's opinion is asked (S2 #4).</summary>
public static class Conformance
{
    /// <summary>The conformance of one Moment of Truth.</summary>
    public static MomentConformance Of(MomentOfTruth moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        DesignCriterion[] observed = [.. moment.Criteria.Where(static one => one.Observed > 0)];
        var weight = observed.Sum(static one => one.Weight);
        return new MomentConformance(
            moment.Id,
            weight > 0 ? observed.Sum(static one => one.Weight * DoneOf(one) / one.Observed) / weight : null,
            observed.Sum(DoneOf),
            observed.Sum(static one => one.Observed),
            observed,
            [.. moment.Criteria.Where(static one => one.Observed <= 0).Select(static one => one.Text)]);
    }

    /// <summary>The conformance of every experience of a map that has Moments of Truth with criteria, in the map's order; those of no experience last.</summary>
    public static IReadOnlyList<ExperienceConformance> Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var kept = map.Moments.Where(static one => !PointsOfFailure.IsGoing(one) && one.When != WorkState.AsIs)
            .ToLookup(static one => one.Experience ?? "", StringComparer.OrdinalIgnoreCase);
        return
        [
            .. map.Experiences.Select(static one => one.Id).Append("")
                .Where(id => kept[id].Any(static moment => moment.Criteria.Count > 0))
                .Select(id => Of(id, [.. kept[id]])),
        ];
    }

    private static ExperienceConformance Of(string experience, MomentOfTruth[] kept)
    {
        MomentOfTruth[] designed = [.. kept.Where(static one => one.Criteria.Count > 0)];
        MomentConformance[] all = [.. designed.Select(Of)];
        var rated = designed.Zip(all).Where(static pair => pair.Second.Rating is not null).ToArray();
        var isByVolume = rated.Length > 0 && rated.All(static pair => pair.First.VolumePerYear > 0);
        double[] weights = [.. rated.Select(pair => isByVolume ? pair.First.VolumePerYear!.Value : 1)];
        var sum = weights.Sum();
        return new ExperienceConformance(
            experience.Length == 0 ? null : experience,
            rated.Length == 0 ? null : rated.Zip(weights, static (pair, weight) => pair.Second.Rating!.Value * weight).Sum() / sum,
            isByVolume,
            all.Sum(static one => one.Done),
            all.Sum(static one => one.Observed),
            all,
            [.. kept.Where(static one => one.Criteria.Count == 0).Select(static one => one.Id)])
        {
            Parts = [.. rated.Zip(weights).SelectMany(pair => PartsOf(pair.First.Second.Criteria, pair.Second / sum))],
        };
    }

    private static IEnumerable<CriterionPart> PartsOf(IReadOnlyList<DesignCriterion> criteria, double part)
    {
        var weight = criteria.Sum(static one => one.Weight);
        return criteria.Select(one => new CriterionPart(one, part * one.Weight / weight));
    }

    // A hand-written map may say that something was done more often than anybody looked.
    private static int DoneOf(DesignCriterion criterion) => Math.Clamp(criterion.Done, 0, criterion.Observed);
}
