using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;
using Comparison = OutsideIn.Experiments.Comparison;

namespace OutsideIn.Proof;

/// <summary>How one arm differs from the control, by the method its design and its outcome ask for.</summary>
/// <param name="Difference">The difference, in the outcome's unit.</param>
/// <param name="Relative">The same relative to the control.</param>
internal sealed record ArmEffect(EffectEstimate Difference, EffectEstimate Relative);

/// <summary>Chooses the estimator: clusters where arms were given to whole teams, strata where it is adjusted, durations with open cases, shares, means.</summary>
internal static class ArmEffects
{
    // From so many clusters on an arm the robust error of rows holds what it promises; below, each cluster counts once.
    private const int ClustersForRows = 20;

    /// <param name="measure">The measure.</param>
    /// <param name="control">The control.</param>
    /// <param name="arm">The other arm.</param>
    /// <param name="how">Limit, units and strata.</param>
    public static ArmEffect Of(ComparedMeasure measure, SubjectGroup control, SubjectGroup arm, EffectQuestion how)
    {
        var isPlain = !how.AreClusters && how.Strata is null && how.Covariates is null;
        return isPlain && measure.Compared.IsFollowed && measure.Compared.By != ComparedBy.Mean && (measure.Compared.Limit is not null || double.IsFinite(how.Limit))
            ? OfWaits(measure, control, arm, how)
            : OfNumbers(measure, control, arm, how);
    }

    private static ArmEffect OfWaits(ComparedMeasure measure, SubjectGroup control, SubjectGroup arm, EffectQuestion how)
    {
        var (one, other) = (measure.Compared.Waits(control.Subjects), measure.Compared.Waits(arm.Subjects));
        if (measure.Compared.By == ComparedBy.TimeWithout)
        {
            var pace = DurationComparison.HazardRatio(one, other, how.Level);
            return new ArmEffect(
                Beside(DurationComparison.RestrictedMean(one, other, how.Limit, how.Level), pace),
                DurationComparison.RestrictedMeanRelative(one, other, how.Limit, how.Level));
        }

        var difference = DurationComparison.Within(one, other, measure.Compared.Limit ?? how.Limit, how.Level);
        return new ArmEffect(measure.Compared.AsksForReached ? difference : Turned(difference), OfNumbers(measure, control, arm, how).Relative);
    }

    private static ArmEffect OfNumbers(ComparedMeasure measure, SubjectGroup control, SubjectGroup arm, EffectQuestion how)
    {
        if (!Numbered.Of(measure, control, how).TryGet(out var one, out var problem) || !Numbered.Of(measure, arm, how).TryGet(out var other, out problem))
        {
            var refused = EffectEstimate.Refused("comparison of arms", problem, control.Subjects.Length, arm.Subjects.Length, how.Level);
            return new ArmEffect(refused, refused);
        }

        return new ArmEffect(Estimate(one, other, how, EffectScale.Difference), Estimate(one, other, how, EffectScale.Relative));
    }

    private static EffectEstimate Estimate(Numbered control, Numbered arm, EffectQuestion how, EffectScale scale)
    {
        var options = new ComparisonOptions { Scale = scale, Level = how.Level };
        var estimate = how switch
        {
            { Covariates: { } covariates } => AdjustedArms.Estimate(control, arm, how, covariates, options)
                ?? Estimate(control, arm, how with { Covariates = null }, scale),
            { AreClusters: true } => Clusters(control.ByUnit(), arm.ByUnit(), options),
            { Strata: { } strata } when !AreAlike(control, arm) => PostStratification.Of(Strata(control, arm, strata), options),
            _ => Plain(control, arm, options),
        };
        return estimate with { Checks = [.. estimate.Checks, .. Unadjusted(control, arm, how), .. Without(control, arm), .. Tails(control, arm)] };
    }

    // Shares only where both arms are: a score interval, relatively the log scale, exact at zero events.
    internal static EffectEstimate Plain(Numbered control, Numbered arm, ComparisonOptions options) => control.Share is { } one && arm.Share is { } other
        ? Comparison.Of(one, other, options)
        : Comparison.Of(new MeanSums(Moments.Of(control.Values)), new MeanSums(Moments.Of(arm.Values)), options);

    // Nobody or everybody in an arm: there is no spread by which strata could be weighed.
    private static bool AreAlike(Numbered control, Numbered arm) =>
        control.Share is { } one && arm.Share is { } other && (one.Share is 0 or 1 || other.Share is 0 or 1);

    private static IEnumerable<AssumptionCheck> Unadjusted(Numbered control, Numbered arm, EffectQuestion how)
    {
        if (how is { AreClusters: false, Strata: not null } && AreAlike(control, arm))
        {
            yield return new AssumptionCheck(
                "The arms are alike in what they are adjusted by.", null, "In one of them it happened to nobody or to everybody, so they are compared without adjustment.");
        }
    }

