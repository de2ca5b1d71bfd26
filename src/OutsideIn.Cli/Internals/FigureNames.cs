using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>The names of the cases behind a figure, one a line.</summary>
internal static class FigureNames
{
    public static int Show(Terminal terminal, FigureCases figures, EventLog log, string figure)
    {
        if (figures.Open(figure) is not { } cases)
        {
            var question = NearestNames.Question(figure, figures.ByFigure.Keys);
            return ProblemText.Show(terminal, new Problem(
                ProblemKind.NotFound, "CL003", $"No figure is called \"{figure}\".",
                $"{question ?? "Each figure of the result carries its name."} --json lists them all."));
        }

        NameLines.Show(terminal.Data, [.. cases.Select(index => log.CaseNames[index])]);
        return ExitCode.Done;
    }
}
