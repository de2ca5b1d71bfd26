using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Published results, reproduced from the raw public data to the digits that were printed. Each test names its publication.</summary>
public sealed class PublicResultsTests
{
    /// <summary>R, survival package, aml: survdiff prints chisq 3.4, p 0.07; survfit medians 31 (18, NA) and 23 (8, NA). Data: Miller (1997), Survival analysis, p. 49.</summary>
    [Fact]
    public void Maintained_and_not_maintained_leukaemia()
    {
        var (maintained, not) = (Group("r_survival_aml.csv", "group", "1", "cens", "1"), Group("r_survival_aml.csv", "group", "2", "cens", "1"));

        Assert.Equal((3.4, 0.07), ChiSquare(maintained, not));
        Assert.Equal((31.0, 18.0, double.PositiveInfinity), Median(maintained));
        Assert.Equal((23.0, 8.0, double.PositiveInfinity), Median(not));
    }

    /// <summary>R, survival package, lung: survdiff by sex prints chisq 10.3, p 0.001; medians 270 (212, 310) and 426 (348, 550). Data: Loprinzi et al. (1994), Journal of Clinical Oncology 12.</summary>
    [Fact]
    public void Lung_cancer_by_sex()
    {
        var (men, women) = (Group("r_survival_cancer.csv", "sex", "1", "status", "2"), Group("r_survival_cancer.csv", "sex", "2", "status", "2"));

        Assert.Equal(10.3, ChiSquare(men, women).Statistic);
        Assert.Equal(0.001, Math.Round(DurationComparison.HazardRatio(men, women).PValue!.Value, 3));
        Assert.Equal((270.0, 212.0, 310.0), Median(men));
        Assert.Equal((426.0, 348.0, 550.0), Median(women));
    }

    /// <summary>Fox and Weisberg (2011), Cox proportional-hazards regression for survival data, appendix to An R companion to applied regression: the table of mod.allison. Data: Rossi, Berk and Lenihan (1980).</summary>
    [Fact]
    public void Aid_to_released_convicts_and_arrest()
    {
        var table = PublicTable.Of("r_carData_Rossi.csv");
        double[] Is(string name, string value) => [.. table.Texts(name).Select(text => text == value ? 1.0 : 0)];

        var fit = CoxModel.Fit(
            DesignMatrix.Of(
                ["fin", "age", "race", "wexp", "mar", "paro", "prio"],
                [Is("fin", "yes"), table.Numbers("age"), Is("race", "black"), Is("wexp", "yes"), Is("mar", "not married"), Is("paro", "yes"), table.Numbers("prio")]),
            table.Numbers("week"), [.. table.Numbers("arrest").Select(static one => one == 1)]).Value();

        Assert.Equal(
            [(-0.379, 0.191), (-0.057, 0.022), (0.314, 0.308), (-0.150, 0.212), (0.434, 0.382), (-0.085, 0.196), (0.091, 0.029)],
            fit.Coefficients.All().Select(static one => (Math.Round(one.Value, 3), Math.Round(one.StandardError, 3))));
        Assert.Equal(33.27, Math.Round(fit.Likelihood.LikelihoodRatio, 2));
    }

    /// <summary>R, survival package, colon, deaths: coxph prints Lev −0.02664 (0.11030) and Lev+5FU −0.37171 (0.11875). Data: Moertel et al. (1995), Annals of Internal Medicine 122.</summary>
    [Fact]
    public void Levamisole_with_and_without_fluorouracil()
    {
        var table = PublicTable.Of("r_survival_colon.csv").Where("etype", static text => text == "2");
        double[] Is(string arm) => [.. table.Texts("rx").Select(text => text == arm ? 1.0 : 0)];

        var fit = CoxModel.Fit(
            DesignMatrix.Of(["Lev", "Lev+5FU"], [Is("Lev"), Is("Lev+5FU")]), table.Numbers("time"), [.. table.Numbers("status").Select(static one => one == 1)]).Value();

        Assert.Equal(
            [(-0.02664, 0.11030), (-0.37171, 0.11875)],
            fit.Coefficients.All().Select(static one => (Math.Round(one.Value, 5), Math.Round(one.StandardError, 5))));
    }

