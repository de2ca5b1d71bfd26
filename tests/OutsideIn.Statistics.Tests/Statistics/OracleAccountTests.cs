using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>
/// How many numbers of shared/oracles/statistics are held against ours, file by file, and what is not and why. It was found by changing one
/// number at a time and running the tests that read the file (a sample of each field of the three largest): a result whose change no test
/// saw stands in the list. A file that is new, renamed or holds more or fewer numbers fails here.
/// </summary>
public sealed class OracleAccountTests
{
    private const string NoData = "its data are not beside this checkout: ";

    /// <summary>Files whose numbers do not count, as the README of the oracles says: timings and calibration.</summary>
    private static readonly Dictionary<string, int> NotCounted = new() { ["calibration"] = 523, ["gbstats_timings"] = 48, ["gbstats_timings_cpu"] = 20 };

    private static readonly OracleFile[] Files =
    [
        new("cuped_raw", 1277, @"\.(treat|pre|y)\[", 212),
        new("dataset_results", 177, "", 177)
        {
            Left =
            [
                new(@"cases\[1\]\.(arms\.gate_\d0\.rounds_|rounds_)", 18, NoData + "cookie_cats.csv"),
                new(@"cases\[2\]\.", 6, NoData + "telco_churn.csv"),
                new(@"cases\[5\]\.", 5, NoData + "brave_app_engagement_push.csv"),
                new(@"cases\[6\]\.", 9, NoData + "artea_ab.csv"),
                new(@"cases\[7\]\.", 5, NoData + "nps_timeseries_synthetic.csv"),
            ],
        },
        new("did", 185, "", 185) { Left = [new(@"cases\[4\]\.(n|coef\[[012]\]|se_)", 16, NoData + "brave_billboard_impact.csv")] },
        new("distributions", 1880, @"\.args\[", 629),
        new("drivers", 270, "", 270) { Left = [new(@"cases\[[23]\]\.", 123, NoData + "airline_satisfaction.csv")] },
        new("gbstats_ab", 5959, @"\.(control|treatment)\.(.*\.)?(n|sum|sum_squares|n_star|nu|n_clusters|quantile_\w+|(main|denominator)_\w+|\w+_of_products)$", 5779)
        {
            Left = [new(@"cases\[1[678]\]\.results\.|cases\[1[2-5]\]\.results\.scaled", 1121, "gbstats gives an error with p = 1 and an interval of zeros: no spread, a control of 0, one unit, a total of ratios; all are refused here")],
        },
        new("gbstats_bandit", 60, @"\.stats\[\d+\]\.(n|sum|sum_squares)$", 42),
        new("gbstats_poststrat", 360, @"\.(control|treatment)\.(.*\.)?(n|sum|sum_squares|\w+_of_products)$", 230),
        new("gbstats_power", 373, @"\.(target_mde|num_goal_metrics|num_variations)$", 229),
        new("gbstats_sequential_halfwidth", 1296, @"\.(s2|n|tuning|alpha)$", 648),
        new("gbstats_srm", 73, @"\.(users|weights)\[", 13)
        {
            Left = [new(@"cases\[[67]\]\.p$", 2, "gbstats counts an arm without a share as a degree of freedom, and gives p = 1 of no units; both are refused here")],
        },
        new("group_sequential", 3014, @"\.(info\[\d+\]|alpha|gamma|K)$", 2230),
        new("hash_quality", 120, @"\.version$", 80),
        new("its", 860, @"\.(y\[\d+\]|break_after)$", 680)
        {
            Left = [new(@"\.truth\.", 24, "what the series were drawn from, not what is found in them")],
        },
        new("its_reml_ar1", 240, @"\.(y\[\d+\]|break_after)$", 60),
        new("multiple_testing", 902, @"^cases\[\d+\]\.p\[", 820),
        new("poisson_rates", 85, @"\.(count|exposure)[12]$", 65),
        new("power", 551, @"\.(p1|p2|alpha|power|ratio_n2_over_n1|d|k_groups|cohen_f|w|df|rate1|ratio|hr|icc|cluster_size|unequal_cv|p|margin|alpha_one_sided|mean|sd|effect_rel|n_variations|digits)$", 214),
        new("proportion_ci", 672, @"\.(k|n|alpha)$", 546)
        {
            Left = [new(@"cases\[([0-2]|1[2-4])\]\.jeffreys\[0\]|cases\[(9|1[0156])\]\.jeffreys\[1\]|cases\[17\]\.jeffreys\[1\]", 12, "the oracle keeps Jeffreys' interval off 0 and 1 where none or all were counted, so that it leaves its value out")],
        },
        new("quantiles", 674, @"\.(x|a|b)\[", 163),
        new("ratio_cluster", 1923, @"\.(user|treat|y)\[", 24),
        new("regression", 1706, @"\.(X\[\d+\]\[|y\[)", 230) { Left = [new(@"cases\[2\]\.", 87, NoData + "telco_churn.csv")] },
        new("sequential_betabinomial", 244, @"\.(x|n|p0|a|b)$", 104),
        new("sequential_msprt_gavi", 736, @"\.(estimate|se|tau|alpha|v_opt|v|rho|n_per_arm|diff|var_diff)$", 415),
        new("srm_sequential", 195, @"\.(counts\[\d+\]|weights\[\d+\]|concentration)$", 84),
        new("survey", 383, @"\.(promoters|passives|detractors|p_promoter|p_detractor|moe_points|population|k|(invited|responded)(\[\d+\])?|[Nnk]_h\[\d+\]|(successes|respondents|table)\[\d+\]\[\d+\]|(row|col)_targets\[\d+\]|[ab]\[\d+\])$", 247)
        {
            Left = [new(@"cases\[[45]\]\.(ci95_wald|moe)|cases\[5\]\.se_n_minus_1", 7, "answers that are all alike, or one, have no spread of their own: the plain interval is refused")],
        },
        new("survival_competing", 390, @"\.(time|times|cause)\[", 216),
        new("survival_cox", 158, "", 158),
        new("survival_km_logrank", 9706, @"\.(time|event)\[|\.rmst_tau$", 8161)
        {
            Left = [new(@"cases\[4\]\.(test_|(groups\.[^.]+\.)?n$|events$)", 59, NoData + "telco_churn.csv; its curves are, and are compared")],
        },
        new("two_means_raw", 859, @"\.[ab]\[", 272) { Left = [new(@"cases\[4\]\.yuen_trim10\[1\]", 1, "NaN: nothing varies once trimmed")] },
        new("two_proportions", 527, @"\.[xn][12]$", 467) { Left = [new(@"cases\[14\]\.wald_ci95\[1\]", 1, "beyond 1, where the difference of two shares ends")] },
    ];

