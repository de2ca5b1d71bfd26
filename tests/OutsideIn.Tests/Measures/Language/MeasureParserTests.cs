using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures.Language;

public sealed class MeasureParserTests
{
    /// <summary>Every example of measures.md, and its canonical text.</summary>
    public static TheoryData<string, string> Examples { get; } = new()
    {
        { "time from first \"Claim reported\" to first \"Car collected\"", "time from first \"Claim reported\" to first \"Car collected\"" },
        { "time from start to end", "time from start to end" },
        { "working time from first \"Claim reported\" to last \"Assess damage\"      # with the calendar the map names", "working time from first \"Claim reported\" to last \"Assess damage\"" },
        { "count of \"Chase call\"", "count of \"Chase call\"" },
        { "count of \"Chase call\" or \"Complaint*\"                                  # * matches any run of characters", "count of \"Chase call\" or \"Complaint*\"" },
        { "count of contacts", "count of contacts" },
        { "count of handoffs", "count of handoffs" },
        { "count of people", "count of people" },
        { "count of teams", "count of teams" },
        { "count of systems", "count of systems" },
        { "count of repeats of \"Check documents\"", "count of repeats of \"Check documents\"" },
        { "has \"Car collected\"", "has \"Car collected\"" },
        { "has no \"Chase call\"", "has no \"Chase call\"" },
        { "has contact after \"Claim settled\" within 14d", "has contact within 14d of first \"Claim settled\"" },
        { "has \"Car collected\" within 3d of first \"Claim reported\"", "has \"Car collected\" within 3d of first \"Claim reported\"" },
        { "waiting time before \"Assess damage\"", "waiting time before \"Assess damage\"" },
        { "touch time", "touch time" },
        { "touch time of \"Assess damage\"", "touch time of \"Assess damage\"" },
        { "\"amount\" at last \"Settle claim\"", "\"amount\" at last \"Settle claim\"" },
        { "sum of \"cost\"", "sum of \"cost\"" },
        { "mean of \"cost\"", "mean of \"cost\"" },
        { "max of \"cost\"", "max of \"cost\"" },
        { "count of contacts where channel = \"phone\" and team in (\"Motor\", \"Legal\")", "count of contacts where channel = \"phone\" and team in (\"Motor\", \"Legal\")" },
        { "touch time for cases where region = \"North\" and category = \"time is money\"", "touch time for cases where region = \"North\" and category = \"time is money\"" },
        { "count of \"Chase call\" per customer", "count of \"Chase call\" per customer" },
    };

    /// <summary>What stands near the examples, and its canonical text.</summary>
    public static TheoryData<string, string> Neighbours { get; } = new()
    {
        { "count of events", "count of events" },
        { "count of failure contacts", "count of failure contacts" },
        { "Count Of Hand-offs", "count of handoffs" },
        { "COUNT OF 'Chase call'", "count of \"Chase call\"" },
        { "count of “Chase call” or „Beschwerde“ or «Réclamation»", "count of \"Chase call\" or \"Beschwerde\" or \"Réclamation\"" },
        { "has 'Don't know'", "has \"Don't know\"" },
        { "has \"say \"\"no\"\"\"", "has \"say \"\"no\"\"\"" },
        { "has contact before first \"Claim settled\"", "has contact before first \"Claim settled\"" },
        { "has no failure contact within 1.5d", "has no failure contact within 1.5d of start" },
        { "has contact within 2 business days after \"A\"", "has contact within 2bd of first \"A\"" },
        { "min of cost", "min of cost" },
        { "amount at \"Settle claim\"", "amount at first \"Settle claim\"" },
        { "time on the customer's clock", "time on the customer's clock" },
        { "working time on the firm’s clock", "working time on the firm's clock" },
        { "working waiting time before \"A\" or \"B\"", "working waiting time before \"A\" or \"B\"" },
        { "working touch time of contacts", "working touch time of contacts" },
        { "time between \"A\" and last \"B\"", "time from first \"A\" to last \"B\"" },
        { "count of channels", "count of channels" },
        { "count of different \"product\"", "count of different \"product\"" },
        { "count of different region", "count of different region" },
        { "time from last contact to end per customer by calendar \"Branches\" for cases where region = 'North' where channel != \"post\"",
            "time from last contact to end where channel != \"post\" for cases where region = \"North\" by calendar \"Branches\" per customer" },
        { "count of events where amount > -1.5 and \"paid\" = yes and time >= 2026-01-31 and not (team is missing or team is not in (\"A\",\"B\"))",
            "count of events where amount > -1.5 and \"paid\" = yes and time >= 2026-01-31 and not (team is missing or team not in (\"A\", \"B\"))" },
        { "count of events where time < 2026-01-31T08:00:00+02:00", "count of events where time < 2026-01-31T06:00:00Z" },
        { "count of events where time < 2026-01-31 08:00", "count of events where time < 2026-01-31T08:00:00Z" },
        { "count of events for cases where has \"A\" or \"region\" = \"North\"", "count of events for cases where has \"A\" or \"region\" = \"North\"" },
        { "count of events for cases where has \"A\" or \"B\" and has no \"C\" within 3d", "count of events for cases where has \"A\" or \"B\" and has no \"C\" within 3d of start" },
        { "count of events where amount ≤ 3 or amount ≥ 5 or amount ≠ 4 or amount <> 7 or amount == 8", "count of events where amount <= 3 or amount >= 5 or amount != 4 or amount != 7 or amount = 8" },
        { "count of\n  contacts # all of them\n  where channel = \"phone\"", "count of contacts where channel = \"phone\"" },
        { "count of events where concept:name = \"A\"", "count of events where concept:name = \"A\"" },
    };

