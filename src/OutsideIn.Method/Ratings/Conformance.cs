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

/// <summary>What counts towards a rating: an act by its weight, or a Moment of Truth by its volume (F11).</summary>
/// <param name="Weight">How much it counts beside the others, ≥ 0.</param>
/// <param name="Share">How often it was done, 0 to 1; null where nobody saw, and then it is no part of the rating.</param>
public readonly record struct RatedPart(double Weight, double? Share);

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
        return new MomentConformance(
            moment.Id,
            Rating([.. observed.Select(static one => new RatedPart(one.Weight, (double)DoneOf(one) / one.Observed))]),
            observed.Sum(DoneOf),
            observed.Sum(static one => one.Observed),
            observed,
            [.. moment.Criteria.Where(static one => one.Observed <= 0).Select(static one => one.Text)]);
    }

    /// <summary>F11 itself: Σ weight × share done ÷ Σ weight, over the parts that were observed; whether people counted them or a log did.</summary>
    /// <returns>0 to 1; null where no part that counts was observed.</returns>
    public static double? Rating(ReadOnlySpan<RatedPart> parts)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var part in parts)
        {
            if (part.Share is { } share)
            {
                sum += part.Weight * share;
                weight += part.Weight;
            }
        }

        return weight > 0 ? sum / weight : null;
    }

    /// <summary>Whether a Moment of Truth is part of the designed experience: kept, and not of today's form only (F11).</summary>
    public static bool IsPart(MomentOfTruth moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return !PointsOfFailure.IsGoing(moment) && moment.When != WorkState.AsIs;
    }

    /// <summary>The conformance of every experience of a map that has Moments of Truth with criteria, in the map's order; those of no experience last.</summary>
    public static IReadOnlyList<ExperienceConformance> Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var kept = map.Moments.Where(IsPart)
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
            Rating([.. rated.Zip(weights, static (pair, weight) => new RatedPart(weight, pair.Second.Rating))]),
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
