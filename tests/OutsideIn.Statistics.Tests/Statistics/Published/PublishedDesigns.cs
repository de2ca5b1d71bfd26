using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Published results where nothing was drawn: before and after, with and without a control.</summary>
internal static class PublishedDesigns
{
    private const string Card = "Card and Krueger 1994, American Economic Review 84, table 3";
    private const string Kiel = "Wooldridge 2016, Introductory econometrics, example 13.3; data of Kiel and McClain 1995";
    private const string Commandeur = "Commandeur and Koopman 2007, An introduction to state space time series analysis, chapters 5 and 7; data of Harvey and Durbin 1986";
    private const string Bernal = "Lopez Bernal, Cummins and Gasparrini 2017, International Journal of Epidemiology 46, with its updated code";

    public static IReadOnlyList<PublishedResult> All =>
    [
        new("njmin.csv", "Minimum wage in New Jersey", "staff before (Pennsylvania, New Jersey)", "23.33 (1.35), 20.44 (0.51)", static () => Print.All([Print.Of(Staff("Pennsylvania", "1991"), 2), Print.Of(Staff("New Jersey", "1991"), 2)]), Card, DigitsSeen.Known),
        new("njmin.csv", "", "staff after", "21.17 (0.94), 21.03 (0.52)", static () => Print.All([Print.Of(Staff("Pennsylvania", "1993"), 2), Print.Of(Staff("New Jersey", "1993"), 2)]), Card, DigitsSeen.Known),
        new("njmin.csv", "", "change against Pennsylvania, restaurants with both", "2.75 (1.34)", static () => Print.Of(MeanComparison.Welch(Changes("Pennsylvania"), Changes("New Jersey")), 2), Card, DigitsSeen.Known),
        new("njmin.csv", "", "the same, all restaurants", "2.76", static () => Print.Of(Difference("card_krueger_fte", ErrorKind.Classical).Value, 2), Card, DigitsSeen.Quoted)
        {
            Why = "the four means as printed give 2.75 too",
        },
        new("r_wooldridge_kielmc.csv", "An incinerator near houses", "price, $ (error)", "−11,863.90 (7,456.65)", static () => Print.Of(Difference("kielmc_rprice", ErrorKind.Classical), 2), Kiel, DigitsSeen.Quoted),
        new("r_wooldridge_kielmc.csv", "", "log price, with controls (error)", "−0.132 (0.052)", static () => Print.Of(Difference("kielmc_lrprice_controls", ErrorKind.Classical), 3), Kiel, DigitsSeen.Known),
        new("r_wooldridge_injury.csv", "Higher benefit after an injury", "log weeks (error)", "0.191 (0.069)", static () => Print.Of(Difference("injury_ky_ldurat", ErrorKind.Classical), 3), "Wooldridge 2016, example 13.4; data of Meyer, Viscusi and Durbin 1995", DigitsSeen.Quoted),
        new("r_causaldata_organ_donations.csv", "California asks donors anew", "share registered", "−0.0225", static () => Print.Of(Difference("organ_donation_california", ErrorKind.Classical).Value, 4), "Huntington-Klein 2021, The effect, chapter 18; data of Kessler and Roth 2014", DigitsSeen.Quoted),
        new("r_causaldata_castle.csv", "Stand your ground", "murders, %, by a regression on state and year (our own method refuses, EX084)", "8", static () => Print.Of(100 * (Math.Exp(Castle()) - 1), 0), "Cheng and Hoekstra 2013, Journal of Human Resources 48, abstract", DigitsSeen.Page),
        new("r_openintro_daycare_fines.csv", "A fine for fetching children late", "late a week and centre before the fine", "8", static () => Print.Of(Late(1, 4), 0), "Gneezy and Rustichini 2000, Journal of Legal Studies 29, as summarised", DigitsSeen.Page),
        new("r_openintro_daycare_fines.csv", "", "after the fine was dropped, times as many", "about 2", static () => "about " + Print.Of(Late(17, 20) / Late(1, 4), 0), "the same", DigitsSeen.Page),
        new("r_datasets_Seatbelts.csv", "Seat belts by law", "log drivers hurt on log petrol price: constant, slope, variance", "5.8787, −0.67166, 0.0230137", static () => Petrol(), Commandeur, DigitsSeen.Page),
        new("r_datasets_Seatbelts.csv", "", "with seasons and the law: level, price, law, variance", "6.4016, −0.45213, −0.19714, 0.00740223", static () => Law(), Commandeur, DigitsSeen.Page),
        new("sicily.csv", "No smoking indoors in Sicily", "coronary admissions, ratio", "0.894", static () => Print.Of(Math.Exp(Smoking(0).Value), 3), Bernal, DigitsSeen.Known),
        new("sicily.csv", "", "with seasons (interval)", "0.885 (0.839–0.933)", static () => Ratio(Smoking(2)), Bernal, DigitsSeen.Known),
    ];

    private static readonly string[] Panel = ["sid", "year"];

    private static Moments Staff(string state, string year) => Moments.Of([.. Stores(state, year).Where(static one => !double.IsNaN(one))]);

