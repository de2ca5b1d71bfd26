using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Failure contacts by rule and activity, most frequent first.</summary>
internal static class FailureKinds
{
    public static FailureKindEntry[] Of(MappedLog mapped, FailureContacts contacts, FigureBook book)
    {
        var kinds = new Dictionary<(FailureRule Rule, int Activity), Kind>();
        var log = mapped.Log;
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                if (contacts.IsFailure(row))
                {
                    var key = (contacts.Rules[row], log.Activities[row]);
                    if (!kinds.TryGetValue(key, out var kind))
                    {
                        kind = new Kind(book.Open(Id(key.Item1, log.Activities.NameOf(key.Item2)!)));
                        kinds.Add(key, kind);
                    }

                    kind.Add(caseIndex, log.HasCosts ? log.Costs[row] : double.NaN, contacts.IsImplied[row]);
                }
            }
        }

        return
        [
            .. kinds.Select(one => Entry(mapped, contacts, one.Key, one.Value))
                .OrderByDescending(static one => one.Contacts).ThenBy(static one => one.Activity, StringComparer.Ordinal)
                .ThenBy(static one => one.Rule, StringComparer.Ordinal),
        ];
    }

    /// <summary>The rule as the document names it.</summary>
    public static string NameOf(FailureRule rule) => rule switch
    {
        FailureRule.Marked => "marked",
        FailureRule.SameContactAgain => "sameContactAgain",
        FailureRule.AfterLongWait => "afterLongWait",
        FailureRule.AfterOutcome => "afterOutcome",
        FailureRule.AfterClosing => "afterClosing",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "A contact under no rule has no name for it."),
    };

    /// <summary>What sort of failure demand a rule suggests; a marked contact is what its map says.</summary>
    public static string DemandOf(FailureRule rule, ActivityMeaning meaning) => (rule, meaning.Demand) switch
    {
        (FailureRule.Marked, DemandKind.Chase) or (FailureRule.AfterLongWait, _) => "chase",
        (FailureRule.Marked, DemandKind.Repeat) or (FailureRule.SameContactAgain, _) => "repeat",
        (FailureRule.Marked, DemandKind.Complaint) => "complaint",
        _ => "correction",
    };

    private static string Id(FailureRule rule, string activity) => FigureBook.Id("failureKind", NameOf(rule), activity);

    private static FailureKindEntry Entry(
        MappedLog mapped, FailureContacts contacts, (FailureRule Rule, int Activity) key, Kind kind)
    {
        var meaning = mapped.Activities[key.Activity];
        return new FailureKindEntry(
            kind.Figure.Id,
            NameOf(key.Rule),
            DemandOf(key.Rule, meaning),
            meaning.Activity,
            kind.Contacts,
            kind.Figure.Count,
            mapped.Log.HasCosts ? kind.Cost : null,
            key.Rule != FailureRule.Marked || meaning.IsSuggested,
            Reason(mapped, contacts, key, kind));
    }

    private static string Reason(
        MappedLog mapped, FailureContacts contacts, (FailureRule Rule, int Activity) key, Kind kind)
    {
        var meaning = mapped.Activities[key.Activity];
        return key.Rule switch
        {
            FailureRule.Marked => meaning.Reason ?? $"The map marks it as {DemandOf(key.Rule, meaning)}.",
            FailureRule.SameContactAgain =>
                $"{CountText.Of(kind.Contacts, "contact repeats", "contacts repeat")} the same contact of the case before the outcome was reached.",
            FailureRule.AfterLongWait => LongWaitReason(mapped.Log, contacts, key.Activity, kind),
            FailureRule.AfterOutcome =>
                $"{CountText.Of(kind.Contacts, "contact came", "contacts came")} after the outcome had been reached.",
            _ when kind.IsImplied => $"{CountText.Of(kind.Contacts, "time", "times")} a case went on after it had been resolved or closed"
                + (FailureDemandSection.UnseenContacts(mapped, contacts) > 0 ? "; the log shows no contacts, so each case counts as one." : "."),
            _ => $"{CountText.Of(kind.Contacts, "contact came", "contacts came")} after the case had been resolved or closed.",
        };
    }

    private static string LongWaitReason(EventLog log, FailureContacts contacts, int activity, Kind kind)
    {
        var steps = contacts.LongWaits.Where(one => one.Key.Contact == activity)
            .OrderByDescending(static one => one.Value.LongCount).ThenBy(static one => one.Key.Step).ToArray();
        var (step, longWait) = (log.Activities.NameOf(steps[0].Key.Step), steps[0].Value);
        var more = steps.Length == 1 ? "" : $", and likewise after {CountText.Of(steps.Length - 1, "other step", "other steps")}";
        return $"{CountText.Of(kind.Contacts, "contact", "contacts")} out of turn after a long wait: after '{step}' "
            + $"{CountText.Of(longWait.LongCount)} of {CountText.Of(longWait.Count)} came later than "
            + $"{DurationText.OfSeconds(Measured.Seconds(longWait.ThresholdMicros))}, by which three quarters of the other next steps had come{more}.";
    }

    private sealed class Kind(FigureList figure)
    {
        public FigureList Figure => figure;

        public int Contacts { get; private set; }

        public double Cost { get; private set; }

        public bool IsImplied { get; private set; }

        public void Add(int caseIndex, double cost, bool isImplied)
        {
            figure.Add(caseIndex);
            Contacts++;
            Cost += double.IsNaN(cost) ? 0 : cost;
            IsImplied |= isImplied;
        }
    }
}
