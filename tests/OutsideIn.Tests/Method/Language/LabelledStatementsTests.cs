using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Language;

public sealed class LabelledStatementsTests
{
    // F1 does not list these two: "speed" is a figure as often as a promise (speed of answer), "high" stands in High Street and high school.
    private static readonly string[] StatedMisses = ["Sustainably high customer satisfaction", "Average speed of answer"];

    [Fact]
    public void The_tuning_half_has_exactly_its_labelled_hits_but_for_the_stated_misses()
    {
        var wrong = Tuning().Where(static row => Found(row) != Labelled(row))
            .Select(static row => $"{row.Text}: labelled [{Labelled(row)}], found [{Found(row)}]");

        Assert.Equal(StatedMisses, wrong.Select(static line => line.Split(':')[0]));
    }

    [Fact]
    public void The_halves_alternate_and_have_at_least_three_hundred_texts()
    {
        var rows = LabelledStatements.Read(Path.Combine(AppContext.BaseDirectory, "labelled-statements.txt"));

        Assert.True(rows.Count >= 300);
        Assert.All(rows.Index(), static row => Assert.Equal(row.Index % 2 == 0, row.Item.IsTuning));
    }

    [Fact]
    public void The_tuning_half_has_exactly_its_labelled_tiers()
    {
        var wrong = Tuning().Where(static row => row.IsMetric && Tiers.Classify(row.Text) is var read && (!read.IsCertain || read.Tier != row.Tier))
            .Select(static row => $"{row.Text}: labelled {row.Tier}, read {Tiers.Classify(row.Text)}");

        Assert.Equal([], wrong);
    }

    // Charters use more words than any list has (docs/language.md): what is found has to be right, not everything has to be found.
    [Fact]
    public void In_the_field_nothing_is_found_that_is_not_labelled()
    {
        var rows = Tuning("field-statements.txt").ToArray();

        Assert.Equal(0, LabelledStatements.CountHits(rows, Severity.Error).False);
        Assert.Equal(new FoundCount(9, 0, 0), LabelledStatements.CountHits(rows, Severity.Warning));
        Assert.All(
            rows.Where(static row => row.IsMetric),
            static row => Assert.Equal((row.Text, row.Tier), (row.Text, Tiers.Classify(row.Text).Tier)));
    }

    private static IEnumerable<LabelledText> Tuning(string file = "labelled-statements.txt") =>
        LabelledStatements.Read(Path.Combine(AppContext.BaseDirectory, file)).Where(static row => row.IsTuning);

    private static string Labelled(LabelledText row) => string.Join(", ", row.Hits.Select(static hit => $"{hit.Severity} {hit.Word}"));

    private static string Found(LabelledText row) =>
        string.Join(", ", WeaselWords.Find(row.Text).Select(static hit => $"{hit.Severity} {hit.Word.ToLowerInvariant()}"));
}
