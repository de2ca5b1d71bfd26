namespace OutsideIn.Measures.Internals;

/// <summary>Goals as text.</summary>
internal static class GoalText
{
    public static string Of(GoalSyntax goal) => goal switch
    {
        ShareGoalSyntax share =>
            $"{(share.IsAtMost ? "at most " : "")}{FigureText.Of(Percents.Of(share.Share))}% of {(share.IsOfCustomers ? "customers" : "cases")} {Of(share.Test)}",
        PercentileGoalSyntax { Percentile: 0.5 } median => $"median {Of(median.Test)}",
        PercentileGoalSyntax percentile => $"p{FigureText.Of(Percents.Of(percentile.Percentile))} {Of(percentile.Test)}",
        MeanGoalSyntax mean => $"mean {Of(mean.Test)}",
        TotalGoalSyntax total => $"total {Of(total.Test)}",
        _ => ValueText.Missing,
    };

    private static string Of(ValueTestSyntax test) => test switch
    {
        AnswerTestSyntax answer => answer.IsYes ? "yes" : "no",
        BoundSyntax { Duration: { } duration } bound => $"{ConditionText.SignOf(bound.Comparison)} {ValueText.Of(duration)}",
        BoundSyntax { Number: { } number } bound => $"{ConditionText.SignOf(bound.Comparison)} {FigureText.Of(number)}",
        _ => ValueText.Missing,
    };
}