    /// <summary>Dehejia and Wahba (1999), Causal effects in nonexperimental studies, JASA 94: the experiment's benchmark of $1,794; the naive comparison of the same trainees with survey men: −$635 (Ho, Imai, King and Stuart's MatchIt).</summary>
    [Fact]
    public void Job_training_by_experiment_and_by_naive_comparison()
    {
        var experiment = Welch("r_causaldata_nsw_mixtape.csv", "re78", "treat", "0", "1");
        var naive = Welch("r_MatchIt_lalonde.csv", "re78", "treat", "0", "1");

        Assert.Equal((1794.0, 0.0079), (Math.Round(experiment.Value!.Value), Math.Round(experiment.PValue!.Value, 4)));
        Assert.Equal(-635, Math.Round(naive.Value!.Value));
    }

    /// <summary>Bertrand and Mullainathan (2004), Are Emily and Greg more employable than Lakisha and Jamal?, American Economic Review 94, table 1: callbacks 9.65 and 6.45 %, difference 3.20 points, p below 0.0001.</summary>
    [Fact]
    public void Callbacks_by_the_name_on_the_letter()
    {
        var (white, black) = (Share("r_openintro_resume.csv", "race", "white", "received_callback", "1"), Share("r_openintro_resume.csv", "race", "black", "received_callback", "1"));

        var effect = ShareEffect.Difference(black, white);

        Assert.Equal((9.65, 6.45), (Math.Round(100.0 * white.Part / white.Whole, 2), Math.Round(100.0 * black.Part / black.Whole, 2)));
        Assert.Equal(0.0320, Math.Round(effect.Value!.Value, 4));
        Assert.True(effect.PValue < 0.0001);
    }

    /// <summary>Chimowitz et al. (2011), Stenting versus aggressive medical therapy for intracranial arterial stenosis, New England Journal of Medicine 365: 14.7 and 5.8 % within 30 days, p = 0.002.</summary>
    [Fact]
    public void Strokes_within_thirty_days_of_a_stent()
    {
        var (stent, medical) = (Share("r_openintro_stent30.csv", "group", "treatment", "outcome", "stroke"), Share("r_openintro_stent30.csv", "group", "control", "outcome", "stroke"));

        Assert.Equal((33L, 224L, 13L, 227L), (stent.Part, stent.Whole, medical.Part, medical.Whole));
        Assert.Equal(0.002, Math.Round(ShareTest.Fisher(medical, stent).Value().PValue, 3));

        // The paper's 5.8 % is of time to the event; counted, 13 of 227 are 5.7 %.
        Assert.Equal((14.7, 5.7), (Math.Round(100.0 * stent.Part / stent.Whole, 1), Math.Round(100.0 * medical.Part / medical.Whole, 1)));
    }

    /// <summary>Stock and Watson (2015), Introduction to econometrics, table 13.1: small class +13.90 (2.45), aide +0.31 (2.27) points in kindergarten, n = 5,786.</summary>
    [Fact]
    public void Small_classes_in_Tennessee()
    {
        var table = PublicTable.Of("r_AER_STAR.csv");
        var (types, read, maths) = (table.Texts("stark"), table.Numbers("readk"), table.Numbers("mathk"));
        int[] rows = [.. Enumerable.Range(0, table.Count).Where(row => types[row] is "regular" or "small" or "regular+aide" && !double.IsNaN(read[row] + maths[row]))];

        var fit = LinearModel.Fit(
            DesignMatrix.WithConstant(
                ["small", "aide"],
                [[.. rows.Select(row => types[row] == "small" ? 1.0 : 0)], [.. rows.Select(row => types[row] == "regular+aide" ? 1.0 : 0)]]),
            [.. rows.Select(row => read[row] + maths[row])]).Value();
        var errors = fit.With(ErrorKind.Hc1);

        Assert.Equal(5786, rows.Length);
        Assert.Equal((13.90, 2.45), (Math.Round(errors.Of("small").Value, 2), Math.Round(errors.Of("small").StandardError, 2)));
        Assert.Equal((0.31, 2.27), (Math.Round(errors.Of("aide").Value, 2), Math.Round(errors.Of("aide").StandardError, 2)));
    }

