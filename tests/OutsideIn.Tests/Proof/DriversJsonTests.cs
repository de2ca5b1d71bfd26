using System.Runtime.CompilerServices;
using System.Text.Json;
using OutsideIn.Diagnosis;
using OutsideIn.Proof;
using OutsideIn.Tests.Diagnosis;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Proof;

/// <summary>The layout of what is said of drivers and of surveys, page by page of the code's own comments.</summary>
public sealed class DriversJsonTests
{
    private const string Head = """
        # Drivers and surveys as JSON

        What `outsidein drivers … --json FILE` and `outsidein survey … --json FILE` write and the workspace's API sends. This page is made from the code's own comments; a test keeps the two equal.

        - `version` names the layout. It grows only when a reader of the layout before would misread the new one; new names may appear without that, so ignore names you do not know.
        - Durations are seconds on the measure's clock, or business days; shares are fractions from 0 to 1; a net promoter score is in points from −100 to 100.
        - Instants are ISO 8601 in UTC, such as `2026-03-01T09:00:00Z`.
        - `null` means that there is no such figure; `refusal` says why. A number that cannot be had is never 0 and never "NaN".
        - `holds` of a check is true, false, or null where the data cannot tell.

        """;

    [Fact]
    public void The_page_is_what_the_records_say()
    {
        var path = Path.GetFullPath(Path.Combine(Here(), "../../../docs/drivers-json.md"));
        var page = new JsonPage(Head, (typeof(LogDrivers), "an analysis of drivers"), (typeof(LogSurvey), "a survey")).Make();
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path), "docs/drivers-json.md is missing: run this test once with APPROVE=1.");
        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Answers_survive_being_written_and_read()
    {
        Assert.Equal("told", Twice(DriversOfLog.Analyse(PlantedAnswers.Measured, "log", new DriversQuestion(PlantedAnswers.Score), CancellationToken.None).Value()).Answer);
        Assert.Equal(PlantedAnswers.CaseCount, Twice(SurveyOfLog.Read(PlantedAnswers.Measured, "log", new SurveyQuestion("score") { Per = "team" }, CancellationToken.None).Value()).All);
    }

    private static T Twice<T>(T answer)
    {
        var text = JsonSerializer.Serialize(answer, DiagnosisJson.Options);
        var again = JsonSerializer.Deserialize<T>(text, DiagnosisJson.Options)!;
        Assert.Equal(text, JsonSerializer.Serialize(again, DiagnosisJson.Options));
        return again;
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
