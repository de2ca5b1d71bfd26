using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The answers of a survey in a log, and who could have given one.</summary>
/// <param name="Column">The column of the answers.</param>
/// <param name="Scores">[cases] The last answer in each case; NaN where there is none.</param>
/// <param name="IsAnswered">[cases] Whether there is one.</param>
/// <param name="IsOfSurvey">[events] Whether the event asks or answers, and so is nothing that happened to the customer.</param>
/// <param name="Given">The answers, in the order of the cases.</param>
internal sealed record SurveyAnswers(AttributeColumn Column, double[] Scores, bool[] IsAnswered, bool[] IsOfSurvey, IReadOnlyList<double> Given)
{
    public int All => Scores.Length;

    /// <summary>Cases in which somebody was asked, those that answered included; null where the log does not say.</summary>
    public int? AskedCount { get; init; }

    /// <summary>Cases that still run and have no answer yet.</summary>
    public int Open { get; init; }

    /// <summary>Customers with more than one answer; null where the log has no customers.</summary>
    public int? Repeated { get; init; }

    /// <returns>The answers; <c>PR065</c>, <c>PR066</c> or <c>PR068</c>.</returns>
    public static Result<SurveyAnswers> Of(MeasuredLog log, SurveyQuestion question)
    {
        if (AttributeDriver.Find(log.Log, question.Score.Trim().Trim('"')) is not { Kind: AttributeKind.Number } column)
        {
            string[] known = [.. log.Log.Attributes.Where(static one => one.Kind == AttributeKind.Number).Select(static one => one.Name)];
            return new Problem(
                ProblemKind.NotFound, "PR065", $"The log has no column of numbers \"{question.Score}\".",
                NearestNames.Question(question.Score, known) ?? (known.Length == 0 ? "It has no column of numbers at all." : $"It has {string.Join(", ", known)}."));
        }

        var (scores, isOfSurvey) = Read(log.Log, column);
        bool[] isAnswered = [.. scores.Select(static one => !double.IsNaN(one))];
        double[] given = [.. scores.Where(static one => !double.IsNaN(one))];
        if (given.Length == 0)
        {
            return new Problem(ProblemKind.NotEstimable, "PR068", $"Nobody has answered: \"{column.Name}\" is empty in this log.", "Name another column, or read the log again when answers have come.");
        }

        int? asked = null;
        if (question.Asked is { } pattern)
        {
            var mask = Asking(log, pattern, isOfSurvey);
            if (!mask.Contains(true))
            {
                return new Problem(
                    ProblemKind.NotFound, "PR066", $"No event is called \"{pattern}\".", NearestNames.Question(pattern, [.. log.Log.Activities.Names]) ?? "Name the activity by which somebody is asked.");
            }

            asked = Enumerable.Range(0, scores.Length).Count(index => mask[index] || isAnswered[index]);
        }

        return new SurveyAnswers(column, scores, isAnswered, isOfSurvey, given)
        {
            AskedCount = asked,
            Open = log.EndRows is { } ends ? Enumerable.Range(0, scores.Length).Count(index => ends.Span[index] < 0 && !isAnswered[index]) : 0,
            Repeated = log.Log.Customers is null ? null : RepeatedOf(log.Log, isAnswered),
        };
    }

    // The last answer of a case counts. Events that carry one are of the survey; of a column of cases those of what only happened where one answered.
    private static (double[] Scores, bool[] IsOfSurvey) Read(EventLog log, AttributeColumn column)
    {
        if (column.Level == AttributeLevel.Case)
        {
            var numbers = column.Numbers.ToArray();
            return (numbers, RecordingEvents.Of(log, Array.ConvertAll(numbers, static one => !double.IsNaN(one))));
        }

        var (scores, isOfSurvey) = (new double[log.CaseCount], new bool[log.EventCount]);
        for (var caseIndex = 0; caseIndex < scores.Length; caseIndex++)
        {
            scores[caseIndex] = double.NaN;
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                isOfSurvey[row] = !double.IsNaN(column.Numbers[row]);
                scores[caseIndex] = isOfSurvey[row] ? column.Numbers[row] : scores[caseIndex];
            }
        }

        return (scores, isOfSurvey);
    }

    // [cases] Whether somebody was asked; the events that ask are marked as the survey's.
    private static bool[] Asking(MeasuredLog log, string pattern, bool[] isOfSurvey)
    {
        var rows = OwnEvents.Named(log, [pattern]);
        var cases = new bool[log.Log.CaseCount];
        for (var caseIndex = 0; caseIndex < cases.Length; caseIndex++)
        {
            var (first, end) = log.Log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                cases[caseIndex] |= rows[row];
                isOfSurvey[row] |= rows[row];
            }
        }

        return cases;
    }

    private static int RepeatedOf(EventLog log, bool[] isAnswered)
    {
        var customers = SubjectIndex.OfCustomers(log);
        var repeated = 0;
        for (var customer = 0; customer < customers.Count; customer++)
        {
            var answers = 0;
            foreach (var caseIndex in customers.CasesOf(customer))
            {
                answers += isAnswered[caseIndex] ? 1 : 0;
            }

            repeated += answers > 1 ? 1 : 0;
        }

        return repeated;
    }
}
