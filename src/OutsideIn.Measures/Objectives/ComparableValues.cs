using OutsideIn.Measures.Internals;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures;

/// <summary>Which number of each subject two groups are compared by.</summary>
public enum ComparedBy
{
    /// <summary>Whether the objective's test is fulfilled: groups differ in points of a hundred.</summary>
    Share,

    /// <summary>The time without what is waited for, up to a limit: groups differ in time.</summary>
    TimeWithout,

    /// <summary>The value itself: groups differ in its unit.</summary>
    Mean,
}

/// <summary>The values of a measure as groups of subjects can be compared by: one plain number a subject, open ones counted as open. Immutable; safe to share.</summary>
/// <remarks>
/// What is compared follows from the objective. A share goal compares shares: of waits what had been reached within the goal's time, of
/// answers who had it. Any other goal of a wait compares the mean time without what is waited for, up to a limit, since a mean without
/// a limit cannot be had while anybody waits. All else compares means. Waits and answers become plain numbers by pseudo-values
/// (<see cref="PseudoValues"/>); where nothing is open they are the values themselves.
/// </remarks>
public sealed class ComparableValues
{
    private readonly MeasureValues _values;
    private readonly ObjectiveSyntax? _objective;
    private readonly SubjectTest _test;
    private readonly bool _isWait;

    private ComparableValues(MeasureValues values, ObjectiveSyntax? objective)
    {
        (_values, _objective) = (values, objective);
        _isWait = values.Plan.IsWait();
        var isShare = objective?.Goal is ShareGoalSyntax || values.Plan.Kind == MeasureKind.YesNo;
        By = isShare ? ComparedBy.Share : _isWait ? ComparedBy.TimeWithout : ComparedBy.Mean;
        _test = isShare && objective is not null ? SubjectTest.Of(values.Plan, objective) : SubjectTest.Yes;
        Limit = isShare && _isWait ? _test.Limit : null;
        IsBetterHigher = objective?.Goal switch
        {
            ShareGoalSyntax goal => !goal.IsAtMost,
            PercentileGoalSyntax goal => IsUpward(goal.Test),
            MeanGoalSyntax goal => IsUpward(goal.Test),
            TotalGoalSyntax goal => IsUpward(goal.Test),
            _ => null,
        };
    }

    /// <summary>Which number.</summary>
    public ComparedBy By { get; }

    /// <summary>Of a share of waits the time within which, in the values' unit; else null, and waits and open answers need a limit to be named.</summary>
    public double? Limit { get; }

    /// <summary>Whether a higher number is better, as the objective has it; null where there is no objective.</summary>
    public bool? IsBetterHigher { get; }

    /// <summary>Whether some waits or answers are open, so that the numbers depend on a limit up to which groups are followed.</summary>
    public bool IsFollowed => _isWait || _values.Plan.Kind == MeasureKind.YesNo;

    /// <summary>Whether the share is that of those who reached it, or for whom it happened, rather than of the others.</summary>
    public bool AsksForReached => _isWait ? !_test.IsComplement : _test.IsFulfilledBy(_values.Plan.IsNegated ? 0 : 1);

    /// <summary>The plan of the measure.</summary>
    public MeasurePlan Plan => _values.Plan;

