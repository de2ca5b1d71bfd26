using OutsideIn.Diagnosis;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class HandOffsTests
{
    [Fact]
    public void A_change_of_team_is_a_hand_off_that_waited_from_the_end_of_one_to_the_begin_of_the_next()
    {
        var mapped = Mapped(new SmallMap(), "0 Open @Desk, 10 Assess @Claims [6, 12 Assess @Claims, 20 Pay @Cash");

        Assert.Equal(HandOffs.ByTeams, mapped.HandOffs.Basis);
        Assert.Equal([("Desk", "Claims", 6L), ("Claims", "Cash", 8L)], Shown(mapped));
        Assert.Equal([false, true, false, true], mapped.HandOffs.IsHandOff);
    }

    [Fact]
    public void An_event_without_a_team_is_looked_through_and_its_resource_is_not_taken_for_a_team()
    {
        var mapped = Mapped(new SmallMap(), "0 Open @Desk %Ann, 1 Note %Bob, 2 Assess @Claims %Cy", "0 Open @Desk, 1 Note, 2 Close @Desk");

        Assert.Equal([("Desk", "Claims", 2L)], Shown(mapped));
    }

    [Fact]
    public void The_customer_is_never_an_end()
    {
        var map = new SmallMap().Doer(DoerKind.Customer, "Driver", ["Driver"], []);

        var mapped = Mapped(map, "0 Report %Driver, 1 Register %Ann, 2 Sign %Driver, 3 Check %Ann, 4 Sign %Driver, 5 Pay %Bob");

        Assert.Equal(HandOffs.ByResources, mapped.HandOffs.Basis);
        Assert.Equal([("Ann", "Bob", 2L)], Shown(mapped));
    }

    [Fact]
    public void Resources_of_one_department_of_the_map_do_not_hand_over_to_each_other()
    {
        var map = new SmallMap().Doer(DoerKind.Department, "Claims", ["Ann", "Bob"], []);

        Assert.Equal([("Claims", "Cy", 1L)], Shown(Mapped(map, "0 Register %Ann, 1 Check %Bob, 2 Pay %Cy")));
    }

    [Fact]
    public void Hand_off_events_the_map_names_are_counted_instead_of_changes_of_team()
    {
        var map = new SmallMap().HandOffs("Pass on");

        var mapped = Mapped(map, "0 Open @Desk, 5 Pass on @Desk, 15 Assess @Claims, 20 Pay @Cash, 30 Pass on @Cash");

        Assert.Equal(HandOffs.ByEvents, mapped.HandOffs.Basis);
        Assert.Equal([("Desk", "Claims", 10L), ("Cash", "Cash", 0L)], Shown(mapped));
        Assert.Equal([true, false], mapped.HandOffs.Items.Select(static item => item.IsTaken));
    }

    [Fact]
    public void A_hand_off_event_that_already_carries_the_new_team_goes_from_the_team_before()
    {
        var mapped = Mapped(new SmallMap(), "0 Open @Desk, 5 Reassignment @Claims, 9 Fix @Claims, 12 Reassignment @Network, 15 Fix @Network");

        Assert.Equal(HandOffs.ByEvents, mapped.HandOffs.Basis);
        Assert.Equal([("Desk", "Claims", 4L), ("Claims", "Network", 3L)], Shown(mapped));
    }

    [Fact]
    public void Words_that_name_a_rare_escalation_do_not_stand_for_all_changes_of_team()
    {
        var mapped = Mapped(
            new SmallMap(), "0 A @X, 1 B @Y, 2 C @X, 3 D @Y, 4 Escalate @X, 5 E @X, 6 F @Y");

        Assert.Equal(HandOffs.ByTeams, mapped.HandOffs.Basis);
        Assert.Equal(5, mapped.HandOffs.Items.Length);
    }

    [Fact]
    public void A_log_without_doers_or_hand_off_events_says_that_nothing_can_be_counted()
    {
        var mapped = Mapped(new SmallMap(), "0 A, 1 B");

        Assert.Equal(HandOffs.ByNothing, mapped.HandOffs.Basis);
        Assert.Empty(mapped.HandOffs.Items);
    }

    [Theory]
    [InlineData("Reassignment", true)]
    [InlineData("Escalate to 2nd line", true)]
    [InlineData("Hand over case", true)]
    [InlineData("ForwardedToLegal", true)]
    [InlineData("Assign to expert", true)]
    [InlineData("Assign seriousness", false)]
    [InlineData("Transfer money", false)]
    [InlineData("Forward letter to customer", false)]
    [InlineData("Straightforward check", false)]
    [InlineData("Pay", false)]
    public void Words_say_whether_an_event_hands_over(string activity, bool isHandOff) =>
        Assert.Equal([false, isHandOff], HandOffWords.In([activity]));

    private static MappedLog Mapped(SmallMap map, params string[] cases)
    {
        var log = SmallLog.Of(cases);
        return MappedLog.Of(log, map.ToMap(), log.LastMicros);
    }

    private static IEnumerable<(string From, string To, long WaitMinutes)> Shown(MappedLog mapped) => mapped.HandOffs.Items.Select(
        item => (mapped.Doers.NameOf(item.From), mapped.Doers.NameOf(item.To), item.WaitMicros / SmallLog.MinuteMicros));
}
