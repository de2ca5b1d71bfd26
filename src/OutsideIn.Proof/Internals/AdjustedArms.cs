using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>Arms whose outcome is what it would have been had all been alike in what was known before (<see cref="RowAdjustment"/>, <see cref="ClustersWithHistory"/>).</summary>
internal static class AdjustedArms
{
    /// <summary>The adjusted effect; null where nothing that was known before says anything.</summary>
    public static EffectEstimate? Estimate(Numbered control, Numbered arm, EffectQuestion how, SubjectCovariates covariates, ComparisonOptions options)
    {
        var rows = RowAdjustment.Of(Columns(control, covariates), Columns(arm, covariates));
        var (one, other) = rows is { } adjusted
            ? (control with { AreShares = false, Values = adjusted.Control }, arm with { AreShares = false, Values = adjusted.Treatment })
            : (control, arm);
        var byHistory = how.AreClusters && covariates.BeforeOfUnits is { } before ? Clusters(one, other, before, options) : null;
        return (byHistory ?? (rows is null ? null : how.AreClusters ? ArmEffects.Clusters(one.ByUnit(), other.ByUnit(), options) : ArmEffects.Plain(one, other, options))) is { } effect
            ? rows is null ? effect : effect with { Method = effect.Method + ", adjusted by what was known before" }
            : null;
    }

    private static double[][] Columns(Numbered one, SubjectCovariates covariates) =>
        [one.Values, .. covariates.Columns.Select(column => Array.ConvertAll(one.Subjects, subject => column[subject]))];

    // Null where a unit has no figure before: leaving it out would break what was drawn.
    private static EffectEstimate? Clusters(Numbered control, Numbered arm, IReadOnlyDictionary<int, double> before, ComparisonOptions options) =>
        With(control, before) is { } one && With(arm, before) is { } other && ClustersWithHistory.Of(one, other, options) is { Value: not null } effect ? effect : null;

    private static ClusterWithHistory[]? With(Numbered one, IReadOnlyDictionary<int, double> before)
    {
        var units = one.OfUnits();
        return units.Keys.All(before.ContainsKey) ? [.. units.Select(unit => new ClusterWithHistory(unit.Value, before[unit.Key]))] : null;
    }
}
