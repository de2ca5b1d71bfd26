using OutsideIn.Events;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The values of a column told apart, each shrunk towards all as far as its answers are few: a list by name, never a ranking.</summary>
internal static class SurveyGroups
{
    // The score of fewer answers is luck, and is not shown.
    private const int AnswersShown = 10;

    public static (IReadOnlyList<SurveyGroup> Groups, Problem? Refusal) Of(SurveyAnswers answers, SurveyScoring scoring, CodedColumn column, double level)
    {
        var sums = new Moments[column.NameCount + 1];
        for (var index = 0; index < answers.All; index++)
        {
            if (answers.IsAnswered[index])
            {
                sums[column[index]] += new Moments(1, scoring.Of(answers.Scores[index]), 0);
            }
        }

        RankedGroup[] groups = [.. Enumerable.Range(1, column.NameCount).Where(code => sums[code].Count > 0).Select(code => new RankedGroup(column.NameOf(code)!, sums[code]))];
        if (!Shrinkage.Of(groups, level).TryGet(out var shrunken, out var problem))
        {
            return ([], problem);
        }

        var all = answers.Given.Average(scoring.Of);
        return ([.. shrunken.OrderBy(static one => one.Name, StringComparer.OrdinalIgnoreCase).Select(one => EntryOf(one, scoring, all, level))], null);
    }

    private static SurveyGroup EntryOf(ShrunkenMean one, SurveyScoring scoring, double all, double level) => new(
        one.Name, (int)one.Shrunken.Count, one.Shrunken.Count < AnswersShown ? null : one.Raw, scoring.FigureOf(one.Shrunken, level), one.Weight,
        one.Shrunken.Interval.Contains(all) ? "like the others" : one.Shrunken.Value > all ? "above" : "below");
}
