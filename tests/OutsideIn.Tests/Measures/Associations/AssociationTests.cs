using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Measures;

/// <summary>Planted truths: what goes together in simulated cases is known, so what is found can be held to it.</summary>
public sealed class AssociationTests
{
    private const double Window = 14;

    [Fact]
    public void Without_open_cases_the_shares_are_plain_and_the_difference_Newcombes()
    {
        // By hand: 56 of 70 with the work, 48 of 80 without it; Newcombe (1998), table II, row a, method 10: 0.0524 to 0.3339.
        var (sides, done) = (new Side[150], new double[150]);
        for (var index = 0; index < 150; index++)
        {
            sides[index] = index < 56 || (index >= 70 && index < 118) ? Side.Met : Side.Missed;
            done[index] = index < 70 ? 0 : double.PositiveInfinity;
        }

        var found = Found(sides, Repeated(Window, 150), done, 0, new int[150]);

        Assert.Equal(56.0 / 70, found.With.Value);
        Assert.Equal(48.0 / 80, found.Without.Value);
        Oracle.AssertNear(0.0524, found.Crude.Interval.Low, 5e-5);
        Oracle.AssertNear(0.3339, found.Crude.Interval.High, 5e-5);
        Oracle.AssertNear(0.2, found.Standardised!.Value, 1e-12);
        Oracle.AssertNear(0.2, found.Regression!.Value, 1e-12);
    }

    [Fact]
    public void Standardised_by_hand_Simpsons_paradox_turns_round()
    {
        // Two strata of 50. Easy: 9 of 10 with, 32 of 40 without (+0.1). Hard: 16 of 40 with, 3 of 10 without (+0.1).
        // Crude: 25 of 50 less 35 of 50 = −0.2; standardised: half of each = +0.1.
        var (sides, done, strata) = (new List<Side>(), new List<double>(), new List<int>());
        void Add(int stratum, bool isDone, int met, int of)
        {
            for (var index = 0; index < of; index++)
            {
                sides.Add(index < met ? Side.Met : Side.Missed);
                done.Add(isDone ? 1 : double.PositiveInfinity);
                strata.Add(stratum);
            }
        }

        Add(0, true, 9, 10);
        Add(0, false, 32, 40);
        Add(1, true, 16, 40);
        Add(1, false, 3, 10);

        var found = Found([.. sides], Repeated(Window, 100), [.. done], 1, [.. strata]);

        Oracle.AssertNear(-0.2, found.Crude.Value, 1e-12);
        Oracle.AssertNear(0.1, found.Standardised!.Value, 1e-12);
        Oracle.AssertNear(0.1, found.Regression!.Value, 1e-12);
        Assert.Equal(1, found.CoveredShare);
    }

    [Fact]
    public void Strata_with_one_side_only_are_left_out_and_their_share_is_told()
    {
        var (sides, done, strata) = (new Side[80], new double[80], new int[80]);
        for (var index = 0; index < 80; index++)
        {
            sides[index] = index % 3 == 0 ? Side.Met : Side.Missed;
            strata[index] = index < 60 ? 0 : 1;
            done[index] = strata[index] == 0 && index % 2 == 0 ? 0 : double.PositiveInfinity;
        }

        var found = Found(sides, Repeated(Window, 80), done, 0, strata);

        Assert.Equal(0.75, found.CoveredShare);
        Assert.Equal((1, 1), (found.StrataUsed, found.StrataSparse));
    }

    [Fact]
    public void Work_that_the_confounders_determine_has_no_adjusted_figure()
    {
        var (sides, done, strata) = (new Side[80], new double[80], new int[80]);
        for (var index = 0; index < 80; index++)
        {
            sides[index] = index % 3 == 0 ? Side.Met : Side.Missed;
            strata[index] = index % 2;
            done[index] = strata[index] == 0 ? 0 : double.PositiveInfinity;
        }

        var found = Found(sides, Repeated(Window, 80), done, 0, strata);

        Assert.Null(found.Standardised);
        Assert.Null(found.Regression);
        Assert.Equal(0, found.CoveredShare);
    }

