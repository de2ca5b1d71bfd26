using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Samples;

public sealed class SampleMapsTests
{
    public static TheoryData<string> Ids => [.. SampleMaps.All.Select(static sample => sample.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_sample_reads_without_a_diagnostic_and_comes_back_as_it_was(string id)
    {
        var document = MapYaml.Read(SampleMaps.Find(id)!.Text, $"{id}.yaml");

        Assert.Equal([], document.Diagnostics.Select(static one => one.ToString()));
        Assert.NotEmpty(document.Map.Entries());
        var again = MapYaml.Read(MapYaml.Write(document.Map), "again.yaml");
        Assert.Equal([], again.Diagnostics.Select(static one => one.ToString()));
        Assert.Equal(MapYaml.Write(document.Map), MapYaml.Write(again.Map));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_sample_says_of_its_figures_whether_they_are_real_or_made_up(string id)
    {
        var text = SampleMaps.Find(id)!.Text;

        Assert.True(id.StartsWith("blank-", StringComparison.Ordinal) || text.Contains("ILLUSTRATIVE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sample_is_found_in_any_case_and_none_by_a_name_that_is_none()
    {
        Assert.Equal("insurer", SampleMaps.Find("Insurer")?.Id);
        Assert.Null(SampleMaps.Find("nobody"));
    }

    // What stands on purpose, so that there is something to find; the comments of each sample say it. "x2" is twice.
    [Theory]
    [InlineData("insurer", "SCO-17x2 SCO-24 SCO-25 MET-02 MET-04 MET-11 BPT-04 BPT-05 PRC-06x2")]
    [InlineData("call-centre", "SCO-17 SCO-24 SCO-25 SCO-28 MET-02x2 MET-03 MET-06 MET-07 MET-13x2 BPT-05 WRK-01x5 WRK-04x3 WRK-05 WRK-10x3 WRK-11x4 WRK-12 WRK-18x2 PRC-07")]
    [InlineData("easyjet", "SCO-12 MOT-18 BPT-05 PRC-07")]
    [InlineData("bmw", "MOT-18 BPT-05 PRC-07")]
    [InlineData("hallmark", "MOT-18 BPT-05 CUS-07 PRC-07")]
    [InlineData("disney-arrival", "MOT-18x2 BPT-05 CUS-07 PRC-07")]
    [InlineData("sas", "MET-06 MOT-18 BPT-05 PRC-07")]
    [InlineData("netflix", "MOT-18 BPT-05 PRC-07")]
    [InlineData("blank-insurance-claims", "SCO-14 MOT-03x5 MOT-05x5 MOT-13x2 MOT-15x5 BPT-05 BRL-01x2 BRL-07x2 BRL-09x2 BRL-11x2")]
    [InlineData("blank-public-services", "MOT-03x6 MOT-05x6 MOT-13x3 MOT-15x6 BPT-05 BRL-01x2 BRL-07x2 BRL-09 BRL-11x2")]
    public void A_sample_has_exactly_the_findings_it_is_to_teach(string id, string expected)
    {
        var findings = MapChecks.Check(Map(id), new CheckOptions(new DateOnly(2026, 11, 21))).Findings;

        var counted = findings.CountBy(static one => one.Code).Select(static pair => pair.Value == 1 ? pair.Key : $"{pair.Key}x{pair.Value}");
        Assert.Equal(expected, string.Join(' ', counted));
    }

    // method.md 5.1: MOT 10 to 4, BP 13 to 5, BR 5 to 1, POF 28 to 10.
    [Fact]
    public void The_insurer_goes_from_twenty_eight_points_of_failure_to_ten()
    {
        var rating = PointsOfFailure.Of(Map("insurer"));

        Assert.Equal((10, 13, 5, 28), (rating.AsIs.Moments.Count, rating.AsIs.Breakpoints.Count, rating.AsIs.Rules.Count, rating.AsIs.Total));
        Assert.Equal((4, 5, 1, 10), (rating.ToBe.Moments.Count, rating.ToBe.Breakpoints.Count, rating.ToBe.Rules.Count, rating.ToBe.Total));
        Assert.True(rating.IsProbablyUnderDiscovered);
    }

    // method.md 5.1, the cascades of as-is.
    [Theory]
    [InlineData("m4", "b4 b5 b6 b7 r1 r2")]
    [InlineData("m1", "b1 r4")]
    [InlineData("m6", "b10 r5")]
    [InlineData("m10", "")]
    public void Taking_a_Moment_of_Truth_of_the_insurer_away_takes_what_it_alone_causes(string removed, string expected)
    {
        var follows = CausalGraph.Of(Map("insurer")).Remove([removed]).Follows.Where(static id => id[0] is 'b' or 'r' && id.Length <= 3);

        Assert.Equal(expected, string.Join(' ', follows.OrderBy(static id => id[0])
            .ThenBy(static id => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture))));
    }

    // method.md 5.1: valid at five only.
    [Theory]
    [InlineData("insurer")]
    [InlineData("easyjet")]
    [InlineData("bmw")]
    [InlineData("hallmark")]
    [InlineData("disney-arrival")]
    [InlineData("sas")]
    [InlineData("netflix")]
    [InlineData("call-centre")]
    public void Every_statement_of_a_sample_is_smart_and_without_a_weasel_word(string id)
    {
        var map = Map(id);
        var index = MapIndex.Of(map);

        Assert.All(
            map.Outcomes.SelectMany(outcome => outcome.Statements.Select(one => (one, outcome))),
            pair => Assert.Equal([], Smart.Of(pair.one, pair.outcome, index).Missing));
        Assert.All(map.Outcomes.SelectMany(static outcome => outcome.Statements), static one => Assert.Empty(WeaselWords.Find(one.Name)));
    }

    // P43: 50 million contacts of 15 seconds are 208,333 hours.
    [Fact]
    public void The_contacts_of_SAS_take_the_hours_of_the_source()
    {
        var moment = Assert.Single(Map("sas").Moments);

        Assert.Equal(208_333, moment.VolumePerYear!.Value * moment.CustomerMinutes!.Value / 60, tolerance: 1);
    }

    // P42, F14: 5,000 x 200 - 5,000,000 = -4.0 million.
    [Fact]
    public void The_test_of_Netflix_does_not_pay()
    {
        var experiment = Assert.Single(Map("netflix").Experiments);

        Assert.Equal(-4_000_000, (experiment.CustomersKept * experiment.CustomerValue) - experiment.Cost);
    }

    // P44: seats of May 2014 = 6,054,249 / 0.894, about 6,772,091; one point about 67,700.
    [Fact]
    public void The_load_factor_of_easyJet_gives_the_seats_of_the_source()
    {
        var reading = Map("easyjet").Metrics[0].Readings.Single(static one => one.At == new DateOnly(2014, 5, 31));

        Assert.Equal(6_772_091, reading.Count!.Value / (reading.Value / 100), tolerance: 1);
    }

    private static OutsideInMap Map(string id) => MapYaml.Read(SampleMaps.Find(id)!.Text, $"{id}.yaml").Map;
}
