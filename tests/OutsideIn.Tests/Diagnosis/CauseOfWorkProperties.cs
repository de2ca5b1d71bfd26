using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>Random small logs: what is attributed adds up to what is there, however the events fall.</summary>
public sealed class CauseOfWorkProperties
{
    private static readonly string[] Activities = ["Call", "Letter", "Check", "Work", "Pay", "Refuse"];
    private static readonly string[] Teams = ["Desk", "Claims", "Cash", "Customer"];

    private static readonly Gen<EventLog> Logs =
        from events in (
            from caseNumber in Gen.Choose(1, 4)
            from activity in Gen.Elements(Activities)
            from team in Gen.Frequency((4, Gen.Elements(Teams)), (1, Gen.Constant(string.Empty)))
            from minute in Gen.Choose(0, 40)
            from length in Gen.Choose(0, 9)
            from cost in Gen.Choose(0, 5)
            select (caseNumber, activity, team, minute, length, cost)).NonEmptyListOf()
        from hasStarts in Gen.Elements(true, false)
        select SmallLog.Of([.. events
            .GroupBy(static one => one.caseNumber)
            .Select(one => string.Join(",", one.Select(each =>
                $"{each.minute} {each.activity}" + (each.team.Length == 0 ? "" : $" @{each.team}") + $" ${each.cost}"
                + (hasStarts ? $" [{each.minute - each.length}" : ""))))]);

    private static readonly SmallMap Map = new SmallMap()
        .Contacts("Call", "Letter").Checks("Check").Internal("Work")
        .Doer(OutsideIn.Method.DoerKind.Customer, "Customer", [], ["Customer"])
        .Outcome("Pay", "Refuse");

    [Fact]
    public void Contacts_events_hand_offs_elapsed_and_processing_add_up_to_the_log() => Holds(static (mapped, diagnosis) =>
    {
        var entries = diagnosis.CauseOfWork;
        var log = mapped.Log;
        var elapsed = Enumerable.Range(0, log.CaseCount).Sum(one => log.TimeMicros[log.RowsOf(one).End - 1] - log.TimeMicros[log.RowsOf(one).First]);
        var processing = Enumerable.Range(0, log.EventCount).Where(row => !mapped.IsContact[row]).Sum(row => log.TimeMicros[row] - log.BeginMicros[row]);
        var cost = Enumerable.Range(0, log.EventCount).Where(row => !mapped.IsContact[row]).Sum(row => log.Costs[row]);
        return entries.Sum(static one => one.Contacts + one.Events) == log.EventCount
            && entries.Sum(static one => one.Breakpoints) == diagnosis.Breakpoints.Total
            && entries.Sum(static one => one.Activities.Sum(static activity => activity.Count)) == entries.Sum(static one => one.Events)
            && Near(entries.Sum(static one => one.ElapsedSeconds), elapsed / 1e6)
            && (!log.HasStarts || Near(entries.Sum(static one => one.ProcessingSeconds!.Value), processing / 1e6))
            && Near(entries.Sum(static one => one.Cost!.Value), cost)
            && diagnosis.CauseOfWorkTotal.Reconciles;
    });

    [Fact]
    public void The_cause_of_every_event_is_the_latest_contact_up_to_it() => Holds(static (mapped, _) =>
        Enumerable.Range(0, mapped.EventCount).All(row =>
        {
            var first = Enumerable.Range(0, mapped.CaseCount).Select(one => mapped.Log.RowsOf(one)).First(rows => row < rows.End).First;
            var before = Enumerable.Range(first, row - first + 1).Where(one => mapped.IsContact[one]).DefaultIfEmpty(MappedLog.NoRow).Max();
            return mapped.CauseRows[row] == before;
        }));

    [Fact]
    public void Moments_of_Truth_add_up_to_the_contacts_and_last_contacts_to_their_cases() => Holds(static (_, diagnosis) =>
        diagnosis.MomentsOfTruth.Sum(static one => one.Events) == diagnosis.Contacts.Events
        && diagnosis.MomentsOfTruth.Sum(static one => one.LastInCases) == diagnosis.Contacts.Cases
        && diagnosis.MomentsOfTruth.All(static one => one.Repeats == one.Events - one.Cases && one.CasesWithRepeat <= one.Repeats));

    [Fact]
    public void Pairs_add_up_to_the_hand_offs_and_the_customer_is_an_end_of_none() => Holds(static (mapped, diagnosis) =>
        diagnosis.Breakpoints.Pairs.Sum(static one => one.Count) == diagnosis.Breakpoints.Total
        && diagnosis.Breakpoints.Pairs.All(static one => one.From != "Customer" && one.To != "Customer" && one.From != one.To)
        && diagnosis.Breakpoints.Pairs.All(static one => one.Causes.Sum(static cause => cause.Count) == one.Count)
        && (diagnosis.Breakpoints.AgainstOutcome.Count == 0
            || diagnosis.Breakpoints.AgainstOutcome.Sum(static one => one.Cases) == mapped.CaseCount));

    [Fact]
    public void Reached_lost_and_open_share_out_the_cases() => Holds(static (mapped, diagnosis) =>
        diagnosis.Outcome.Reached + diagnosis.Outcome.Lost + diagnosis.Outcome.Open == mapped.CaseCount);

    private static void Holds(Func<MappedLog, DiagnosisSection, bool> law) => Prop.ForAll(Logs.ToArbitrary(), log =>
    {
        var map = Map.ToMap();
        var document = Diagnoser.Diagnose(log, SectionsTests.Report(log), map, new DiagnosisOptions(), CancellationToken.None).Document;
        return law(MappedLog.Of(log, map, log.LastMicros), document.Diagnosis);
    }).Check(Config.QuickThrowOnFailure);

    private static bool Near(double left, double right) => Math.Abs(left - right) < 1e-6;
}
