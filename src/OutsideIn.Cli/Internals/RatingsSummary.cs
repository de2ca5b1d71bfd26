using System.Globalization;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>The ratings of a map on a few screens of a terminal.</summary>
internal sealed class RatingsSummary(IAnsiConsole console, MapIndex index)
{
    public void Show(MapRatings ratings)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(ratings.Organisation.Length == 0 ? "Ratings" : ratings.Organisation)}[/]").LeftJustified());
        ShowPoints(ratings.PointsOfFailure);
        ShowSight(ratings);
        ShowCosting(ratings.Costing);
        ShowRewards(ratings);
        ShowMeasures(ratings);
        ShowDemand(ratings);
        ShowConformance(ratings.Conformance);
        ShowRisks(ratings);
        ShowStops(ratings.StopList);
        ShowMask(ratings.Mask);
        ShowChecklists(ratings);
    }

    private void ShowPoints(FailurePointsRating rating)
    {
        var table = Tables.New("Points of failure", "Kind", "", "As is", "To be", "Change");
        table.Row("Moments of Truth", "", CountText.Of(rating.AsIs.Moments.Count), CountText.Of(rating.ToBe.Moments.Count), Tables.Change(rating.MomentsChange));
        table.Row("Breakpoints", "", CountText.Of(rating.AsIs.Breakpoints.Count), CountText.Of(rating.ToBe.Breakpoints.Count), Tables.Change(rating.BreakpointsChange));
        table.Row("Business rules", "", CountText.Of(rating.AsIs.Rules.Count), CountText.Of(rating.ToBe.Rules.Count), Tables.Change(rating.RulesChange));
        table.Row("Together", "", CountText.Of(rating.AsIs.Total), CountText.Of(rating.ToBe.Total), Tables.Change(rating.TotalChange));
        Tables.Show(console, table);
        if (rating.IsProbablyUnderDiscovered)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"[yellow]{rating.AsIs.HandOffDensity:0.0} breakpoints for each Moment of Truth: probably more are to be found (the authors expect 3–4).[/]");
        }
    }

    private void ShowSight(MapRatings ratings)
    {
        var rating = ratings.LineOfSight;
        var table = Tables.New("Line of sight from task to objective", "Of", "", "With a path");
        table.Row("Tasks", "", Tables.Of(rating.Tasks));
        table.Row("Hours", "", Tables.Of(rating.Hours));
        table.Row("Cost", "", Tables.Of(rating.Cost));
        if (rating.Tasks.Whole > 0)
        {
            Tables.Show(console, table);
        }
        else
        {
            console.MarkupLine("[grey]No task is written down: there is no line of sight to follow.[/]");
        }

        foreach (var death in rating.Deaths)
        {
            console.MarkupLineInterpolated(
                $"{CountText.Of(death.Tasks.Count, "task dies", "tasks die")} at {TierText(death.Tier)} ({Tables.Number(death.Hours)} hours): {Names(death.Tasks)}");
        }

        Say("Statements without work (a partner?)", rating.StatementsWithoutWork);
        Say("Tasks that no Moment of Truth causes", rating.TasksWithoutCause);
        Say("Outcomes that serve no objective", rating.OutcomesWithoutObjective);
        Say("Objectives that no outcome serves", rating.ObjectivesWithoutOutcome);
        if (ratings.Removable.Hours.Whole > 0)
        {
            console.MarkupLineInterpolated(
                $"Hours on work caused only by what can go: {Tables.Of(ratings.Removable.Hours)}; {RemovableWorkRating.Claim}.");
        }
    }

    private void ShowCosting(CostingRating rating)
    {
        var table = Tables.New("What the work costs, by outcome", "Outcome", "", "Cost", "Hours");
        foreach (var one in rating.Outcomes.Take(Tables.RowsShown))
        {
            table.Row(NameOf(one.Outcome), "", Tables.Number(one.Cost), Tables.Number(one.Hours));
        }

        if (rating.TotalHours > 0)
        {
            table.Row("(no outcome)", "", Tables.Number(rating.UnalignedCost), Tables.Number(rating.UnalignedHours));
            table.Row("Total", "", Tables.Number(rating.TotalCost), Tables.Number(rating.TotalHours));
            Tables.Show(console, table, rating.Outcomes.Count - Tables.RowsShown);
        }
    }

    private void ShowRewards(MapRatings ratings)
    {
        var (rewards, areas) = (ratings.Rewards, ratings.Areas);
        var table = Tables.New("Rewards and the other areas of alignment", "Area", "What is counted", "Share");
        table.Row("Rewards", "people rewarded for a customer's outcome", Tables.Of(rewards.Covered));
        table.Row("", "weight on customers' outcomes", ShareText.Of(rewards.Weight.Share));
        table.Row("", "weight on outputs that lead to no outcome", ShareText.Of(rewards.Perverse.Share));
        table.Row("Systems", "systems that make a kept Moment of Truth possible", Tables.Of(areas.Systems));
        table.Row("Process", "kept Moments of Truth with manager and design", Tables.Of(areas.Process));
        table.Row("Strategy", "objectives that an outcome serves", Tables.Of(areas.Strategy));
        Tables.Show(console, table);
    }

    private void ShowMeasures(MapRatings ratings)
    {
        var rating = ratings.Alignment;
        if (rating.Contributing.Whole > 0)
        {
            var table = Tables.New("Measures", "Question", "", "Metrics");
            table.Row("Does it contribute to an outcome?", "", Tables.Of(rating.Contributing));
            table.Row("Does it look forward?", "", Tables.Of(rating.Forward));
            table.Row("Both", "", Tables.Of(rating.Both));
            foreach (var tier in ratings.Metrics.All)
            {
                table.Row(tier.Tier is { } known ? $"Tier: {TierText(known)}" : "Tier not known", "", Tables.Of(tier.Metrics));
            }

            Tables.Show(console, table);
        }

        if (ratings.Metrics is { HasDashboard: true, DashboardShowsCustomer: false })
        {
            console.MarkupLine("[yellow]No tile of the dashboard is a customer's outcome.[/]");
        }

        if (ratings.GreenAndRed.IsContradiction)
        {
            console.MarkupLineInterpolated(
                $"[yellow]Better for us: {Names([.. ratings.GreenAndRed.Green.Select(static one => one.Metric)])}; worse for the customer: {Names([.. ratings.GreenAndRed.Red.Select(static one => one.Metric)])}.[/]");
        }
    }

    private void ShowDemand(MapRatings ratings)
    {
        var table = Tables.New("Failure demand", "Cause", "", "Contacts that failed");
        foreach (var cause in ratings.Demand.ByCause.Take(Tables.RowsShown))
        {
            table.Row(cause.Cause is { } id ? NameOf(id) : "(none named)", "", Tables.Of(cause.Share));
        }

        table.Row("Together", "", Tables.Of(ratings.Demand.Share));
        if (ratings.Demand.Share.Whole > 0)
        {
            Tables.Show(console, table, ratings.Demand.ByCause.Count - Tables.RowsShown);
        }

        if (ratings.Demand.Cost is { } cost)
        {
            console.MarkupLineInterpolated($"Cost of failure: {Tables.Number(cost)}, and {Tables.Number(ratings.Demand.CustomerHours)} hours of customers.");
        }

        foreach (var gate in ratings.Experiments)
        {
            console.MarkupLineInterpolated($"Experiment “{NameOf(gate.Experiment!)}”: net {Tables.Number(gate.Net)}, {(gate.MayLaunch ? "may be launched" : "no launch")}.");
        }
    }

    private void ShowConformance(IReadOnlyList<ExperienceConformance> all)
    {
        var table = Tables.New("Conformance to the design", "Experience", "", "Conformance", "95 % interval", "n", "Never observed");
        foreach (var one in all.Take(Tables.RowsShown))
        {
            var interval = one.Low is { } low ? $"{ShareText.Of(low)} to {ShareText.Of(one.High)}" : "–";
            table.Row(
                one.Experience is { } id ? NameOf(id) : "(none)", "", one.Rating is { } rating ? ShareText.Of(rating) : "–", interval,
                CountText.Of(one.Observed), CountText.Of(one.Moments.Sum(static moment => moment.NeverObserved.Count)));
        }

        Tables.Show(console, table, all.Count - Tables.RowsShown);
    }

    private void ShowRisks(MapRatings ratings)
    {
        var table = Tables.New("Impact and risk", "Need", "At", "Impact", "Likelihood", "Exposure a year", "Class");
        foreach (var cell in ratings.Risks.Take(Tables.RowsShown))
        {
            var likelihood = cell.ObservedRate is { } rate ? $"{ShareText.Of(rate)} (n = {CountText.Of((long)cell.Observed)})"
                : cell.Likelihood is { } judged ? $"{judged} (judged)" : "–";
            table.Row(NameOf(cell.Need), NameOf(cell.At), CountText.Of(cell.Impact), likelihood, Tables.Number(cell.Exposure), cell.Class.ToString());
        }

        Tables.Show(console, table, ratings.Risks.Count - Tables.RowsShown);
        var crowns = Tables.New("Triple crown", "Action", "", "Verdict");
        foreach (var crown in ratings.Crowns)
        {
            crowns.Row(NameOf(crown.Action), "", crown.Verdict.Text);
        }

        Tables.Show(console, crowns);
    }

    private void ShowStops(IReadOnlyList<StopCandidate> stops)
    {
        var table = Tables.New("Stop list", "Task", "Dies at", "Hours", "Cost", "Rewarded by");
        foreach (var one in stops.Take(Tables.RowsShown))
        {
            table.Row(one.Name, TierText(one.DiesAt), Tables.Number(one.Hours), Tables.Number(one.Cost), Tables.Ids(one.RewardedBy));
        }

        Tables.Show(console, table, stops.Count - Tables.RowsShown);
    }

    private void ShowMask(MaskRating mask)
    {
        var table = Tables.New("The mask: what is stated beside what is evidenced, 0 inside-out to 10 outside-in", "", "Difference", "Stated", "Evidenced", "Gap", "From").EndingInWords();
        foreach (var item in mask.Items)
        {
            var from = item.Evidence.Count == 0
                ? "no evidence"
                : string.Join("; ", item.Evidence.Select(static one => $"{Tables.Number(one.Part)} of {Tables.Number(one.Whole)} {one.Text}{(one.Log is null ? "" : $" ({one.Log}, 95 % interval {ShareText.Of(one.Low)} to {ShareText.Of(one.High)})")}"));
            table.Row(item.Key, item.OutsideIn, Tables.Ten(item.Stated), Tables.Ten(item.Evidenced), Tables.Ten(item.Gap), from);
        }

        Tables.Show(console, table);
        console.MarkupLineInterpolated(
            $"Stated {Tables.Ten(mask.Stated)} ({CountText.Of(mask.StatedCount)} of 11 said), evidenced {Tables.Ten(mask.Evidenced)} ({CountText.Of(mask.EvidencedCount)} of 11 evidenced), gap {Tables.Ten(mask.Gap)} over the {CountText.Of(mask.GapCount)} with both.");
    }

    private void ShowChecklists(MapRatings ratings)
    {
        var challenges = Tables.New("The five challenges", "", "Question", "Stated", "What the data say").EndingInWords();
        foreach (var one in ratings.Challenges)
        {
            challenges.Row(CountText.Of(one.Number), one.Question, Tables.Ten(one.Stated), one.Answers.Count == 0 ? "no data" : string.Join(" ", one.Answers));
        }

        Tables.Show(console, challenges);
        var steps = Tables.New(
            $"The ten steps: {ratings.Steps.Count(static one => one.HasEvidence)} with evidence; a checklist, never a gate", "", "Step", "Evidence", "Last");
        foreach (var one in ratings.Steps)
        {
            steps.Row(CountText.Of(one.Number), one.Title, CountText.Of(one.Evidence.Count), one.Last?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–");
        }

        Tables.Show(console, steps);
    }

    private void Say(string what, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            console.MarkupLineInterpolated($"{what}: {Names(ids)}");
        }
    }

    private string NameOf(string id) => index.Find(id)?.Name is { Length: > 0 } name ? name : id;

    private string Names(IReadOnlyList<string> ids) => Tables.Ids([.. ids.Take(8).Select(NameOf), .. ids.Skip(8)]);

    private static string TierText(Tier tier) => tier switch
    {
        Tier.Task => "task",
        Tier.Activity => "activity",
        Tier.Output => "output",
        Tier.BusinessOutcome => "business outcome",
        _ => "customer outcome",
    };
}