    /// <summary>Revelle, psych package, bfi: alphas of the five scales .70, .73, .76, .81 and .60. Complete answers only.</summary>
    [Theory]
    [InlineData("A", 0.70, 1)]
    [InlineData("C", 0.73, 4, 5)]
    [InlineData("E", 0.76, 1, 2)]
    [InlineData("N", 0.81)]
    [InlineData("O", 0.60, 2, 5)]
    public void Five_scales_of_personality(string scale, double alpha, params int[] reversed)
    {
        var table = PublicTable.Of("r_psych_bfi.csv");
        double[][] items = [.. Enumerable.Range(1, 5).Select(item => table.Numbers($"{scale}{item}"))];
        int[] complete = [.. Enumerable.Range(0, table.Count).Where(row => items.All(item => !double.IsNaN(item[row])))];

        var estimate = Reliability.CronbachAlpha(
            [.. items.Select((item, index) => complete.Select(row => reversed.Contains(index + 1) ? 7 - item[row] : item[row]).ToArray())]).Value();

        Assert.InRange(estimate.Value, alpha - 0.006, alpha + 0.006);
    }

    /// <summary>Bickel, Hammel and O'Connell (1975), Sex bias in graduate admissions: data from Berkeley, Science 187: 44 and 30 % (here of the six largest departments); within departments no such difference.</summary>
    [Fact]
    public void Admissions_at_Berkeley_reverse_within_departments()
    {
        var table = PublicTable.Of("r_datasets_UCBAdmissions.csv");
        var (admit, gender, department, count) = (table.Texts("Admit"), table.Texts("Gender"), table.Texts("Dept"), table.Numbers("Freq"));
        int[] people = [.. Enumerable.Range(0, table.Count).SelectMany(row => Enumerable.Repeat(row, (int)count[row]))];
        bool[] admitted = [.. people.Select(row => admit[row] == "Admitted")];
        int[] women = [.. people.Select(row => gender[row] == "Female" ? 1 : 0)], departments = [.. people.Select(row => (int)department[row][0])];

        // At one common time the stratified log-rank test is that of Cochran, Mantel and Haenszel without correction.
        var test = LogRank.Test(new double[people.Length], admitted, women, departments).Value();

        var expected = Oracle.Cases("dataset_results.json").Single(static one => one.GetProperty("id").GetString() == "ucb_simpson");
        Assert.Equal((44.5, 30.4), (Rate(admitted, women, 0), Rate(admitted, women, 1)));
        Oracle.AssertNear(expected.GetProperty("cmh_chi2").Number(), test.ChiSquare, 1e-9);
        Oracle.AssertNear(expected.GetProperty("cmh_p").Number(), test.PValue, 1e-9);
    }

    private static double Rate(bool[] admitted, int[] women, int which) => Math.Round(
        100.0 * admitted.Where((one, row) => one && women[row] == which).Count() / women.Count(one => one == which), 1);

    private static DurationGroup Group(string file, string column, string value, string status, string reached)
    {
        var table = PublicTable.Of(file).Where(column, text => text == value);
        return new DurationGroup(table.Numbers("time"), table.Texts(status).Select(text => text == reached ? CompetingEnd.Reached : CompetingEnd.Open).ToArray());
    }

    private static (double Statistic, double PValue) ChiSquare(DurationGroup one, DurationGroup other)
    {
        double[] durations = [.. one.Durations.ToArray(), .. other.Durations.ToArray()];
        bool[] closed = [.. one.Ends.ToArray().Concat(other.Ends.ToArray()).Select(static end => end == CompetingEnd.Reached)];
        var test = LogRank.Test(durations, closed, [.. Enumerable.Range(0, durations.Length).Select(row => row < one.Count ? 0 : 1)]).Value();
        return (Math.Round(test.ChiSquare, 1), Math.Round(test.PValue, 2));
    }

    private static (double Median, double Low, double High) Median(DurationGroup group)
    {
        bool[] closed = [.. group.Ends.ToArray().Select(static end => end == CompetingEnd.Reached)];
        var median = KaplanMeier.Fit(group.Durations.Span, closed).Value().Percentile(0.5, CurveScale.Log);
        return (median.Value!.Value, median.Interval!.Value.Low, median.Interval.Value.High);
    }

    private static EffectEstimate Welch(string file, string outcome, string column, string control, string treatment)
    {
        var table = PublicTable.Of(file);
        return MeanComparison.Welch(
            Moments.Of(table.Where(column, text => text == control).Numbers(outcome)), Moments.Of(table.Where(column, text => text == treatment).Numbers(outcome)));
    }

    private static CountedShare Share(string file, string column, string value, string outcome, string part)
    {
        var texts = PublicTable.Of(file).Where(column, text => text == value).Texts(outcome);
        return new CountedShare(texts.Count(text => text == part), texts.Length);
    }
}