    // A state's restaurants stand in the same order in both years.
    private static Moments Changes(string state) =>
        Moments.Of([.. Stores(state, "1991").Zip(Stores(state, "1993"), static (before, after) => after - before).Where(static change => !double.IsNaN(change))]);

    private static double[] Stores(string state, string year) =>
        PublicTable.Of("njmin.csv").Where("state", text => text == state).Where("year", text => text == year).Numbers("fte");

    private static ModelCoefficient Difference(string id, ErrorKind errors) => Fit(DidOracle.Read(id)).With(errors).Of("both");

    private static LinearFit Fit(DidData data)
    {
        double[] both = [.. data.Treated.Zip(data.After, static (treated, after) => treated * after)];
        return LinearModel.Fit(
            DesignMatrix.WithConstant(["treated", "after", "both", .. data.Controls.Select(static (_, index) => $"control {index}")], [data.Treated, data.After, both, .. data.Controls]),
            data.Outcome).Value();
    }

    // A regression such as the paper's: log murders on the law, state and year, weighed by people. As states changed in different years our
    // own method refuses (EX084). The file has whether a state had the law at all in a year, not for which part of it.
    private static double Castle()
    {
        var table = PublicTable.Of("r_causaldata_castle.csv");
        double[] roots = [.. table.Numbers("popwt").Select(static weight => Math.Sqrt(weight))];
        double[] Weighed(IEnumerable<double> column) => [.. column.Zip(roots, static (value, root) => value * root)];
        var columns = Panel.SelectMany(name => table.Texts(name).Distinct().Skip(1).Select(one => (Name: $"{name} {one}", Column: table.Texts(name).Select(text => text == one ? 1.0 : 0))));
        var (names, flags) = (columns.Select(static one => one.Name), columns.Select(one => Weighed(one.Column)));
        return LinearModel.Fit(DesignMatrix.Of(["law", "constant", .. names], [Weighed(table.Numbers("post")), roots, .. flags]), Weighed(table.Numbers("l_homicide")))
            .Value().Coefficients[0];
    }

    private static double Late(int first, int last) =>
        PublicTable.Of("r_openintro_daycare_fines.csv").Where("group", static text => text == "test")
            .Where("week", text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is var week && week >= first && week <= last).Numbers("late_pickups").Average();

    private static string Petrol()
    {
        var (price, _, _, hurt) = Belts();
        var fit = LinearModel.Fit(DesignMatrix.WithConstant(["price"], [price]), hurt).Value();
        return Print.All([Print.Of(fit.Coefficients[0], 4), Print.Of(fit.Coefficients[1], 5), Print.Of(fit.ResidualVariance, 7)]);
    }

    private static string Law()
    {
        var (price, law, months, hurt) = Belts();
        var fit = LinearModel.Fit(DesignMatrix.WithConstant(["price", "law", .. months.Select(static (_, month) => $"month {month}")], [price, law, .. months]), hurt).Value();
        return Print.All([Print.Of(fit.Coefficients[0], 4), Print.Of(fit.Coefficients[1], 5), Print.Of(fit.Coefficients[2], 5), Print.Of(fit.ResidualVariance, 8)]);
    }

    // Months add up to nothing over a year, so that the constant is the level.
    private static (double[] Price, double[] Law, double[][] Months, double[] Hurt) Belts()
    {
        var table = PublicTable.Of("r_datasets_Seatbelts.csv");
        double[] Log(string name) => [.. table.Numbers(name).Select(static value => Math.Log(value))];
        double[] Month(int month) => [.. Enumerable.Range(0, table.Count).Select(row => row % 12 == month ? 1.0 : row % 12 == 11 ? -1.0 : 0)];
        return (Log("PetrolPrice"), table.Numbers("law"), [.. Enumerable.Range(0, 11).Select(Month)], Log("drivers"));
    }

    private static ModelCoefficient Smoking(int waves)
    {
        var table = PublicTable.Of("sicily.csv");
        var time = table.Numbers("time");
        var seasons = Enumerable.Range(1, waves).SelectMany(wave => new Func<double, double>[] { Math.Sin, Math.Cos }.Select(form => time.Select(month => form(2 * Math.PI * wave * month / 12)).ToArray())).ToArray();
        return PoissonModel.Fit(
            DesignMatrix.WithConstant(["ban", "time", .. seasons.Select(static (_, index) => $"season {index}")], [table.Numbers("smokban"), time, .. seasons]),
            table.Numbers("aces"),
            [.. table.Numbers("stdpop").Select(static people => Math.Log(people))]).Value().QuasiTable().Of("ban");
    }

    // The published interval is normal.
    private static string Ratio(ModelCoefficient ban)
    {
        var half = NormalDistribution.TwoSided(0.95) * ban.StandardError;
        return $"{Print.Of(Math.Exp(ban.Value), 3)} ({Print.Of(Math.Exp(ban.Value - half), 3)}–{Print.Of(Math.Exp(ban.Value + half), 3)})";
    }
}
