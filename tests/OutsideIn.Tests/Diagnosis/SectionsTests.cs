using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>Sections worked out by hand on one small log.</summary>
/// <remarks>
/// Minutes. c1: Call 0, Register 5, Assess 15, Chase 30, Answer 32, Pay 60. c2: Scan 0, Call 10, Register 11, Call 41, Refuse 50.
/// c3: Call 0, Register 7.
/// </remarks>
public sealed class SectionsTests
{
    private static readonly string[] Cases =
    [
        "0 Call @Desk #phone, 5 Register @Desk $2, 15 Assess @Claims $10 [10, 30 Chase @Desk #phone, 32 Answer @Claims $1 [31, 60 Pay @Cash [59",
        "0 Scan @Post, 10 Call @Desk #web, 11 Register @Desk $2, 41 Call @Desk #phone, 50 Refuse @Claims",
        "0 Call @Desk #phone, 7 Register @Desk $2",
    ];

    private static SmallMap Map => new SmallMap()
        .Contacts("Call").Demand(DemandKind.Chase, "Chase").Checks("Assess").Internal("Register", "Answer", "Pay", "Refuse", "Scan")
        .Outcome("Pay", "Refuse");

    [Fact]
    public void The_outcome_counts_reached_lost_and_open_cases_and_shares_out_the_closed_ones()
    {
        var outcome = Diagnosed().Diagnosis.Outcome;

        Assert.Equal((1, 1, 1), (outcome.Reached, outcome.Lost, outcome.Open));
        Assert.Equal((1, 2, 0.5), (outcome.ReachedOfClosed.Part, outcome.ReachedOfClosed.Whole, outcome.ReachedOfClosed.Share!.Value));
        Assert.Empty(outcome.ByCategory);
    }

    [Fact]
    public void Where_nothing_can_be_lost_no_share_is_made_of_closed_cases_that_all_reached_it()
    {
        var outcome = Diagnosed(new SmallMap().Contacts("Call").Outcome("Pay")).Diagnosis.Outcome;

        Assert.Equal((1, 0, 2), (outcome.Reached, outcome.Lost, outcome.Open));
        Assert.Null(outcome.ReachedOfClosed.Share);
    }

    [Fact]
    public void Categories_share_out_all_cases()
    {
        var map = Map.Category("on the web", "channel", "web");

        var byCategory = Diagnosed(map).Diagnosis.Outcome.ByCategory;

        Assert.Equal(
            [("on the web", 1, 0, 1, 0), ("in none of the map's categories", 2, 1, 0, 1)],
            byCategory.Select(static one => (one.Category, one.Cases, one.Reached, one.Lost, one.Open)));
    }

    [Fact]
    public void Contacts_are_counted_with_the_times_between_them()
    {
        var contacts = Diagnosed().Diagnosis.Contacts;

        // Between: 30 min in c1, 31 min in c2.
        Assert.Equal((5, 3), (contacts.Events, contacts.Cases));
        Assert.Equal(5.0 / 3, contacts.MeanPerCase);
        Assert.Equal(30.5 * 60, contacts.MedianSecondsBetween);
        Assert.Equal(30.9 * 60, contacts.P90SecondsBetween!.Value, 1e-9);
    }

    [Fact]
    public void A_Moment_of_Truth_shows_repeats_channels_and_what_followed_the_last_contact()
    {
        var moments = Diagnosed().Diagnosis.MomentsOfTruth;

        Assert.Equal(["Call", "Chase"], moments.Select(static moment => moment.Activity));
        var call = moments[0];
        Assert.Equal((4, 3, 1.0, 1, 1), (call.Events, call.Cases, call.CaseShare, call.CasesWithRepeat, call.Repeats));
        Assert.Equal(31.0 * 60, call.MedianSecondsSinceContact);
        Assert.Equal([new CountEntry("phone", 3), new CountEntry("web", 1)], call.Channels);
        Assert.Equal((2, 0, 0, 1), (call.LastInCases, call.OutcomeAfterLast.Part, call.OutcomeBeforeLast, call.OutcomeAfterLast.Whole));
        Assert.Equal((1, 2), (call.CasesReached.Part, call.CasesReached.Whole));
        Assert.Equal((1, 1, 1), (moments[1].LastInCases, moments[1].OutcomeAfterLast.Part, moments[1].OutcomeAfterLast.Whole));
        Assert.Equal("chase", moments[1].Demand);
    }

