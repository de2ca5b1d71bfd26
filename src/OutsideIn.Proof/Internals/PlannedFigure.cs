using OutsideIn.Measures;
using OutsideIn.Vocabulary;
using Direction = OutsideIn.Experiments.Direction;

namespace OutsideIn.Proof;

/// <summary>In what the compared figure of an outcome is counted.</summary>
internal enum FigureUnit
{
    /// <summary>A share of cases: a fraction.</summary>
    Share,

    /// <summary>Seconds, of the clock on the wall or of working hours.</summary>
    Seconds,

    /// <summary>Business days.</summary>
    BusinessDays,

    /// <summary>A count, or the unit of a column.</summary>
    Number,
}

/// <summary>The figure by which an outcome's arms are compared: its unit, and which way it is better where the texts say so.</summary>
internal sealed record PlannedFigure(FigureUnit Unit, Direction? Better)
{
    /// <summary>The figure of a measure, or of the objective its values are held against.</summary>
    public static PlannedFigure Of(MeasureKind kind, GoalSyntax? goal) => goal switch
    {
        ShareGoalSyntax share => new PlannedFigure(FigureUnit.Share, share.IsAtMost ? Direction.Lower : Direction.Higher),
        PercentileGoalSyntax percentile => OfBound(kind, percentile.Test),
        MeanGoalSyntax mean => OfBound(kind, mean.Test),
        _ => new PlannedFigure(UnitOf(kind), null),
    };

    /// <summary>An amount of the figure in the figure's own unit; null with the reason where it is in another.</summary>
    public double? Difference(Amount amount, out string? why)
    {
        why = (Unit, amount.Unit) switch
        {
            (FigureUnit.Share, AmountUnit.Percent) => null,
            (FigureUnit.Share, AmountUnit.None) => amount.Value < 1 ? null : "a share of cases differs by less than 1; five points are 5%",
            (FigureUnit.Share, _) => "the outcome is a share of cases; write a percentage, such as 5%, for five points",
            (FigureUnit.Seconds, AmountUnit.Seconds) or (FigureUnit.BusinessDays, AmountUnit.BusinessDays) or (FigureUnit.Number, AmountUnit.None) => null,
            (_, AmountUnit.Percent) => "a percentage of a figure that is no share is counted relative to the control; say so",
            (FigureUnit.Seconds, _) => "the outcome is a duration; write one, such as 4h or 2d",
            (FigureUnit.BusinessDays, _) => "the outcome is in business days; write so many, such as 1bd",
            _ => "the outcome is a number; write a number",
        };
        return why is null ? amount.Value : null;
    }

    /// <summary>An amount as a part of the control's figure; null with the reason where it is none.</summary>
    public static double? Relative(Amount amount, out string? why)
    {
        why = amount.Unit is AmountUnit.Percent or AmountUnit.None ? null : "relative to the control it is a percentage, such as 5%";
        return why is null ? amount.Value : null;
    }

    private static PlannedFigure OfBound(MeasureKind kind, BoundSyntax test) => new(
        test.Duration is { Unit: DurationUnit.BusinessDay } ? FigureUnit.BusinessDays : UnitOf(kind),
        test.Comparison switch
        {
            Comparison.Less or Comparison.AtMost => Direction.Lower,
            Comparison.More or Comparison.AtLeast => Direction.Higher,
            _ => null,
        });

    private static FigureUnit UnitOf(MeasureKind kind) => kind switch
    {
        MeasureKind.YesNo => FigureUnit.Share,
        MeasureKind.Duration => FigureUnit.Seconds,
        _ => FigureUnit.Number,
    };
}
