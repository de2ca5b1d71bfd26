using System.Runtime.CompilerServices;
using System.Text.Json;
using OutsideIn.Diagnosis;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class MeasureJsonTests
{
    private const string Head = """
        # Measures and scorecards as JSON

        What `outsidein measure … --json FILE` and `outsidein score … --json FILE` write and the workspace's API sends. This page is made from the code's own comments; a test keeps the two equal.

        - `version` names the layout. It grows only when a reader of the layout before would misread the new one; new names may appear without that, so ignore names you do not know.
        - Durations are seconds on the measure's clock, or business days; `unit` says which. Shares are fractions from 0 to 1.
        - Instants are ISO 8601 in UTC, such as `2026-03-01T09:00:00Z`; days are `2026-03-01`.
        - `null` means that there is no such figure; `refusal` says why. A number that cannot be had is never 0 and never "NaN".
        - Every figure carries its interval, its n, and how many of them are open; a verdict rests on the interval, never on the figure alone.

        """;

    [Fact]
    public void The_page_is_what_the_records_say()
    {
        var path = Path.GetFullPath(Path.Combine(Here(), "../../../docs/measure-json.md"));
        var page = new JsonPage(Head, (typeof(MeasureAnswer), "a measure"), (typeof(Scorecard), "a scorecard")).Make();
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path), "docs/measure-json.md is missing: run this test once with APPROVE=1.");
        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_answer_survives_being_written_and_read()
    {
        var run = MeasureRuns.Ask(
            MeasuredLogs.Of(SmallLog.Of("0 Ask #phone, 5 Pay", "0 Ask", "3 Ask, 9 Pay"), new SmallMap().Contacts("Ask").Outcome("Pay").ToMap(), null),
            new MeasureQuestion("time from \"Ask\" to \"Pay\"") { Objective = "90% of cases <= 5m", By = "channel" },
            CancellationToken.None).Value();
        var answer = MeasureAnswer.Of("small.csv", run);

        var text = JsonSerializer.Serialize(answer, DiagnosisJson.Options);
        var again = JsonSerializer.Serialize(JsonSerializer.Deserialize<MeasureAnswer>(text, DiagnosisJson.Options), DiagnosisJson.Options);

        Assert.Equal(text, again);
        Assert.Contains("\"kind\":\"duration\"", text, StringComparison.Ordinal);
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
