using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Before and after a change that came to everybody: period by period, against the trend carried on.</summary>
internal static class BeforeAfterComparison
{
    private const string Before = "before";
    private const string After = "after";

    public static Result<LogComparison> Of(ComparedMeasure measure, ComparisonQuestion question, LogComparison empty)
    {
        if (!IsUnchanged(measure, question).TryGet(out var unchanged, out var problem))
        {
            return problem;
        }

        var change = question.ChangeMicros!.Value;
        var limit = SeriesFigures.LimitOf(measure, question.FollowUpMicros);
        var (periods, series) = Series(measure, question, unchanged, limit);
        var all = measure.Compared.WithValue([.. Enumerable.Range(0, measure.Values.Count).Where(subject => !unchanged[subject])]);
        SubjectGroup[] groups =
        [
            Group(Before, [.. all.Where(subject => measure.Values.StartMicros[subject] < change)]),
            Group(After, [.. all.Where(subject => measure.Values.StartMicros[subject] >= change)]),
        ];
        var name = measure.NameOf(limit);
        Result<InterruptedSeriesAnswer> answered = WithoutControl(question, series) is { } without ? without : InterruptedTimeSeries.Of(series);
        var shown = empty with
        {
            Design = "before and after",
            Compared = name,
            Unit = question.Period.ToString().ToLowerInvariant(),
            Groups = [.. groups.Select(group => ArmComparison.Entry(measure, group, (name, limit)) with { Units = periods.Count(one => one.IsUsed && one.IsAfter == (group.Name == After)) })],
        };
        return answered.TryGet(out var answer, out problem)
            ? Answered(measure, question, shown, (answer, periods))
            : shown with
            {
                Answer = ComparisonWords.Refused,
                Sentence = problem.Message,
                Next = problem.Hint ?? "",
                Effects = [EffectEntries.Of(("average effect", "trend carried on"), EffectEstimate.Refused("interrupted time series", problem), null, measure)],
                Periods = periods,
                Checks = [Plainly(measure, groups)],
            };
    }

    private static LogComparison Answered(
        ComparedMeasure measure, ComparisonQuestion question, LogComparison shown, (InterruptedSeriesAnswer Answer, IReadOnlyList<ComparedPeriod> Periods) found)
    {
        var (answer, expected, scale) = (found.Answer, 0, SeriesFigures.ScaleOf(measure));
        var average = SeriesFigures.Scaled(answer.Average, scale);
        var isHigherBetter = question.Better is { } better ? better == Direction.Higher : measure.Compared.IsBetterHigher;
        return shown with
        {
            Answer = ComparisonWords.AnswerOf(average, isHigherBetter),
            Sentence = $"After the change, {shown.Compared}: {ComparisonWords.Difference(average, measure)}, measured against the trend before it carried on"
                + (question.Unchanged is { } unchanged ? $" and against {unchanged.Column} {unchanged.Value}." : "."),
            Next = question.Unchanged is null
                ? "Whatever else changed at that time is in this figure too: cases the change did not reach would show it (--unchanged)."
                : "Look at what must not get worse, and whether it lasts.",
            Effects =
            [
                EffectEntries.Of(("average effect", "trend carried on"), average, answer.RelativeAverage, measure),
                EffectEntries.Of(("step at the change", "trend carried on"), SeriesFigures.Scaled(answer.Step, scale) with { Checks = [] }, null, measure),
                EffectEntries.Of(($"change of slope a {shown.Unit}", "slope before"), SeriesFigures.Scaled(answer.SlopeChange, scale) with { Checks = [] }, null, measure),
            ],
            Periods = [.. found.Periods.Select(one => one.IsUsed ? one with { Expected = SeriesFigures.InUnit(measure, answer.Expected[expected++] * scale) } : one)],
        };
    }

