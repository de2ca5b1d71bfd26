using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class RuleSuspectsTests
{
    [Fact]
    public void A_check_that_is_always_followed_by_the_same_step_is_suspected_with_its_exact_bound()
    {
        var suspect = Assert.Single(Suspects(
            new SmallMap().Checks("Check cover"),
            [.. Enumerable.Range(0, 59).Select(static n => $"0 Report, {17 + (n * 31 % 50)} Check cover, {70 + (n * 53 % 400)} Assess")]));

        Assert.Equal(("answerHardlyVaries", "Check cover", 59, 59, 59, "Assess", false),
            (suspect.Kind, suspect.Activity, suspect.Count, suspect.Total, suspect.Cases, suspect.Answer, suspect.IsSuggested));

        // After 0 of n the one-sided 95 % bound is 1 − 0.05^(1/n).
        Oracle.AssertNear(1 - Math.Pow(0.05, 1.0 / 59), suspect.OtherShareHigh!.Value, 1e-9);
        Assert.Equal(60.0 * Enumerable.Range(0, 59).Sum(static n => 17 + (n * 31 % 50)), suspect.WaitSeconds!.Value, 6);
    }

    [Theory]
    [InlineData(29, 0, false)]
    [InlineData(30, 0, true)]
    [InlineData(100, 5, false)]
    [InlineData(200, 5, true)]
    public void It_takes_30_answers_and_a_bound_of_at_most_a_tenth(int total, int others, bool isSuspected)
    {
        var cases = Enumerable.Range(0, total).Select(n => $"0 Report, {17 + (n * 31 % 50)} Check cover, {70 + (n * 53 % 400)} {(n < others ? "Refuse" : "Assess")}");

        Assert.Equal(isSuspected, Suspects(new SmallMap().Checks("Check cover"), [.. cases]).Any(static one => one.Kind == "answerHardlyVaries"));
    }

    [Fact]
    public void The_maps_attribute_is_the_answer_where_it_names_one()
    {
        var builder = new EventLogBuilder();
        var answers = builder.Attribute("verdict of cover", AttributeKind.Text, AttributeLevel.Event);
        for (var n = 0; n < 60; n++)
        {
            Add(builder, n, (0, "Report"), (17 + (n * 31 % 50), "Check cover"));
            answers.SetText(builder.EventCount - 1, n == 7 ? "no" : "yes");
            Add(builder, n, (70 + (n * 53 % 400), n % 2 == 0 ? "Assess" : "Tow"));
        }

        var map = new SmallMap().Checks("Check cover").ToMap();
        var suspects = Suspects(builder.Build(), map with { Rules = [map.Rules[0] with { Answer = "Verdict of cover" }] });

        var suspect = Assert.Single(suspects);
        Assert.Equal(("answerHardlyVaries", "yes", 59, 60), (suspect.Kind, suspect.Answer, suspect.Count, suspect.Total));
        Assert.Contains("(verdict of cover)", suspect.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Activities_nobody_mapped_are_suspected_by_their_words_and_say_so()
    {
        var cases = Enumerable.Range(0, 40).Select(static n => $"0 Report, {17 + (n * 31 % 50)} Verify policy, {70 + (n * 53 % 400)} Assess, {600 + (n * 91 % 700)} Tow");

        var suspect = Assert.Single(Suspects(new SmallMap().Contacts("Report"), [.. cases]));

        Assert.Equal(("Verify policy", true), (suspect.Activity, suspect.IsSuggested));
    }

    [Fact]
    public void Answers_that_stand_in_the_names_are_weighed_against_each_other()
    {
        var cases = Enumerable.Range(0, 200).Select(static n =>
            $"0 Report, {17 + (n * 31 % 50)} Request {(n < 4 ? "REJECTED" : "FINAL_APPROVED")} by manager, {n % 3 + 200} Claim {(n % 2 == 0 ? "approved" : "rejected")}");

        var suspect = Assert.Single(
            Suspects(new SmallMap().OurContacts("Request REJECTED by manager"), [.. cases]), static one => one.Kind == "answerHardlyVaries");

        Assert.Equal(("Request FINAL_APPROVED by manager", "approved", 196, 200, 200), (suspect.Activity, suspect.Answer, suspect.Count, suspect.Total, suspect.Cases));
        Assert.Equal("request by manager", RuleWords.QuestionIn("Request FINAL_APPROVED by manager"));
    }

    [Fact]
    public void A_wait_of_48_hours_is_found_among_other_waits_and_calls_in_between_do_not_hide_it()
    {
        var random = RandomSource.Open(11, "waits");
        var cases = Enumerable.Range(0, 200).Select(n =>
        {
            var written = random.NextUnit() * 100_000;
            var release = n % 2 == 0 ? written + 2880 + (random.NextUnit() * 20) : written + (random.NextUnit() * 9000);
            var call = n % 4 == 0 ? FormattableString.Invariant($", {written + 600:0.####} Chase") : "";
            return FormattableString.Invariant($"{written:0.####} Write report{call}, {release:0.####} Release");
        });

        var suspect = Assert.Single(Suspects(new SmallMap().Demand(DemandKind.Chase, "Chase"), [.. cases]));

        Assert.Equal(("fixedWait", "Release", "2 d", 200, true), (suspect.Kind, suspect.Activity, suspect.Answer, suspect.Total, suspect.IsSuggested));
        Assert.InRange(suspect.Count, 100, 108);
        Assert.InRange(suspect.WaitSeconds!.Value, 100 * 172_800.0, 108 * 181_440.0);
        Assert.Contains("after 'Write report'", suspect.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_meanwhile_does_not_hide_a_fixed_wait()
    {
        var cases = Enumerable.Range(0, 100).Select(static n =>
            n % 3 == 0 ? $"{n} Write report, {100 + (n * 17)} Query, {2880 + n} Release" : $"{n} Write report, {2880 + n} Release");

        var suspect = Assert.Single(Suspects(new SmallMap(), [.. cases]), static one => one.Activity == "Release");

        Assert.Equal(("2 d", 100, 100, 100 * 172_800.0), (suspect.Answer, suspect.Count, suspect.Total, suspect.WaitSeconds!.Value));
    }

    [Fact]
    public void Waits_that_spread_pile_up_nowhere()
    {
        var random = RandomSource.Open(12, "waits");
        var cases = Enumerable.Range(0, 500).Select(_ =>
            FormattableString.Invariant($"0 Write report, {random.NextExponential(3000):0.####} Release"));

        Assert.Empty(Suspects(new SmallMap(), [.. cases]));
    }

    [Fact]
    public void A_log_that_gives_days_only_has_no_fixed_waits_of_a_few_days()
    {
        var cases = Enumerable.Range(0, 200).Select(static n => $"{n * 1440} Write report, {(n + 2) * 1440} Release");

        Assert.DoesNotContain(Suspects(new SmallMap(), [.. cases]), static one => one.Kind == "fixedWait");
    }

    [Fact]
    public void A_step_that_waits_for_its_weekday_is_found_and_what_follows_it_at_once_is_not()
    {
        // Day 0 is Thursday 2026-01-01; the batch runs on Mondays, day 4 and every seventh day after.
        var cases = Enumerable.Range(0, 210).Select(static n =>
        {
            var (start, monday) = (n * 1440, ((((n + 2) / 7) + 1) * 7 - 3) * 1440);
            return $"{start + 60} Write report, {monday + 600 + (n % 7)} Approve run, {monday + 640 + (n % 11)} Print";
        });

        var suspects = Suspects(new SmallMap().Internal("Approve run"), [.. cases]);

        var suspect = Assert.Single(suspects, static one => one.Kind == "weekdayWait");
        Assert.Equal(("Approve run", "Monday", 210, 210), (suspect.Activity, suspect.Answer, suspect.Count, suspect.Total));
        Assert.DoesNotContain(suspects, static one => one.Activity == "Print");
    }

    [Fact]
    public void A_log_that_works_on_one_weekday_only_has_no_weekday_of_its_own()
    {
        var cases = Enumerable.Range(0, 100).Select(static n => $"{(n * 7) * 1440} Write report, {((n * 7) + 7) * 1440 + n} Approve run");

        Assert.DoesNotContain(Suspects(new SmallMap().Internal("*"), [.. cases]), static one => one.Kind == "weekdayWait");
    }

    [Fact]
    public void A_second_approval_by_somebody_else_that_always_agrees_is_found()
    {
        var cases = Enumerable.Range(0, 100).Select(static n =>
            $"0 Report %Ann, {17 + (n * 31 % 50)} First approval %Bob, {300 + (n * 53 % 400)} Second approval %Cy, {1000 + (n * 91 % 700)} {(n % 3 == 0 ? "Pay" : n % 3 == 1 ? "Tow" : "Call")} %Dee");

        var suspect = Assert.Single(
            Suspects(new SmallMap().Checks("First approval", "Second approval"), [.. cases]), static one => one.Kind == "repeatedApproval");

        Assert.Equal(("Second approval", 100, 100, 100, "approved"), (suspect.Activity, suspect.Count, suspect.Total, suspect.Cases, suspect.Answer));
        Assert.Equal(60.0 * Enumerable.Range(0, 100).Sum(static n => 300 + (n * 53 % 400) - 17 - (n * 31 % 50)), suspect.WaitSeconds!.Value, 6);
    }

    [Fact]
    public void The_same_person_going_on_approving_is_no_repeated_approval()
    {
        var cases = Enumerable.Range(0, 100).Select(static n => $"0 Report %Ann, 10 First approval %Bob, {20 + n} Second approval %Bob, 900 Pay %Dee");

        Assert.DoesNotContain(
            Suspects(new SmallMap().Checks("First approval", "Second approval"), [.. cases]), static one => one.Kind == "repeatedApproval");
    }

    [Fact]
    public void A_second_approval_that_often_says_no_is_worth_asking()
    {
        var cases = Enumerable.Range(0, 100).Select(static n =>
            $"0 Report %Ann, 10 First approval %Bob, {20 + n} Second approval %Cy, 900 {(n % 5 == 0 ? "Rejection letter" : "Pay")} %Dee");

        Assert.DoesNotContain(
            Suspects(new SmallMap().Checks("First approval", "Second approval"), [.. cases]), static one => one.Kind == "repeatedApproval");
    }

    [Fact]
    public void A_spike_is_held_against_what_lies_around_it()
    {
        var hour = Measured.MicrosPerHour;
        long[] spread = [.. Enumerable.Range(1, 400).Select(n => 10 * hour + (n * hour / 20))];
        long[] withSpike = [.. spread.Concat(Enumerable.Repeat(20 * hour, 200)).Order()];

        Assert.Null(WaitSpike.In(spread, 0));
        var spike = WaitSpike.In(withSpike, 0)!.Value;
        Assert.Equal(20 * hour, withSpike[spike.First]);
        Assert.Equal(200 + 21, spike.Count);
        Assert.Equal(20 * hour, spike.LengthMicros(withSpike));
        Assert.Null(WaitSpike.In(withSpike, 2 * hour));
    }

    private static void Add(EventLogBuilder builder, int caseNumber, params (int Minute, string Activity)[] events)
    {
        foreach (var (minute, activity) in events)
        {
            builder.Add(new EventRow(builder.Case($"c{caseNumber}"), builder.Activity(activity), SmallLog.Minute(minute)));
        }
    }

    private static RuleSuspectEntry[] Suspects(SmallMap map, params string[] cases) => Suspects(SmallLog.Of(cases), map.ToMap());

    private static RuleSuspectEntry[] Suspects(EventLog log, OutsideInMap map)
    {
        var mapped = MappedLog.Of(log, map, log.LastMicros);
        var book = new FigureBook();
        var suspects = RuleSuspects.Compute(mapped, FailureContacts.Of(mapped, OutcomeSigns.Of(mapped)), book);
        var figures = book.ToFigureCases();
        Assert.All(suspects, one => Assert.Equal(one.Cases, figures.Open(one.Figure)!.Length));
        return suspects;
    }
}
