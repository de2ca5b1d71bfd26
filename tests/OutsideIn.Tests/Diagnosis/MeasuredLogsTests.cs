using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class MeasuredLogsTests
{
    [Fact]
    public void A_map_without_outcomes_and_contacts_says_nothing_of_them()
    {
        var log = Of(new SmallMap().Internal("Assess"), "0 Call, 1 Assess");

        Assert.Null(log.IsContact);
        Assert.Null(log.IsFailureContact);
        Assert.Null(log.IsHandoff);
        Assert.Null(log.EndRows);
        Assert.Null(log.LostMicros);
        Assert.Null(log.CustomerClock);
        Assert.Null(log.FirmClock);
        Assert.Null(log.Categories);
    }

    [Fact]
    public void A_case_ends_with_the_closing_event_the_outcome_names_and_not_before()
    {
        var map = new SmallMap().Outcome("Pay").ToMap();
        var closing = map with { Outcomes = [map.Outcomes[0] with { Closed = SmallMap.Patterns("Close") }] };

        var log = Of(closing, "0 Ask, 1 Pay, 2 Close, 3 Survey, 4 Close", "0 Ask, 1 Pay");

        Assert.Equal([2, -1], log.EndRows!.Value.ToArray());
    }

    [Fact]
    public void A_closing_event_before_the_case_was_opened_does_not_close_it()
    {
        var map = new SmallMap().Outcome("Pay").ToMap();
        var closing = map with { Outcomes = [map.Outcomes[0] with { Opened = SmallMap.Patterns("Open"), Closed = SmallMap.Patterns("Close") }] };

        Assert.Equal([2], Of(closing, "0 Close, 1 Open, 2 Close").EndRows!.Value.ToArray());
    }

    [Fact]
    public void Without_closing_events_a_case_ends_with_its_last_event_once_it_reached_or_lost_the_outcome()
    {
        var log = Of(new SmallMap().Outcome("Pay", "Refuse"), "0 Ask, 1 Pay, 2 Survey", "0 Ask, 1 Refuse", "0 Ask, 1 Assess");

        Assert.Equal([2, 4, -1], log.EndRows!.Value.ToArray());
    }

    [Fact]
    public void A_customer_is_lost_from_the_first_event_that_says_so_unless_the_outcome_came_after_it()
    {
        var log = Of(new SmallMap().Outcome("Pay", "Refuse"), "0 Ask, 1 Refuse, 2 Refuse", "0 Ask, 1 Refuse, 2 Pay", "0 Ask");

        Assert.Equal([SmallLog.Minute(1), long.MaxValue, long.MaxValue], log.LostMicros!.Value.ToArray());
    }

    [Fact]
    public void Contacts_failure_contacts_and_breakpoints_are_those_of_the_diagnosis()
    {
        var map = new SmallMap().Contacts("Ask").Demand(DemandKind.Chase, "Chase").HandOffs("Assign").Outcome("Pay");

        var log = Of(map, "0 Ask @Desk, 1 Assign @Desk, 2 Chase @Claims, 3 Pay @Claims");

        Assert.Equal([true, false, true, false], log.IsContact!.Value.ToArray());
        Assert.Equal([false, false, true, false], log.IsFailureContact!.Value.ToArray());
        Assert.Equal([false, true, false, false], log.IsHandoff!.Value.ToArray());
    }

    [Fact]
    public void The_clocks_run_to_the_horizon_and_a_later_failure_contact_starts_the_customers_again()
    {
        var map = new SmallMap().Contacts("Ask").Demand(DemandKind.Complaint, "Complain").Outcome("Pay", firstNeed: "Ask");

        var log = MeasuredLogs.Of(SmallLog.Of("0 Work, 1 Ask, 3 Pay, 5 Complain"), map.ToMap(), SmallLog.Minute(9));

        Assert.Equal(new ClockReading(true, SmallLog.Minute(1), SmallLog.Minute(9), CompetingEnd.Open), log.CustomerClock!.Value.Span[0]);
        Assert.Equal(new ClockReading(true, SmallLog.Minute(0), SmallLog.Minute(5), CompetingEnd.Reached), log.FirmClock!.Value.Span[0]);
    }

    [Fact]
    public void Events_after_the_horizon_are_left_out()
    {
        var log = MeasuredLogs.Of(SmallLog.Of("0 Ask, 5 Pay"), new SmallMap().Outcome("Pay").ToMap(), SmallLog.Minute(4));

        Assert.Equal(1, log.Log.EventCount);
        Assert.Equal(SmallLog.Minute(4), log.HorizonMicros);
        Assert.Equal([-1], log.EndRows!.Value.ToArray());
    }

    [Fact]
    public void A_name_of_the_map_stands_for_the_activities_it_has_in_a_diagnosis_and_an_outcome_for_what_shows_it()
    {
        var map = new OutsideInMap
        {
            Moments =
            [
                new MomentOfTruth { Id = "any", Name = "Any call", Events = SmallMap.Patterns("*call*") },
                new MomentOfTruth { Id = "chase", Name = "Chase the claim", Events = SmallMap.Patterns("Chase call*") },
                new MomentOfTruth { Id = "none", Name = "Meet", Events = [] },
            ],
            Outcomes = [new SuccessfulOutcome { Id = "o", Name = "Back on the road", Reached = SmallMap.Patterns("Car*") }],
        };

        var names = Of(map, "0 First call, 1 Chase call, 2 Car collected").MapNames;

        Assert.Equal(
            ["Any call: First call", "Chase the claim: Chase call", "Meet: ", "Back on the road: Car*"],
            names.Select(static one => $"{one.Name}: {string.Join(", ", one.Events)}"));
    }

    [Fact]
    public void A_case_has_the_category_its_selector_picks_or_none()
    {
        var map = new SmallMap().Category("Phone", "channel", "phone").Category("Web", "channel", "web*");

        var log = Of(map, "0 Ask #phone", "0 Ask #website", "0 Ask");

        Assert.Equal(["Phone", "Web", null], Enumerable.Range(0, 3).Select(log.Categories!.TextAt));
    }

    [Fact]
    public void Calendars_are_those_of_the_map_in_utc_where_no_zone_is_named()
    {
        var map = new OutsideInMap
        {
            Calendars = [new BusinessCalendar { Id = "c", Name = "Office", Hours = ["Mon-Fri 09:00-17:00", "Sat 09:00-12:00"], Holidays = [new DateOnly(2026, 12, 25)] }],
        };

        var calendar = Assert.Single(Of(map, "0 Ask").Calendars);

        Assert.Equal(("Office", TimeZoneInfo.Utc), (calendar.Name, calendar.Zone));
        Assert.Equal([TimeSpan.FromHours(17), TimeSpan.FromHours(12)], calendar.Hours.Select(static one => one.To));
        Assert.Contains(new DateOnly(2026, 12, 25), calendar.Holidays);
    }

    private static MeasuredLog Of(SmallMap map, params string[] cases) => Of(map.ToMap(), cases);

    private static MeasuredLog Of(OutsideInMap map, params string[] cases) => MeasuredLogs.Of(SmallLog.Of(cases), map, null);
}