    internal static EffectEstimate Clusters(IReadOnlyList<Moments> control, IReadOnlyList<Moments> arm, ComparisonOptions options) =>
        Math.Min(control.Count, arm.Count) >= ClustersForRows && options.Scale == EffectScale.Difference
            ? ClusterComparison.OfRows(control, arm, options)
            : ClusterComparison.OfMeans(control, arm, options);

    private static List<Stratum> Strata(Numbered control, Numbered arm, SubjectColumn strata)
    {
        var (one, other) = (control.By(strata.Codes), arm.By(strata.Codes));
        return [.. one.Keys.Union(other.Keys).Order().Select(code => new Stratum(
            new MeanSums(one.GetValueOrDefault(code)), new MeanSums(other.GetValueOrDefault(code))))];
    }

    private static IEnumerable<AssumptionCheck> Without(Numbered control, Numbered arm)
    {
        if (control.WithoutNumber + arm.WithoutNumber is > 0 and var count)
        {
            yield return new AssumptionCheck(
                "Who has no value yet is like those who have one.", false,
                $"{CountText.Of(count)} open or undecided ones are left out; name --follow-up, so that all are followed for the same time.");
        }
    }

    private static IEnumerable<AssumptionCheck> Tails(Numbered control, Numbered arm) =>
        new[] { control, arm }.Where(static one => !one.AreShares).Select(static one => TailCheck.Of(one.Values)?.AsCheck())
            .OfType<AssumptionCheck>().Where(static check => check.Holds == false).Take(1);

    private static EffectEstimate Beside(EffectEstimate difference, EffectEstimate pace) => difference with
    {
        Checks = [.. difference.Checks, new AssumptionCheck(
            "The log-rank test, which takes no limit, agrees.",
            pace.PValue is { } p && difference.PValue is { } own ? p < 1 - difference.Level == own < 1 - difference.Level : null,
            pace.PValue is { } value ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p = {value:0.0000}.") : pace.Refusal?.Message ?? "")],
    };

    private static EffectEstimate Turned(EffectEstimate effect) => effect with
    {
        Value = -effect.Value,
        Interval = effect.Interval is { } interval ? new Interval(-interval.High, -interval.Low) : null,
    };
}

/// <summary>What is asked of an effect.</summary>
/// <param name="Limit">The time up to which arms are followed, in the values' unit; infinite for all that is known.</param>
/// <param name="AreClusters">Whether arms were given to units of several subjects.</param>
/// <param name="Strata">Strata known before; null for none.</param>
/// <param name="Level">Confidence level.</param>
internal sealed record EffectQuestion(double Limit, bool AreClusters, SubjectColumn? Strata, double Level)
{
    /// <summary>Columns known before by which the outcome is adjusted; null for none.</summary>
    public SubjectCovariates? Covariates { get; init; }
}

/// <summary>One number a subject of a group, without those that have none.</summary>
internal sealed record Numbered(double[] Values, int[] Subjects, int[] Units, int WithoutNumber, bool AreShares)
{
    public static Result<Numbered> Of(ComparedMeasure measure, SubjectGroup group, EffectQuestion how) =>
        measure.Compared.Numbers(group.Subjects, how.Limit).Then<Numbered>(numbers =>
        {
            int[] kept = [.. Enumerable.Range(0, numbers.Length).Where(index => !double.IsNaN(numbers[index]))];
            return new Numbered(
                [.. kept.Select(index => numbers[index])], [.. kept.Select(index => group.Subjects[index])], [.. kept.Select(index => group.Units[index])],
                numbers.Length - kept.Length, measure.Compared.By == ComparedBy.Share);
        });

    /// <summary>The count of yes where every number is yes or no; else null.</summary>
    public ShareSums? Share => AreShares && Array.TrueForAll(Values, static one => one is 0 or 1) ? new ShareSums(Values.Sum(), Values.Length) : null;

    /// <summary>Moments by the number of the unit.</summary>
    public IReadOnlyDictionary<int, Moments> OfUnits() => Grouped(static (one, at) => one.Units[at]);

    public IReadOnlyList<Moments> ByUnit() => [.. Grouped(static (one, at) => one.Units[at]).Values];

    /// <summary>Moments by the code of a column of subjects.</summary>
    public Dictionary<int, Moments> By(int[] codes) => Grouped((one, at) => codes[one.Subjects[at]]);

    private Dictionary<int, Moments> Grouped(Func<Numbered, int, int> keyOf)
    {
        Dictionary<int, Moments> groups = [];
        for (var index = 0; index < Values.Length; index++)
        {
            var key = keyOf(this, index);
            groups[key] = groups.GetValueOrDefault(key) + new Moments(1, Values[index], 0);
        }

        return groups;
    }
}