    [Fact]
    public void Too_few_on_one_side_is_refused_not_guessed()
    {
        var done = Repeated(double.PositiveInfinity, 40);
        done[0] = 0;

        var refused = Association.Of(
            new AttainmentCases([.. Enumerable.Repeat(Side.Met, 40)], Repeated(Window, 40), Strata(new int[40])), done, 0).Refusal();

        Assert.Equal("ME060", refused.Code);
        Assert.Contains("1 with the work and 39 without", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_cases_are_weighed_as_the_product_limit_curve_weighs_them()
    {
        // By hand, without the work: met at 1, open at 2, met at 3, missed at 4 (each four times). The two last stand for the open
        // ones: weights 1, 1.5, 1.5 of 4, so 2.5 of 4 met. Aalen–Johansen: 1/4 + 3/4 × 1/3... = 1/4 + (3/4)(1/2) = 0.625.
        var (sides, times, done) = (new List<Side>(), new List<double>(), new List<double>());
        for (var copy = 0; copy < 8; copy++)
        {
            sides.AddRange([Side.Met, Side.Open, Side.Met, Side.Missed]);
            times.AddRange([1, 2, 3, 4]);
            done.AddRange(Repeated(copy < 4 ? 0 : double.PositiveInfinity, 4));
        }

        var found = Found([.. sides], [.. times], [.. done], 0, new int[32]);

        Oracle.AssertNear(0.625, found.Without.Value, 1e-12);
        Oracle.AssertNear(0.625, found.With.Value, 1e-12);
        Assert.Equal(4, found.Without.OpenCount);
        Assert.True(found.Without.Interval.High - found.Without.Interval.Low > WilsonWidth(0.625, 16));
    }

    [Fact]
    public void With_a_planted_confounder_the_crude_figure_misleads_and_the_adjusted_intervals_hold_the_truth()
    {
        const int runs = 1000;
        const double truth = 0.1;
        var (crude, standardised, regression, differ) = (0, 0, 0, 0);
        for (var run = 0; run < runs; run++)
        {
            var found = Simulated((ulong)run, 1200, truth, share => 0.2 + (0.6 * share), -0.4, 2);
            crude += found.Crude.Interval.Contains(truth) ? 1 : 0;
            standardised += found.Standardised!.Interval.Contains(truth) ? 1 : 0;
            regression += found.Regression!.Interval.Contains(truth) ? 1 : 0;
            differ += found.Crude.Value < 0 && found.Standardised.Value > 0 ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage($"planted confounder: truth inside {crude} crude, {standardised} standardised, {regression} by regression of {runs}");
        Assert.InRange(crude, 0, 0.05 * runs);
        Assert.InRange(standardised, 0.93 * runs, runs);
        Assert.InRange(regression, 0.93 * runs, runs);
        Assert.InRange(differ, 0.95 * runs, runs);
    }

    [Fact]
    public void Where_nothing_goes_together_few_intervals_say_so()
    {
        const int runs = 2000;
        var (crude, standardised, regression) = (0, 0, 0);
        for (var run = 0; run < runs; run++)
        {
            var found = Simulated((ulong)(10_000 + run), 800, 0, static _ => 0.4, -0.3, 2);
            crude += found.Crude.Interval.Contains(0) ? 0 : 1;
            standardised += found.Standardised!.Interval.Contains(0) ? 0 : 1;
            regression += found.Regression!.Interval.Contains(0) ? 0 : 1;
        }

        TestContext.Current.SendDiagnosticMessage($"nothing planted: {crude} crude, {standardised} standardised, {regression} by regression of {runs}");
        Assert.InRange(crude, 0, 0.06 * runs);
        Assert.InRange(standardised, 0, 0.06 * runs);
        Assert.InRange(regression, 0, 0.06 * runs);
    }

    [Fact]
    public void Time_in_which_nothing_could_be_done_raises_no_alarm_where_counting_all_work_does()
    {
        const int runs = 1000;
        var (ours, naive) = (0, 0);
        for (var run = 0; run < runs; run++)
        {
            var (sides, times, done, strata) = PlantedAssociations.Of((ulong)(50_000 + run), 800, new PlantedTruth(0, 0.5, 0.5, 0, 0));
            var landmark = Association.LandmarkOf(done)!.Value;
            ours += Found(sides, times, done, landmark, strata).Crude.Interval.Contains(0) ? 0 : 1;
            naive += Found(sides, [.. times.Select(static time => time + Window)], done, Window, strata).Crude.Interval.Contains(0) ? 0 : 1;
        }

        TestContext.Current.SendDiagnosticMessage($"immortal time: {ours} with a landmark, {naive} without, of {runs}");
        Assert.InRange(ours, 0, 0.06 * runs);
        Assert.InRange(naive, 0.8 * runs, runs);
    }

    [Fact]
    public void Without_open_cases_the_shares_are_the_counts_bit_for_bit() => Prop.ForAll<bool[], int>(PlainShares).QuickCheckThrowOnFailure();

    private static void PlainShares(bool[] isMet, int seed)
    {
        var chance = RandomSource.Open((ulong)seed, "plain shares");
        int[] kinds = [.. Enumerable.Range(0, 40).Select(_ => (int)(chance.NextUnit() * 4))];
        Side[] sides = [.. isMet.Select(static met => met ? Side.Met : Side.Missed), .. kinds.Select(static kind => kind % 2 == 0 ? Side.Met : Side.Missed)];
        double[] done = [.. isMet.Select(_ => chance.NextUnit() < 0.5 ? 0 : double.PositiveInfinity), .. kinds.Select(static (_, index) => index < 20 ? 0 : double.PositiveInfinity)];
        double[] times = [.. sides.Select(_ => 1 + chance.NextUnit())];

        var found = Found(sides, times, done, 0, [.. sides.Select(_ => chance.NextUnit() < 0.5 ? 0 : 1)]);

        int Count(bool isDone, bool met) => sides.Zip(done).Count(one => (one.Second == 0) == isDone && (!met || one.First == Side.Met));
        Assert.Equal((double)Count(true, true) / Count(true, false), found.With.Value);
        Assert.Equal((double)Count(false, true) / Count(false, false), found.Without.Value);
        Assert.Equal(ProportionInterval.Wilson(Count(true, true), Count(true, false)).Value().Interval, found.With.Interval);
    }

    [Fact]
    public void The_landmark_is_when_nine_of_ten_have_had_the_work_done() =>
        Assert.Equal(9, Association.LandmarkOf([1, 10, 3, 2, 9, 8, 4, 5, 7, 6, double.PositiveInfinity]));

    private static Association Simulated(ulong seed, int count, double effect, Func<double, double> done, double hardship, double earliest)
    {
        var planted = PlantedAssociations.Of(seed, count, new PlantedTruth(effect, done(1), done(0), hardship, earliest));
        return Found(planted.Sides, planted.Times, planted.Done, 2, planted.Strata);
    }

    private static Association Found(Side[] sides, double[] times, double[] done, double landmark, int[] strata) =>
        Association.Of(new AttainmentCases(sides, times, Strata(strata)), done, landmark).Value();

    private static CaseStrata Strata(int[] strata) =>
        CaseStrata.Of([new CodedColumn(["easy", "hard"], [.. strata.Select(static one => one + 1)])], strata.Length);

    private static double[] Repeated(double value, int count) => [.. Enumerable.Repeat(value, count)];

    private static double WilsonWidth(double share, double size) =>
        ProportionInterval.WilsonInterval(share, size, 0.95) is var interval ? interval.High - interval.Low : 0;
}
