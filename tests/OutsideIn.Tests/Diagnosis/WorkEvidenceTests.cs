using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;
using Activity = OutsideIn.Method.Activity;

namespace OutsideIn.Tests.Diagnosis;

public sealed class WorkEvidenceTests
{
    private const long DayMicros = 86_400_000_000;

    [Fact]
    public void Work_done_on_hard_cases_looks_harmful_until_like_is_compared_with_like()
    {
        var log = Planted(1, 3000, effect: 0.15, checkOnHard: 0.8, checkOnEasy: 0.2);

        var check = Of(log, Map(), "difficulty").Pairs.Single(static one => one is { Work: "Check", Measure: "solved" });

        Assert.True(check.Association!.Crude.IsBelow);
        Assert.True(check.Association.Standardised!.IsAbove && check.Association.Standardised.Interval.Contains(0.15));
        Assert.True(check.Association.Regression!.IsAbove && check.Association.Regression.Interval.Contains(0.15));
        Assert.Equal((EvidenceGrade.Adjusted, EvidenceDirection.Higher, false), (check.Grade, check.Direction, check.IsContradiction));
    }

    [Fact]
    public void A_difference_that_confounders_explain_is_observed_but_contradicts_nothing()
    {
        var log = Planted(2, 3000, effect: 0, checkOnHard: 0.8, checkOnEasy: 0.2);

        var check = Of(log, Map(), "difficulty").Pairs.Single(static one => one is { Work: "Check", Measure: "solved" });

        Assert.Equal((EvidenceGrade.Observed, EvidenceDirection.Lower, true, false), (check.Grade, check.Direction, check.IsUndone, check.IsContradiction));
        Assert.True(check.IsDeclared);
    }

