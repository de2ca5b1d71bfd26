namespace OutsideIn.Measures.Internals;

/// <summary>What the value of one subject must fulfil, and whether a value that is not final yet has settled it already.</summary>
internal readonly struct SubjectTest
{
    private readonly Growth _growth;
    private readonly Comparison _comparison;
    private readonly double _bound;

    // What fulfils the test lies between these two, ends included, or with a negation outside of them.
    private readonly double _least;
    private readonly double _most;
    private readonly bool _isOutside;

    private SubjectTest(Growth growth, Comparison comparison, double bound)
    {
        (_growth, _comparison, _bound, _isOutside) = (growth, comparison, bound, comparison == Comparison.NotEqual);
        (_least, _most) = comparison switch
        {
            Comparison.Less => (double.NegativeInfinity, Math.BitDecrement(bound)),
            Comparison.AtMost => (double.NegativeInfinity, bound),
            Comparison.More => (Math.BitIncrement(bound), double.PositiveInfinity),
            Comparison.AtLeast => (bound, double.PositiveInfinity),
            _ => (bound, bound),
        };
    }

    private enum Growth
    {
        /// <summary>An open one may end anywhere.</summary>
        Unknown,

        /// <summary>An open one is at least what it is so far: amounts and counts.</summary>
        Amount,

        /// <summary>An open one has waited, and what ends at this very instant would be in the log.</summary>
        Wait,
    }

    /// <summary>The test of a yes/no measure that asks for yes.</summary>
    public static SubjectTest Yes => new(Growth.Unknown, Comparison.Equal, 1);

    /// <summary>The test's bound in the values' unit; 1 or 0 for yes and no.</summary>
    public double Bound => _bound;

    public Comparison Comparison => _comparison;

    /// <summary>Whether the test asks for long waits, so that its share is what the curve leaves.</summary>
    public bool IsComplement => _comparison is Comparison.More or Comparison.AtLeast;

    /// <summary>The longest wait on the short side of the bound: of the durations up to it the curve tells.</summary>
    public double Limit => _comparison is Comparison.Less or Comparison.AtLeast ? Math.BitDecrement(_bound) : _bound;

    /// <summary>The test of an objective that was checked against its measure.</summary>
    /// <exception cref="ArgumentException">The objective has errors, or does not fit the measure's kind.</exception>
    public static SubjectTest Of(MeasurePlan plan, ObjectiveSyntax objective)
    {
        ValueTestSyntax? test = objective.Goal switch
        {
            ShareGoalSyntax share => share.Test,
            PercentileGoalSyntax percentile => percentile.Test,
            MeanGoalSyntax mean => mean.Test,
            TotalGoalSyntax total => total.Test,
            _ => null,
        };
        return (test, plan.Kind) switch
        {
            (AnswerTestSyntax answer, MeasureKind.YesNo) => new SubjectTest(Growth.Unknown, Comparison.Equal, answer.IsYes ? 1 : 0),
            (BoundSyntax { Duration: { } duration } bound, MeasureKind.Duration) =>
                new SubjectTest(plan.IsWait() ? Growth.Wait : Growth.Amount, bound.Comparison, duration.Micros),
            (BoundSyntax { Number: { } number } bound, MeasureKind.Count) => new SubjectTest(Growth.Amount, bound.Comparison, number),
            (BoundSyntax { Number: { } number } bound, MeasureKind.Number) => new SubjectTest(Growth.Unknown, bound.Comparison, number),
            _ => throw new ArgumentException($"The objective does not fit a measure of kind {plan.Kind}, or has errors.", nameof(objective)),
        };
    }

    public bool IsFulfilledBy(double value) => ((value >= _least) & (value <= _most)) != _isOutside;

    public Side SideOf(ValueState state, double value) => state switch
    {
        ValueState.LeftOut => Side.LeftOut,
        ValueState.NotApplicable => Side.NotApplicable,
        ValueState.Known => IsFulfilledBy(value) ? Side.Met : Side.Missed,
        ValueState.Lost => IsFulfilledBy(double.PositiveInfinity) ? Side.Met : Side.Missed,
        _ => SideOfOpen(value),
    };

    private Side SideOfOpen(double value) => _growth switch
    {
        Growth.Unknown => Side.Open,
        Growth.Wait when _comparison is not (Comparison.Equal or Comparison.NotEqual) =>
            value < Limit ? Side.Open : IsComplement ? Side.Met : Side.Missed,
        _ => SideOfGrown(value),
    };

    // Whatever it will be, it will not be less.
    private Side SideOfGrown(double value) => _comparison switch
    {
        Comparison.AtLeast when value >= _bound => Side.Met,
        Comparison.More or Comparison.NotEqual when value > _bound => Side.Met,
        Comparison.Less when value >= _bound => Side.Missed,
        Comparison.AtMost or Comparison.Equal when value > _bound => Side.Missed,
        _ => Side.Open,
    };
}