    [Fact]
    public void An_outcome_reached_before_the_last_contact_did_not_follow_it()
    {
        var map = new SmallMap().Contacts("Call", "Complain").Outcome("Pay", "Refuse");

        var moments = Diagnosed(map, "0 Call, 1 Pay, 2 Complain", "0 Call, 1 Pay, 2 Complain, 3 Pay").Diagnosis.MomentsOfTruth;

        var complain = moments.Single(static moment => moment.Activity == "Complain");
        Assert.Equal((1, 1, 2), (complain.OutcomeAfterLast.Part, complain.OutcomeBeforeLast, complain.OutcomeAfterLast.Whole));
    }

    [Fact]
    public void Several_activities_of_the_log_that_stand_for_one_Moment_of_Truth_are_counted_together()
    {
        var map = new SmallMap().Contacts("Chase*").Outcome("Pay", "Refuse");

        var moment = Assert.Single(Diagnosed(map, "0 Chase call, 1 Chase mail, 2 Pay").Diagnosis.MomentsOfTruth);

        Assert.Equal(("Chase*", 2, 1, 1), (moment.Activity, moment.Events, moment.Cases, moment.Repeats));
    }

    [Fact]
    public void Breakpoints_are_counted_by_pair_with_their_waits_and_causes()
    {
        var breakpoints = Diagnosed().Diagnosis.Breakpoints;

        // c1: Desk→Claims at 15 (began 10, Desk ended 5), Claims→Desk 15→30, Desk→Claims 30→31, Claims→Cash 32→59.
        // c2: Post→Desk 0→10, Desk→Claims 41→50.
        Assert.Equal((6, 2, 2.0, "teams"), (breakpoints.Total, breakpoints.Cases, breakpoints.MeanPerCase, breakpoints.Basis));
        var top = breakpoints.Pairs[0];
        Assert.Equal(("Desk", "Claims", 3, 2), (top.From, top.To, top.Count, top.Cases));
        Assert.Equal((5.0 * 60, 15.0 * 60), (top.MedianWaitSeconds, top.TotalWaitSeconds));
        Assert.Equal([new CountEntry("Call", 2), new CountEntry("Chase", 1)], top.Causes);
        var trips = breakpoints.PingPong.Select(static trip => (trip.A, trip.B, trip.Count, trip.MedianRoundTripSeconds / 60));
        Assert.Equal([("Claims", "Desk", 1, 16.0), ("Desk", "Claims", 1, 25.0)], trips);
        Assert.Equal(
            [("0", 1, 0), ("2", 1, 0), ("3–4", 1, 1)],
            breakpoints.AgainstOutcome.Select(static band => (band.Band, band.Cases, band.Reached.Part)).Order());
    }

