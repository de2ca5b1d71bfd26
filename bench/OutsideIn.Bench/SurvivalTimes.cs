using System.Diagnostics;
using System.Globalization;
using OutsideIn.Statistics;

namespace OutsideIn.Bench;

/// <summary>What comparing a million times and drawing means anew cost, on one core.</summary>
internal static class SurvivalTimes
{
    private const int Cases = 1_000_000;
    private const int Runs = 5;

    public static void Write(TextWriter output)
    {
        var (durations, isClosed, groups) = Data();
        var split = Split(durations, isClosed, groups);
        var pValue = 0.0;
        Line(output, "log-rank test of 1,000,000 cases", Least(() => pValue = LogRank.Test(durations, isClosed, groups).TryGet(out var test, out _) ? test.PValue : 1));
        Line(output, "hazard ratio with its interval and check", Least(() => pValue = DurationComparison.HazardRatio(split.Control, split.Treatment).PValue!.Value));
        Line(output, "difference of shares within 10", Least(() => pValue = DurationComparison.Within(split.Control, split.Treatment, 10).PValue!.Value));
        Line(output, "difference of restricted means", Least(() => pValue = DurationComparison.RestrictedMean(split.Control, split.Treatment, 10).PValue!.Value));
        Line(output, "difference of medians", Least(() => pValue = DurationComparison.Median(split.Control, split.Treatment).PValue!.Value));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"(last p {pValue:E2})"));

        var values = durations.AsSpan(0, 10_000).ToArray();
        var means = new double[2_000];
        Line(output, "means of 2,000 × 10,000 draws", Least(() => Bootstrap.DrawMeans(values, means, 7)));
    }

    private static (double[] Durations, bool[] IsClosed, int[] Groups) Data()
    {
        var (durations, isClosed, groups, bits) = (new double[Cases], new bool[Cases], new int[Cases], new RandomBits(1));
        for (var row = 0; row < Cases; row++)
        {
            groups[row] = row & 1;
            var wait = -10 * (1 + (0.01 * groups[row])) * Math.Log(1 - Unit(ref bits));
            var seen = 40 * Unit(ref bits);
            (durations[row], isClosed[row]) = (Math.Min(wait, seen), wait <= seen);
        }

        return (durations, isClosed, groups);
    }

    private static (DurationGroup Control, DurationGroup Treatment) Split(double[] durations, bool[] isClosed, int[] groups)
    {
        DurationGroup Of(int group)
        {
            int[] rows = [.. Enumerable.Range(0, Cases).Where(row => groups[row] == group)];
            return new DurationGroup(
                rows.Select(row => durations[row]).ToArray(), rows.Select(row => isClosed[row] ? CompetingEnd.Reached : CompetingEnd.Open).ToArray());
        }

        return (Of(0), Of(1));
    }

    private static double Unit(ref RandomBits bits) => (bits.Next() >> 11) * (1.0 / (1UL << 53));

    private static TimeSpan Least(Action run)
    {
        var least = TimeSpan.MaxValue;
        for (var repeat = 0; repeat < Runs; repeat++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            var taken = Stopwatch.GetElapsedTime(start);
            least = taken < least ? taken : least;
        }

        return least;
    }

    private static void Line(TextWriter output, string what, TimeSpan taken) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-45}{taken.TotalMilliseconds,8:F0} ms"));
}