    /// <summary>Every objective of measures.md and its neighbours, and the canonical text.</summary>
    public static TheoryData<string, string> Objectives { get; } = new()
    {
        { "95% of cases <= 24h", "95% of cases <= 24h" },
        { "median <= 3d", "median <= 3d" },
        { "p90 <= 5d", "p90 <= 5d" },
        { "mean <= 1.2", "mean <= 1.2" },
        { "99% of cases yes", "99% of cases yes" },
        { "total <= 100000 per month", "total <= 100000 per month" },
        { "95% of cases <= 24h by 2027-06-30", "95% of cases <= 24h by 2027-06-30" },
        { "at least 95% of customers <= 2bd", "95% of customers <= 2bd" },
        { "at most 5% of cases > 3d per week by 2027-01-01", "at most 5% of cases > 3d per week by 2027-01-01" },
        { "p99.5 <= 2w", "p99.5 <= 2w" },
        { "95 % of cases >= 3", "95% of cases >= 3" },
        { "MEDIAN < 90m per quarter", "median < 90m per quarter" },
        { "at most 1% of cases no", "at most 1% of cases no" },
        { "95% of cases within 3 days", "95% of cases <= 3d" },
        { ">= 95% of cases at most 0.1h # soon", "95% of cases <= 0.1h" },
        { "90% of cases no more than 2", "90% of cases <= 2" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    [MemberData(nameof(Neighbours))]
    public void A_measure_is_read_and_printed_in_its_canonical_form(string text, string canonical)
    {
        var parsed = MeasureParser.Parse(text);

        Assert.Empty(parsed.Diagnostics);
        Assert.Equal(canonical, MeasurePrinter.Print(parsed.Tree));
        Assert.Equal(TreeShape.Of(parsed.Tree), TreeShape.Of(MeasureParser.Parse(canonical).Tree));
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void An_objective_is_read_and_printed_in_its_canonical_form(string text, string canonical)
    {
        var parsed = MeasureParser.ParseObjective(text);

        Assert.Empty(parsed.Diagnostics);
        Assert.Equal(canonical, MeasurePrinter.Print(parsed.Tree));
        Assert.Equal(TreeShape.Of(parsed.Tree), TreeShape.Of(MeasureParser.ParseObjective(canonical).Tree));
    }

    [Fact]
    public void A_time_between_two_events_has_the_tree_it_says()
    {
        var value = Assert.IsType<TimeBetweenSyntax>(MeasureParser.Parse("working time from start to last \"A\" or \"B*\"").Tree.Value);

        Assert.True(value.IsWorkingTime);
        Assert.IsType<CaseStartSyntax>(value.From);
        var to = Assert.IsType<EventAnchorSyntax>(value.To);
        Assert.Equal(Occurrence.Last, to.Occurrence);
        Assert.Equal(["A", "B*"], to.Events.Names.Select(static name => name.Text));
        Assert.Equal(new TextSpan(32, 3), to.Events.Names[0].Span);
    }

    [Fact]
    public void People_are_the_role_and_a_quoted_column_is_the_sources_own()
    {
        var people = Assert.IsType<DistinctSyntax>(MeasureParser.Parse("count of people").Tree.Value);
        var quoted = Assert.IsType<DistinctSyntax>(MeasureParser.Parse("count of different \"person\"").Tree.Value);

        Assert.Equal(("person", false), (people.Column.Text, people.Column.IsQuoted));
        Assert.Equal(("person", true), (quoted.Column.Text, quoted.Column.IsQuoted));
    }

    [Fact]
    public void And_binds_closer_than_or()
    {
        var where = Assert.IsType<AnyOfSyntax>(MeasureParser.Parse("touch time where a = 1 or b = 2 and c = 3").Tree.Where);

        Assert.IsType<CompareSyntax>(where.Conditions[0]);
        Assert.IsType<AllOfSyntax>(where.Conditions[1]);
    }

    // Three mistakes of three kinds: an opening word, a missing quotation mark, a clause nobody knows.
    [Fact]
    public void Several_mistakes_in_one_text_are_each_told()
    {
        var parsed = MeasureParser.Parse("cuont of \"A\" where channel = phone and team 3 per month");

        Assert.Equal(["ME102", "ME110", "ME109", "ME105"], parsed.Diagnostics.Select(static one => one.Code));
        Assert.True(parsed.HasErrors);
    }
}
