using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Language;

/// <summary>A row of the labelled set: a text, the weasel words a person finds in it, and the tier a person gives a metric.</summary>
internal sealed record LabelledText(bool IsTuning, bool IsMetric, string Text, IReadOnlyList<(Severity Severity, string Word)> Hits, Tier? Tier);

/// <summary>How often something was found that is there (right), that is not (false), and was not found though it is (missed).</summary>
internal sealed record FoundCount(int Right, int False, int Missed)
{
    public double Precision => (double)Right / (Right + False);

    public double Recall => (double)Right / (Right + Missed);
}

/// <summary>The labelled set, read from its text file; shared with the bench.</summary>
internal static class LabelledStatements
{
    public static IReadOnlyList<LabelledText> Read(string file) =>
        [.. File.ReadLines(file).Where(static line => line.Length > 0 && line[0] != '#').Select(Parse)];

    /// <summary>Hits of one severity: a found word counts as right where a labelled one of that severity overlaps it.</summary>
    public static FoundCount CountHits(IEnumerable<LabelledText> rows, Severity severity)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var row in rows)
        {
            var found = WeaselWords.Find(row.Text).Where(hit => hit.Severity == severity).ToList();
            foreach (var (_, word) in row.Hits.Where(hit => hit.Severity == severity))
            {
                var match = found.FindIndex(hit => hit.Word.Contains(word, StringComparison.OrdinalIgnoreCase) || word.Contains(hit.Word, StringComparison.OrdinalIgnoreCase));
                right += match >= 0 ? 1 : 0;
                missed += match >= 0 ? 0 : 1;
                if (match >= 0)
                {
                    found.RemoveAt(match);
                }
            }

            wrong += found.Count;
        }

        return new FoundCount(right, wrong, missed);
    }

    /// <summary>Tiers: only a certain reading counts as found, so that "not certain" lowers recall and not precision.</summary>
    public static FoundCount CountTiers(IEnumerable<LabelledText> rows, Tier tier)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var row in rows.Where(static row => row.IsMetric))
        {
            var reading = Tiers.Classify(row.Text);
            var isFound = reading.IsCertain && reading.Tier == tier;
            right += isFound && row.Tier == tier ? 1 : 0;
            wrong += isFound && row.Tier != tier ? 1 : 0;
            missed += !isFound && row.Tier == tier ? 1 : 0;
        }

        return new FoundCount(right, wrong, missed);
    }

    private static LabelledText Parse(string line)
    {
        var parts = line.Split('|');
        var hits = parts[3].Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(static hit => (hit[0] == 'E' ? Severity.Error : Severity.Warning, hit[2..]));
        Tier? tier = parts[4] switch { "o" => Tier.Output, "b" => Tier.BusinessOutcome, "c" => Tier.CustomerOutcome, _ => null };
        return new LabelledText(parts[0] == "t", parts[1] == "M", parts[2], [.. hits], tier);
    }
}
