using System.Globalization;
using OutsideIn.Measures.Internals;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures;

/// <summary>The share of subjects that fulfil an objective's test, before and after a change or in two groups. Immutable.</summary>
/// <param name="First">The share before, or of the first group.</param>
/// <param name="Second">The share after, or of the second group.</param>
/// <param name="Difference">The second less the first, −1 to 1, with its interval.</param>
/// <param name="PValue">How often chance alone sets two equal shares at least that far apart (<see cref="ShareComparison"/>).</param>
/// <param name="Medians">Of a duration the medians of the two, with their intervals; else empty.</param>
/// <param name="Sentence">The comparison in one plain sentence. It speaks of association, never of cause.</param>
public sealed record MeasureComparison(
    MeasureFigure First, MeasureFigure Second, Estimate Difference, double PValue, IReadOnlyList<MeasureFigure> Medians, string Sentence)
{
    /// <summary>Compares the subjects that began before an instant with those that began at it or later.</summary>
    /// <param name="values">The values.</param>
    /// <param name="objective">An objective on a share of subjects that was checked against the measure; its target is not looked at.</param>
    /// <param name="changeMicros">The instant of the change, microseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="options">Level and seed.</param>
    /// <returns>
    /// The comparison, or <c>ME009</c> with the reason where the share of one side cannot be given: it has no subject, or none has been
    /// observed for as long as the objective asks while some are still open.
    /// </returns>
    /// <exception cref="ArgumentException">The objective is not about a share, has errors, or does not fit the kind of the measure.</exception>
    /// <remarks>
    /// Open subjects count as open on both sides: those that began after the change have had less time, and dropping the open ones would
    /// keep only the quick among them and show an improvement where there is none.
    /// </remarks>
    public static Result<MeasureComparison> BeforeAfter(
        MeasureValues values, ObjectiveSyntax objective, long changeMicros, VerdictOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(options);
        if (objective.Goal is not ShareGoalSyntax)
        {
            throw new ArgumentException("Only shares of subjects are compared.", nameof(objective));
        }

        var sides = SubjectGroups.ByInstant(values.Subjects, changeMicros);
        var test = SubjectTest.Of(values.Plan, objective);
        var before = SideOf(new ValueSubset(values, sides[0], options), test, "before");
        var after = SideOf(new ValueSubset(values, sides[1], options), test, "after");
        return before.Then(one => after.Then<MeasureComparison>(other => Of(one, other, values.Plan)));
    }

    private static MeasureComparison Of(ComparedSide first, ComparedSide second, MeasurePlan plan)
    {
        var comparison = ShareComparison.Of(
            first.Shown, first.Share, second.Shown, second.Share, "difference of shares, from the interval of each");
        IReadOnlyList<MeasureFigure> medians = plan.Kind == MeasureKind.Duration ? [first.Median!, second.Median!] : [];
        return new MeasureComparison(
            first.Figure, second.Figure, comparison.Difference, comparison.PValue, medians, SentenceOf(first.Figure, second.Figure, comparison, plan));
    }

    private static string SentenceOf(MeasureFigure first, MeasureFigure second, ShareComparison comparison, MeasurePlan plan)
    {
        var (interval, difference) = (comparison.Difference.Interval, comparison.Difference.Value);
        var change = interval.Contains(0) ? "no change beyond chance" : difference > 0 ? "a higher share" : "a lower share";
        return $"{MeasureText.Of(first, plan.Kind, plan.Clock)} of {CountText.Of(first.Count)} before, "
            + $"{MeasureText.Of(second, plan.Kind, plan.Clock)} of {CountText.Of(second.Count)} after: {change}, "
            + $"a difference of {Points(difference)} points ({Points(interval.Low)} to {Points(interval.High)}); "
            + $"{CountText.Of(first.Open + (long)second.Open)} still open.";
    }

    private static string Points(double difference) =>
        (difference < 0 ? "−" : "") + (Math.Abs(difference) * 100).ToString("0.0", CultureInfo.InvariantCulture);

    private static Result<ComparedSide> SideOf(ValueSubset subset, SubjectTest test, string name)
    {
        var sides = SideCounts.Of(subset, test);
        var figure = ShareFigures.Of(subset, test, sides);
        if (figure.Value is not { } value || ShareFigures.Estimate(subset, test, sides).Estimate is not { } share)
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "ME009",
                $"The share {name} the change cannot be given. {figure.Refusal}",
                "Choose an instant with cases on both sides of it, or a shorter time.");
        }

        var shown = new Estimate(value, figure.Interval!.Value, figure.Level, figure.Method, figure.Count, figure.Open);
        var median = subset.Values.Plan.Kind == MeasureKind.Duration ? PercentileFigures.Of(subset, 0.5) : null;
        return new ComparedSide(figure, shown, share, median);
    }

    private sealed record ComparedSide(MeasureFigure Figure, Estimate Shown, ShareEstimate Share, MeasureFigure? Median);
}
