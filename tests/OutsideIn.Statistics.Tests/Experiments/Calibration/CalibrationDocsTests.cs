using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>The measured table in docs/methods.md is what the suite gives, rounded; APPROVE=1 writes it anew.</summary>
public sealed class CalibrationDocsTests
{
    private const string Heading = "### Measured\n";

    [Fact]
    public void The_table_of_the_docs_is_what_was_measured()
    {
        var file = Path.GetFullPath(Path.Combine(Here(), "../../../../docs/methods.md"));
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var from = text.IndexOf(Heading, StringComparison.Ordinal);
        Assert.True(from >= 0, "docs/methods.md has no heading \"Measured\".");
        var next = text.IndexOf("\n## ", from, StringComparison.Ordinal);
        var (onRecord, rest) = next < 0 ? (text[from..], "") : (text[from..next], text[next..]);

        var measured = Table();

        if (onRecord.Trim() != measured.Trim() && Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(file, text[..from] + measured + rest);
            return;
        }

        // Line by line, so that a difference says where it is.
        Assert.Equal(measured.Trim().Split('\n'), onRecord.Trim().Split('\n'));
    }

    private static string Table()
    {
        var text = new StringBuilder(Heading);
        foreach (var part in CalibrationSuite.Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{part.Name}**\n\n| for | method | situation | counted | runs | measured (95 %) | aim |\n| --- | --- | --- | --- | --: | --- | --- |\n");
            foreach (var row in MeasuredParts.Of(part.Name))
            {
                var goal = int.TryParse(row.Goal, CultureInfo.InvariantCulture, out var number) ? $"goal {number}" : row.Goal;
                var aim = row.Aim is null ? "–" : row.AimText + (row.IsMet ? "" : ", **missed**");
                text.Append(CultureInfo.InvariantCulture, $"| {goal} | {row.Method} | {row.Situation} | {row.Figure} | {row.Runs:#,0} | {row.Text} | {aim} |\n");
            }
        }

        text.Append("\nMissed, and why:\n");
        foreach (var miss in CalibrationSuite.KnownMisses)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {miss.Method}, {miss.Situation}: {miss.Why}\n");
        }

        return text.ToString();
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
