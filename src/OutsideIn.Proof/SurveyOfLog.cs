using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Reads the answers of a survey in a log, beside everybody who did not answer.</summary>
public static class SurveyOfLog
{
    /// <summary>The score of those who answered, and what it can say of all.</summary>
    /// <remarks>
    /// Beside the score with its interval stand bounds that hold whatever the others think, who answers, and the score with answers weighted so
    /// that those who answered look like all. O(events + cases × known attributes).
    /// </remarks>
    /// <param name="log">The log, with what a map says of it where there is one.</param>
    /// <param name="name">The log's name.</param>
    /// <param name="question">The answers.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>
    /// The answer; <c>PR065</c> where there is no such column of numbers, <c>PR066</c> where no event asks anybody, <c>PR067</c> where the
    /// answers do not fit the scale, <c>PR068</c> where nobody has answered, <c>PR069</c> where there is no such margin; <c>DG032</c>, <c>DG033</c>
    /// where groups cannot be made.
    /// </returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<LogSurvey> Read(MeasuredLog log, string name, SurveyQuestion question, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(question);
        if (!SurveyAnswers.Of(log, question).TryGet(out var answers, out var problem)
            || !SurveyScoring.Of(answers.Given, question).TryGet(out var scoring, out problem))
        {
            return problem;
        }

        stop.ThrowIfCancellationRequested();
        var known = KnownOfEverybody.Of(log, answers);
        if (!RakedAnswers.MarginsOf(log, known, question.Margins).TryGet(out var margins, out problem))
        {
            return problem;
        }

        var groups = new CodedColumn([], new int[answers.All]);
        if (question.Per is { } per && !CaseColumns.Of(log, per).TryGet(out groups, out problem))
        {
            return problem;
        }

        stop.ThrowIfCancellationRequested();
        var respondents = new Respondents([.. answers.Scores.Select(static _ => true)], answers.IsAnswered, known);
        var (figure, who) = (scoring.Figure(question.Level), SurveyWho.Of(respondents, answers, scoring));
        var raked = question.Margins.Count > 0
            ? RakedAnswers.Of(answers, scoring, margins, question.Level)
            : RakedAnswers.OfDifferent(answers, scoring, RakedAnswers.Different(known, who.Balance), question.Level);
        var (entries, refusal) = question.Per is null ? ([], null) : SurveyGroups.Of(answers, scoring, groups, question.Level);
        return new LogSurvey(
            LogSurvey.CurrentVersion, name, DateTimeOffset.UnixEpoch.AddMicroseconds(log.HorizonMicros),
            answers.Column.Name, scoring.Scale == SurveyScale.Nps ? "nps" : "csat", scoring.Text,
            SurveyWords.Sentence(answers, scoring, figure), SurveyWords.Next(answers, scoring, figure),
            answers.All, answers.AskedCount, ShareOf(answers), figure, scoring.Mean(question.Level),
            [.. answers.Given.GroupBy(static one => one).OrderBy(static one => one.Key).Select(static one => new ScoreCount(one.Key, one.Count()))],
            SurveyWords.Bounds(answers, scoring), who, raked, question.Per, entries, refusal, [.. SurveyChecks.Of(answers, scoring, question, who, raked)]);
    }

    private static ShareEntry ShareOf(SurveyAnswers answers)
    {
        var whole = answers.AskedCount ?? answers.All;
        var share = ProportionInterval.Wilson(answers.Given.Count, whole).TryGet(out var found, out _) ? found : null;
        return new ShareEntry(answers.Given.Count, whole, share?.Value, share?.Interval.Low, share?.Interval.High);
    }
}
