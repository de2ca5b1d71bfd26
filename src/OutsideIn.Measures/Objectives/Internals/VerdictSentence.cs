using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>The verdict as one plain sentence.</summary>
internal static class VerdictSentence
{
    public static string Of(MeasurePlan plan, ObjectiveSyntax objective, VerdictKind kind, MeasureFigure figure, int undecided, string? period)
    {
        var subjects = CountText.Of(figure.Count, plan.IsPerCustomer ? "customer" : "case", plan.IsPerCustomer ? "customers" : "cases")
            + (period is null ? "" : $" begun in {period}");
        var verdict = kind switch
        {
            VerdictKind.Met => "Met",
            VerdictKind.Missed => "Missed",
            _ => "Not yet provable",
        };
        if (figure.Value is null && figure.Interval is null)
        {
            return $"{verdict}: {figure.Refusal}";
        }

        var text = MeasureText.Of(figure, plan.Kind, plan.Clock);
        var statement = objective.Goal is ShareGoalSyntax share
            ? $"{text} of {subjects} {Predicate(share.Test, plan)}, where {(share.IsAtMost ? "at most" : "at least")} {Percent(share.Share)} % is aimed at"
            : $"{Name(objective.Goal)} of {subjects} is {text}, where {Bound(BoundOf(objective.Goal), "")} is aimed at";
        return $"{verdict}: {statement}{Rest(plan, objective, figure, undecided)}.";
    }

    private static string Rest(MeasurePlan plan, ObjectiveSyntax objective, MeasureFigure figure, int undecided)
    {
        var rest = objective.Goal is ShareGoalSyntax && undecided > 0 ? $"; {CountText.Of(undecided)} can still turn"
            : objective.Goal is not ShareGoalSyntax && figure.Open > 0 ? $"; {CountText.Of(figure.Open)} still open"
            : "";
        return plan.IsWait() && figure.Lost > 0 ? $"{rest}; {CountText.Of(figure.Lost)} gave up or were refused" : rest;
    }

    private static string Predicate(ValueTestSyntax test, MeasurePlan plan) => test switch
    {
        AnswerTestSyntax answer => answer.IsYes ? "are yes" : "are no",
        BoundSyntax bound => Bound(bound, plan.Kind == MeasureKind.Duration ? "took " : "have "),
        _ => "",
    };

    private static string Percent(double share) => Math.Round(share * 100, 6).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Name(GoalSyntax goal) => goal switch
    {
        PercentileGoalSyntax { Percentile: 0.5 } => "the median",
        PercentileGoalSyntax percentile => "p" + Percent(percentile.Percentile),
        MeanGoalSyntax => "the mean",
        _ => "the total",
    };

    private static BoundSyntax BoundOf(GoalSyntax goal) => goal switch
    {
        PercentileGoalSyntax percentile => percentile.Test,
        MeanGoalSyntax mean => mean.Test,
        _ => ((TotalGoalSyntax)goal).Test,
    };

    private static string Bound(BoundSyntax bound, string verb) => verb + bound.Comparison switch
    {
        Comparison.Equal => "exactly ",
        Comparison.NotEqual => "anything but ",
        Comparison.Less => "less than ",
        Comparison.AtMost => "at most ",
        Comparison.More => "more than ",
        _ => "at least ",
    } + (bound.Duration is { } duration ? Duration(duration) : (bound.Number ?? 0).ToString("#,0.######", CultureInfo.InvariantCulture));

    private static string Duration(DurationSyntax duration) => duration.Amount.ToString("#,0.######", CultureInfo.InvariantCulture) + duration.Unit switch
    {
        DurationUnit.Second => " s",
        DurationUnit.Minute => " min",
        DurationUnit.Hour => " h",
        DurationUnit.Day => " d",
        DurationUnit.Week => duration.Amount == 1 ? " week" : " weeks",
        _ => duration.Amount == 1 ? " business day" : " business days",
    };
}
