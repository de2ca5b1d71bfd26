using System.Runtime.CompilerServices;
using System.Text;
using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures.Language;

/// <summary>Wrong measures and objectives on record with what people are told about them.</summary>
/// <remarks>
/// A block of wrong-measures.txt is an input and what is rendered for it, up to an empty line. The input is "measure:", or "objective:" behind the measure
/// it judges; "without map" measures see a log without map, starts and customers. APPROVE=1 writes the file anew.
/// </remarks>
public sealed class WrongMeasuresTests
{
    private const string Measure = "measure: ";
    private const string WithoutMap = "without map, measure: ";
    private const string Objective = "objective: ";

    [Fact]
    public void What_is_told_about_each_wrong_text_is_what_stands_on_record()
    {
        var onRecord = File.ReadAllText(Record()).ReplaceLineEndings("\n");

        var now = string.Join("\n", Blocks(onRecord).Select(static block => Rendered(block)));

        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(Record(), now);
            return;
        }

        Assert.Equal(onRecord, now);
    }

    [Fact]
    public void At_least_sixty_wrong_texts_are_on_record_and_each_is_told_a_place_and_a_correction()
    {
        var blocks = Blocks(File.ReadAllText(Record()).ReplaceLineEndings("\n"));

        Assert.True(blocks.Count >= 60, $"{blocks.Count} texts are on record.");
        Assert.Equal(blocks.Count, blocks.Distinct().Count());
        foreach (var block in blocks)
        {
            var (text, diagnostics) = Told(block);
            Assert.NotEmpty(diagnostics);
            foreach (var one in diagnostics)
            {
                Assert.InRange(one.Span.Start, 0, text.Length);
                Assert.InRange(one.Span.End, one.Span.Start, text.Length);
                Assert.Matches("^[^a-z].*[.:]$|^[a-z].*[.]$", one.Message);
                Assert.False(string.IsNullOrWhiteSpace(one.Hint), $"{text}: {one.Message}");
                Assert.True(one.Message.Length <= 160 && one.Hint.Length <= 240, $"{text}: {one.Message} {one.Hint}");
            }
        }
    }

    [Fact]
    public void Every_code_of_the_language_but_its_notes_stands_on_record()
    {
        var told = Blocks(File.ReadAllText(Record()).ReplaceLineEndings("\n")).SelectMany(static block => Told(block).Diagnostics).Select(static one => one.Code).ToHashSet();
        var listed = File.ReadLines(Path.Combine(Path.GetDirectoryName(Record())!, "../../../../docs/problems.md"))
            .Where(static line => line.StartsWith("| `ME1", StringComparison.Ordinal)).Select(static line => line[3..8]);

        // Nesting a hundred deep is tested by itself, and without a log nothing stands here.
        Assert.Empty(listed.Except(told).Except(["ME118", "ME145"]));
    }

    private static List<(string Input, string? Objective)> Blocks(string record)
    {
        List<(string Input, string? Objective)> blocks = [];
        foreach (var line in record.Split('\n'))
        {
            if (line.StartsWith(Measure, StringComparison.Ordinal) || line.StartsWith(WithoutMap, StringComparison.Ordinal))
            {
                blocks.Add((line, null));
            }
            else if (line.StartsWith(Objective, StringComparison.Ordinal))
            {
                blocks[^1] = (blocks[^1].Input, line[Objective.Length..]);
            }
        }

        return blocks;
    }

    private static string Rendered((string Input, string? Objective) block)
    {
        var text = new StringBuilder(block.Input).Append('\n');
        if (block.Objective is { } objective)
        {
            text.Append(Objective).Append(objective).Append('\n');
        }

        var (read, diagnostics) = Told(block);
        foreach (var one in diagnostics)
        {
            text.Append(MeasureDiagnosticText.Render(read, one)).Append('\n');
        }

        return text.ToString();
    }

    private static (string Text, IReadOnlyList<MeasureDiagnostic> Diagnostics) Told((string Input, string? Objective) block)
    {
        var schema = block.Input.StartsWith(WithoutMap, StringComparison.Ordinal) ? ClaimsSchema.Bare : ClaimsSchema.Full;
        var text = block.Input[(block.Input.IndexOf(Measure, StringComparison.Ordinal) + Measure.Length)..].Replace("\\n", "\n", StringComparison.Ordinal);
        var measure = MeasureParser.Parse(text);
        var check = MeasureChecker.Check(measure.Tree, schema);
        if (block.Objective is not { } goal)
        {
            return (text, [.. measure.Diagnostics, .. check.Diagnostics]);
        }

        Assert.Empty(measure.Diagnostics);
        var objective = MeasureParser.ParseObjective(goal);
        return (goal, [.. objective.Diagnostics, .. MeasureChecker.Check(objective.Tree, check, schema)]);
    }

    private static string Record([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "wrong-measures.txt");
}
