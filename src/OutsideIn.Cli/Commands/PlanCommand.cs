using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Method;

namespace OutsideIn.Cli;

/// <summary><c>outsidein plan MAP</c>: what to do about the causes of work, in order.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock) =>
        new MapAnswer<Plan>(
            static (given, _, _) => PlanOf(given),
            static (terminal, _, _, plan) =>
            {
                PlanSummary.Show(terminal.Data, plan);
                return ExitCode.Done;
            }).Create(
                "plan",
                "Prints the plan of a map: its own actions and the candidates its judgements, its ratings and a log give, stop-actions first.",
                terminal,
                clock);

    private static Plan PlanOf(MapWithLog given)
    {
        var evidence = given.Diagnosis is null ? null : MapEvidence.PlanOf(given.Diagnosis, given.Map);
        return ActionPlan.Of(given.Map, MapChecks.Check(given.Map, new CheckOptions(given.Today)), evidence);
    }
}
