using System.Runtime.CompilerServices;
using System.Text.Json;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Proof;
using OutsideIn.Simulation;
using OutsideIn.Tests.Diagnosis;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Proof;

public sealed class CompareJsonTests
{
    private const string Head = """
        # Comparisons as JSON

        What `outsidein compare … --json FILE` and `outsidein calibrate --log … --json FILE` write and the workspace's API sends. This page is made from the code's own comments; a test keeps the two equal.

        - `version` names the layout. It grows only when a reader of the layout before would misread the new one; new names may appear without that, so ignore names you do not know.
        - Differences are in the unit they say: shares as fractions from −1 to 1, durations in seconds on the measure's clock, or business days.
        - Instants are ISO 8601 in UTC, such as `2026-03-01T09:00:00Z`; days are `2026-03-01`.
        - `null` means that there is no such figure; `refusal` says why. A number that cannot be had is never 0 and never "NaN", and a p-value that cannot be had is never 1.
        - The answer rests on the interval, never on the value alone. `withheld` shows no figure at all: units did not come into the arms as planned.

        """;

    [Fact]
    public void The_page_is_what_the_records_say()
    {
        var path = Path.GetFullPath(Path.Combine(Here(), "../../../docs/compare-json.md"));
        var page = new JsonPage(Head, (typeof(LogComparison), "a comparison"), (typeof(LogCalibration), "false alarms of a log")).Make();
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path), "docs/compare-json.md is missing: run this test once with APPROVE=1.");
        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_comparison_survives_being_written_and_read()
    {
        var question = new ComparisonQuestion("time from first \"Report the claim\" to first \"Collect the car\"") { Objective = "60% of cases <= 14d", Arms = "arm", Unit = "team" };
        var comparison = LogComparisons.Compare(MeasuredLog.Of(NorthbankPilot.Generate()), "pilot", question, CancellationToken.None).Value();

        var text = JsonSerializer.Serialize(comparison, DiagnosisJson.Options);
        var again = JsonSerializer.Serialize(JsonSerializer.Deserialize<LogComparison>(text, DiagnosisJson.Options), DiagnosisJson.Options);

        Assert.Equal(text, again);
        Assert.Contains("\"design\":\"arms\"", text, StringComparison.Ordinal);
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
