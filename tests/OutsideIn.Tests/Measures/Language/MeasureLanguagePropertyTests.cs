using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures.Language;

public sealed class MeasureLanguagePropertyTests
{
    private static readonly string[] Pieces =
    [
        "time", " from ", "to", " ", "first", "\"Claim reported\"", "\"", "'", "“", "„", "count of", "has no", "where", " and ", " or ", "not", "(", ")", "in", ",", "=", "<=", "is missing",
        "for cases where", "per customer", "by calendar", "95%", "of cases", "24h", "3 bd", "p90", "2027-06-30", "2027-02-30T99:00", "1,000", "-5", "1e9", "#", "\n", "\t", "€", "\ud83d", "😀", "*", "..", "'s", "\0",
        "99999999999999999999999", "999999999999w", "by", "median", "within", "\u200b", "İ", "between", "failure", "working",
    ];

    [Fact]
    public void What_is_printed_of_any_tree_is_read_as_the_same_tree()
    {
        Prop.ForAll(MeasureTrees.Measure.ToArbitrary(), static tree =>
        {
            var text = MeasurePrinter.Print(tree);
            var parsed = MeasureParser.Parse(text);

            Assert.True(parsed.Diagnostics.Count == 0, text + "\n" + string.Join('\n', parsed.Diagnostics));
            Assert.Equal(TreeShape.Of(tree), TreeShape.Of(parsed.Tree));
            Assert.Equal(text, MeasurePrinter.Print(parsed.Tree));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void What_is_printed_of_any_objective_is_read_as_the_same_objective()
    {
        Prop.ForAll(MeasureTrees.Objective.ToArbitrary(), static tree =>
        {
            var text = MeasurePrinter.Print(tree);
            var parsed = MeasureParser.ParseObjective(text);

            Assert.True(parsed.Diagnostics.Count == 0, text + "\n" + string.Join('\n', parsed.Diagnostics));
            Assert.Equal(TreeShape.Of(tree), TreeShape.Of(parsed.Tree));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Fact]
    public void Any_text_gives_a_tree_and_diagnostics_that_lie_within_it()
    {
        var texts = Gen.OneOf(
            Gen.Elements(Pieces).ListOf().Select(static parts => string.Concat(parts)),
            Gen.Elements(Pieces).ListOf().Select(static parts => string.Join(' ', parts)),
            ArbMap.Default.GeneratorFor<string>().Select(static text => text ?? ""));

        Prop.ForAll(texts.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Fact]
    public void Any_mutation_of_a_good_text_gives_a_tree_and_diagnostics_that_lie_within_it()
    {
        string[] good = [.. MeasureParserTests.Examples.Concat(MeasureParserTests.Neighbours).Concat(MeasureParserTests.Objectives).Select(static row => row.Data.Item1)];
        var mutations =
            from text in Gen.Elements(good)
            from at in Gen.Choose(0, text.Length)
            from length in Gen.Choose(0, 6)
            from piece in Gen.Elements([.. Pieces, "", "", ""])
            select string.Concat(text.AsSpan(0, at), piece, text.AsSpan(Math.Min(at + length, text.Length)));

        Prop.ForAll(mutations.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Theory]
    [InlineData("count of events where ", "(", 10_000)]
    [InlineData("count of events where ", "not ", 10_000)]
    [InlineData("count of events where ", "a = 1 and (", 10_000)]
    [InlineData("count of ", "\"A\" or ", 12_000)]
    [InlineData("count of events where ", "a = 1 or ", 11_000)]
    [InlineData("", "rubbish ", 12_500)]
    [InlineData("count of events ", "where ", 16_000)]
    [InlineData("", "€ 5 % ", 16_000)]
    [InlineData("count of \"", "a", 100_000)]
    [InlineData("has \"A\" within ", "9", 100_000)]
    [InlineData("count of events where a in (", "1,", 50_000)]
    [InlineData("median <= ", "3d ", 30_000)]
    public void Long_and_deep_texts_are_read_to_their_end(string front, string piece, int times) => Holds(front + string.Concat(Enumerable.Repeat(piece, times)));

    [Fact]
    public void Conditions_nested_too_deep_are_told_once()
    {
        var deep = "count of events where " + new string('(', 10_000) + "a = 1" + new string(')', 10_000);
        var fine = "count of events where " + new string('(', 99) + "a = 1" + new string(')', 99);

        Assert.Equal("ME118", Assert.Single(MeasureParser.Parse(deep).Diagnostics).Code);
        Assert.Empty(MeasureParser.Parse(fine).Diagnostics);
    }

    private static void Holds(string text)
    {
        var measure = MeasureParser.Parse(text);
        var objective = MeasureParser.ParseObjective(text);
        var check = MeasureChecker.Check(measure.Tree, ClaimsSchema.Full);
        var goal = MeasureChecker.Check(objective.Tree, check, ClaimsSchema.Full);

        Assert.NotNull(MeasurePrinter.Print(measure.Tree));
        Assert.NotNull(MeasurePrinter.Print(objective.Tree));
        foreach (var one in measure.Diagnostics.Concat(objective.Diagnostics).Concat(check.Diagnostics).Concat(goal))
        {
            Assert.InRange(one.Span.Start, 0, text.Length);
            Assert.InRange(one.Span.End, one.Span.Start, text.Length);
            Assert.NotEmpty(one.Message);
            Assert.NotEmpty(MeasureDiagnosticText.Render(text, one));
            Assert.True(one.Severity == MeasureSeverity.Note || one.Hint.Length > 0, one.Message);
        }

        // A text without a mistake says the same when it is printed.
        if (!measure.HasErrors)
        {
            Assert.Equal(TreeShape.Of(measure.Tree), TreeShape.Of(MeasureParser.Parse(MeasurePrinter.Print(measure.Tree)).Tree));
        }

        if (!objective.HasErrors)
        {
            Assert.Equal(TreeShape.Of(objective.Tree), TreeShape.Of(MeasureParser.ParseObjective(MeasurePrinter.Print(objective.Tree)).Tree));
        }

        Assert.All(MeasureCompletion.At(text, text.Length / 2, ClaimsSchema.Full), one => Assert.InRange(one.Replaces.End, one.Replaces.Start, text.Length));
        Assert.All(MeasureCompletion.AtObjective(text, text.Length / 2, null), one => Assert.InRange(one.Replaces.End, one.Replaces.Start, text.Length));
    }
}
