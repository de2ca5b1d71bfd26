using System.Globalization;
using OutsideIn.Diagnosis;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Whether those who answered are like all.</summary>
internal static class SurveyWho
{
    /// <summary>From so many standard deviations on a difference is worth a look (Austin 2009).</summary>
    public const double WorthALook = 0.1;

    public static SurveyResponders Of(Respondents respondents, SurveyAnswers answers, SurveyScoring scoring)
    {
        double[] counted = [.. answers.Scores.Select(one => double.IsNaN(one) ? 0 : scoring.Of(one))];
        var (names, strata) = respondents.Strata(counted);
        var balance = respondents.Balance();
        var found = names.Count == 0 ? null : NonResponse.Representativeness(strata);
        var spread = Math.Sqrt(Moments.Of([.. answers.Given.Select(scoring.Of)]).Variance);
        var bias = found is { BiasMax: var most } && double.IsFinite(spread) ? most * spread : (double?)null;
        return new SurveyResponders(Sentence(respondents, balance, bias, scoring), found?.Indicator, names, bias, balance);
    }

    private static string Sentence(Respondents respondents, IReadOnlyList<AttributeBalance> balance, double? bias, SurveyScoring scoring)
    {
        if (respondents.Answered == respondents.All)
        {
            return "Everybody answered.";
        }

        if (balance.Count == 0 || balance[0].DifferenceMax < WorthALook)
        {
            return $"In what is known of everybody ({string.Join(", ", balance.Select(static one => one.Attribute))}) those who answered are like all.";
        }

        var most = balance[0];
        var value = most.Values.MaxBy(static one => Math.Abs(one.Difference))!;
        var worst = bias is { } points
            ? $" As far as the score goes with what is known of everybody, it may be {scoring.SizeOf(points)} off." : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Those who answered are not like all, most of all in “{most.Attribute}”: “{value.Value}” are {ShareText.Of(value.Answered, respondents.Answered)} of those who answered and {ShareText.Of(value.All, respondents.All)} of all.{worst}");
    }
}
