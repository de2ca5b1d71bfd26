using System.CommandLine;

namespace OutsideIn.Cli;

/// <summary><c>outsidein experiment …</c>: whether a change reached the customer, from plan to ledger.</summary>
internal static class ExperimentCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock) =>
        new("experiment", "Plans an experiment of a map, gives out its arms, checks and analyses its run, and keeps what was said and decided about it.")
        {
            ExperimentPlanCommand.Create(terminal, clock),
            ExperimentAssignCommand.Create(terminal, clock),
            ExperimentCheckCommand.Create(terminal, clock),
            ExperimentAnalyseCommand.Create(terminal, clock),
            ExperimentLedgerCommand.Create(terminal, clock),
        };
}
