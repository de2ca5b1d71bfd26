using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>The drivers that are looked at where nobody names any: numbers the log knows of every case, and measures that can be had of any log.</summary>
internal static class UsualDrivers
{
    private const int DriversMax = 10;

    // As many rows a driver keep shares from following chance, with some to spare.
    private const int RowsADriver = 20;

    // A column that fewer of those with an outcome have would leave out too many.
    private const double FilledMin = 0.9;

    // One that the others tell so well blurs them all: its variance inflation is 10 (Belsley, Kuh and Welsch 1980).
    private const double ToldByOthers = 0.9;

    public static IReadOnlyList<DriverColumn> Of(ComparedMeasure outcome, CancellationToken stop)
    {
        var subjects = outcome.Compared.WithValue([.. Enumerable.Range(0, outcome.Values.Count)]);
        var kept = new List<DriverColumn>();
        foreach (var driver in Candidates(outcome, stop))
        {
            if (kept.Count < Math.Min(DriversMax, Math.Max(1, subjects.Length / RowsADriver)) && IsUsable(driver, subjects)
                && !IsToldBy(kept, driver, subjects))
            {
                kept.Add(driver);
            }
        }

        return kept;
    }

    private static IEnumerable<DriverColumn> Candidates(ComparedMeasure outcome, CancellationToken stop)
    {
        var own = MeasurePrinter.Print(outcome.Plan.Syntax);
        foreach (var text in Measures(outcome).Where(text => text != own))
        {
            if (DriverReading.OfMeasure(outcome, text, stop).TryGet(out var driver, out _))
            {
                yield return driver;
            }
        }

        var asked = AttributeDriver.ColumnOf(outcome.Log.Log, outcome.Plan.Syntax);
        foreach (var column in outcome.Log.Log.Attributes)
        {
            if (column is { Level: AttributeLevel.Case, Kind: AttributeKind.Number or AttributeKind.YesNo } && !ReferenceEquals(column, asked))
            {
                yield return AttributeDriver.Of(outcome, column, stop);
            }
        }
    }

    // One of each sort, the one that says most where the map knows it.
    private static IEnumerable<string> Measures(ComparedMeasure outcome)
    {
        var (log, per) = (outcome.Log, outcome.Plan.IsPerCustomer ? " per customer" : "");
        yield return (log.IsFailureContact is null ? "count of repeats of events" : "count of failure contacts") + per;
        yield return (log.IsContact is null ? "count of events" : "count of contacts") + per;
        if (log.IsHandoff is not null || log.Log.Resources is not null)
        {
            yield return (log.IsHandoff is null ? "count of people" : "count of handoffs") + per;
        }

        if (outcome.Plan.Kind != MeasureKind.Duration && outcome.Plan.Syntax.Value is not HasSyntax)
        {
            yield return "time from start to end" + per;
        }
    }

    private static bool IsUsable(DriverColumn driver, int[] subjects)
    {
        if (driver.IsOutcome)
        {
            return false;
        }

        double[] known = [.. subjects.Select(subject => driver.Values[subject]).Where(static value => !double.IsNaN(value))];
        return known.Length >= FilledMin * subjects.Length && known.Any(value => value != known[0]);
    }

    private static bool IsToldBy(List<DriverColumn> others, DriverColumn driver, int[] subjects)
    {
        DriverColumn[] all = [.. others, driver];
        int[] known = [.. subjects.Where(subject => Array.TrueForAll(all, one => !double.IsNaN(one.Values[subject])))];
        return others.Count > 0 && VarianceShares.Of(JointMoments.Of([.. all.Select(one => Array.ConvertAll(known, subject => one.Values[subject]))]))
            is var shares && (!shares.TryGet(out var found, out _) || found.RSquared > ToldByOthers);
    }
}
