using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>How well the log was read, on cards; the same on the overview and on the page about it.</summary>
internal static class QualityCards
{
    public static IReadOnlyList<CardView> Of(DiagnosisDocument document)
    {
        var (log, quality) = (document.Log, document.Quality);
        return
        [
            new CardView(
                "Read", Say.Count(quality.RowsKept), $"of {Say.Count(quality.RowsRead, "row", "rows")}, {quality.Format}", null, null, "quality", "plain"),
            new CardView(
                "Refused", Say.Count(quality.RowsRefused), quality.RowsRefused == 0 ? "every row could be read" : "listed one by one",
                null, null, "quality", quality.RowsRefused == 0 ? "plain" : "failure"),
            new CardView(
                "The log says", string.Join(", ", Known(log)), Unknown(log), null, null, "quality", "plain"),
            new CardView(
                "As of", Say.Day(log.AsOf), "what has not happened by then is open, not absent", null, null, "quality", "plain"),
        ];
    }

    private static IEnumerable<string> Known(LogSection log)
    {
        yield return "when";
        if (log.HasResources)
        {
            yield return "who";
        }

        if (log.HasTeams)
        {
            yield return "which team";
        }

        if (log.HasStarts)
        {
            yield return "how long";
        }

        if (log.HasCosts)
        {
            yield return "what it cost";
        }
    }

    private static string? Unknown(LogSection log)
    {
        string[] missing =
        [
            .. log.HasResources ? [] : (string[])["who did the work"],
            .. log.HasTeams ? [] : (string[])["which team"],
            .. log.HasStarts ? [] : (string[])["when work started"],
            .. log.HasCosts ? [] : (string[])["what it cost"],
        ];
        return missing.Length == 0 ? null : $"not {string.Join(", ", missing)}";
    }
}
