using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Published results of experiments: somebody drew who got what.</summary>
internal static class PublishedExperiments
{
    private const string Hillstrom = "Hillstrom 2008, MineThatData e-mail analytics and data mining challenge";
    private const string Bertrand = "Bertrand and Mullainathan 2004, American Economic Review 94, table 1";
    private const string Chimowitz = "Chimowitz et al. 2011, New England Journal of Medicine 365";
    private const string Garbutt = "Garbutt et al. 2012, JAMA 307";
    private const string Stock = "Stock and Watson 2015, Introduction to econometrics, table 13.1";
    private const string HuntingtonKlein = "Huntington-Klein 2021, The effect, chapter 19; data of Cai, de Janvry and Sadoulet 2015";
    private const string Freedman = "Freedman, Pisani and Purves 2007, Statistics, chapter 2, table 2; data of Bickel, Hammel and O'Connell 1975";
    private const string Davison = "Davison and Hinkley 1997, Bootstrap methods and their application, examples 1.2 and 2.9";

    public static IReadOnlyList<PublishedResult> All =>
    [
        new("hillstrom.csv", "E-mails to 64,000 customers", "visits, % (none, men's, women's)", "10.6, 18.3, 15.1", static () => Mailings("visit", 100, 1), Hillstrom, DigitsSeen.Quoted),
        new("hillstrom.csv", "", "orders, %", "0.57, 1.25, 0.88", static () => Mailings("conversion", 100, 2), Hillstrom, DigitsSeen.Quoted),
        new("hillstrom.csv", "", "spent, $", "0.65, 1.42, 1.08", static () => Mailings("spend", 1, 2), Hillstrom, DigitsSeen.Quoted),
        new("r_causaldata_nsw_mixtape.csv", "Job training, drawn", "earnings in 1978, $ (error)", "1,794 (633)", static () => Print.Of(Training("r_causaldata_nsw_mixtape.csv"), 0), "Dehejia and Wahba 1999, JASA 94", DigitsSeen.Known),
        new("r_MatchIt_lalonde.csv", "The same trainees beside a survey", "earnings in 1978, $", "−635", static () => Print.Of(Training("r_MatchIt_lalonde.csv").Value!.Value, 0), "Ho, Imai, King and Stuart 2011, MatchIt, Journal of Statistical Software 42(8)", DigitsSeen.Known),
        new("r_openintro_resume.csv", "Names on letters of application", "called back, % (white, black)", "9.65, 6.45", static () => $"{Print.Percent(Callbacks("white"), 2)}, {Print.Percent(Callbacks("black"), 2)}", Bertrand, DigitsSeen.Quoted),
        new("r_openintro_resume.csv", "", "difference, points", "3.20", static () => Print.Of(100 * ShareEffect.Difference(Callbacks("black"), Callbacks("white")).Value!.Value, 2), Bertrand, DigitsSeen.Known),
        new("r_openintro_stent30.csv", "Stents against stroke", "strokes in 30 days, % (p)", "14.7 (0.002)", static () => $"{Print.Percent(Stents("treatment"), 1)} ({Print.Of(Fisher(Stents("control"), Stents("treatment")), 3)})", Chimowitz, DigitsSeen.Known),
        new("r_openintro_stent30.csv", "", "without stent, %", "5.8", static () => Print.Percent(Stents("control"), 1), Chimowitz, DigitsSeen.Known)
        {
            Why = "printed from the curve of time to the event; counted, 13 of 227",
        },
        new("r_openintro_sinusitis.csv", "Amoxicillin for sinusitis", "better after 10 days, % (p)", "78, 80 (0.71)", static () => $"{Print.Percent(Sinusitis("treatment"), 0)}, {Print.Percent(Sinusitis("control"), 0)} ({Print.Of(Fisher(Sinusitis("control"), Sinusitis("treatment")), 2)})", Garbutt, DigitsSeen.Known),
        new("r_openintro_yawn.csv", "Is a yawn catching?", "yawned, % (seen one, not)", "29, 25", static () => $"{Print.Percent(Yawns("trmt"), 0)}, {Print.Percent(Yawns("ctrl"), 0)}", "MythBusters 2005, episode 28", DigitsSeen.Page),
        new("r_experimentr_nickerson.csv", "Asked at the door to vote", "turnout, points", "9.8", static () => Print.Of(100 * ShareEffect.Difference(Turnout("Recycling"), Turnout("GOTV")).Value!.Value, 1), "Nickerson 2008, American Political Science Review 102", DigitsSeen.Page)
        {
            Why = "printed within two cities; the file does not say which city a row is from",
        },
        new("r_causaldata_thornton_hiv.csv", "Paid to learn a test's result", "came unpaid, %", "34", static () => Print.Percent(Came("0"), 0), "Thornton 2008, American Economic Review 98, abstract", DigitsSeen.Page),
        new("r_causaldata_social_insure.csv", "Insurance as the default, and friends", "share of friends insured (error)", "0.118 (0.034)", static () => Print.Of(Insurance("pre_takeup_rate"), 3), HuntingtonKlein, DigitsSeen.Known),
        new("r_causaldata_social_insure.csv", "", "own uptake per share of friends", "0.791", static () => Print.Of(Insurance("takeup_survey").Value / Insurance("pre_takeup_rate").Value, 3), HuntingtonKlein, DigitsSeen.Known),
        new("r_AER_STAR.csv", "Small classes in Tennessee", "points, small class (error)", "13.90 (2.45)", static () => Print.Of(Star("small"), 2), Stock, DigitsSeen.Quoted),
        new("r_AER_STAR.csv", "", "points, with an aide (error)", "0.31 (2.27)", static () => Print.Of(Star("aide"), 2), Stock, DigitsSeen.Quoted),
        new("r_datasets_UCBAdmissions.csv", "Admissions at Berkeley", "men admitted by department, %", "62, 63, 37, 33, 28, 6", static () => Admissions("Male"), Freedman, DigitsSeen.Known),
        new("r_datasets_UCBAdmissions.csv", "", "women, %", "82, 68, 34, 35, 24, 7", static () => Admissions("Female"), Freedman, DigitsSeen.Known),
        new("r_boot_city.csv", "Ten cities, 1930 over 1920", "ratio, its linear variance", "1.52, 0.0325", static () => City(), Davison, DigitsSeen.Known),
    ];

