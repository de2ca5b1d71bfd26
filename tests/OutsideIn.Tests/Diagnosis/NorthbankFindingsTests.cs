using OutsideIn.Diagnosis;
using OutsideIn.Method;
using OutsideIn.Simulation;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>What was planted in the sample organisation is found: failure demand, clocks and rules. Ranges: <see cref="NorthbankTruth"/>.</summary>
public sealed class NorthbankFindingsTests(NorthbankFindingsTests.Sample sample) : IClassFixture<NorthbankFindingsTests.Sample>
{
    [Fact]
    public void Failure_demand_is_what_was_planted_and_rests_on_the_maps_marks_alone()
    {
        var planted = NorthbankTruth.Causes.Single(static cause => cause.Number == 9);

        Assert.InRange(sample.Failure.Share.Share!.Value, planted.Low, planted.High);
        Assert.InRange(sample.Failure.Share.High!.Value - sample.Failure.Share.Low!.Value, 0.001, 0.03);
        Assert.Equal("marked", sample.Failure.Basis);
        Assert.All(planted.Activities, activity => Assert.Contains(sample.Failure.Kinds, kind => kind.Activity == activity));
        Assert.Equal(12, sample.Failure.ByMonth.Count);
        Assert.True(sample.Failure.Hours > 0);
    }

    [Fact]
    public void The_release_48_hours_after_the_report_is_found()
    {
        var suspect = sample.Suspect("fixedWait", "Release assessment");

        Assert.Equal("2 d", suspect.Answer);
        Assert.True(suspect.Count > 0.95 * suspect.Total, suspect.Text);
    }

    [Fact]
    public void The_second_approval_is_found_to_wait_for_Mondays_and_to_repeat_the_first()
    {
        var monday = sample.Suspect("weekdayWait", "Second approval");
        var repeated = sample.Suspect("repeatedApproval", "Second approval");

        Assert.Equal(("Monday", monday.Total), (monday.Answer, monday.Count));
        Assert.InRange((double)repeated.Count / repeated.Total, 0.994, 1);
    }

    [Fact]
    public void Answers_that_hardly_ever_vary_are_found_and_those_that_do_vary_are_not()
    {
        var quotes = sample.Suspect("answerHardlyVaries", "Compare quotes");

        Assert.InRange((double)quotes.Count / quotes.Total, 0.975, 0.995);
        Assert.True(quotes.OtherShareHigh < 0.03);
        Assert.DoesNotContain(sample.Suspects, static one => one.Kind == "answerHardlyVaries" && one.Activity == "Check signature");
    }

    [Fact]
    public void The_firms_clock_is_found_to_improve_while_the_customers_worsens()
    {
        Assert.True(sample.Clocks.Diverges, sample.Clocks.DivergenceReason);
        Assert.Equal("MET-08", Assert.Single(sample.Findings).Code);
        Assert.True(sample.Clocks.Customer.Open > 0);
        Assert.True(sample.Clocks.Customer.GaveUp > 0);
        Assert.Equal(
            sample.Clocks.Customer.Cases,
            sample.Clocks.Customer.Closed + sample.Clocks.Customer.Open + sample.Clocks.Customer.GaveUp);
        Assert.True(sample.Clocks.Customer.Median.Seconds > sample.Clocks.Firm.Median.Seconds);
    }

    /// <summary>The sample, diagnosed once.</summary>
    public sealed class Sample
    {
        public Sample()
        {
            var log = NorthbankSample.Generate();
            var map = MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml").Map!;
            var mapped = MappedLog.Of(log, map, log.LastMicros);
            var signs = OutcomeSigns.Of(mapped);
            var contacts = FailureContacts.Of(mapped, signs);
            var book = new FigureBook();
            Failure = FailureDemandSection.Compute(mapped, contacts, book);
            Clocks = ClocksSection.Compute(mapped, CaseClocks.Of(mapped, signs, contacts), book);
            Suspects = RuleSuspects.Compute(mapped, contacts, book);
            Findings = LogFindingEntries.Of(map, log.LastMicros, Clocks.Diverges, Clocks.DivergenceReason);
        }

        public FailureDemandEntry Failure { get; }

        public ClocksEntry Clocks { get; }

        public IReadOnlyList<RuleSuspectEntry> Suspects { get; }

        public IReadOnlyList<LogFindingEntry> Findings { get; }

        public RuleSuspectEntry Suspect(string kind, string activity)
        {
            var found = Suspects.SingleOrDefault(one => one.Kind == kind && one.Activity == activity);
            Assert.True(found is not null, string.Join("\n", Suspects.Select(static one => $"{one.Kind}: {one.Text}")));
            return found;
        }
    }
}
