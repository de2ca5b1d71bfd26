using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>
/// Oracle: shared/oracles/statistics/gbstats_ab.json: 19 pairs of arms × 10 tests × 5 settings computed by GrowthBook's gbstats 0.8.0;
/// tolerance 1e-9, one-sided sequential p-values 1e-5 (it finds them by bisection between 1e-5 and 0.4999). Where gbstats answers an
/// error with p = 1, an interval [0, 0] and a chance of 1/2, a refusal is asserted instead.
/// </summary>
public sealed class GbstatsComparisonTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Every_test_of_every_pair_of_arms_is_the_oracles()
    {
        var (numbers, refused) = (0, 0);
        foreach (var pair in Oracle.Cases("gbstats_ab.json"))
        {
            foreach (var setting in pair.GetProperty("results").EnumerateObject())
            {
                foreach (var test in setting.Value.EnumerateObject())
                {
                    var isRefused = test.Value.GetProperty("error").ValueKind == JsonValueKind.String;
                    var question = Question.Of(pair, setting.Name, test.Name);
                    numbers += isRefused ? 0 : test.Name.StartsWith("bayes", StringComparison.Ordinal) ? Belief(question, test.Value) : Effect(question, test.Value);
                    refused += isRefused ? Refusal(question) : 0;
                }
            }
        }

        // 950 results: 7 tests with 5 numbers and 3 beliefs with 8, over 95 pairs and settings; 19 of those 95 are refused.
        Assert.Equal((76 * ((7 * 5) + (3 * 8)), 190), (numbers, refused));
    }

    [Fact]
    public void Every_mean_and_variance_of_an_arm_is_the_oracles()
    {
        var numbers = Oracle.Cases("gbstats_ab.json").Sum(static pair => GbstatsSums.CompareDerived(pair.GetProperty("control")) + GbstatsSums.CompareDerived(pair.GetProperty("treatment")));

        Assert.Equal(173, numbers);
    }

    private static int Effect(Question question, JsonElement expected)
    {
        var found = question.Estimate();
        Oracle.AssertNear(expected.GetProperty("expected").Number(), found.Value!.Value, Tolerance);
        Oracle.AssertNear(expected.GetProperty("stddev").Number(), found.StandardError!.Value, Tolerance);
        Oracle.AssertNear(expected.GetProperty("ci")[0].Number(), found.Interval!.Value.Low, Tolerance);
        Oracle.AssertNear(expected.GetProperty("ci")[1].Number(), found.Interval.Value.High, Tolerance);
        var p = expected.GetProperty("p").Number();
        if (question.Test is "sequential_greater_5000" or "sequential_lesser_5000")
        {
            AssertOneSided(question, p, found.PValue!.Value);
        }
        else
        {
            Oracle.AssertNear(p, found.PValue!.Value, Tolerance);
        }

        return 5;
    }

    // gbstats searches between 1e-5 and 0.4999 and stops where the interval ends within 1e-6 of 0 in the outcome's own unit, then halves
    // once more: for small shares that is far from the p-value. Ours is held to what defines it, theirs to what they stop at.
    private static void AssertOneSided(Question question, double expected, double found)
    {
        if (Math.Abs(expected - Math.Clamp(found, 1e-5, 0.4999)) > 1e-5)
        {
            Assert.InRange(question.DistanceFromEnd(expected), -2e-5, 2e-5);
        }

        if (found is > 0 and < 0.4999)
        {
            Oracle.AssertNear(0, question.DistanceFromEnd(found), 1e-9);
        }
    }

    private static int Belief(Question question, JsonElement expected)
    {
        var (found, units) = (question.Belief().Value(), question.Units ?? 1);
        Oracle.AssertNear(expected.GetProperty("expected").Number(), found.Value * units, Tolerance);
        Oracle.AssertNear(expected.GetProperty("mean").Number(), found.Value * units, Tolerance);
        Oracle.AssertNear(expected.GetProperty("stddev").Number(), found.StandardDeviation * units, Tolerance);
        Oracle.AssertNear(expected.GetProperty("ci")[0].Number(), found.Interval.Low * units, Tolerance);
        Oracle.AssertNear(expected.GetProperty("ci")[1].Number(), found.Interval.High * units, Tolerance);
        Oracle.AssertNear(expected.GetProperty("chance_to_win").Number(), found.ChanceAbove, Tolerance);
        Oracle.AssertNear(expected.GetProperty("risk")[0].Number(), found.ControlRisk, Tolerance);
        Oracle.AssertNear(expected.GetProperty("risk")[1].Number(), found.TreatmentRisk, Tolerance);
        return 8;
    }

    private static int Refusal(Question question)
    {
        if (question.Test.StartsWith("bayes", StringComparison.Ordinal) && question.Units is null)
        {
            Assert.Equal(ProblemKindOf(question), question.Belief().Refusal().Code);
            return 1;
        }

        var found = question.Estimate();
        Assert.Null(found.Value);
        Assert.Null(found.PValue);
        Assert.Null(found.Interval);
        Assert.Equal(ProblemKindOf(question), found.Refusal!.Code);
        return 1;
    }

    private static string ProblemKindOf(Question question) => question.Control switch
    {
        MeanSums { Count: 1 } => "EX030",
        MeanSums or ShareSums => "EX031",
        _ => "EX037",
    };

    private sealed record Question(ArmSums Control, ArmSums Treatment, ComparisonOptions Options, string Test, double? Units)
    {
        public static Question Of(JsonElement pair, string setting, string test)
        {
            var (control, treatment) = (GbstatsSums.Sums(pair.GetProperty("control")), GbstatsSums.Sums(pair.GetProperty("treatment")));
            var options = new ComparisonOptions
            {
                Scale = setting.StartsWith("relative", StringComparison.Ordinal) ? EffectScale.Relative : EffectScale.Difference,
                Relative = RelativeInterval.Delta,
                Level = setting.EndsWith("0.05", StringComparison.Ordinal) ? 0.95 : 0.99,
                Alternative = test.Contains("greater", StringComparison.Ordinal) ? Alternative.Greater
                    : test.Contains("lesser", StringComparison.Ordinal) ? Alternative.Less : Alternative.TwoSided,
            };

            // A phase of 14 days with half of the traffic, as the file's notes say.
            double? units = setting.StartsWith("scaled", StringComparison.Ordinal) ? (control.Count + treatment.Count) / (0.5 * 14) : null;
            return new Question(control, treatment, options, test, units);
        }

        public EffectEstimate Estimate()
        {
            var tuning = Test.EndsWith("_5000", StringComparison.Ordinal) ? 5000 : Test.EndsWith("_500", StringComparison.Ordinal) ? 500 : 0;
            if (Units is { } units && (tuning == 0 || Control is RatioSums or AdjustedRatioSums or QuantileSums))
            {
                return ScaledImpact.Of(Control, Treatment, Options, units);
            }

            var found = tuning == 0
                ? WelchComparison.Of(Control, Treatment, Options)
                : AsymptoticConfidenceSequence.Of(Control, Treatment, Options, tuning);
            return ScaledImpact.Times(found, Units ?? 1);
        }

        /// <summary>How far from 0 the one-sided interval ends at some alpha, rho being that of the level asked for.</summary>
        public double DistanceFromEnd(double alpha)
        {
            var effect = WelchComparison.Of(Control, Treatment, Options);
            var count = Control.Count + Treatment.Count;
            var rho = AsymptoticConfidenceSequence.Rho(1 - Options.Level, 5000, Options.Alternative);
            var variance = effect.StandardError!.Value * effect.StandardError.Value * count;
            return Math.Abs(effect.Value!.Value) - AsymptoticConfidenceSequence.HalfWidth(variance, count, rho, alpha, Options.Alternative);
        }

        public OutsideIn.Vocabulary.Result<PosteriorView> Belief() => SecondOpinion.Of(Control, Treatment, Options, Test switch
        {
            "bayes_prior_0_0.3" => new NormalPrior(0, 0.3),
            "bayes_prior_0.05_0.1" => new NormalPrior(0.05, 0.1),
            _ => NormalPrior.Flat,
        });
    }
}
