using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class LogConformanceTests
{
    private static readonly DesignCriterion Fixed = new() { Text = "Mended within the hour", Measure = "has \"Fix\" within 60m of first \"Call\"", Weight = 2 };
    private static readonly DesignCriterion Unchased = new() { Text = "Nobody had to ask", Measure = "has no \"Chase\"" };

    private static readonly string[] Closed = ["0 Call, 30 Fix", "0 Call, 90 Fix", "0 Call, 10 Chase, 20 Fix"];

    [Fact]
    public void Without_open_cases_it_is_the_rating_of_hand_counted_observations()
    {
        var counted = Map(Fixed with { Observed = 3, Done = 2 }, Unchased with { Observed = 3, Done = 2 });

        var experience = Assert.Single(Of(Map(Fixed, Unchased), null, Closed).Rating.Experiences);

        Assert.Equal(Conformance.Of(counted)[0].Rating, experience.All.Rating);
        Assert.Equal([2.0 / 3, 2.0 / 3], experience.Moments[0].Criteria.Select(static one => one.Share.Value!.Value));
        Assert.Equal((3, 6, 0), (experience.All.Cases, experience.All.Answers, experience.All.Open));
    }

    [Fact]
    public void An_open_answer_is_neither_yes_nor_no()
    {
        // By hand, with a fourth case known for 30 minutes. Mended: yes at 20 of 4, yes at 30 of 3, then one is open and one is late:
        // 1/4 + 3/4 · 1/3 = 1/2. Chased: at 10, 1 of 4. Rating: (2 · 0.5 + 0.75) / 3.
        var experience = Of(Map(Fixed, Unchased), 1030, [.. Closed, "1000 Call"]).Rating.Experiences[0];

        Oracle.AssertNear(0.5, experience.Moments[0].Criteria[0].Share.Value!.Value, 1e-12);
        Oracle.AssertNear(0.75, experience.Moments[0].Criteria[1].Share.Value!.Value, 1e-12);
        Oracle.AssertNear(1.75 / 3, experience.All.Rating!.Value, 1e-12);
        Assert.Equal((3, 2), (experience.All.Cases, experience.All.Open));
        Assert.InRange(experience.All.Rating.Value, experience.All.Low!.Value, experience.All.High!.Value);
    }

    [Fact]
    public void A_criterion_is_asked_only_where_its_Moment_of_Truth_happened()
    {
        var result = Of(Map(Unchased), null, [.. Closed, "0 Write, 5 Chase, 9 Fix"]);

        Assert.Equal(3, result.Rating.Experiences[0].Moments[0].Volume);
        Assert.Equal([1.0, 1.0, 0.0, double.NaN], result.ByCase.ToArray());
    }

    [Fact]
    public void Moments_of_Truth_weigh_by_the_volume_observed()
    {
        // By hand: "Call" happened in 3 cases and is as designed in 2 of them, "Write" in 1 and in none: (3 · 2/3 + 1 · 0) / 4.
        var map = Map(Unchased);
        map = map with { Moments = [.. map.Moments, new MomentOfTruth { Id = "write", Name = "Write", Events = SmallMap.Patterns("Write"), Criteria = [Unchased] }] };

        var experience = Of(map, null, [.. Closed, "0 Write, 5 Chase, 9 Fix"]).Rating.Experiences[0];

        Oracle.AssertNear(0.5, experience.All.Rating!.Value, 1e-12);
        Assert.Equal((2, 0, 2), (experience.ByCase.Throughout, experience.ByCase.InPart, experience.ByCase.InNothing));
    }

    [Fact]
    public void Every_category_has_its_own_rating()
    {
        var map = new SmallMap().Contacts("Call", "Chase").Outcome("Fix", "Give up").Category("phone", "channel", "phone").Category("web", "channel", "web").ToMap();

        var experience = Of(
            With(map, Unchased), null, "0 Call #phone, 30 Fix", "0 Call #phone, 5 Chase #phone, 30 Fix", "0 Call #web, 30 Fix").Rating.Experiences[0];

        Assert.Equal([("phone", 0.5), ("web", 1.0)], experience.Categories.Select(static one => (one.Category, one.Figure.Rating!.Value)));
    }

    [Fact]
    public void Criteria_that_fail_together_leave_a_rating_less_certain_than_criteria_that_fail_apart()
    {
        // Twenty cases; the same two acts fail in the same ten, or each in another ten.
        string[] together = [.. Enumerable.Range(0, 20).Select(static index => index < 10 ? "0 Call, 10 Chase, 90 Fix" : "0 Call, 30 Fix")];
        string[] apart = [.. Enumerable.Range(0, 20).Select(static index => index < 10 ? "0 Call, 10 Chase, 30 Fix" : "0 Call, 90 Fix")];

        var (one, other) = (Of(Map(Fixed with { Weight = 1 }, Unchased), null, together).Rating.Experiences[0].All, Of(Map(Fixed with { Weight = 1 }, Unchased), null, apart).Rating.Experiences[0].All);

        Assert.Equal(one.Rating, other.Rating);
        Assert.True(one.High - one.Low > other.High - other.Low);
    }

    [Fact]
    public void Intervals_hold_the_planted_rating_though_criteria_fail_together()
    {
        // Planted: in three cases of ten one act is not done, and in nine of ten of all cases the other follows it; each is done in 0.7.
        const int runs = 400;
        var held = 0;
        for (var run = 0; run < runs; run++)
        {
            var chance = RandomSource.Open((ulong)run, "conformance");
            string[] cases = [.. Enumerable.Range(0, 60).Select(_ =>
            {
                var isWrong = chance.NextUnit() < 0.3;
                var isOther = chance.NextUnit() < 0.1 ? chance.NextUnit() < 0.3 : isWrong;
                return $"0 Call,{(isOther ? " 5 Chase," : "")} {(isWrong ? 90 : 30)} Fix";
            })];
            var all = Of(Map(Fixed with { Weight = 1 }, Unchased), null, cases).Rating.Experiences[0].All;
            held += all.Low <= 0.7 && all.High >= 0.7 ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage($"conformance: {held} of {runs} intervals hold the rating");
        Assert.InRange(held, 0.93 * runs, 0.99 * runs);
    }

    [Fact]
    public void What_no_log_can_be_asked_is_left_out_with_the_reason()
    {
        var rating = Of(Map(Unchased, new DesignCriterion { Text = "Calls", Measure = "count of \"Chase\"" }, new DesignCriterion { Text = "Typo", Measure = "has \"Chaise\"" }, new DesignCriterion { Text = "Smiles" }), null, Closed).Rating;

        Assert.Collection(
            rating.LeftOut,
            static one => Assert.Contains("“Calls”: It is no yes or no", one.Reason, StringComparison.Ordinal),
            static one => Assert.Contains("Chase", one.Reason, StringComparison.Ordinal));
        Assert.Equal(["Smiles"], rating.Experiences[0].Moments[0].WithoutMeasure);
    }

    [Fact]
    public void A_criterion_without_an_answer_yet_is_never_observed_and_no_part_of_the_rating()
    {
        var experience = Of(Map(Fixed), 10, "0 Call", "0 Write, 5 Fix").Rating.Experiences[0];

        Assert.Null(experience.All.Rating);
        Assert.Equal(["Mended within the hour"], experience.Moments[0].NeverObserved);
    }

    [Fact]
    public void On_any_closed_log_the_rating_is_what_counting_by_hand_gives() => Prop.ForAll<bool[]>(isChased =>
    {
        if (isChased.Length > 0)
        {
            var rating = Of(Map(Unchased), null, [.. isChased.Select(static chased => chased ? "0 Call, 5 Chase, 9 Fix" : "0 Call, 9 Fix"), "0 Write, 5 Chase, 9 Fix"]).Rating;

            Assert.Equal((double)isChased.Count(static one => !one) / isChased.Length, rating.Experiences[0].All.Rating);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_log_without_events_and_a_map_that_says_nothing_give_nothing_and_no_error()
    {
        var stop = TestContext.Current.CancellationToken;
        foreach (var (log, map) in new[] { (new EventLogBuilder().Build(), Map(Fixed, Unchased)), (SmallLog.Of(Closed), OutsideInMap.Empty) })
        {
            var diagnosis = Diagnoser.Diagnose(log, SectionsTests.Report(log), map, new DiagnosisOptions(), stop);

            var ratings = LogRatings.Of(diagnosis, map, new LogRatingOptions(), stop).Value().Ratings;

            Assert.All(ratings.Conformance.Experiences, static one => Assert.Null(one.All.Rating));
            Assert.Empty(ratings.Surveys);
            Assert.Equal(0, ratings.Work.PairsLookedAt);
        }
    }

    [Fact]
    public void The_cases_in_which_an_act_was_not_done_stand_behind_it()
    {
        var result = Of(Map(Unchased), null, Closed);

        Assert.Equal([2], result.Cases.Open(result.Rating.Experiences[0].Moments[0].Criteria[0].Figure)!);
    }

    private static OutsideInMap Map(params DesignCriterion[] criteria) =>
        With(new SmallMap().Contacts("Call", "Chase").Outcome("Fix", "Give up").ToMap(), criteria);

    private static OutsideInMap With(OutsideInMap map, params DesignCriterion[] criteria) =>
        map with { Moments = [.. map.Moments.Select(one => one.Name == "Call" ? one with { Criteria = criteria, VolumePerYear = 1 } : one)] };

    private static LogConformanceResult Of(OutsideInMap map, double? minute, params string[] cases)
    {
        var log = SmallLog.Of(cases);
        return LogConformance.Of(
            MeasuredLogs.Of(log, map, minute is { } known ? SmallLog.Minute(known) : null), map, new LogRatingOptions(), TestContext.Current.CancellationToken);
    }
}