    /// <summary>The cases of GrowthBook's SDKs are compared case by case (FlagEvaluationTests), not number by number.</summary>
    private static readonly Dictionary<string, int> Cases = new() { ["growthbook_sdk_cases_full"] = 1931, ["sdk_assignment"] = 672 };

    [Fact]
    public void Every_file_of_the_oracles_has_its_account() => Assert.Equal(
        Directory.GetFiles(SharedData.At("oracles/statistics"), "*.json").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
        Files.Select(static one => one.Name).Concat(NotCounted.Keys).Concat(Cases.Keys).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_number_is_given_compared_or_left_with_a_reason()
    {
        Assert.All(NotCounted.Concat(Cases), static one => Assert.True(one.Value == Read(one.Key).Count, $"{one.Key} holds {Read(one.Key).Count} numbers."));
        Assert.All(Files, static one =>
        {
            var (paths, found) = (Read(one.Name), new HashSet<string>());
            Assert.True(one.Numbers == paths.Count, $"{one.Name} holds {paths.Count} numbers.");
            string[] results = [.. paths.Where(path => !one.IsGiven(path))];
            Assert.True(one.Results == results.Length, $"{one.Name} holds {results.Length} results.");
            foreach (var left in one.Left)
            {
                string[] these = [.. results.Where(path => OracleFile.Fits(left.Where, path))];
                Assert.True(left.Count == these.Length, $"{one.Name}: {left.Where} are {these.Length}.");
                Assert.True(these.All(found.Add), $"{one.Name}: {left.Where} are left twice.");
            }
        });
    }

    // The README says 38,700: it counts neither all texts of what is no finite number nor every number within the cases of the SDKs.
    [Fact]
    public void Of_39049_numbers_23650_are_results_and_22154_of_them_are_compared()
    {
        SharedData.At("oracles/statistics");

        Assert.Equal(39_049, Files.Sum(static one => one.Numbers) + NotCounted.Values.Sum() + Cases.Values.Sum());
        Assert.Equal((23_650, 22_154), (Files.Sum(static one => one.Results), Files.Sum(static one => one.Compared)));
    }

    private static IReadOnlyList<string> Read(string name) => OracleFile.Paths(SharedData.At($"oracles/statistics/{name}.json"));
}
