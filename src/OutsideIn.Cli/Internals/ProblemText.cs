using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>How a problem looks on the terminal.</summary>
internal static class ProblemText
{
    public static int Show(Terminal terminal, Problem problem)
    {
        terminal.Talk.MarkupLineInterpolated($"[red]{problem.Code}[/] {problem.Message}");
        if (problem.Hint is not null)
        {
            terminal.Talk.MarkupLineInterpolated($"[grey]{"→"}[/] {problem.Hint}");
        }

        return ExitCode.Problem;
    }
}
