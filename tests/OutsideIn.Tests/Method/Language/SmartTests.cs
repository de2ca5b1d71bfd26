using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Language;

public sealed class SmartTests
{
    private const string Good = "90% of drivers reporting a crash are driving again within 24 hours of first report, by 31 Dec 2026";

    private static readonly Metric Driving = new()
    {
        Id = "back",
        Name = "Drivers driving again within 24 hours",
        Unit = "%",
        Direction = Direction.Up,
        Baseline = 41,
        Target = 90,
        BestObserved = 92,
        Source = "claims system",
    };

    private static readonly StatementOfIntent Linked = new()
    {
        Id = "s1",
        Name = Good,
        Metrics = ["back"],
        Needs = ["n1"],
        Expectations = ["e1"],
    };

    // method.md 5.1.
    [Fact]
    public void The_insurers_statement_scores_five_once_metric_baseline_need_and_expectation_are_linked()
    {
        var score = Score(Linked, Driving);

        Assert.Equal(5, score.Score);
        Assert.Empty(score.Missing);
    }

    // method.md 5.1.
    [Fact]
    public void The_weasel_statement_scores_nothing()
    {
        var score = Score(new StatementOfIntent { Id = "s1", Name = "Settle claims quickly and efficiently" }, Driving);

        Assert.Equal(0, score.Score);
        Assert.Equal(5, score.Missing.Count);
        Assert.Contains("quickly", score.Missing[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_unlinked_statement_keeps_what_its_sentence_alone_earns()
    {
        var score = Score(new StatementOfIntent { Id = "s1", Name = Good }, Driving);

        Assert.Equal((true, false, false, false, true), (score.IsSpecific, score.IsMeasurable, score.IsAchievable, score.IsRelevant, score.IsTimeBound));
    }

    // F2, A: within the best ever observed either way, evidence, or a stretch.
    [Theory]
    [InlineData(41, 90, 92, Direction.Up, false, false, true)]
    [InlineData(41, 90, 89, Direction.Up, false, false, false)]
    [InlineData(9, 3, 2, Direction.Down, false, false, true)]
    [InlineData(9, 1, 2, Direction.Down, false, false, false)]
    [InlineData(41, 90, 89, Direction.Up, true, false, true)]
    [InlineData(41, 90, 89, Direction.Up, false, true, true)]
    [InlineData(90, 90, 92, Direction.Up, true, true, false)]
    public void A_target_is_achievable_in_four_ways(
        double baseline, double target, double best, Direction direction, bool isStretch, bool hasEvidence, bool expected)
    {
        var metric = Driving with
        {
            Baseline = baseline,
            Target = target,
            BestObserved = best,
            Direction = direction,
            IsStretch = isStretch,
            Evidence = hasEvidence ? [new Evidence { Kind = EvidenceKind.Experiment }] : [],
        };

        Assert.Equal(expected, Score(Linked, metric).IsAchievable);
    }

    [Fact]
    public void Without_a_baseline_nothing_is_achievable()
    {
        var score = Score(Linked, Driving with { Baseline = null, IsStretch = true });

        Assert.False(score.IsAchievable);
        Assert.Contains("baseline", Assert.Single(score.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_is_an_output_measures_no_statement()
    {
        var score = Score(Linked, Driving with { Name = "Calls handled" });

        Assert.False(score.IsMeasurable);
    }

    [Fact]
    public void What_a_metric_lacks_is_named()
    {
        var score = Score(Linked, Driving with { Unit = null, Source = " " });

        Assert.EndsWith("has no unit, no source.", Assert.Single(score.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public void A_need_without_an_expectation_is_not_relevant()
    {
        Assert.False(Score(Linked with { Expectations = [] }, Driving).IsRelevant);
        Assert.False(Score(Linked with { Needs = ["gone"] }, Driving).IsRelevant);
    }

    [Theory]
    [InlineData("Drivers are driving again", null, false)]
    [InlineData("Drivers are driving again within 24 hours", null, false)]
    [InlineData("Drivers are driving again within 24 hours of the report", null, true)]
    [InlineData("Drivers are driving again within two working days after the crash", null, true)]
    [InlineData("Drivers are driving again", "24 hours of the first report", true)]
    [InlineData("Drivers are driving again", "soon", false)]
    [InlineData("Drivers are driving again by 31 Dec 2026", null, true)]
    [InlineData("Drivers are driving again by bus", null, false)]
    public void A_time_is_a_date_or_a_number_of_units_of_an_event(string text, string? within, bool expected)
    {
        Assert.Equal(expected, Score(Linked with { Name = text, Within = within }, Driving).IsTimeBound);
    }

    [Fact]
    public void A_due_date_is_time_enough()
    {
        Assert.True(Score(Linked with { Name = "Drivers are driving again", DueDate = new DateOnly(2026, 12, 31) }, Driving).IsTimeBound);
    }

    [Theory]
    [InlineData("Settle every claim of a driver", false)]
    [InlineData("Provide drivers with a car", false)]
    [InlineData("Every driver has a car", true)]
    [InlineData("The roof is whole again", false)]
    public void A_statement_is_specific_where_it_names_somebody_and_a_state(string text, bool expected)
    {
        Assert.Equal(expected, Score(Linked with { Name = text }, Driving).IsSpecific);
    }

    [Fact]
    public void The_category_of_the_outcome_is_the_subject_where_the_sentence_names_none()
    {
        var map = MapWith(Linked with { Name = "The roof is whole again within 3 days of the storm" }, Driving);
        map = map with
        {
            Categories = [new CustomerCategory { Id = "c1", Name = "Homes" }],
            Outcomes = [map.Outcomes[0] with { Category = "c1" }],
        };

        Assert.True(Smart.Of(map.Outcomes[0].Statements[0], map.Outcomes[0], MapIndex.Of(map)).IsSpecific);
    }

    private static SmartScore Score(StatementOfIntent statement, Metric metric)
    {
        var map = MapWith(statement, metric);
        return Smart.Of(statement, map.Outcomes[0], MapIndex.Of(map));
    }

    private static OutsideInMap MapWith(StatementOfIntent statement, Metric metric) => OutsideInMap.Empty with
    {
        Needs = [new Need { Id = "n1", Name = "To be mobile" }],
        Metrics = [metric],
        Outcomes =
        [
            new SuccessfulOutcome
            {
                Id = "o1",
                Name = "Back on the road",
                Statements = [statement],
                Expectations = [new Expectation { Id = "e1", Name = "Weeks" }],
            },
        ],
    };
}
