using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class MappedLogTests
{
    [Fact]
    public void The_latest_contact_before_an_event_is_its_cause_and_a_contact_is_its_own()
    {
        var mapped = Mapped(new SmallMap().Contacts("Call", "Letter"), "0 Scan, 1 Call, 2 Assess, 3 Letter, 4 Pay");

        Assert.Equal([-1, 1, 1, 3, 3], mapped.CauseRows);
        Assert.Equal([false, true, false, true, false], mapped.IsContact);
        Assert.Equal(0, mapped.CauseAt(0));
        Assert.Equal("Call", mapped.Log.Activities.NameOf(mapped.CauseAt(2)));
    }

    [Fact]
    public void Unmapped_work_the_customer_does_is_a_contact_and_mapped_internal_work_is_not()
    {
        var map = new SmallMap().Internal("Sign").Doer(DoerKind.Customer, "Driver", ["customer*"], []);

        var mapped = Mapped(map, "0 Upload %Customer 7, 1 Sign %Customer 7, 2 Assess %Ann");

        Assert.Equal([true, false, false], mapped.IsContact);
    }

    [Fact]
    public void A_name_written_out_wins_over_a_pattern_and_the_longer_pattern_over_the_shorter()
    {
        var map = new SmallMap().Internal("*").Contacts("Chase*").Checks("Chase check").ToMap();

        var mapped = MappedLog.Of(SmallLog.Of("0 Assess, 1 Chase call, 2 Chase check"), map, 0);

        Assert.Equal(
            [WorkKind.Internal, WorkKind.MomentOfTruth, WorkKind.RuleCheck],
            mapped.Activities.Skip(1).Select(static activity => activity.Kind));
    }

    [Fact]
    public void The_last_of_the_events_that_show_the_outcome_decides_and_its_run_begins_at_the_first()
    {
        var mapped = Mapped(
            new SmallMap().Outcome("Pay", "Refuse"),
            "0 Ask, 1 Pay, 2 File, 3 Pay",
            "0 Ask, 1 Refuse, 2 Appeal, 3 Pay",
            "0 Ask, 1 Pay, 2 Refuse",
            "0 Ask, 1 Assess");

        Assert.Equal(
            [CaseOutcome.Reached, CaseOutcome.Reached, CaseOutcome.Lost, CaseOutcome.Open], mapped.Outcomes.Status);
        Assert.Equal([1, 7, 10, -1], mapped.Outcomes.Rows);
    }

    [Fact]
    public void First_need_is_what_the_map_names_else_the_first_contact_else_the_first_event()
    {
        string[] cases = ["0 Scan, 1 Call, 2 Crash", "0 Scan, 1 File"];

        var named = Mapped(new SmallMap().Contacts("Call").Outcome("Pay", firstNeed: "Crash"), cases);
        var unnamed = Mapped(new SmallMap().Contacts("Call").Outcome("Pay"), cases);

        Assert.Equal([2, -1], named.Outcomes.FirstNeedRows);
        Assert.Equal([1, 3], unnamed.Outcomes.FirstNeedRows);
    }

    [Fact]
    public void The_outcome_of_a_cases_own_category_applies_to_it()
    {
        var map = new SmallMap().Category("web people", "channel", "web").Outcome("Click", category: "web people").Outcome("Pay");

        var mapped = Mapped(map, "0 Ask #web, 1 Pay", "0 Ask #phone, 1 Pay");

        Assert.Equal([0, -1], mapped.Categories);
        Assert.Equal([CaseOutcome.Open, CaseOutcome.Reached], mapped.Outcomes.Status);
    }

    [Fact]
    public void A_log_cut_at_an_instant_forgets_later_events_and_cases_and_the_names_only_they_bore()
    {
        var log = SmallLog.Of("0 Ask %Ann, 10 Pay %Bo", "11 Complain %Cy");

        var cut = log.Until(SmallLog.Minute(9));

        Assert.Equal((1, 1), (cut.CaseCount, cut.EventCount));
        Assert.Equal(["Ask"], cut.Activities.Names);
        Assert.Equal(["Ann"], cut.Resources!.Names);
        Assert.Equal(SmallLog.Minute(0), cut.LastMicros);
        Assert.Same(log, log.Until(SmallLog.Minute(11)));
    }

    [Fact]
    public void Cut_attributes_follow_their_events_and_cases()
    {
        var builder = new EventLogBuilder();
        builder.Add(new EventRow(builder.Case("a"), builder.Activity("Ask"), 5));
        builder.Add(new EventRow(builder.Case("b"), builder.Activity("Ask"), 1));
        builder.Add(new EventRow(builder.Case("b"), builder.Activity("Pay"), 9));
        builder.Attribute("region", AttributeKind.Text, AttributeLevel.Case).SetText(1, "north");
        var amount = builder.Attribute("amount", AttributeKind.Number, AttributeLevel.Event);
        amount.SetNumber(1, 7);
        amount.SetNumber(2, 8);

        var cut = builder.Build().Until(4);

        Assert.Equal(["b"], cut.CaseNames);
        Assert.Equal("north", cut.Attributes.Single(static one => one.Name == "region").Texts!.TextAt(0));
        Assert.Equal([7.0], cut.Attributes.Single(static one => one.Name == "amount").Numbers.ToArray());
    }

    [Fact]
    public void Figures_hold_each_case_once_and_ascending_and_two_pairs_never_share_an_id()
    {
        var book = new FigureBook();
        foreach (var caseIndex in new[] { 3, 3, 1, 3 })
        {
            book.Open("moment", "Call").Add(caseIndex);
        }

        Assert.Equal([1, 3], book.ToFigureCases().Open("moment/Call")!);
        Assert.Null(book.ToFigureCases().Open("moment/Letter"));
        Assert.NotEqual(FigureBook.Id("breakpoint", "a>b", "c"), FigureBook.Id("breakpoint", "a", "b>c"));
    }

    private static MappedLog Mapped(SmallMap map, params string[] cases)
    {
        var log = SmallLog.Of(cases);
        return MappedLog.Of(log, map.ToMap(), log.LastMicros);
    }
}