    [Fact]
    public void Work_the_map_says_helps_that_goes_with_less_like_with_like_is_a_contradiction()
    {
        var log = Planted(3, 3000, effect: -0.2, checkOnHard: 0.5, checkOnEasy: 0.5);

        var check = Of(log, Map(), "difficulty").Pairs.Single(static one => one is { Work: "Check", Measure: "solved" });

        Assert.Equal((EvidenceGrade.Adjusted, EvidenceDirection.Lower, true), (check.Grade, check.Direction, check.IsContradiction));
        Assert.Contains("An association, not a cause.", check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_confounder_in_the_log_nothing_can_be_undone_and_the_columns_adjusted_for_are_told()
    {
        var rating = Of(Planted(2, 3000, 0, 0.8, 0.2), Map());

        Assert.DoesNotContain("difficulty", rating.AdjustedFor);
        Assert.False(rating.Pairs.Single(static one => one is { Work: "Check", Measure: "solved" }).IsUndone);
    }

    [Fact]
    public void Only_a_decided_experiment_whose_interval_excludes_zero_proves()
    {
        var experiment = new Experiment
        {
            Id = "x1",
            Name = "Skip the check",
            Changes = ["check"],
            TargetMetric = "solved",
            Decision = ExperimentDecision.Launch,
            Arms = [new ExperimentArm { Id = "a", Name = "control", Count = 200, Successes = 100 }, new ExperimentArm { Id = "b", Name = "checked", Count = 200, Successes = 130 }],
        };
        var log = Planted(4, 400, 0, 0.5, 0.5);
        WorkAssociation Check(Experiment one) =>
            Of(log, Map() with { Experiments = [one] }).Pairs.Single(static pair => pair is { Work: "Check", Measure: "solved" });

        Assert.Equal((EvidenceGrade.Proven, EvidenceDirection.Higher, "x1"), (Check(experiment).Grade, Check(experiment).Direction, Check(experiment).Experiment));
        Assert.NotEqual(EvidenceGrade.Proven, Check(experiment with { Decision = ExperimentDecision.Open }).Grade);
        Assert.NotEqual(EvidenceGrade.Proven, Check(experiment with { Arms = [experiment.Arms[0], experiment.Arms[0]] }).Grade);
        Assert.NotEqual(EvidenceGrade.Proven, Check(experiment with { Changes = ["file"] }).Grade);
    }

    [Fact]
    public void Work_whose_answer_is_certain_when_it_is_done_is_told_and_not_figured()
    {
        var solve = Of(Planted(5, 300, 0, 0.5, 0.5), Map()).Pairs.Single(static one => one is { Work: "Solve", Measure: "solved" });

        Assert.Null(solve.Association);
        Assert.StartsWith("Nothing can be said of “Solve”", solve.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Orphan_work_is_counted_in_hours_with_its_cases()
    {
        // By hand: Assess 20 minutes and 40 minutes without a path, Check 30 minutes with one; contacts are no internal work.
        var rating = Of(SmallLog.Of("0 Ask [0, 30 Assess [10, 60 Check [30, 90 Solve [90", "0 Ask [0, 40 Assess [0, 50 Solve [50"), Map());

        var orphans = rating.Orphans;
        Assert.Equal("hours", orphans.Unit);
        Oracle.AssertNear(1.5, orphans.Whole, 1e-12);
        Oracle.AssertNear(1, orphans.WithoutPath, 1e-12);
        Oracle.AssertNear(1, orphans.WithoutBoth, 1e-12);
        var assess = orphans.Works[0];
        Assert.Equal(("Assess", null, 2L, 2), (assess.Work, assess.Entry, assess.Events, assess.Cases));
        Assert.Equal(["c1", "c2"], assess.Examples);
        Assert.Empty(assess.Higher);
        Assert.DoesNotContain("Check", orphans.Works.Select(static one => one.Work));
    }

    [Fact]
    public void Orphan_work_that_goes_with_fewer_says_so()
    {
        var map = Map();
        map = map with { Activities = [.. map.Activities.Select(static one => one with { ContributesTo = [] })] };

        var check = Of(Planted(3, 3000, -0.2, 0.5, 0.5), map, "difficulty").Orphans.Works.Single(static one => one.Work == "Check");

        Assert.Equal(["o0", "solved"], check.Lower.Order(StringComparer.Ordinal));
        Assert.Empty(check.Higher);
    }

    [Fact]
    public void Without_begins_events_are_counted_and_that_is_said()
    {
        var orphans = Of(SmallLog.Of("0 Ask, 30 Assess, 60 Check, 90 Solve"), Map()).Orphans;

        Assert.Equal("events", orphans.Unit);
        Assert.Null(orphans.Works[0].Hours);
        Assert.Equal((3.0, 2.0), (orphans.Whole, orphans.WithoutPath));
    }

    [Fact]
    public void An_attribute_the_log_does_not_have_is_refused_with_those_it_has()
    {
        var refused = WorkEvidence.Of(
            MeasuredLogs.Of(Planted(6, 30, 0, 0.5, 0.5), Map(), null), Map(), new LogRatingOptions { AdjustFor = ["colour"] }, TestContext.Current.CancellationToken).Refusal();

        Assert.Equal("DG050", refused.Code);
        Assert.Contains("difficulty", refused.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_instant_of_an_answer_counts_from_the_start_of_the_case_whatever_the_measure_counts_from()
    {
        // By hand: registered at 0, called at 10; mended at 40 (certain at 40), late (certain when the hour after the call is over, at 70),
        // and open, known up to 1030, 30 minutes after the start and 20 after the call.
        var map = Map() with { Metrics = [Solved with { Measure = "has \"Fix\" within 60m of first \"Call\"", Of = [] }] };
        var log = SmallLog.Of("0 Register, 10 Call, 40 Fix, 41 Solve", "0 Register, 10 Call, 99 Fix, 100 Solve", "1000 Register, 1010 Call");

        var found = Attained(map, log, 1030);

        Assert.Equal([40.0, 70, 30], found.CertainAfter.Select(static micros => micros / SmallLog.MinuteMicros));
        Assert.Equal([Side(1), Side(0), OutsideIn.Measures.Side.Open], found.Sides);
    }

    [Fact]
    public void A_time_with_an_objective_is_missed_as_soon_as_its_bound_has_passed()
    {
        // By hand: mended 30 minutes after the call at 10, certain at 40; too late, certain an hour after the call, at 70; open at 1030.
        var map = Map() with { Metrics = [Solved with { Measure = "time from first \"Call\" to first \"Fix\"", Objective = "90% of cases <= 1h" }] };
        var log = SmallLog.Of("0 Register, 10 Call, 40 Fix, 41 Solve", "0 Register, 10 Call, 99 Fix, 100 Solve", "1000 Register, 1010 Call");

        var found = Attained(map, log, 1030);

        Assert.Equal([40.0, 70, 30], found.CertainAfter.Select(static micros => micros / SmallLog.MinuteMicros));
        Assert.Equal([Side(1), Side(0), OutsideIn.Measures.Side.Open], found.Sides);
    }

    [Fact]
    public void On_a_clock_that_stands_still_at_night_an_answer_counts_as_certain_with_the_end_of_the_case()
    {
        // By hand: 2026-01-01 is a Thursday. Mended at 10:00, an hour of work after the call at midnight; or at 16:40.
        var map = Map() with
        {
            Metrics = [Solved with { Measure = "working time from first \"Call\" to first \"Fix\"", Objective = "90% of cases <= 1h" }],
            Calendars = [new BusinessCalendar { Id = "office", Name = "Office", Hours = ["Mon-Fri 09:00-17:00"] }],
        };

        var found = Attained(map, SmallLog.Of("0 Call, 600 Fix, 700 Solve", "0 Call, 1000 Fix, 1001 Solve"), 1030);

        Assert.Equal([700.0, 1001], found.CertainAfter.Select(static micros => micros / SmallLog.MinuteMicros));
        Assert.Equal([Side(1), Side(0)], found.Sides);
    }

    [Fact]
    public void What_becomes_certain_bit_by_bit_or_says_not_how_long_is_good_is_left_out_with_the_reason()
    {
        var map = Map() with
        {
            Metrics =
            [
                Solved with { Id = "calls", Measure = "count of \"Ask\"" },
                Solved with { Id = "time", Measure = "time from start to first \"Solve\"" },
                Solved with { Id = "typo", Measure = "has \"Sulve\"" },
                Solved with { Id = "opinion", IsOpinion = true },
                Solved with { Id = "output", Tier = Tier.Output },
            ],
        };

        var rating = Of(SmallLog.Of("0 Ask, 9 Solve"), map);

        Assert.Equal(["calls", "time", "typo"], rating.LeftOut.Select(static one => one.Id));
        Assert.Contains("Solve", rating.LeftOut[2].Reason, StringComparison.Ordinal);
        Assert.Equal("o0", Assert.Single(rating.Measures).Id);
    }

    private static Attainment Attained(OutsideInMap map, EventLog log, double minute)
    {
        var mapped = MappedLog.Of(log, map, SmallLog.Minute(minute));
        return new AttainmentMeasures(MeasuredLogs.Of(log, map, SmallLog.Minute(minute)), mapped, new WorkTimes(mapped), TestContext.Current.CancellationToken)
            .All().Single(static one => one.Id == "solved");
    }

    private static OutsideIn.Measures.Side Side(int answer) => answer == 1 ? OutsideIn.Measures.Side.Met : OutsideIn.Measures.Side.Missed;

    private static Metric Solved { get; } = new()
    {
        Id = "solved",
        Name = "Customers whose matter is solved within two weeks",
        Tier = Tier.CustomerOutcome,
        Measure = "has \"Solve\" within 14d of start",
        Of = ["o0"],
    };

    private static OutsideInMap Map()
    {
        var map = new SmallMap().Contacts("Ask").Outcome("Solve", "Give up").ToMap();
        return map with
        {
            Metrics = [Solved],
            Activities =
            [
                new Activity { Id = "check", Name = "Check", Events = SmallMap.Patterns("Check"), ContributesTo = [new Contribution { To = "o0" }] },
                new Activity { Id = "file", Name = "File", Events = SmallMap.Patterns("File") },
            ],
        };
    }

    private static WorkEvidenceRating Of(EventLog log, OutsideInMap map, params string[] adjustFor) => WorkEvidence.Of(
        MeasuredLogs.Of(log, map, null), map, new LogRatingOptions { AdjustFor = adjustFor }, TestContext.Current.CancellationToken).Value().Rating;

    // Checked within two days, more often where it is hard; solved on a day between 2 and 14, less often where it is hard; known for 60 days.
    private static EventLog Planted(ulong seed, int count, double effect, double checkOnHard, double checkOnEasy)
    {
        var (builder, chance) = (new EventLogBuilder(), RandomSource.Open(seed, "planted work"));
        var difficulty = builder.Attribute("difficulty", AttributeKind.Text, AttributeLevel.Case);
        for (var index = 0; index < count; index++)
        {
            var code = builder.Case($"c{index}");
            var start = SmallLog.OriginMicros + (long)(chance.NextUnit() * 60 * DayMicros);
            void Add(string activity, double day)
            {
                if (start + (day * DayMicros) <= SmallLog.OriginMicros + (60 * DayMicros))
                {
                    builder.Add(new EventRow(code, builder.Activity(activity), start + (long)(day * DayMicros)));
                }
            }

            var isHard = chance.NextUnit() < 0.4;
            difficulty.SetText(code - 1, isHard ? "hard" : "easy");
            var (isChecked, checkedOn) = (chance.NextUnit() < (isHard ? checkOnHard : checkOnEasy), 0.1 + (1.9 * chance.NextUnit()));
            var isSolved = chance.NextUnit() < 0.7 + (isHard ? -0.45 : 0) + (isChecked ? effect : 0);
            var solvedOn = 2.1 + (11.8 * chance.NextUnit());
            Add("Ask", 0);
            if (isChecked)
            {
                Add("Check", checkedOn);
            }

            Add(isSolved ? "Solve" : "Give up", isSolved ? solvedOn : 15 + chance.NextUnit());
        }

        return builder.Build();
    }
}
