using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>The customer's and the firm's clock over the cases of a measure of a duration (measures.md, two clocks).</summary>
internal static class ClockPlans
{
    /// <summary>The clocks in the order shown, by their word and their name.</summary>
    public static readonly IReadOnlyList<(string Word, string Name, bool IsCustomers)> Both =
        [("customer", "The customer's clock", true), ("firm", "The firm's clock", false)];

    /// <summary>Whether the clocks are shown beside a measure: it is a duration, and the map says when they run.</summary>
    public static bool AreShown(PreparedMeasure measure, MeasuredLog log) =>
        measure.Kind == MeasureKind.Duration && log.CustomerClock is not null && log.FirmClock is not null;

    /// <summary>A clock over the same cases and hours. Cases are read one by one even where the measure is of customers.</summary>
    public static MeasureSyntax Of(PreparedMeasure measure, bool isCustomers)
    {
        var isWorking = measure.Tree.Value is TimeBetweenSyntax { IsWorkingTime: true } or ClockTimeSyntax { IsWorkingTime: true }
            or WaitingTimeSyntax { IsWorkingTime: true } or TouchTimeSyntax { IsWorkingTime: true };
        var span = measure.Tree.Value.Span;
        return new MeasureSyntax(
            new ClockTimeSyntax(isWorking, isCustomers, span), null, measure.Tree.ForCases, measure.Tree.Calendar, IsPerCustomer: false, measure.Tree.Span);
    }

    /// <summary>The figures of a clock: what the objective asks for first, where it can be asked of a clock.</summary>
    public static IReadOnlyList<MeasureFigureEntry> Figures(MeasureValues clock, ObjectiveSyntax? objective, VerdictOptions options)
    {
        var summary = FigureEntries.Summary(clock, options);
        if (objective?.Goal is not (ShareGoalSyntax or PercentileGoalSyntax { Percentile: not (0.5 or 0.9) }))
        {
            return summary;
        }

        var asked = Verdicts.Judge(clock, objective with { Due = null, Per = null }, options).Figure;
        return [FigureEntries.Of(FigureEntries.NameOf(objective), asked, clock.Plan), .. summary];
    }
}
