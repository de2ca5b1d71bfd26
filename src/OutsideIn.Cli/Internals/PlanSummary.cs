using System.Globalization;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>A plan on a terminal.</summary>
internal static class PlanSummary
{
    public static void Show(IAnsiConsole console, Plan plan)
    {
        var table = Tables.New("The plan, in order", "", "Action", "Whose", "Breakpoints", "Cost", "Days", "Customers' hours", "Goes with it").EndingInWords();
        foreach (var one in plan.Ordered.Take(2 * Tables.RowsShown))
        {
            table.Row(
                CountText.Of(one.Place), one.Name, one.IsOwn ? "ours" : "candidate", CountText.Of(one.BreakpointsEliminated),
                CostText(one), Tables.Number(one.DurationDays), Tables.Number(one.CustomerHours is { } hours ? Math.Round(hours) : null), Tables.Ids(one.Cascade.Follows));
        }

        Tables.Show(console, table, plan.Ordered.Count - (2 * Tables.RowsShown));
        if (plan.Ordered.Count == 0)
        {
            console.MarkupLine("Nothing to do: no action, and nothing the map's judgements or ratings ask for.");
        }

        foreach (var one in plan.Ordered.Take(Tables.RowsShown))
        {
            console.MarkupLineInterpolated($"[bold]{CountText.Of(one.Place)}.[/] {one.Elevator.Text}");
            foreach (var reason in one.Reasons)
            {
                console.MarkupLineInterpolated($"   [grey]{ReasonText(reason)}[/]");
            }

            foreach (var warning in one.Warnings)
            {
                console.MarkupLineInterpolated($"   [yellow]{warning}[/]");
            }
        }

        foreach (var one in plan.Rejected)
        {
            console.MarkupLineInterpolated($"[yellow]Not in the plan: {one.Name}, {Tables.Number(one.DurationDays)} days. Days, weeks or months, never years.[/]");
        }

        console.WriteLine();
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[grey]{CountText.Of(plan.Candidates.Count, "candidate", "candidates")}, {CountText.Of(plan.Done.Count)} done. A cost with ~ nobody has judged. Stop-actions need nobody's approval.[/]");
    }

    private static string ReasonText(PlanReason reason) =>
        $"{(reason.Code is null ? "" : reason.Code + ": ")}{reason.Text}{(reason.Log is null ? "" : $" ({reason.Log})")}";

    private static string CostText(PlannedAction action) => (action.IsCostAssumed ? "~" : "") + action.Cost switch
    {
        Judgement.Low => "low",
        Judgement.Medium => "medium",
        _ => "high",
    };
}
