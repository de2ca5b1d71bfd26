namespace OutsideIn.Web;

/// <summary>What a figure's cases are called above their list.</summary>
internal static class FigureTitle
{
    /// <summary>The figure's kind and name in words, such as "Cases that reached the outcome".</summary>
    public static string Of(OpenLog log, string figure)
    {
        var outcome = log.Document.Diagnosis.Outcome;
        if (figure == outcome.ReachedFigure)
        {
            return $"Cases that reached \"{log.Document.Map.Outcome}\"";
        }

        if (figure == outcome.LostFigure)
        {
            return $"Cases that lost \"{log.Document.Map.Outcome}\"";
        }

        if (figure == outcome.OpenFigure)
        {
            return "Cases still open";
        }

        var slash = figure.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? $"Cases behind {Spaced(figure)}"
            : $"Cases behind {Spaced(figure[..slash])}: {figure[(slash + 1)..].Replace(">", " → ", StringComparison.Ordinal)}";
    }

    // "failureDemand" and "failure-demand" both read "failure demand".
    private static string Spaced(string kind) => string.Concat(kind.Select(static (letter, at) =>
        letter is '-' or '_' ? " " : char.IsUpper(letter) && at > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