    private static Result<bool[]> IsUnchanged(ComparedMeasure measure, ComparisonQuestion question)
    {
        var none = new bool[measure.Values.Count];
        if (question.Unchanged is not { } named)
        {
            return none;
        }

        return SubjectColumn.Of(measure.Log, measure.Values, named.Column).Then<bool[]>(column =>
        {
            var wanted = named.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var codes = Array.ConvertAll(wanted, column.CodeOf);
            return codes.Length > 0 && Array.IndexOf(codes, 0) < 0
                ? Array.ConvertAll(column.Codes, one => Array.IndexOf(codes, one) >= 0)
                : new Problem(
                    ProblemKind.NotFound, "PR005", $"\"{named.Column}\" has no value \"{(codes.Length == 0 ? named.Value : wanted[Array.IndexOf(codes, 0)])}\".",
                    NearestNames.Question(named.Value, column.Names) ?? $"It has {string.Join(", ", column.Names.Take(12))}.");
        });
    }

    // A control that was not there before the change cannot show what else happened.
    private static Problem? WithoutControl(ComparisonQuestion question, InterruptedSeries series) =>
        question.Unchanged is { } named && series.Control is { } control && control.Count(double.IsNaN) is > 0 and var missing
            ? new Problem(
                ProblemKind.NotEstimable, "PR007",
                $"In {missing} of {control.Count} {series.PeriodName} no case with {named.Column} {named.Value} began, so that they cannot show what else happened.",
                "Name cases the change did not reach that were there all along, such as other teams: --unchanged \"team=North,South\".")
            : null;

    private static (IReadOnlyList<ComparedPeriod> Periods, InterruptedSeries Series) Series(
        ComparedMeasure measure, ComparisonQuestion question, bool[] unchanged, double limit)
    {
        var change = question.ChangeMicros!.Value;
        var (shown, values, control, counts) = (new List<ComparedPeriod>(), new List<double>(), new List<double>(), new List<long>());
        var (before, scale) = (0, SeriesFigures.ScaleOf(measure));
        var all = SubjectPeriod.Of(measure.Values, question.Period);
        var first = measure.Values.Count == 0 ? 0 : measure.Values.StartMicros.ToArray().Min();
        foreach (var (place, period) in all.Index())
        {
            var own = measure.Compared.WithValue([.. period.Subjects.Where(subject => !unchanged[subject])]);
            var others = measure.Compared.WithValue([.. period.Subjects.Where(subject => unchanged[subject])]);
            var (value, other) = (SeriesFigures.MeanOf(measure, own, limit), SeriesFigures.MeanOf(measure, others, limit));
            var isAfter = period.BeginMicros >= change;
            var isWhole = (place > 0 || first - period.BeginMicros < ComparisonQuestion.DayMicros) && period.EndMicros + SeriesFigures.FollowedFor(measure, question.FollowUpMicros, limit) <= measure.Options.HorizonMicros;
            var isUsed = isWhole && (isAfter || period.EndMicros <= change);
            shown.Add(new ComparedPeriod(
                period.Name, period.FirstDay, isAfter, isUsed, own.Length, SeriesFigures.InUnit(measure, value), question.Unchanged is null ? null : SeriesFigures.InUnit(measure, other), null));
            if (isUsed)
            {
                before += isAfter ? 0 : 1;
                values.Add(value / scale);
                control.Add(other / scale);
                counts.Add(own.Length);
            }
        }

        var (name, season) = question.Period switch { PeriodUnit.Week => ("weeks", 52), PeriodUnit.Month => ("months", 12), _ => ("quarters", 4) };
        return (shown, new InterruptedSeries
        {
            Values = values,
            ChangeIndex = before,
            Counts = counts,
            Control = question.Unchanged is null ? null : control,
            SeasonLength = values.Count >= 2 * season ? season : null,
            PeriodName = name,
            Level = question.Level,
        });
    }

    private static SubjectGroup Group(string name, int[] subjects) => new(name, subjects, subjects, 0);

    private static AssumptionCheck Plainly(ComparedMeasure measure, SubjectGroup[] groups) => new(
        "Before and after differ by the change alone.", null,
        $"{ComparisonWords.Count(groups[0].Subjects.Length, measure.Plan)} before and {ComparisonWords.Count(groups[1].Subjects.Length, measure.Plan)} after stand in the table; their plain difference holds the trend as well.");
}
