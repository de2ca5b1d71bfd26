using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What a survey says in plain sentences, and what to do next.</summary>
internal static class SurveyWords
{
    // The half width of a net promoter score's interval a decision can usually live with.
    private const double MarginWanted = 5;

    /// <summary>The score, its interval, and how many answered.</summary>
    public static string Sentence(SurveyAnswers answers, SurveyScoring scoring, SurveyFigure figure)
    {
        var (given, all) = (answers.Given.Count, answers.All);
        var of = answers.AskedCount is { } asked
            ? $"{CountText.Of(given)} of {CountText.Of(asked)} who were asked answered ({ShareText.Of(given, asked)}), and {ShareText.Of(asked, all)} of all {CountText.Of(all, "case", "cases")} were asked"
            : $"{CountText.Of(given)} of {CountText.Of(all, "case", "cases")} have an answer ({ShareText.Of(given, all)})";
        return $"{scoring.Name} {figure.Text} among those who answered: {of}.";
    }

    /// <summary>Between what the score of all must lie, whatever the others think.</summary>
    public static SurveyBounds Bounds(SurveyAnswers answers, SurveyScoring scoring)
    {
        var bounds = NonResponse.Bounds(answers.Given.Average(scoring.Of), answers.Given.Count, answers.All, scoring.Lowest, scoring.Highest);
        var silent = answers.All - answers.Given.Count;
        return new SurveyBounds(
            silent == 0
                ? $"Everybody answered: the score of all is {scoring.TextOf(bounds.Low)}."
                : $"Whatever the {CountText.Of(silent)} others think, the score of all lies between {scoring.TextOf(bounds.Low)} and {scoring.TextOf(bounds.High)}. Nothing narrower can be had of the answers alone.",
            bounds.Low, bounds.High, scoring.Unit);
    }

    public static string Next(SurveyAnswers answers, SurveyScoring scoring, SurveyFigure figure)
    {
        const string Everybody = "Judge by what happened to everybody, which needs no answers: outsidein score.";
        if (answers.Given.Count == answers.All)
        {
            return Everybody;
        }

        var ask = "Ask some of those who were silent, drawn by lot, until most of them answer: a few answers of nearly everybody asked say more of all than many of few.";
        if (scoring.Scale == SurveyScale.Nps && figure is { High: { } high, Low: { } low } && high - low > 2 * MarginWanted)
        {
            var shares = answers.Given.Select(scoring.Of).ToList();
            var needed = NetPromoterScore.AnswersFor(shares.Count(static one => one > 0) / (double)shares.Count, shares.Count(static one => one < 0) / (double)shares.Count, MarginWanted);
            ask += $" For ±{MarginWanted:0} points it takes {CountText.Of((long)Math.Ceiling(needed))} answers.";
        }

        return $"{ask} {Everybody}";
    }
}
