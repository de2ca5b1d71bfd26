using System.Text.Json;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/two_means_raw.json (scipy 1.10.1, own formulas), tolerance 1e-9, for huge_offset 1e-6.</summary>
public sealed class TwoSamplesOracleTests
{
    private static readonly Comparison[] Comparisons =
    [
        new("mean_a", static one => [one.A.Mean]),
        new("mean_b", static one => [one.B.Mean]),
        new("var_a", static one => [one.A.Variance]),
        new("var_b", static one => [one.B.Variance]),
        new("welch_t", static one => [Statistic(one.Welch)]),
        new("welch_p", static one => [one.Welch.PValue]),
        new("welch_df", static one => [one.Welch.Degrees]),
        new("welch_ci95", static one => Ends(one.Welch)),
        new("student_t", static one => [Statistic(one.Student)]),
        new("student_p", static one => [one.Student.PValue]),
        new("rel_lift", static one => [(one.B.Mean - one.A.Mean) / Math.Abs(one.A.Mean)]),
        new("rel_lift_se_delta", static one => [RelativeError(one.A, one.B)]),
        new("fieller_g", static one => [MeanComparison.FiellerG(one.A, StudentTDistribution.TwoSided(0.95, one.Welch.Degrees!.Value))]),
        new("fieller_ratio_ci95", static one => Ends(MeanComparison.RatioByFieller(one.A, one.B))),
        new("mwu_asymp_cc_two-sided", static one => [one.Ranks(0.5).U, one.Ranks(0.5).PValue]),
        new("mwu_asymp_cc_greater", static one => [one.Ranks(0.5).U, one.Ranks(0.5).PGreater]),
        new("mwu_asymp_cc_less", static one => [one.Ranks(0.5).U, one.Ranks(0.5).PLess]),
        new("mwu_asymp_nocc", static one => [one.Ranks(0).U, one.Ranks(0).PValue]),
        new("mwu_exact", static one => [RankTest.Exact(one.Control, one.Treatment)!.U, RankTest.Exact(one.Control, one.Treatment)!.PValue]),
        new("auc_prob_superiority", static one => [(1 + one.Superiority.Value) / 2]),
        new("brunner_munzel", static one => [Statistic(one.Superiority), one.Superiority.PValue]),
        new("ks_asymp", static one => [one.Smirnov.Distance, one.Smirnov.PValue]),
        new("levene_median", static one => [one.Spread.Statistic, one.Spread.PValue]),
        new("yuen_trim10", static one => [Statistic(one.Trimmed), one.Trimmed.PValue]),
        new("hodges_lehmann_shift", static one => [RankComparison.Shift(one.Control, one.Treatment).Value]),
        new("cohen_d", static one => [one.Standardised.Cohen]),
        new("hedges_g", static one => [one.Standardised.Hedges]),
    ];

    [Fact]
    public void Every_number_of_every_pair_of_samples_is_the_oracles()
    {
        var (compared, refused) = (0, 0);
        foreach (var one in Oracle.Cases("two_means_raw.json"))
        {
            var (id, samples) = (one.GetProperty("id").GetString()!, new Samples(one));
            var tolerance = id == "huge_offset" ? 1e-6 : 1e-9;
            foreach (var (name, of) in Comparisons)
            {
                if (!one.TryGetProperty(name, out var expected))
                {
                    Assert.Equal("mwu_exact", name);
                    continue;
                }

                var actual = of(samples);
                if (IsNone(expected))
                {
                    // The ratio to a mean that may be 0, and trimmed samples that do not vary: refused here with a reason.
                    Assert.All(actual, static number => Assert.Null(number));
                    refused++;
                    continue;
                }

                var numbers = expected.ValueKind == JsonValueKind.Array ? expected.Numbers() : [expected.Number()];
                Assert.Equal(numbers.Length, actual.Length);
                for (var index = 0; index < numbers.Length; index++)
                {
                    AssertNear(numbers[index], actual[index]!.Value, tolerance, $"{id} {name}");
                    compared++;
                }
            }

            Assert.Equal((one.GetProperty("na").GetInt32(), one.GetProperty("nb").GetInt32()), (samples.Control.Length, samples.Treatment.Length));
        }

        // 7 cases of 36 numbers and four exact tests of 2, less two in two refused fields.
        Assert.Equal(((7 * 36) + (4 * 2) - 4, 2), (compared, refused));
    }

    private static bool IsNone(JsonElement expected) =>
        expected.ValueKind == JsonValueKind.Null || (expected.ValueKind == JsonValueKind.Array && double.IsNaN(expected[0].Number()));

    private static void AssertNear(double expected, double actual, double tolerance, string what)
    {
        var allowed = tolerance * Math.Max(1, Math.Abs(expected));
        Assert.True(Math.Abs(expected - actual) <= allowed, $"{what}: {actual:R} is not {expected:R}");
    }

    private static double? Statistic(EffectEstimate effect) => effect.Value / effect.StandardError;

    private static double?[] Ends(EffectEstimate effect) => [effect.Interval?.Low, effect.Interval?.High];

    private static double RelativeError(Moments a, Moments b) => Math.Sqrt(
        (b.Variance / b.Count / (a.Mean * a.Mean)) + (a.Variance / a.Count * b.Mean * b.Mean / Math.Pow(a.Mean, 4)));

    private sealed record Comparison(string Name, Func<Samples, double?[]> Of);

    private sealed class Samples(JsonElement one)
    {
        public double[] Control { get; } = [.. one.GetProperty("a").Numbers().Order()];

        public double[] Treatment { get; } = [.. one.GetProperty("b").Numbers().Order()];

        public Moments A => Moments.Of(Control);

        public Moments B => Moments.Of(Treatment);

        public EffectEstimate Welch => MeanComparison.Welch(A, B);

        public EffectEstimate Student => MeanComparison.Student(A, B);

        public EffectEstimate Trimmed => MeanComparison.Trimmed(Control, Treatment, 0.1);

        public EffectEstimate Superiority => RankComparison.Superiority(Control, Treatment);

        public DistributionTest Smirnov => DistributionTest.KolmogorovSmirnov(Control, Treatment);

        public (double Statistic, double PValue) Spread => MeanComparison.Spread(Control, Treatment)!.Value;

        public (double Cohen, double Hedges) Standardised => MeanComparison.Standardised(A, B)!.Value;

        public RankTest Ranks(double continuity) => RankTest.Normal(Control, Treatment, continuity)!;
    }
}
