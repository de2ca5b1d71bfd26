using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>A plan as a page on a terminal.</summary>
internal static class ExperimentPlanScreen
{
    private const int HashShown = 12;

    public static void Show(IAnsiConsole console, PlanDraft draft, PlanAnswer page)
    {
        console.MarkupLineInterpolated($"[bold]{draft.Experiment.Name}[/] [grey]({draft.Experiment.Id})[/]");
        if (draft.Plan is { } plan)
        {
            ShowPlan(console, plan, draft);
        }
        else
        {
            ShowMissing(console, draft);
        }

        foreach (var sentence in page.Power?.Says ?? [])
        {
            console.WriteLine(sentence);
        }

        console.WriteLine();
        if (page.Locked is not { } locked)
        {
            console.MarkupLine("[grey]Not locked. Lock it before the first unit is given an arm: --lock.[/]");
            return;
        }

        console.MarkupLineInterpolated($"[grey]Locked on {Day(DateOnly.FromDateTime(locked.At.UtcDateTime))} as {locked.Hash[..Math.Min(HashShown, locked.Hash.Length)]}.[/]");
        foreach (var deviation in page.Deviations)
        {
            console.MarkupLineInterpolated($"[yellow]{(deviation.IsExploratory ? "Exploratory: " : "")}{deviation.Sentence}[/]");
        }
    }

    private static void ShowMissing(IAnsiConsole console, PlanDraft draft)
    {
        console.MarkupLineInterpolated($"This is no plan yet; {CountText.Of(draft.Missing.Count, "thing is", "things are")} missing or wrong.");
        foreach (var problem in draft.Missing)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[red]{problem.Code}[/] {problem.Message}");
            if (problem.Hint is not null)
            {
                console.MarkupLineInterpolated($"[grey]{"→"}[/] {problem.Hint}");
            }
        }
    }

    private static void ShowPlan(IAnsiConsole console, ExperimentPlan plan, PlanDraft draft)
    {
        var (said, of) = (draft.Experiment, plan.Hypothesis);
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        Line("Change", of.Change);
        Line("For", of.ForWhom);
        Line("Outcome", of.Outcome);
        Line("Because", of.Because);
        Line("Unit", Unit(plan.Unit));
        Line("Arms", string.Join(", ", plan.Arms.Select(static (arm, index) => $"{arm.Name} {ShareText.Of(Math.Clamp(arm.Share, 0, 1))}{(index == 0 ? " (control)" : "")}")));
        Line("Decides", Outcome(plan.Primary));
        Line("Worth having", $"{said.MinimumEffect}{Scale(plan.EffectScale)} {(plan.Primary.Better == Direction.Higher ? "more" : "less")}");
        foreach (var (guardrail, written) in plan.Guardrails.Zip(said.Guardrails))
        {
            Line("Must not get worse", $"{Outcome(guardrail.Outcome)} by {written.Margin}{Scale(guardrail.Scale)} or more");
        }

        foreach (var outcome in plan.Secondary)
        {
            Line("Looked at as well", Outcome(outcome));
        }

        Line("Looks", Looks(plan.Looks));
        Line("Accepted", $"{Percent(plan.Alpha)} false alarms; {Percent(plan.Power)} chance to see an effect worth having");
        Line("Days", Days(plan));
        List("Left out", plan.Exclusions);
        List("Adjusted by", plan.Covariates);
        List("Balanced by", plan.Strata);
        Line("Pays", plan.Economics is { } worth
            ? $"{CountText.Of((long)worth.CustomersPerPeriod)} customers a period, {Tables.Number(worth.CustomerValue)} each, for {Tables.Number(worth.Cost)}"
            : "nobody has worked out (customers per period, customer value, cost)");
        console.WriteLine();
        console.Write(grid);

        void Line(string key, string text) => grid.AddRow(new Text(key, new Style(Color.Grey)), new Text(text));

        void List(string key, IReadOnlyList<string> texts)
        {
            if (texts.Count > 0)
            {
                Line(key, string.Join("; ", texts));
            }
        }
    }

    private static string Unit(ExperimentUnit unit) => unit switch
    {
        ExperimentUnit.Case => "each case by itself",
        ExperimentUnit.Customer => "a customer with all their cases",
        ExperimentUnit.Agent => "a person with all they work on",
        ExperimentUnit.Team => "a team with everybody in it",
        ExperimentUnit.Branch => "a branch with everybody in it",
        _ => "a week for everybody",
    };

    private static string Outcome(PlannedOutcome outcome) =>
        $"{outcome.Name} ({(outcome.Better == Direction.Higher ? "more" : "less")} is better): {outcome.Measure}{(outcome.Objective is { } objective ? $"; {objective}" : "")}";

    private static string Scale(EffectScale scale) => scale == EffectScale.Relative ? " of the control" : "";

    private static string Looks(LookSchedule looks) => looks.Rule switch
    {
        LookRule.AtEnd => "once, at the end",
        LookRule.GroupSequential => $"{CountText.Of(looks.Count, "time", "times")}, the last at the end; error is spent as {looks.Spending} have it",
        _ => "any time; there is no planned end",
    };

    private static string Days(ExperimentPlan plan)
    {
        var from = plan.Start is { } start ? $"from {Day(start)}" : "from a day nobody has said";
        var to = plan.End is { } end ? $" to {Day(end)}" : ", without a planned end";
        var days = plan.FollowUpDays is { } followed ? $", each followed for {Tables.Number(followed)} days" : "";
        return from + to + days;
    }

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