    /// <summary>What of the measure is compared.</summary>
    /// <param name="values">The values.</param>
    /// <param name="objective">An objective that was checked against the measure; null for none.</param>
    /// <exception cref="ArgumentException">The objective has errors, or does not fit the kind of the measure.</exception>
    public static ComparableValues Of(MeasureValues values, ObjectiveSyntax? objective)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new ComparableValues(values, objective);
    }

    /// <summary>The subjects among some that have a value, open ones included, in their order.</summary>
    public int[] WithValue(ReadOnlySpan<int> subjects)
    {
        List<int> some = new(subjects.Length);
        foreach (var subject in subjects)
        {
            if (_values.States[subject] is ValueState.Known or ValueState.Open or ValueState.Lost)
            {
                some.Add(subject);
            }
        }

        return [.. some];
    }

    /// <summary>How many of some subjects are open.</summary>
    public int CountOpen(ReadOnlySpan<int> subjects)
    {
        var open = 0;
        foreach (var subject in subjects)
        {
            open += _values.States[subject] == ValueState.Open ? 1 : 0;
        }

        return open;
    }

    /// <summary>The longest time for which one of some subjects was followed, in the values' unit: beyond it nothing is known of them. Infinite where none is open.</summary>
    public double LongestFollowed(ReadOnlySpan<int> subjects)
    {
        var group = Waits(subjects);
        var (longest, isLastOpen) = (0.0, false);
        for (var index = 0; index < group.Count; index++)
        {
            var duration = group.Durations.Span[index];
            var isOpen = group.Ends.Span[index] == CompetingEnd.Open;
            isLastOpen = duration > longest ? isOpen : isLastOpen | (duration == longest && isOpen);
            longest = Math.Max(longest, duration);
        }

        return isLastOpen ? longest : double.PositiveInfinity;
    }

    /// <summary>One number a subject, of one group by itself.</summary>
    /// <param name="subjects">Subjects that have a value (<see cref="WithValue"/>).</param>
    /// <param name="limit">The time up to which waits and answers are followed where <see cref="Limit"/> names none, in the values' unit; infinite for all that is known.</param>
    /// <returns>
    /// [subjects] Shares as 0 to 1, times and values in their unit. An open amount counts as it stands so far, an open number is not a
    /// number. <c>ST060</c> where nobody was followed for as long as the limit.
    /// </returns>
    public Result<double[]> Numbers(ReadOnlySpan<int> subjects, double limit)
    {
        if (By == ComparedBy.TimeWithout)
        {
            return PseudoValues.RestrictedMean(Waits(subjects), limit);
        }

        return By == ComparedBy.Share && IsFollowed && (Limit is not null || CountOpen(subjects) > 0)
            ? PseudoValues.ReachedBy(Waits(subjects), Limit ?? limit).Then<double[]>(Turned)
            : Plain(subjects);
    }

    /// <summary>The figure of some subjects that is compared: a share as every page shows it, else the mean, of waits up to the limit.</summary>
    /// <param name="subjects">Subjects that have a value.</param>
    /// <param name="limit">As in <see cref="Numbers"/>.</param>
    /// <param name="options">Level and seed.</param>
    public MeasureFigure Figure(ReadOnlySpan<int> subjects, double limit, VerdictOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var subset = new ValueSubset(_values, subjects, options);
        if (By == ComparedBy.Mean)
        {
            return MeanFigures.Mean(subset);
        }

        var isLimited = Limit is null && double.IsFinite(limit);
        return By == ComparedBy.TimeWithout || isLimited
            ? Limited(subset, limit)
            : Figures.Judge(subset, _objective).Figure;
    }

    // Of waits the restricted mean, of answers those within the limit.
    private MeasureFigure Limited(ValueSubset subset, double limit)
    {
        var kind = By == ComparedBy.TimeWithout ? FigureKind.Mean : FigureKind.Share;
        var waits = Waits(subset.Subjects);
        var estimate = CumulativeIncidence.Fit(waits.Durations.Span, waits.Ends.Span, subset.Level)
            .Then(curve => kind == FigureKind.Mean ? curve.RestrictedMean(limit) : curve.ReachedBy(limit));
        if (!estimate.TryGet(out var found, out var problem))
        {
            return subset.Refused(kind, "curve up to a limit", problem.Message);
        }

        return kind == FigureKind.Mean || AsksForReached
            ? subset.Figure(kind, found.Value, found.Interval, found.Method)
            : subset.Figure(kind, 1 - found.Value, new Interval(1 - found.Interval.High, 1 - found.Interval.Low), found.Method);
    }

    /// <summary>The durations of some subjects and how each ended; of answers how long until what is asked after happened, lost where it never will.</summary>
    public DurationGroup Waits(ReadOnlySpan<int> subjects)
    {
        var isAnswer = _values.Plan.Kind == MeasureKind.YesNo;
        var happened = _values.Plan.IsNegated ? 0 : 1;
        var (durations, ends) = (new double[subjects.Length], new CompetingEnd[subjects.Length]);
        for (var index = 0; index < durations.Length; index++)
        {
            var subject = subjects[index];
            durations[index] = isAnswer ? _values.WaitMicros[subject] : _values.Values[subject];
            ends[index] = _values.States[subject] switch
            {
                ValueState.Open => CompetingEnd.Open,
                ValueState.Lost => CompetingEnd.Lost,
                _ => !isAnswer || _values.Values[subject] == happened ? CompetingEnd.Reached : CompetingEnd.Lost,
            };
        }

        return new DurationGroup(durations, ends);
    }

    private static bool IsUpward(BoundSyntax test) => test.Comparison is Comparison.More or Comparison.AtLeast;

    // What the curve tells is who reached it, or for whom it happened; the test may ask for the others.
    private Result<double[]> Turned(double[] numbers) => AsksForReached ? numbers : Array.ConvertAll(numbers, static one => 1 - one);

    private double[] Plain(ReadOnlySpan<int> subjects)
    {
        var numbers = new double[subjects.Length];
        for (var index = 0; index < numbers.Length; index++)
        {
            var (state, value) = (_values.States[subjects[index]], _values.Values[subjects[index]]);
            numbers[index] = By == ComparedBy.Share
                ? _test.SideOf(state, value) switch { Side.Met => 1, Side.Missed => 0, _ => double.NaN }
                : state == ValueState.Open && !_values.Plan.HasValueSoFar() ? double.NaN : value;
        }

        return numbers;
    }
}
