using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/survival_cox.json (statsmodels PHReg; concordance by brute force), tolerance 1e-7, likelihoods 1e-6.</summary>
public sealed class CoxModelTests
{
    [Fact]
    public void Every_number_of_every_model_is_the_oracles()
    {
        var compared = 0;
        foreach (var one in Oracle.Cases("survival_cox.json"))
        {
            var (design, durations, isClosed) = Data(one.GetProperty("id").GetString()!, [.. one.GetProperty("names").EnumerateArray().Select(static name => name.GetString()!)]);
            var fit = CoxModel.Fit(design, durations, isClosed, one.GetProperty("ties").GetString() == "efron" ? TiedTimes.Efron : TiedTimes.Breslow).Value();

            var coefficients = fit.Coefficients.All();
            for (var column = 0; column < coefficients.Count; column++)
            {
                Oracle.AssertNear(one.GetProperty("coef")[column].Number(), coefficients[column].Value, 1e-7);
                Oracle.AssertNear(one.GetProperty("se")[column].Number(), coefficients[column].StandardError, 1e-7);
                Oracle.AssertNear(one.GetProperty("z")[column].Number(), coefficients[column].Statistic, 1e-6);
                Oracle.AssertNear(one.GetProperty("p")[column].Number(), coefficients[column].PValue, 1e-7);
                Oracle.AssertNear(one.GetProperty("hr")[column].Number(), Math.Exp(coefficients[column].Value), 1e-7);
                compared += 5;
            }

            Assert.Equal((one.GetProperty("n").GetInt32(), one.GetProperty("events").GetInt32()), (fit.Count, fit.ReachedCount));
            Oracle.AssertNear(one.GetProperty("loglik").Number(), fit.Likelihood.LogLikelihood, 1e-6);
            Oracle.AssertNear(one.GetProperty("loglik_null").Number(), fit.Likelihood.LogLikelihoodEmpty, 1e-6);
            Oracle.AssertNear(one.GetProperty("lr_chi2").Number(), fit.Likelihood.LikelihoodRatio, 1e-6);
            Oracle.AssertNear(one.GetProperty("score_chi2").Number(), fit.Likelihood.Score, 1e-6);
            Oracle.AssertNear(one.GetProperty("wald_chi2").Number(), fit.Wald, 1e-6);
            Oracle.AssertNear(one.GetProperty("harrell_c").Number(), fit.Concordance!.Value, 1e-9);
            compared += 8;
        }

        // 22 coefficients of 5 figures; 6 models of 8.
        Assert.Equal((22 * 5) + (6 * 8), compared);
    }

    /// <summary>Therneau, Crowson and Atkinson (2020), Using time dependent covariates and time dependent coefficients in the Cox model, §4: cox.zph of the veterans.</summary>
    [Fact]
    public void Proportionality_of_the_veterans_is_as_in_the_survival_packages_vignette()
    {
        var table = PublicTable.Of("r_survival_veteran.csv");
        var design = DesignMatrix.Of(["trt", "prior", "karno"], [table.Numbers("trt"), table.Numbers("prior"), table.Numbers("karno")]);
        var fit = CoxModel.Fit(design, table.Numbers("time"), [.. table.Numbers("status").Select(static one => one == 1)]).Value();

        var checks = fit.Proportionality;

        // trt 0.288; prior 2.168; karno 12.138, p 0.00049; GLOBAL 18.073 on 3, p 0.00042, as printed there.
        Assert.Equal((0.288, 2.168), (Math.Round(checks["trt"].Statistic, 3), Math.Round(checks["prior"].Statistic, 3)));
        Assert.Equal((12.138, 0.00049), (Math.Round(checks["karno"].Statistic, 3), Math.Round(checks["karno"].PValue, 5)));
        Assert.Equal((18.073, 3, 0.00042), (Math.Round(checks["all"].Statistic, 3), checks["all"].Degrees, Math.Round(checks["all"].PValue, 5)));
        Assert.Equal("ST055", fit.EffectOf("karno").Refusal!.Code);
        Assert.Contains("restricted means", fit.EffectOf("karno").Refusal!.Hint, StringComparison.Ordinal);
        Assert.Null(fit.EffectOf("trt").Refusal);
    }

