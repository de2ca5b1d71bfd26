using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How many of how many: one arm of a comparison of shares.</summary>
/// <param name="Part">How many it happened to, 0 ≤ part ≤ whole.</param>
/// <param name="Whole">Out of how many units: what was randomised, not rows.</param>
public readonly record struct CountedShare(long Part, long Whole)
{
    /// <summary>The share, 0 to 1; NaN of no units.</summary>
    public double Value => (double)Part / Whole;

    /// <summary>How many it did not happen to.</summary>
    public long Rest => Whole - Part;

    /// <summary>Throws unless both counts of both arms are possible, and says where an arm has no units.</summary>
    /// <returns>Null where both arms can be compared, or <c>ST010</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part exceeds its whole.</exception>
    internal static Problem? Missing(CountedShare control, CountedShare treatment)
    {
        Check(control.Part, control.Whole);
        Check(treatment.Part, treatment.Whole);
        return control.Whole == 0 || treatment.Whole == 0
            ? new Problem(
                ProblemKind.NotEstimable, "ST010", $"An arm has no units ({control.Whole} and {treatment.Whole}).",
                "Wait until both arms have units, or widen the filter.")
            : null;
    }

    private static void Check(long part, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
    }
}
