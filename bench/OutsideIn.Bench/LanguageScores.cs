using System.Globalization;
using OutsideIn.Method;
using OutsideIn.Tests.Method.Language;

namespace OutsideIn.Bench;

/// <summary>Precision and recall of the weasel lint (F1) and of the tier classifier (F7) on both halves of the labelled set, and the lint's time.</summary>
internal static class LanguageScores
{
    private const int Runs = 41;

    public static void Write(string path, TextWriter output, bool withMisses)
    {
        var rows = LabelledStatements.Read(path);
        output.WriteLine($"{"half",-9} {"what",-22} {"precision",9} {"recall",9}   right false missed");
        foreach (var isTuning in new[] { true, false })
        {
            var half = rows.Where(row => row.IsTuning == isTuning).ToArray();
            var name = isTuning ? "tuning" : "held out";
            Write(output, name, "lint, errors", LabelledStatements.CountHits(half, Severity.Error));
            Write(output, name, "lint, warnings", LabelledStatements.CountHits(half, Severity.Warning));
            FoundCount[] tiers = [.. new[] { Tier.Output, Tier.BusinessOutcome, Tier.CustomerOutcome }.Select(tier => LabelledStatements.CountTiers(half, tier))];
            Write(output, name, "tier, output", tiers[0]);
            Write(output, name, "tier, business", tiers[1]);
            Write(output, name, "tier, customer", tiers[2]);
            Write(output, name, "tier, all", new FoundCount(tiers.Sum(one => one.Right), tiers.Sum(one => one.False), tiers.Sum(one => one.Missed)));
            if (withMisses && isTuning)
            {
                WriteMisses(output, half);
            }
        }

        WriteTime(output, rows);
    }

    private static void Write(TextWriter output, string half, string what, FoundCount count) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{half,-9} {what,-22} {count.Precision,9:F3} {count.Recall,9:F3} {count.Right,7} {count.False,5} {count.Missed,6}"));

    private static void WriteMisses(TextWriter output, IReadOnlyList<LabelledText> rows)
    {
        foreach (var row in rows)
        {
            var labelled = string.Join(", ", row.Hits.Select(static hit => $"{hit.Severity} {hit.Word}"));
            var found = string.Join(", ", WeaselWords.Find(row.Text).Select(static hit => $"{hit.Severity} {hit.Word.ToLowerInvariant()}"));
            if (labelled != found)
            {
                output.WriteLine($"  {row.Text} | labelled: {labelled} | found: {found}");
            }

            if (row.IsMetric && Tiers.Classify(row.Text) is var reading && (!reading.IsCertain || reading.Tier != row.Tier))
            {
                output.WriteLine($"  {row.Text} | labelled: {row.Tier} | read: {reading.Tier}, certain: {reading.IsCertain}");
            }
        }
    }

    private static void WriteTime(TextWriter output, IReadOnlyList<LabelledText> rows)
    {
        var characters = rows.Sum(static row => row.Text.Length);
        var least = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var used = Environment.CpuUsage.TotalTime;
            for (var again = 0; again < 100; again++)
            {
                foreach (var row in rows)
                {
                    GC.KeepAlive(WeaselWords.Find(row.Text));
                }
            }

            least = Math.Min(least, (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / 100);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"lint of {rows.Count} texts ({characters} characters): {least * 1000 / characters:F1} ns a character"));
    }
}
