using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Published results about how long something takes.</summary>
internal static class PublishedDurations
{
    private const string Survival = "R package survival, Therneau and Grambsch 2000; data of ";

    public static IReadOnlyList<PublishedResult> All =>
    [
        new("r_survival_aml.csv", "Maintenance in leukaemia", "log-rank, p", "3.4, 0.07", static () => ChiSquare("r_survival_aml.csv", "group", "cens", "1", 1, 2), Survival + "Miller 1997", DigitsSeen.Known),
        new("r_survival_aml.csv", "", "median weeks (interval)", "31 (18–∞), 23 (8–∞)", static () => Print.All([Median("r_survival_aml.csv", "group", "1", "cens", "1"), Median("r_survival_aml.csv", "group", "2", "cens", "1")]), Survival + "Miller 1997", DigitsSeen.Known),
        new("r_survival_cancer.csv", "Lung cancer by sex", "log-rank, p", "10.3, 0.001", static () => ChiSquare("r_survival_cancer.csv", "sex", "status", "2", 1, 3), Survival + "Loprinzi et al. 1994", DigitsSeen.Known),
        new("r_survival_cancer.csv", "", "median days (interval)", "270 (212–310), 426 (348–550)", static () => Print.All([Median("r_survival_cancer.csv", "sex", "1", "status", "2"), Median("r_survival_cancer.csv", "sex", "2", "status", "2")]), Survival + "Loprinzi et al. 1994", DigitsSeen.Known),
        new("r_survival_veteran.csv", "Lung cancer by treatment", "expected deaths", "64.5, 63.5", static () => Expected("trt"), Survival + "Kalbfleisch and Prentice 1980", DigitsSeen.Known),
        new("r_survival_veteran.csv", "… and by kind of cell", "expected deaths", "47.7, 30.1, 15.7, 34.5", static () => Expected("celltype"), Survival + "Kalbfleisch and Prentice 1980", DigitsSeen.Known),
        new("r_survival_veteran.csv", "", "log-rank", "25.4", static () => ChiSquare("r_survival_veteran.csv", "celltype", "status", "1", 1, 5).Split(',')[0], Survival + "Kalbfleisch and Prentice 1980", DigitsSeen.Known),
        new("r_survival_colon.csv", "Levamisole for cancer of the colon", "log hazard, alone and with fluorouracil (error)", "−0.02664 (0.11030), −0.37171 (0.11875)", static () => Print.All(Colon().All().Select(static one => Print.Of(one, 5))), Survival + "Moertel et al. 1995", DigitsSeen.Known),
        new("r_carData_Rossi.csv", "Aid to released convicts", "log hazard of arrest: aid, age, race (error)", "−0.379 (0.191), −0.057 (0.022), 0.314 (0.308)", static () => Print.All(Arrests().Coefficients.All().Take(3).Select(static one => Print.Of(one, 3))), "Fox and Weisberg 2011, appendix to An R companion; data of Rossi, Berk and Lenihan 1980", DigitsSeen.Known),
        new("r_carData_Rossi.csv", "", "work, unmarried, parole, convictions", "−0.150 (0.212), 0.434 (0.382), −0.085 (0.196), 0.091 (0.029)", static () => Print.All(Arrests().Coefficients.All().Skip(3).Select(static one => Print.Of(one, 3))), "the same", DigitsSeen.Known),
        new("r_carData_Rossi.csv", "", "likelihood ratio", "33.27", static () => Print.Of(Arrests().Likelihood.LikelihoodRatio, 2), "the same", DigitsSeen.Quoted),
    ];

    private static string ChiSquare(string file, string column, string status, string reached, int places, int tailPlaces)
    {
        var test = Test(file, column, status, reached);
        return Print.All([Print.Of(test.ChiSquare, places), Print.Of(test.PValue, tailPlaces)]);
    }

    private static string Expected(string column) =>
        Print.All(Test("r_survival_veteran.csv", column, "status", "1").Expected.Select(static expected => Print.Of(expected, 1)));

    private static LogRankTest Test(string file, string column, string status, string reached)
    {
        var table = PublicTable.Of(file);
        var groups = table.Texts(column);
        string[] names = [.. groups.Distinct()];
        return LogRank.Test(table.Numbers("time"), [.. table.Texts(status).Select(text => text == reached)], [.. groups.Select(group => Array.IndexOf(names, group))]).Value();
    }

    private static string Median(string file, string column, string value, string status, string reached)
    {
        var table = PublicTable.Of(file).Where(column, text => text == value);
        var median = KaplanMeier.Fit(table.Numbers("time"), [.. table.Texts(status).Select(text => text == reached)]).Value().Percentile(0.5, CurveScale.Log);
        var (low, high) = (median.Interval!.Value.Low, median.Interval.Value.High);
        return $"{Print.Of(median.Value!.Value, 0)} ({Print.Of(low, 0)}–{(double.IsPositiveInfinity(high) ? "∞" : Print.Of(high, 0))})";
    }

    private static CoefficientTable Colon()
    {
        var table = PublicTable.Of("r_survival_colon.csv").Where("etype", static text => text == "2");
        double[] Is(string arm) => [.. table.Texts("rx").Select(text => text == arm ? 1.0 : 0)];
        return CoxModel.Fit(DesignMatrix.Of(["Lev", "Lev+5FU"], [Is("Lev"), Is("Lev+5FU")]), table.Numbers("time"), [.. table.Texts("status").Select(static text => text == "1")])
            .Value().Coefficients;
    }

    private static CoxFit Arrests()
    {
        var table = PublicTable.Of("r_carData_Rossi.csv");
        double[] Is(string name, string value) => [.. table.Texts(name).Select(text => text == value ? 1.0 : 0)];
        return CoxModel.Fit(
            DesignMatrix.Of(
                ["fin", "age", "race", "wexp", "mar", "paro", "prio"],
                [Is("fin", "yes"), table.Numbers("age"), Is("race", "black"), Is("wexp", "yes"), Is("mar", "not married"), Is("paro", "yes"), table.Numbers("prio")]),
            table.Numbers("week"), [.. table.Texts("arrest").Select(static text => text == "1")]).Value();
    }
}
