using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Bench;

/// <summary>How often associations are found where none is planted, how often intervals hold what is, and what looking for many costs.</summary>
internal static class Associations
{
    private const int Works = 30;
    private const int Measures = 3;
    private const int Cases = 100_000;

    public static void Write(TextWriter output, int runs)
    {
        Calibrate(output, runs, "nothing planted, alarms", new PlantedTruth(0, 0.4, 0.4, -0.3, 2), 800, static interval => !interval.Contains(0));
        Calibrate(output, runs, "planted +10 points on hard cases, holding it", new PlantedTruth(0.1, 0.8, 0.2, -0.4, 2), 1200, static interval => interval.Contains(0.1));
        foreach (var strata in new[] { 2, 150 })
        {
            Time(output, strata);
        }
    }

    private static void Calibrate(TextWriter output, int runs, string name, PlantedTruth truth, int cases, Predicate<Interval> isCounted)
    {
        var (crude, standardised, regression) = (0, 0, 0);
        for (var run = 0; run < runs; run++)
        {
            var (sides, times, done, strata) = PlantedAssociations.Of((ulong)run, cases, truth);
            Association.Of(new AttainmentCases(sides, times, Strata(strata, 2)), done, 2).TryGet(out var found, out _);
            crude += isCounted(found!.Crude.Interval) ? 1 : 0;
            standardised += isCounted(found.Standardised!.Interval) ? 1 : 0;
            regression += isCounted(found.Regression!.Interval) ? 1 : 0;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-46} of {runs:N0} runs: crude {(double)crude / runs:P2}, standardised {(double)standardised / runs:P2}, regression {(double)regression / runs:P2}"));
    }

    private static void Time(TextWriter output, int strataCount)
    {
        var measures = Enumerable.Range(0, Measures).Select(measure => PlantedAssociations.Of((ulong)measure, Cases, new PlantedTruth(0, 0.5, 0.5, -0.3, 2))).ToArray();
        var works = Enumerable.Range(0, Works).Select(work => PlantedAssociations.Of((ulong)(100 + work), Cases, new PlantedTruth(0, 0.5, 0.5, 0, 2)).Done).ToArray();
        var codes = Enumerable.Range(0, Cases).Select(index => (int)((index * 2_654_435_761L) % strataCount)).ToArray();
        var used = Environment.CpuUsage.TotalTime;
        var strata = Strata(codes, strataCount);
        var found = 0;
        foreach (var (sides, times, _, _) in measures)
        {
            var cases = new AttainmentCases(sides, times, strata);
            foreach (var done in works)
            {
                found += Association.Of(cases, done, Association.LandmarkOf(done)!.Value).TryGet(out _, out _) ? 1 : 0;
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Works} pieces of work × {Measures} measures × {Cases:N0} cases, {measures[0].Sides.Count(Side.Open):N0} of them open, {strataCount} strata: {found} associations in {(Environment.CpuUsage.TotalTime - used).TotalSeconds:F2} s of processor time"));
    }

    private static CaseStrata Strata(int[] codes, int count) =>
        CaseStrata.Of([new CodedColumn([.. Enumerable.Range(0, count).Select(static one => $"s{one}")], [.. codes.Select(static one => one + 1)])], codes.Length, Math.Max(2, count));
}
