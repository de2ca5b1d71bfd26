using OutsideIn.Diagnosis;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>docs/diagnosis-json.md.</summary>
internal static class DiagnosisJsonPage
{
    private const string Head = """
        # The diagnosis as JSON

        What `outsidein diagnose LOG --json FILE` writes and the workspace's API sends. This page is made from the code's own comments; a test keeps the two equal.

        - `version` names the layout. It grows only when a reader of the layout before would misread the new one; new names may appear without that, so ignore names you do not know.
        - Durations are seconds unless a name says hours. Shares are fractions from 0 to 1. Costs are in the log's currency.
        - Instants are ISO 8601 in UTC, such as `2026-03-01T09:00:00Z`. Months are `2026-03`, in UTC.
        - `null` means that there is no such figure: the log does not say, or nothing was counted. A number that cannot be had is never 0 and never "NaN".
        - `figure` is the id of a figure; the workspace opens the cases behind it.
        - Figures that rest on a suggestion nobody has confirmed say so (`isSuggested`, `basis`).

        """;

    public static string Make() => new JsonPage(Head, (typeof(DiagnosisDocument), "the document")).Make();
}
