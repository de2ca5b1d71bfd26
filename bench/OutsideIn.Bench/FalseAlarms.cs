using System.Globalization;
using OutsideIn.Measures;
using OutsideIn.Tests.Support;

namespace OutsideIn.Bench;

/// <summary>How often a comparison of before and after cries wolf where nothing changed, with open cases counted as open and with open cases dropped.</summary>
internal static class FalseAlarms
{
    public static void Write(TextWriter output, int runs)
    {
        int[] days = [7, 10, 14, 21];
        var (counted, dropped, refused, shift) = (new int[days.Length], new int[days.Length], new int[days.Length], new double[days.Length]);
        var (rank, rankDropped) = (0, 0);
        for (var run = 1; run <= runs; run++)
        {
            var (all, closed) = OpenCases.Logs((ulong)run);
            for (var index = 0; index < days.Length; index++)
            {
                var (one, other) = (OpenCases.Compare(all, days[index]), OpenCases.Compare(closed, days[index]));
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
        for (var index = 0; index < days.Length; index++)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"share within {days[index],2} d{"",-8} {100.0 * counted[index] / runs,20:F2} % {100.0 * dropped[index] / runs,12:F2} % {100 * shift[index] / runs,15:F1} points {refused[index],8}"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{"log-rank test",-22} {100.0 * rank / runs,20:F2} % {100.0 * rankDropped / runs,12:F2} %"));
    }

    private static bool IsAlarm(MeasureComparison? comparison) => comparison?.Difference.Interval.Contains(0) == false;
}
