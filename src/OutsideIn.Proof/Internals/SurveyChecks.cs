using System.Globalization;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What a survey's score assumes, and what the log says of it.</summary>
internal static class SurveyChecks
{
    // From ten answers on the interval of a net promoter score holds what it promises (methods.md, surveys).
    private const int AnswersMin = 10;

    // One answer that weighs as much as so many others decides the score.
    private const double WeightTooGreat = 10;

    private const double Chance = 0.05;

    public static IEnumerable<AssumptionCheck> Of(SurveyAnswers answers, SurveyScoring scoring, SurveyQuestion question, SurveyResponders who, RakedSurvey raked)
    {
        yield return answers.AskedCount is { } asked
            ? new AssumptionCheck("Who was asked is known.", true, $"{CountText.Of(asked)} were, by “{question.Asked}”. The bounds and the weights are of all cases.")
            : new AssumptionCheck("Who was asked is known.", null, "The log does not say (--asked), so everybody counts as asked.");
        yield return Alike(answers, who);
        if (raked.Uncovered.Count > 0)
        {
            yield return new AssumptionCheck(
                "All have somebody like them among those who answered.", false, $"Hardly anybody answered of {string.Join("; of ", raked.Uncovered)}. No weight makes up for them: they are counted like the others.");
        }

        if (raked.Figure.Value is not null && raked.Margins.Count > 0)
        {
            yield return new AssumptionCheck(
                "With the same margins, who thinks well of it is no likelier to answer.", null, "The weighted score rests on that, and no data of those who answered can show it.");
            if (raked.WeightMax > WeightTooGreat)
            {
                yield return new AssumptionCheck(
                    "No answer decides by itself.", false, string.Create(CultureInfo.InvariantCulture, $"One weighs as much as {raked.WeightMax:0} average ones: too few of its kind answered."));
            }
        }

        if (answers.Repeated is { } repeated)
        {
            yield return new AssumptionCheck(
                "Every customer answered once at most.", repeated == 0, repeated == 0 ? "They did." : $"{CountText.Of(repeated, "customer", "customers")} answered in several cases: the interval is too narrow by that.");
        }

        if (answers.Open > 0)
        {
            yield return new AssumptionCheck("No answer is still to come.", null, $"{CountText.Of(answers.Open, "case", "cases")} without one still run; they count as silent.");
        }

        yield return new AssumptionCheck(
            "There are answers enough.", answers.Given.Count >= AnswersMin, $"{CountText.Of(answers.Given.Count)}; below {AnswersMin} the interval is too narrow.");
        yield return new AssumptionCheck("The scale is the one that was asked by.", question.Scale is null ? null : true, $"Taken as: {scoring.Text}.");
    }

    private static AssumptionCheck Alike(SurveyAnswers answers, SurveyResponders who)
    {
        const string Assumption = "Those who answered are like all.";
        var differ = who.Balance.Where(static one => one.DifferenceMax >= SurveyWho.WorthALook && one.Q <= Chance).ToList();
        var indicator = who.Representativeness is { } found ? string.Create(CultureInfo.InvariantCulture, $" R-indicator {found:0.00}, 1 being alike.") : "";
        return answers.Given.Count == answers.All ? new AssumptionCheck(Assumption, true, "Everybody answered.")
            : differ.Count > 0 ? new AssumptionCheck(Assumption, false, $"They differ in {string.Join(", ", differ.Select(static one => one.Attribute))}, more than chance does.{indicator}")
            : new AssumptionCheck(Assumption, null, $"In what is known of everybody they do not differ more than chance does; of what is not known nobody can tell.{indicator}");
    }
}
