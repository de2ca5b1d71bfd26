using OutsideIn.Events;

namespace OutsideIn.Simulation;

/// <summary>The sample organisation "Northbank motor insurance: back on the road": a year of claims, and the map that goes with them.</summary>
/// <remarks>
/// Illustrative throughout; no person, firm or figure is real. What was planted stands in <see cref="NorthbankTruth"/>.
/// Source of the plot: method.md 5.1.
/// </remarks>
public static class NorthbankSample
{
    /// <summary>What the sample is called.</summary>
    public const string Name = "Northbank motor insurance: back on the road";

    /// <summary>The seed used where none is given.</summary>
    public const ulong DefaultSeed = 51;

    /// <summary>The number of cases used where none is given.</summary>
    public const int DefaultCaseCount = 5_000;

    // 2025-01-01T00:00:00Z and 365 days, in seconds since 1970.
    private const long FirstDay = 1_735_689_600;
    private const int DayCount = 365;
    private const double ReturningCustomers = 0.14;

    /// <summary>The sample's map as YAML, in the format of docs/map.md.</summary>
    public static string MapYaml { get; } = SampleFile.Read("northbank.yaml");

    /// <summary>Generates the log. A pure function of its arguments; O(cases).</summary>
    /// <param name="caseCount">Number of cases, ≥ 1.</param>
    /// <param name="seed">The same seed gives the same log.</param>
    /// <returns>
    /// The log of the year 2025, in whole seconds of UTC: what had not ended by its last midnight is not in it, so cases may be open.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of cases is not above 0.</exception>
    public static EventLog Generate(int caseCount = DefaultCaseCount, ulong seed = DefaultSeed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(caseCount);
        var writer = new SampleLogWriter(FirstDay + (DayCount * SampleCalendar.Day));
        var reports = Reports(caseCount, seed);
        var returning = RandomSource.Open(seed, "returning customers");
        var customers = new List<string>(caseCount);
        for (var index = 0; index < caseCount; index++)
        {
            var isReturning = customers.Count > 0 && returning.NextUnit() < ReturningCustomers;
            var customer = isReturning ? customers[(int)(returning.NextUnit() * customers.Count)] : $"D{customers.Count + 10_001}";
            if (!isReturning)
            {
                customers.Add(customer);
            }

            var chance = RandomSource.Open(seed, $"case {index}");
            var progress = (reports[index] - FirstDay) / (double)(DayCount * SampleCalendar.Day);
            var story = new CaseStory(SampleMatter.Draw(reports[index], progress, customer, chance), chance);
            NorthbankClaim.Tell(story);
            writer.Write($"NB-{index + 100_001}", story);
        }

        return writer.ToLog();
    }

    /// <summary>Writes a log of this sample as CSV: RFC 4180, one header line, case by case, times in ISO 8601 with offset.</summary>
    /// <param name="log">The log, as generated.</param>
    /// <param name="target">Where to; lines end in CR LF as the RFC asks. Neither flushed nor closed.</param>
    public static void WriteCsv(EventLog log, TextWriter target)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(target);
        CsvExport.Write(log, target);
    }

    // No reports on Sundays, more in the dark months; ascending.
    private static long[] Reports(int caseCount, ulong seed)
    {
        var chance = RandomSource.Open(seed, "arrivals");
        var reports = new long[caseCount];
        for (var index = 0; index < caseCount; index++)
        {
            double weight;
            long at;
            do
            {
                var day = (int)(chance.NextUnit() * DayCount);
                at = FirstDay + (day * SampleCalendar.Day) + (8 * SampleCalendar.Hour)
                    + (long)(chance.NextUnit() * 11.5 * SampleCalendar.Hour);
                weight = SampleCalendar.Weekday(at) == 6 ? 0 : 0.9 + (0.1 * Math.Cos(2 * Math.PI * day / DayCount));
            }
            while (chance.NextUnit() >= weight);

            reports[index] = at;
        }

        Array.Sort(reports);
        return reports;
    }
}
