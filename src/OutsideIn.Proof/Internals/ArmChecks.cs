using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What a comparison of arms assumes of how subjects came into them.</summary>
internal static class ArmChecks
{
    /// <summary>Whether the units that are compared came into the arms in the shares they were given out by; null where nobody says those.</summary>
    public static SampleRatioCheck? RatioOf(ComparisonQuestion question, SubjectGroups found) => question.Shares is { } shares
        ? SampleRatio.Once([.. found.Groups.Select(static one => (long)one.UnitCount)], shares)
        : null;

    public static IEnumerable<AssumptionCheck> Of(ComparedMeasure measure, ComparisonQuestion question, SubjectGroups found, SampleRatioCheck? ratio)
    {
        if (ratio is not null)
        {
            yield return OfTheRatio(ratio, [.. found.Groups.Select(static one => (long)one.UnitCount)]);
        }
        else
        {
            yield return new AssumptionCheck("Chance gave out the arms.", null, "Nobody says so (--shares); the result is an association.");
        }

        if (found.MixedUnits > 0)
        {
            yield return new AssumptionCheck(
                $"Every {question.Unit} was in one arm only.", false, $"{CountText.Of(found.MixedUnits)} of {CountText.Of(found.UnitCount)} had cases in more than one; each counts in every arm it was in.");
        }

        if (found.WithoutUnit > 0)
        {
            yield return new AssumptionCheck(
                $"Every case belongs to a {question.Unit}.", false, $"{ComparisonWords.Count(found.WithoutUnit, measure.Plan)} without one are left out.");
        }

        if (found.WithoutGroup > 0)
        {
            yield return new AssumptionCheck("Cases without an arm were never part of it.", null, $"{ComparisonWords.Count(found.WithoutGroup, measure.Plan)} have none and are left out.");
        }

        if (question.Unit is null && measure.Log.Log.Teams is not null)
        {
            yield return new AssumptionCheck(
                "Cases were given an arm one by one.", null, "If teams, branches or customers were changed as a whole, say so with --unit: cases of one team resemble each other.");
        }
    }

    /// <summary>What was seen of the shares, and what could have been missed.</summary>
    public static AssumptionCheck OfTheRatio(SampleRatioCheck ratio, IReadOnlyList<long> units)
    {
        var counts = string.Join(" : ", units.Select(CountText.Of));
        var chance = ratio.PValue is { } p ? string.Create(CultureInfo.InvariantCulture, $", p = {p:0.0000}") : "";
        var loss = ratio.SmallestVisibleLoss is { } smallest
            ? $"a loss of {ShareText.Of(smallest)} of one arm's units would have been seen"
            : "there are too few units to see whether one arm lost any";
        return new AssumptionCheck(
            "The units came into the arms as planned.", ratio.Alarm is not null ? false : ratio.SmallestVisibleLoss is null ? null : true, $"{counts}{chance}; {loss}.");
    }

    /// <summary>The refusal of shares that do not go with the arms.</summary>
    public static Problem WrongShares(int count, IReadOnlyList<string> arms) => new(
        ProblemKind.Invalid, "PR004", $"{count} shares were given for {arms.Count} groups.", $"Give one for each of {string.Join(", ", arms)}.");
}