    [Fact]
    public void Every_event_is_attributed_once_and_the_entries_add_up_to_the_log()
    {
        var diagnosis = Diagnosed().Diagnosis;

        var shown = diagnosis.CauseOfWork.Select(static one => (one.Cause, one.Contacts, one.Cases, one.Events, one.Breakpoints, one.ElapsedSeconds / 60));
        Assert.Equal(
            [("Call", 4, 3, 5, 3, 30 + 40 + 7.0), ("Chase", 1, 1, 2, 2 + 1, 30.0), (null, 0, 1, 1, 0, 10.0)],
            shown);
        Assert.Equal((5.0 * 60, 2.0 * 60), (diagnosis.CauseOfWork[0].ProcessingSeconds, diagnosis.CauseOfWork[1].ProcessingSeconds));
        Assert.Equal((16.0, 1.0), (diagnosis.CauseOfWork[0].Cost, diagnosis.CauseOfWork[1].Cost));
        Assert.Equal([new CountEntry("Register", 3), new CountEntry("Assess", 1), new CountEntry("Refuse", 1)], diagnosis.CauseOfWork[0].Activities);
        var total = diagnosis.CauseOfWorkTotal;
        Assert.Equal((5, 8, 13, 6, 117.0 * 60, true), (total.Contacts, total.Events, total.LogEvents, total.Breakpoints, total.ElapsedSeconds, total.Reconciles));
    }

    [Fact]
    public void Points_of_failure_are_three_numbers_and_a_low_density_is_a_hint()
    {
        var points = Diagnosed().Diagnosis.PointsOfFailure;

        Assert.Equal((2, 4, 1, 2.0), (points.MomentsOfTruth, points.Breakpoints, points.Rules, points.HandOffDensity));
        Assert.NotNull(points.Hint);
    }

    [Fact]
    public void A_horizon_cuts_what_came_later_and_leaves_its_cases_open()
    {
        var log = SmallLog.Of(Cases);
        var options = new DiagnosisOptions { AsOf = DateTimeOffset.UnixEpoch.AddTicks(SmallLog.Minute(45) * 10) };

        var result = Diagnoser.Diagnose(log, Report(log), Map.ToMap(), options, TestContext.Current.CancellationToken);

        Assert.Equal((11, 11), (result.Log.EventCount, result.Document.Log.Events));
        Assert.Equal(3, result.Document.Diagnosis.Outcome.Open);
        Assert.Equal(options.AsOf, result.Document.Log.AsOf);
    }

    [Fact]
    public void A_horizon_before_the_first_event_gives_zeros_and_no_error()
    {
        var log = SmallLog.Of(Cases);
        var options = new DiagnosisOptions { AsOf = DateTimeOffset.UnixEpoch };

        var document = Diagnoser.Diagnose(log, Report(log), Map.ToMap(), options, TestContext.Current.CancellationToken).Document;

        Assert.Equal((0, 0), (document.Log.Events, document.Diagnosis.Contacts.Events));
        Assert.True(document.Diagnosis.CauseOfWorkTotal.Reconciles);
    }

    [Fact]
    public void Every_figure_of_the_document_opens_to_cases()
    {
        var log = SmallLog.Of(Cases);

        var result = Diagnoser.Diagnose(log, Report(log), Map.ToMap(), new DiagnosisOptions(), TestContext.Current.CancellationToken);

        var diagnosis = result.Document.Diagnosis;
        Assert.Equal([0, 1, 2], result.Cases.Open(diagnosis.MomentsOfTruth[0].Figure)!);
        Assert.Equal([0, 1], result.Cases.Open(diagnosis.Breakpoints.Pairs[0].Figure)!);
        Assert.Equal([1], result.Cases.Open(diagnosis.CauseOfWork[^1].Figure)!);
        Assert.All(diagnosis.Candidates, candidate => Assert.Equal(candidate.Cases, result.Cases.Open(candidate.Figure)!.Length));
        Assert.All(diagnosis.Headlines, headline => Assert.True(headline.Figure is null || result.Cases.Open(headline.Figure) is not null));
    }

    internal static ImportReport Report(EventLog log) =>
        new("CSV", log.EventCount, log.EventCount, 0, [], [], [], []);

    private static DiagnosisDocument Diagnosed(SmallMap? map = null, params string[] cases)
    {
        var log = SmallLog.Of(cases.Length == 0 ? Cases : cases);
        return Diagnoser.Diagnose(
            log, Report(log), (map ?? Map).ToMap(), new DiagnosisOptions(), TestContext.Current.CancellationToken).Document;
    }
}
