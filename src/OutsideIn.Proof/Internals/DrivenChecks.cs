using System.Globalization;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What an analysis of drivers assumes of the log, beside what it assumes of the numbers.</summary>
internal static class DrivenChecks
{
    // So many left out, or counted so far, or late, may turn the result.
    private const double Few = 0.05;

    public static IEnumerable<AssumptionCheck> Of(DrivenRows rows, bool isYesNo)
    {
        string[] own = [.. rows.Drivers.Where(static one => one.IsOutcome).Select(static one => one.Name)];
        if (own.Length > 0)
        {
            yield return new AssumptionCheck("No driver is the outcome under another name.", false, $"{string.Join(", ", own)}: the events that make the outcome are among those it counts. Leave it out.");
        }

        if (Late(rows) is { } late)
        {
            yield return late;
        }

        foreach (var one in Open(rows))
        {
            yield return one;
        }

        foreach (var one in Absent(rows))
        {
            yield return one;
        }

        if (rows.IsYesNo && !isYesNo)
        {
            yield return new AssumptionCheck("A yes or no is taken as 1 or 0.", null, "Its odds could not be had: too many regressions, or a driver tells yes from no without error in some cases. Near 0 % and 100 % the effects are rough.");
        }
    }

    private static IEnumerable<AssumptionCheck> Open(DrivenRows rows)
    {
        var (open, all) = (rows.Outcome.Open, rows.Outcome.Subjects.Length);
        if (rows.IsPseudo)
        {
            yield return new AssumptionCheck(
                "How long a case could be followed has nothing to do with the drivers.", null,
                $"{CountText.Of(open)} of {ComparisonWords.Count(all, rows.Measure.Plan)} are open. They are in it as open, by what the others that were followed longer did.");
        }
        else if (rows.StillOpen > 0 && rows.Measure.Compared.By == ComparedBy.Mean)
        {
            yield return new AssumptionCheck(
                "The outcome is complete.", rows.StillOpen <= Few * rows.Count ? null : false,
                $"{CountText.Of(rows.StillOpen)} of {ComparisonWords.Count(rows.Count, rows.Measure.Plan)} still run, and count with what there is so far. An objective with a share, or a period that is over (for cases where start < …), answers without them.");
        }

        var lost = rows.Measure.Values.States.Count(ValueState.Lost);
        if (lost > 0 && rows.Measure.Compared.By == ComparedBy.TimeWithout)
        {
            yield return new AssumptionCheck(
                "Nobody gave up or was refused.", false,
                $"{ComparisonWords.Count(lost, rows.Measure.Plan)} did: they never reach it, and count as waiting for the whole {rows.Measure.Text(rows.Outcome.Limit)}.");
        }

        DriverColumn[] running = [.. rows.Drivers.Where(one => rows.SoFarOf(one) > 0)];
        if (running.Length > 0)
        {
            var most = running.Max(rows.SoFarOf);
            yield return new AssumptionCheck(
                "The drivers are complete.", most <= Few * rows.Count ? null : false,
                $"{ComparisonWords.Count(most, rows.Measure.Plan)} still run and count with what there is so far of {string.Join(", ", running.Select(static one => one.Name))}.");
        }
    }

    private static IEnumerable<AssumptionCheck> Absent(DrivenRows rows)
    {
        var (all, left) = (rows.Outcome.Subjects.Length, rows.Outcome.Subjects.Length - rows.Count);
        if (left > 0)
        {
            yield return new AssumptionCheck(
                "Those left out are like the others.", left <= Few * all ? null : false,
                $"{CountText.Of(left)} of {ComparisonWords.Count(all, rows.Measure.Plan)} are left out: {string.Join("; ", rows.LeftOut.Select(static one => $"{CountText.Of(one.Count)} because {one.Why}"))}.");
        }

        if (rows.NotApplicable > 0)
        {
            var isAnswer = rows.Measure.Plan.Syntax.Value is ValueAtSyntax or AggregateSyntax;
            yield return new AssumptionCheck(
                "Those without an outcome never had one to have.", isAnswer ? false : null,
                $"In {ComparisonWords.Count(rows.NotApplicable, rows.Measure.Plan)} there is nothing to measure. {(isAnswer ? "What goes with an answer among those who gave one need not go with it among all: see outsidein survey." : "They are no part of it.")}");
        }
    }

    private static AssumptionCheck? Late(DrivenRows rows)
    {
        const string Assumption = "Every driver was known before the outcome.";
        string[] late = [.. rows.Drivers.Where(static one => one.Late > Few).Select(static one =>
            string.Create(CultureInfo.InvariantCulture, $"{one.Name} holds what came after it in {one.Late:0%} of the cases"))];
        string[] unknown = [.. rows.Drivers.Where(static one => one.Late is null).Select(static one => one.Name)];
        return late.Length > 0
            ? new AssumptionCheck(Assumption, false, $"{string.Join("; ", late)}: what comes after an outcome may be its consequence, or stand between a driver and it and take the driver's credit. Leave it out, or count only what came before.")
            : unknown.Length > 0
                ? new AssumptionCheck(Assumption, null, $"When {string.Join(", ", unknown)} became known, the log does not say.")
                : new AssumptionCheck(Assumption, true, "All were.");
    }
}