    [Fact]
    public void A_hazard_ratio_planted_is_found_again()
    {
        var stream = RandomSource.Open(2, "cox");
        var (treated, durations, isClosed) = (new double[4_000], new double[4_000], new bool[4_000]);
        for (var row = 0; row < durations.Length; row++)
        {
            treated[row] = row % 2;
            var (wait, horizon) = (stream.NextExponential(10 / (1 + treated[row])), 20 * stream.NextUnit());
            (durations[row], isClosed[row]) = (Math.Min(wait, horizon), wait <= horizon);
        }

        var effect = CoxModel.Fit(DesignMatrix.Of(["treated"], [treated]), durations, isClosed).Value().EffectOf("treated");

        Assert.Equal(EffectScale.Ratio, effect.Scale);
        Assert.True(effect.Interval!.Value.Contains(2));
        Assert.InRange(effect.Value!.Value, 1.85, 2.15);
    }

    [Fact]
    public void What_runs_off_to_infinity_or_repeats_itself_is_refused()
    {
        double[] durations = [1, 2, 3, 4, 5, 6];
        bool[] all = [true, true, true, true, true, true];
        double[] early = [1, 1, 1, 0, 0, 0], mixed = [1, 0, 1, 0, 0, 1];

        Assert.Equal("ST054", CoxModel.Fit(DesignMatrix.Of(["early"], [early]), durations, [true, true, true, false, false, false]).Refusal().Code);
        Assert.Equal("ST021", CoxModel.Fit(DesignMatrix.Of(["one", "twice"], [mixed, [.. mixed.Select(static x => 2 * x)]]), durations, all).Refusal().Code);
        Assert.Equal("ST021", CoxModel.Fit(DesignMatrix.Of(["constant"], [new double[] { 1, 1, 1, 1, 1, 1 }]), durations, all).Refusal().Code);
        Assert.Throws<ArgumentException>(() => CoxModel.Fit(DesignMatrix.Of(["mixed"], [mixed]), [double.NaN, 2, 3, 4, 5, 6], all));
    }

    private static (DesignMatrix Design, double[] Durations, bool[] IsClosed) Data(string id, string[] names)
    {
        switch (id)
        {
            case "rossi":
                var rossi = PublicTable.Of("r_carData_Rossi.csv");
                double[] Is(string name, string value) => [.. rossi.Texts(name).Select(text => text == value ? 1.0 : 0)];
                return (
                    DesignMatrix.Of(names, [Is("fin", "yes"), rossi.Numbers("age"), Is("race", "black"), Is("wexp", "yes"), Is("mar", "married"), Is("paro", "yes"), rossi.Numbers("prio")]),
                    rossi.Numbers("week"), [.. rossi.Numbers("arrest").Select(static one => one == 1)]);
            case "aml":
                // Group 1 of the file is maintained.
                var aml = PublicTable.Of("r_survival_aml.csv");
                return (
                    DesignMatrix.Of(names, [[.. aml.Numbers("group").Select(static one => one == 1 ? 0.0 : 1)]]),
                    aml.Numbers("time"), [.. aml.Numbers("cens").Select(static one => one == 1)]);
            default:
                var lung = PublicTable.Of("r_survival_cancer.csv").Where("ph.ecog", static text => text is not ("" or "NA"));
                return (
                    DesignMatrix.Of(names, [lung.Numbers("age"), lung.Numbers("sex"), lung.Numbers("ph.ecog")]),
                    lung.Numbers("time"), [.. lung.Numbers("status").Select(static one => one == 2)]);
        }
    }
}
