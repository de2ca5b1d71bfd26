using OutsideIn.Method;
using OutsideIn.Statistics;

namespace OutsideIn.Diagnosis;

/// <summary>What the experiments of a map have settled about work (row 27): the only way from an association to a cause.</summary>
internal static class ProvenWork
{
    /// <summary>The experiment that settles whether a piece of work moves a measure, and which way; null where none does.</summary>
    /// <remarks>It names the work among what it changes, is about the measure, has been decided, and the 95 % interval of the difference of one of its arms to the control excludes zero.</remarks>
    public static (Experiment Experiment, EvidenceDirection Direction)? Of(OutsideInMap map, string? entry, string measure)
    {
        foreach (var one in map.Experiments)
        {
            var isAbout = one.Changes.Contains(entry ?? "", StringComparer.OrdinalIgnoreCase)
                && string.Equals(one.TargetMetric, measure, StringComparison.OrdinalIgnoreCase);
            if (isAbout && one.Decision != ExperimentDecision.Open && DirectionOf(one.Arms) is { } direction && direction != EvidenceDirection.Unknown)
            {
                return (one, direction);
            }
        }

        return null;
    }

    private static EvidenceDirection DirectionOf(IReadOnlyList<ExperimentArm> arms)
    {
        foreach (var arm in arms.Skip(1))
        {
            var isCounted = arms[0].Count >= 1 && arm.Count >= 1 && arms[0].Successes <= arms[0].Count && arm.Successes <= arm.Count;
            var difference = isCounted ? DifferenceEstimate.OfShares((long)arm.Successes, (long)arm.Count, (long)arms[0].Successes, (long)arms[0].Count) : null;
            if (difference is { IsAbove: true } or { IsBelow: true })
            {
                return difference.IsAbove ? EvidenceDirection.Higher : EvidenceDirection.Lower;
            }
        }

        return EvidenceDirection.Unknown;
    }
}
