using OutsideIn.Measures;
using FigureSort = OutsideIn.Measures.FigureKind;

namespace OutsideIn.Diagnosis;

/// <summary>Figures of measures as they are sent and shown: in seconds, with their name and their text.</summary>
public static class FigureEntries
{
    private const string Share = "share";
    private const double MicrosADay = 86_400e6;

    /// <summary>The figures a measure is told by where there is no objective.</summary>
    public static IReadOnlyList<MeasureFigureEntry> Summary(MeasureValues values, VerdictOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] names = values.Plan.Kind switch
        {
            MeasureKind.Duration => ["median", "p90"],
            MeasureKind.Count => ["mean", "median", "total"],
            MeasureKind.Number => ["mean", "median"],
            _ => ["share of yes"],
        };
        return [.. MeasureSummary.Of(values, options).Select((figure, at) => Of(names[at], figure, values.Plan))];
    }

    /// <summary>One figure.</summary>
    public static MeasureFigureEntry Of(string name, MeasureFigure figure, MeasurePlan plan)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(plan);
        var isShare = figure.Kind == FigureSort.Share;
        return new MeasureFigureEntry(
            name,
            MeasureText.Of(figure, plan.Kind, plan.Clock),
            InUnit(figure.Value, figure.Kind, plan),
            InUnit(figure.Interval?.Low, figure.Kind, plan),
            InUnit(figure.Interval?.High, figure.Kind, plan),
            isShare ? Share : UnitOf(plan),
            figure.Level,
            figure.Method,
            figure.Count,
            figure.Open,
            figure.Lost,
            figure.NotApplicable,
            figure.Refusal);
    }

    /// <summary>The name of the figure an objective judges, such as <c>share of cases &lt;= 24h</c>.</summary>
    public static string NameOf(ObjectiveSyntax objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var goal = MeasurePrinter.Print(objective with { Due = null, Per = null });
        return objective.Goal is ShareGoalSyntax
            ? $"share of {goal[(goal.IndexOf("% of ", StringComparison.Ordinal) + "% of ".Length)..]}"
            : goal[..goal.IndexOf(' ', StringComparison.Ordinal)];
    }

    /// <summary>A value in the unit it is sent in; null for what is not finite.</summary>
    public static double? InUnit(double? value, FigureSort kind, MeasurePlan plan) =>
        value is not { } number || !double.IsFinite(number) ? null : kind is FigureSort.Share ? number : InUnit(number, plan);

    /// <summary>One value of the measure in its unit.</summary>
    public static double InUnit(double value, MeasurePlan plan) => (Known(plan).Kind, plan.Clock) switch
    {
        (MeasureKind.Duration, DurationClock.BusinessDays) => value / MicrosADay,
        (MeasureKind.Duration, _) => value / Measured.MicrosPerSecond,
        _ => value,
    };

    /// <summary>What a value of the measure is in.</summary>
    public static string UnitOf(MeasurePlan plan) => (Known(plan).Kind, plan.Clock) switch
    {
        (MeasureKind.Duration, DurationClock.BusinessDays) => "business days",
        (MeasureKind.Duration, DurationClock.Working) => "working seconds",
        (MeasureKind.Duration, _) => "seconds",
        (MeasureKind.Count, _) => "count",
        (MeasureKind.Number, _) => "number",
        _ => "yes or no",
    };

    private static MeasurePlan Known(MeasurePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan;
    }
}
