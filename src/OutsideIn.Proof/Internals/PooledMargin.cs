using OutsideIn.Events;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>A margin with values of too few answers put together.</summary>
/// <param name="Margin">The margin.</param>
/// <param name="ValueCount">How many values are left; one says nothing.</param>
/// <param name="Uncovered">Who of all has nobody, or hardly anybody, like them among those who answered; null where there is none such.</param>
internal sealed record PooledMargin(RakingMargin Margin, int ValueCount, string? Uncovered)
{
    // One answer cannot stand for hundreds.
    private const int AnswersMin = 5;
    private const int Together = -1;

    /// <summary>Values with too few answers are one value; where that has too few as well, they go to the value with most answers.</summary>
    public static PooledMargin Of((string Name, CodedColumn Column) margin, SurveyAnswers answers)
    {
        var (given, whole) = (new int[margin.Column.NameCount + 1], new int[margin.Column.NameCount + 1]);
        for (var index = 0; index < answers.All; index++)
        {
            whole[margin.Column[index]]++;
            given[margin.Column[index]] += answers.IsAnswered[index] ? 1 : 0;
        }

        int[] rare = [.. Enumerable.Range(0, given.Length).Where(code => whole[code] > 0 && given[code] < AnswersMin)];
        var isOwn = rare.Sum(code => given[code]) >= AnswersMin;
        var (place, next) = (new int[given.Length], isOwn ? 1 : 0);
        for (var code = 0; code < place.Length; code++)
        {
            place[code] = given[code] < AnswersMin ? Together : next++;
        }

        var target = isOwn ? 0 : Math.Max(0, place[Array.IndexOf(given, given.Max())]);
        var (values, totals) = (new List<int>(answers.Given.Count), new double[Math.Max(1, next)]);
        for (var index = 0; index < answers.All; index++)
        {
            var value = place[margin.Column[index]] == Together ? target : place[margin.Column[index]];
            totals[value]++;
            if (answers.IsAnswered[index])
            {
                values.Add(value);
            }
        }

        var lost = rare.Sum(code => whole[code]);
        var uncovered = lost == 0 ? null
            : $"{string.Join(" and ", rare.Select(code => $"“{margin.Column.NameOf(code) ?? "(missing)"}”"))} of “{margin.Name}”, {ShareText.Of(lost, answers.All)} of all";
        return new PooledMargin(new RakingMargin(margin.Name, values, totals), totals.Length, uncovered);
    }
}
