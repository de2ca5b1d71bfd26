using System.Globalization;
using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>The most frequent variants; how many there are in all stands in the log's section.</summary>
internal static class VariantFigures
{
    public const int ListedMax = 200;

    public static VariantEntry[] Compute(MappedLog mapped, Variants variants, ThroughputTimes throughput, FigureBook book)
    {
        var entries = new VariantEntry[Math.Min(ListedMax, variants.Count)];
        for (var variant = 0; variant < entries.Length; variant++)
        {
            var rank = variant + 1;
            var list = book.Open("variant", rank.ToString(CultureInfo.InvariantCulture));
            var cases = variants.CasesOf(variant);
            var micros = new long[cases.Length];
            for (var index = 0; index < cases.Length; index++)
            {
                list.Add(cases[index]);
                micros[index] = throughput.Micros[cases[index]];
            }

            entries[variant] = new VariantEntry(
                list.Id,
                rank,
                variants.ActivitiesOf(variant),
                cases.Length,
                (double)cases.Length / mapped.CaseCount,
                Quantiles.Of(micros, 0.5) / Measured.MicrosPerSecond,
                ProcessFigures.ReachedShare(mapped, list));
        }

        return entries;
    }
}
