using System.Runtime.CompilerServices;
using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Tests.Diagnosis;

namespace OutsideIn.Tests.Proof;

/// <summary>The layout of what is said of experiments, page by page of the code's own comments.</summary>
public sealed class ExperimentJsonTests
{
    private const string Head = """
        # Experiments and their ledger as JSON

        What `outsidein experiment plan|assign|check|analyse|ledger … --json FILE` write and the workspace's API sends. This page is made from the code's own comments; a test keeps the two equal.

        | command | API, under `/api/logs/{id}` | answer |
        | --- | --- | --- |
        | | `GET /experiments` | list of [the state of an experiment](#the-state-of-an-experiment) as `experiments`, and `faults` of the ledger |
        | `plan` | `GET /experiments/{experiment}` | [a plan](#a-plan) |
        | `plan --lock` | `POST /experiments/{experiment}/lock` | the API: the numbered entry of the ledger |
        | `assign` | `POST /experiments/{experiment}/assign` | [an assignment](#an-assignment); as a file with `?format=csv` or `xlsx`, or by the `Accept` header |
        | `check` | `POST /experiments/{experiment}/check` | [a check](#a-check) |
        | `analyse` | `POST /experiments/{experiment}/analyse` | [an analysis](#an-analysis); the API: as `analysis`, beside the number of its `entry` in the ledger and whether it `isNew` |
        | `ledger` | `GET /ledger` | [the ledger](#the-ledger), of one experiment with `?experiment=` |
        | `ledger --decide`, `--forecast`, `--result-of` | `POST /experiments/{experiment}/decisions`, `/forecasts`, `/results` | the API: the numbered entry |

        What the API takes stands in `api/openapi.json`. The ledger of a log stays when the log is deleted, and a log that is added under the same id goes on with it.

        - `version` names the layout. It grows only when a reader of the layout before would misread the new one; new names may appear without that, so ignore names you do not know.
        - Durations are seconds on the measure's clock, or business days. Shares and relative effects are fractions: 0.05 is five per cent.
        - Instants are ISO 8601 in UTC, such as `2026-03-01T09:00:00Z`; days are `2026-03-01`.
        - `null` means that there is no such figure, or that this look may not show it; `refusal` says why where there is one. A withheld run shows none.
        - An end that nothing bounds is the text `"Infinity"` or `"-Infinity"`; a spread of one value is `"NaN"`.
        - An entry of the ledger says its `kind` first: `locked`, `looked`, `decided`, `forecast` or `result`; one that was `looked` is laid out as [`lastLook`](#lastlook), one that was `decided` as [`lastDecision`](#lastdecision).

        """;

    [Fact]
    public void The_page_is_what_the_records_say()
    {
        var path = Path.GetFullPath(Path.Combine(Here(), "../../../docs/experiment-json.md"));
        var page = new JsonPage(
            Head, (typeof(ExperimentState), "the state of an experiment"), (typeof(PlanAnswer), "a plan"), (typeof(AssignmentAnswer), "an assignment"),
            (typeof(ExperimentCheck), "a check"), (typeof(ExperimentAnalysis), "an analysis"), (typeof(LedgerAnswer), "the ledger")).Make();
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path), "docs/experiment-json.md is missing: run this test once with APPROVE=1.");
        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
