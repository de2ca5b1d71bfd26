using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

public sealed class AutoregressiveModelTests
{
    /// <summary>Oracle: shared/oracles/statistics/its_reml_ar1.json (own exact REML), tolerance ρ 1e-5, coefficients 1e-6.</summary>
    [Fact]
    public void Every_number_of_every_series_is_the_oracles()
    {
        var count = 0;
        foreach (var one in Oracle.Cases("its_reml_ar1.json"))
        {
            var (design, outcome) = ItsOracle.Of(one);
            var fit = AutoregressiveModel.Fit(design, outcome).Value();
            var full = AutoregressiveModel.Fit(design, outcome, AutoregressiveCriterion.Full).Value();
            Oracle.AssertNear(one.GetProperty("rho").Number(), fit.Correlation, 1e-5);
            Oracle.AssertNear(one.GetProperty("ml_rho").Number(), full.Correlation, 1e-5);
            Oracle.AssertNear(one.GetProperty("sigma2_innovation").Number(), fit.InnovationVariance, 1e-5);
            Oracle.AssertNear(one.GetProperty("sigma2_marginal").Number(), fit.MarginalVariance, 1e-5);
            Oracle.AssertNear(one.GetProperty("reml_loglik").Number(), fit.LogLikelihood, 1e-6);
            Oracle.AssertNear(one.GetProperty("ml_loglik").Number(), full.LogLikelihood, 1e-6);
            Oracle.AssertNear(one.GetProperty("df_effective_heuristic").Number(), fit.EffectiveDegrees, 1e-4);
            var items = fit.Table().All();
            for (var index = 0; index < items.Count; index++)
            {
                Oracle.AssertNear(one.GetProperty("coef")[index].Number(), items[index].Value, 1e-6);
                Oracle.AssertNear(one.GetProperty("se")[index].Number(), items[index].StandardError, 1e-5);
            }

            count += 7 + (2 * items.Count);
        }

        Assert.Equal(4 * 15, count);
    }

    [Fact]
    public void A_series_that_a_line_explains_to_the_end_is_refused()
    {
        double[] line = [.. Enumerable.Range(0, 20).Select(static row => 3 + (0.5 * row))];

        Assert.Equal("ST022", AutoregressiveModel.Fit(ItsOracle.Segmented(20, 10), line).Refusal().Code);
    }
}
