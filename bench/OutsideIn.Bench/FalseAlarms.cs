using System.Globalization;
using OutsideIn.Measures;
using OutsideIn.Tests.Support;

namespace OutsideIn.Bench;

/// <summary>How often a comparison of before and after cries wolf where nothing changed, with open cases counted as open and with open cases dropped.</summary>
internal static class FalseAlarms
{
    private static readonly int[] Days = [7, 10, 14, 21];

    // Φ((ln T − 2.3) / 0.9): the share that is truly within T.
    private static readonly double[] Truths = [0.34699978820721433, 0.5011458905289012, 0.6468130031354083, 0.7959515047726037];

    public static void Write(TextWriter output, int runs)
    {
        var (counted, dropped, refused, shift) = (new int[Days.Length], new int[Days.Length], new int[Days.Length], new double[Days.Length]);
        var (rank, rankDropped) = (0, 0);
        for (var run = 1; run <= runs; run++)
        {
            var (all, closed) = OpenCases.Logs((ulong)run);
            for (var index = 0; index < Days.Length; index++)
            {
                var (one, other) = (OpenCases.Compare(all, Days[index]), OpenCases.Compare(closed, Days[index]));
                counted[index] += IsAlarm(one) ? 1 : 0;
                dropped[index] += IsAlarm(other) ? 1 : 0;
                shift[index] += other?.Difference.Value ?? 0;
                refused[index] += one is null ? 1 : 0;
            }

            rank += OpenCases.LogRankPValue(all) < 0.05 ? 1 : 0;
            rankDropped += OpenCases.LogRankPValue(closed) < 0.05 ? 1 : 0;
        }

        output.WriteLine($"{runs} runs, 300 cases begun in the 90 days before and 100 in the 30 days after a change that is none; false alarms at 95 %:");
        output.WriteLine($"{"",-22} {"open counted as open",22} {"open dropped",14} {"\"improvement\" shown",22} {"refused",8}");
        for (var index = 0; index < Days.Length; index++)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"share within {Days[index],2} d{"",-8} {100.0 * counted[index] / runs,20:F2} % {100.0 * dropped[index] / runs,12:F2} % {100 * shift[index] / runs,15:F1} points {refused[index],8}"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{"log-rank test",-22} {100.0 * rank / runs,20:F2} % {100.0 * rankDropped / runs,12:F2} %"));
    }

    /// <summary>How often an objective that asks for exactly the true share is called met, or missed: each should be rare.</summary>
    public static void WriteVerdicts(TextWriter output, int runs)
    {
        output.WriteLine();
        output.WriteLine("The same logs judged against an objective that asks for exactly the true share; wrongly called");
        output.WriteLine($"{"",-22} {"met",10} {"missed",10}   {"open dropped: met",20} {"missed",10}");
        for (var index = 0; index < Days.Length; index++)
        {
            var counts = new int[4];
            for (var run = 1; run <= runs; run++)
            {
                var (all, closed) = OpenCases.Logs((ulong)run);
                Count(OpenCases.Judge(all, Days[index], Truths[index]), counts.AsSpan(0, 2));
                Count(OpenCases.Judge(closed, Days[index], Truths[index]), counts.AsSpan(2, 2));
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"share within {Days[index],2} d{"",-8} {100.0 * counts[0] / runs,8:F2} % {100.0 * counts[1] / runs,8:F2} %   {100.0 * counts[2] / runs,18:F2} % {100.0 * counts[3] / runs,8:F2} %"));
        }
    }

    private static void Count(VerdictKind kind, Span<int> counts)
    {
        counts[0] += kind == VerdictKind.Met ? 1 : 0;
        counts[1] += kind == VerdictKind.Missed ? 1 : 0;
    }

    private static bool IsAlarm(MeasureComparison? comparison) => comparison?.Difference.Interval.Contains(0) == false;
}
