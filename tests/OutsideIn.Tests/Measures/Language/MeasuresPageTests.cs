using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using OutsideIn.Measures;
using OutsideIn.Measures.Internals;

namespace OutsideIn.Tests.Measures.Language;

/// <summary>Every example of docs/measures.md is read and checked.</summary>
public sealed partial class MeasuresPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Folder(), "../../../../docs/measures.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Every_measure_on_the_page_is_read_and_passes_the_check()
    {
        var measures = Blocks("measure").SelectMany(static block => block.Body.TrimEnd().Split('\n')).ToList();

        Assert.True(measures.Count >= 40, $"{measures.Count} measures");
        foreach (var text in measures)
        {
            var parsed = MeasureParser.Parse(text);
            Assert.True(parsed.Diagnostics.Count == 0, text + "\n" + string.Join('\n', parsed.Diagnostics));
            var check = MeasureChecker.Check(parsed.Tree, ClaimsSchema.Full);
            Assert.True(check.Diagnostics.Count == 0, text + "\n" + string.Join('\n', check.Diagnostics));
        }
    }

    [Fact]
    public void Every_objective_on_the_page_fits_the_measure_it_is_written_for()
    {
        var blocks = Blocks("objective");

        Assert.True(blocks.Count >= 5, $"{blocks.Count} blocks");
        foreach (var (of, body) in blocks)
        {
            var check = MeasureChecker.Check(MeasureParser.Parse(of).Tree, ClaimsSchema.Full);
            Assert.NotNull(check.Kind);
            foreach (var text in body.TrimEnd().Split('\n'))
            {
                var parsed = MeasureParser.ParseObjective(text);
                var told = parsed.Diagnostics.Concat(MeasureChecker.Check(parsed.Tree, check, ClaimsSchema.Full)).ToList();
                Assert.True(told.Count == 0, text + "\n" + string.Join('\n', told));
            }
        }
    }

    [Fact]
    public void What_the_page_says_is_told_is_what_is_told()
    {
        var blocks = Blocks("told");

        Assert.NotEmpty(blocks);
        foreach (var (_, body) in blocks)
        {
            var lines = body.Split('\n');
            var measure = MeasureParser.Parse(lines[0]["measure: ".Length..]);
            var check = MeasureChecker.Check(measure.Tree, ClaimsSchema.Full);
            var objective = lines[1].StartsWith("objective: ", StringComparison.Ordinal) ? lines[1]["objective: ".Length..] : null;
            var goal = objective is null ? null : MeasureParser.ParseObjective(objective);
            var text = objective ?? lines[0]["measure: ".Length..];
            var told = goal is null
                ? measure.Diagnostics.Concat(check.Diagnostics)
                : goal.Diagnostics.Concat(MeasureChecker.Check(goal.Tree, check, ClaimsSchema.Full));
            var rendered = told.OrderBy(static one => one.Span.Start).Select(one => MeasureDiagnosticText.Render(text, one));

            Assert.Equal(string.Join('\n', lines.Skip(objective is null ? 1 : 2)).TrimEnd('\n'), string.Join('\n', rendered));
        }
    }

    [Fact]
    public void Every_word_the_parser_offers_stands_in_the_grammar()
    {
        var grammar = Blocks("ebnf").Single().Body;
        var words = Phrases.OfValue.Concat(Phrases.OfClause).Concat(Phrases.OfSorts).Concat(Phrases.OfDistinct).Concat(Phrases.OfGoalClause).Concat(Phrases.OfPeriods)
            .Concat(Phrases.OfComparison).Concat([Phrases.After, Phrases.Before, Phrases.Within, Phrases.First, Phrases.Last, Phrases.Start, Phrases.End, Phrases.Yes, Phrases.Or, Phrases.And])
            .SelectMany(static one => one.Text.Split(' ')).Distinct(StringComparer.Ordinal);

        Assert.Empty(words.Where(word => !grammar.Contains($"\"{word}\"", StringComparison.Ordinal)));
    }

    private static List<(string Of, string Body)> Blocks(string kind) =>
        [.. Block().Matches(Page).Where(match => match.Groups["kind"].Value == kind).Select(static match => (match.Groups["of"].Value, match.Groups["body"].Value))];

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"^```(?<kind>[a-z]+)(?: of (?<of>[^\n]+))?\n(?<body>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
