using System.Globalization;
using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What speaks against reading shares as they stand.</summary>
internal static class DriverChecks
{
    // From here on an effect's variance is ten times what it would be alone (Belsley, Kuh and Welsch 1980).
    private const double InflationMax = 10;

    // Ratings of one survey that correlate so much on average say one thing several times.
    private const double HaloFrom = 0.4;

    // A single driver that explains so much is usually part of the outcome, or its consequence.
    private const double NearlyTheOutcome = 0.7;

    public static IReadOnlyList<AssumptionCheck> Of(DriverQuestion question, IReadOnlyList<DriverFinding> findings, JointMoments moments) =>
    [
        Halo(question, moments), Mediator(findings), Inflation(findings), Suppression(findings), Stability(findings),
    ];

    private static AssumptionCheck Halo(DriverQuestion question, JointMoments moments)
    {
        const string Assumption = "Drivers and outcome were measured independently of each other.";
        int[] ratings = [.. Enumerable.Range(0, question.Drivers.Count).Where(index => question.Drivers[index].IsRating)];
        if (ratings.Length == 0)
        {
            return new AssumptionCheck(Assumption, true, "No driver is a rating by the person who gave the outcome.");
        }

        // The outcome, the last column, is one of them: with a single driver it is all there is to see it by.
        int[] asked = [.. ratings, question.Drivers.Count];
        var mean = asked.SelectMany(one => asked.Where(other => other < one).Select(other => moments.CrossDeviations(one, other)
            / Math.Sqrt(moments.CrossDeviations(one, one) * moments.CrossDeviations(other, other)))).Average();
        return new AssumptionCheck(
            Assumption,
            mean < HaloFrom ? null : false,
            Text($"{string.Join(", ", ratings.Select(index => question.Drivers[index].Name))} and {question.OutcomeName} are answers of one survey, which correlate {mean:0.00} on average: who is content rates all of it well (halo). Drivers from the log weigh more."));
    }

    private static AssumptionCheck Mediator(IReadOnlyList<DriverFinding> findings)
    {
        var largest = findings.MaxBy(static finding => finding.First)!;
        return new AssumptionCheck(
            "No driver is itself a result of another driver, or of the outcome.",
            largest.First < NearlyTheOutcome ? null : false,
            Text($"{largest.Name} alone explains {largest.First:0.00}. A driver on the way from another to the outcome takes the other's credit: the data cannot tell; leave such a one out."));
    }

    private static AssumptionCheck Inflation(IReadOnlyList<DriverFinding> findings)
    {
        var largest = findings.MaxBy(static finding => finding.Inflation)!;
        return new AssumptionCheck(
            "Drivers can be told apart.", largest.Inflation < InflationMax, Text($"The others blur {largest.Name} most: variance inflation {largest.Inflation:0.0}."));
    }

    private static AssumptionCheck Suppression(IReadOnlyList<DriverFinding> findings)
    {
        string[] turned = [.. findings.Where(static finding => finding.Effect.Value * finding.Correlation < 0).Select(static finding => finding.Name)];
        return new AssumptionCheck(
            "Effects point the way the correlations do.",
            turned.Length == 0,
            turned.Length == 0 ? "All do." : $"{string.Join(", ", turned)}: the effect with the others held the same points the other way (suppression).");
    }

    private static AssumptionCheck Stability(IReadOnlyList<DriverFinding> findings)
    {
        var first = findings.Single(static finding => finding.Rank == 1);
        return first.RankStability is { } held
            ? new AssumptionCheck("The order would come out again.", held >= 0.8, Text($"{first.Name} is first in {held:0%} of samples drawn anew from the same rows."))
            : new AssumptionCheck("The order would come out again.", null, "No samples were drawn anew.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
