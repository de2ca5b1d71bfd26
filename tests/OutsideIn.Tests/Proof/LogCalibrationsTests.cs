using OutsideIn.Measures;
using OutsideIn.Proof;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Proof;

/// <summary>A/A on the pilot's teams, which differ in pace: arms by chance, and whatever is called is a false alarm.</summary>
public sealed class LogCalibrationsTests
{
    private static readonly MeasuredLog Pilot = MeasuredLog.Of(NorthbankPilot.Generate());

    private static readonly CalibrationQuestion ByTeam = new(new ComparisonQuestion("time from first \"Report the claim\" to first \"Collect the car\"")
    {
        Objective = "60% of cases <= 14d",
        Unit = "team",
    })
    {
        Runs = 300,
    };

    [Fact]
    public void Teams_keep_the_promise_and_cases_do_not()
    {
        var found = Of(ByTeam);

        Assert.Equal(("holds", 20, 300), (found.Answer, found.Units, found.Runs));
        Assert.Equal(["team", "case"], found.Rates.Select(static one => one.Counted));
        Assert.Equal("t test on cluster means", found.Rates[0].Method);
        Assert.True(found.Rates[0].Low < 0.05 && found.Rates[0].High > 0.05, found.Rates[0].Text);
        Assert.True(found.Rates[1].Low > 0.25, found.Rates[1].Text);
        Assert.Equal((double)found.Rates[0].Alarms / 300, found.Rates[0].Rate);
        Assert.Contains("Counting each case as one observation would do so in ", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_gives_the_same_rates_and_another_seed_others()
    {
        var (one, again, other) = (Of(ByTeam), Of(ByTeam), Of(ByTeam with { Seed = 2 }));

        Assert.Equal(one.Rates, again.Rates);
        Assert.NotEqual(one.Rates[1].Alarms, other.Rates[1].Alarms);
    }

    [Fact]
    public void Cases_given_an_arm_one_by_one_keep_it_too()
    {
        var found = Of(ByTeam with { Of = ByTeam.Of with { Unit = null, Measure = "count of \"Ask where it stands\"", Objective = null } });

        var rate = Assert.Single(found.Rates);
        Assert.Equal(("case", 0), (rate.Counted, rate.Refused));
        Assert.InRange(rate.Rate, 0.01, 0.1);
    }

    // Of three arms two are compared with the first; corrected for their number, one in twenty draws calls either.
    [Fact]
    public void Several_arms_are_one_family()
    {
        var found = Of(ByTeam with { Arms = 3, Runs = 1_000, Of = ByTeam.Of with { Measure = "count of \"Ask where it stands\"", Objective = null } });

        Assert.True(found.Rates[0].Low < 0.05 && found.Rates[0].Rate < 0.07, found.Rates[0].Text);
        Assert.True(found.Rates[1].Rate > found.Rates[0].Rate);
    }

    [Fact]
    public void What_cannot_be_counted_is_refused()
    {
        Assert.Equal("PR010", Refusal(ByTeam with { Arms = 1 }));
        Assert.Equal("PR010", Refusal(ByTeam with { Runs = 99 }));
        Assert.Equal("PR011", Refusal(ByTeam with { Arms = 12 }));
        Assert.Equal("DG032", Refusal(ByTeam with { Of = ByTeam.Of with { Unit = "no such column" } }));
        Assert.Empty(Of(ByTeam with { Of = ByTeam.Of with { Measure = "time from" } }).Rates);
    }

    private static LogCalibration Of(CalibrationQuestion question) => LogCalibrations.Measure(Pilot, "pilot", question, CancellationToken.None).Value();

    private static string Refusal(CalibrationQuestion question) => LogCalibrations.Measure(Pilot, "pilot", question, CancellationToken.None).Refusal().Code;
}
