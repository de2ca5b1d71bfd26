using System.CommandLine;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>The program's commands, and the one place where their failures become exit codes.</summary>
internal static class CommandLine
{
    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(
            "OutsideIn shows an organisation what its customers get, where that fails, and what work causes it. "
            + "Without a command it serves the workspace on this computer.")
        {
            DiagnoseCommand.Create(terminal),
            MeasureCommand.Create(terminal),
            ScoreCommand.Create(terminal),
            CompareCommand.Create(terminal),
            CalibrateCommand.Create(terminal),
            DriversCommand.Create(terminal),
            SurveyCommand.Create(terminal),
            MapCommand.Create(terminal),
            SampleCommand.Create(terminal, TimeProvider.System),
            NewCommand.Create(terminal),
            CheckCommand.Create(terminal, TimeProvider.System),
            PrintCommand.Create(terminal, TimeProvider.System),
            RateCommand.Create(terminal, TimeProvider.System),
            PlanCommand.Create(terminal, TimeProvider.System),
            ExperimentCommand.Create(terminal, TimeProvider.System),
        };
        ServeCommand.MakeDefault(root, terminal);
        return root;
    }

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                ProblemText.Show(terminal, new Problem(ProblemKind.Invalid, "CL001", error.Message, "See --help."));
            }

            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            terminal.Talk.WriteLine("Stopped; nothing was written.");
            return ExitCode.Cancelled;
        }
        catch (Exception outside) when (outside is IOException or UnauthorizedAccessException)
        {
            ProblemText.Show(terminal, new Problem(ProblemKind.Invalid, "CL002", outside.Message));
            return ExitCode.OutsideFailed;
        }
    }
}
