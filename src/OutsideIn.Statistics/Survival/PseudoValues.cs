using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Turns durations, some of them still open, into one plain number for each case, so that means, regressions and clusters can be had of them.</summary>
/// <remarks>
/// Source: Andersen, Klein and Rosthøj (2003), Generalised linear models for correlated pseudo-observations, Biometrika 90(1). The
/// pseudo-value of case i is n·θ − (n − 1)·θ₋ᵢ, where θ is the estimate from all cases and θ₋ᵢ the one without case i. Where no case is
/// open it is the case's own value: 1 or 0, or its duration up to the limit. It assumes that how long a case can be watched does not
/// depend on its duration; make pseudo-values for each arm by itself. All of them together cost O(n log n), not O(n²).
/// </remarks>
public static class PseudoValues
{
    /// <summary>Of the share that has reached it by a time, lost ones counted as never reaching it.</summary>
    /// <param name="group">The cases.</param>
    /// <param name="time">The time, ≥ 0, in the durations' unit.</param>
    /// <returns>[cases] In the order given; or <c>ST060</c> where nobody was watched for that long, so that the share cannot be estimated.</returns>
    public static Result<double[]> ReachedBy(DurationGroup group, double time) =>
        Jackknife.Of(group, time).Then<double[]>(static one => one.OfShare());

    /// <summary>Of the mean time without it, no more than a limit.</summary>
    /// <param name="group">The cases.</param>
    /// <param name="limit">The limit, &gt; 0, in the durations' unit.</param>
    /// <returns>[cases] In the order given; or <c>ST060</c> where nobody was watched for that long.</returns>
    /// <remarks>A case that was lost never reaches it: it counts with the whole limit.</remarks>
    public static Result<double[]> RestrictedMean(DurationGroup group, double limit) =>
        Jackknife.Of(group, limit).Then<double[]>(static one => one.OfTimeWithout());
}