    private static string Mailings(string outcome, double scale, int places)
    {
        var table = PublicTable.Of("hillstrom.csv");
        string[] arms = ["No E-Mail", "Mens E-Mail", "Womens E-Mail"];
        return Print.All(arms.Select(arm => Print.Of(scale * Moments.Of(table.Where("segment", text => text == arm).Numbers(outcome)).Mean, places)));
    }

    // Dehejia and Wahba give the error of equal variances.
    private static EffectEstimate Training(string file)
    {
        var table = PublicTable.Of(file);
        return MeanComparison.Student(
            Moments.Of(table.Where("treat", static text => text == "0").Numbers("re78")), Moments.Of(table.Where("treat", static text => text == "1").Numbers("re78")));
    }

    private static CountedShare Callbacks(string race) => Share("r_openintro_resume.csv", "race", race, "received_callback", "1");

    private static CountedShare Stents(string group) => Share("r_openintro_stent30.csv", "group", group, "outcome", "stroke");

    private static CountedShare Sinusitis(string group) => Share("r_openintro_sinusitis.csv", "group", group, "self_reported_improvement", "yes");

    private static CountedShare Yawns(string group) => Share("r_openintro_yawn.csv", "group", group, "result", "yawn");

    private static CountedShare Turnout(string treatment) => Share("r_experimentr_nickerson.csv", "treatment", treatment, "voted02p", "voted");

    private static CountedShare Came(string paid)
    {
        var table = PublicTable.Of("r_causaldata_thornton_hiv.csv").Where("any", text => text == paid).Where("got", static text => text is "0" or "1");
        return new CountedShare(table.Texts("got").Count(static text => text == "1"), table.Count);
    }

    // Both stages with the same controls and the same rows; villages as columns, errors by address.
    private static ModelCoefficient Insurance(string outcome)
    {
        string[] controls = ["male", "age", "agpop", "ricearea_2010", "literacy", "intensive", "risk_averse", "disaster_prob"];
        string[] used = [.. controls, "default", "takeup_survey", "pre_takeup_rate"];
        var table = used.Aggregate(PublicTable.Of("r_causaldata_social_insure.csv"), static (rows, name) => rows.Where(name, static text => text is not ("" or "NA")));
        var (villages, addresses) = (table.Texts("village"), table.Texts("address"));
        string[] others = [.. villages.Distinct().Skip(1)];
        var design = DesignMatrix.WithConstant(
            ["default", .. controls, .. others],
            [table.Numbers("default"), .. controls.Select(table.Numbers), .. others.Select(other => villages.Select(village => village == other ? 1.0 : 0).ToArray())]);
        int[] clusters = [.. addresses.Select(address => Array.IndexOf(addresses, address))];
        return LinearModel.Fit(design, table.Numbers(outcome)).Value().WithClusters(clusters, ClusterErrorKind.Cr1).Of("default");
    }

    private static ModelCoefficient Star(string arm)
    {
        var table = PublicTable.Of("r_AER_STAR.csv").Where("stark", static text => text is "regular" or "small" or "regular+aide")
            .Where("readk", static text => text is not ("" or "NA")).Where("mathk", static text => text is not ("" or "NA"));
        double[] Is(string type) => [.. table.Texts("stark").Select(text => text == type ? 1.0 : 0)];
        double[] points = [.. table.Numbers("readk").Zip(table.Numbers("mathk"), static (read, maths) => read + maths)];
        return LinearModel.Fit(DesignMatrix.WithConstant(["small", "aide"], [Is("small"), Is("regular+aide")]), points).Value().With(ErrorKind.Hc1).Of(arm);
    }

    private static string Admissions(string gender)
    {
        var table = PublicTable.Of("r_datasets_UCBAdmissions.csv").Where("Gender", text => text == gender);
        return Print.All(table.Texts("Dept").Distinct().Select(department =>
        {
            var rows = table.Where("Dept", text => text == department);
            return Print.Percent(new CountedShare((long)rows.Where("Admit", static text => text == "Admitted").Numbers("Freq").Sum(), (long)rows.Numbers("Freq").Sum()), 0);
        }));
    }

    // The book's variance divides by n², the delta method's by n (n − 1).
    private static string City()
    {
        var table = PublicTable.Of("r_boot_city.csv");
        var sums = new RatioSums(JointMoments.Of(table.Numbers("x"), table.Numbers("u")));
        var variance = DeltaMethod.Variance(sums.Values, [1 / sums.Values.Mean(1), -sums.Ratio / sums.Values.Mean(1)]) * (table.Count - 1) / table.Count;
        return $"{Print.Of(sums.Ratio, 2)}, {Print.Of(variance / table.Count, 4)}";
    }

    private static double Fisher(CountedShare control, CountedShare treatment) => ShareTest.Fisher(control, treatment).Value().PValue;

    private static CountedShare Share(string file, string column, string value, string outcome, string part)
    {
        var texts = PublicTable.Of(file).Where(column, text => text == value).Texts(outcome);
        return new CountedShare(texts.Count(text => text == part), texts.Length);
    }
}
