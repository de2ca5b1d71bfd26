using OutsideIn.Events;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>Failure demand in figures (F12, F13).</summary>
internal static class FailureDemandSection
{
    private const string Figure = "failureDemand";

    public static FailureDemandEntry Compute(MappedLog mapped, FailureContacts contacts, FigureBook book)
    {
        var log = mapped.Log;
        var list = book.Open(Figure);
        var (part, whole) = (0, 0);
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                whole += contacts.IsCustomers[row] ? 1 : 0;
                if (contacts.IsFailure(row))
                {
                    part++;
                    list.Add(caseIndex);
                }
            }
        }

        var (cost, hours) = Effort(mapped, contacts);
        var kinds = FailureKinds.Of(mapped, contacts, book);
        return new FailureDemandEntry(
            list.Id,
            Basis(mapped, kinds),
            Measured.Share(part, whole + UnseenContacts(mapped, contacts)),
            list.Count,
            cost,
            hours,
            kinds,
            FailureSteps.Of(mapped, contacts, book),
            ByMonth(log, contacts));
    }

    /// <summary>Contacts the log does not show: a log that shows none still has one for each case, or nobody would have begun it.</summary>
    internal static int UnseenContacts(MappedLog mapped, FailureContacts contacts)
    {
        for (var row = 0; row < contacts.IsCustomers.Length; row++)
        {
            if (contacts.IsCustomers[row] && !contacts.IsImplied[row])
            {
                return 0;
            }
        }

        return contacts.IsImplied.Contains(value: true) ? mapped.CaseCount : 0;
    }

    private static string Basis(MappedLog mapped, FailureKindEntry[] kinds)
    {
        var isSuggested = kinds.Any(static kind => kind.IsSuggested);
        var isMarked = kinds.Any(static kind => !kind.IsSuggested);
        var saysNone = kinds.Length == 0
            && mapped.Activities.Any(static one => one is { IsMomentOfTruth: true, IsSuggested: false } && one.Demand != DemandKind.Unmarked);
        return (isMarked || saysNone, isSuggested) switch
        {
            (true, true) => "both",
            (true, false) => "marked",
            _ => "suggested",
        };
    }

    // The work a failure contact spawned is what follows it until the next contact of any kind, as in the tree of causes.
    private static (double? Cost, double? Hours) Effort(MappedLog mapped, FailureContacts contacts)
    {
        var log = mapped.Log;
        var (cost, micros) = (0.0, 0L);
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            var isFailure = false;
            for (var row = first; row < end; row++)
            {
                isFailure = mapped.IsContact[row] || contacts.IsImplied[row] ? contacts.IsFailure(row) : isFailure;
                if (isFailure)
                {
                    cost += log.HasCosts && !double.IsNaN(log.Costs[row]) ? log.Costs[row] : 0;
                    micros += log.TimeMicros[row] - log.BeginMicros[row];
                }
            }
        }

        return (log.HasCosts ? cost : null, log.HasStarts ? micros / (double)Measured.MicrosPerHour : null);
    }

    private static MonthShareEntry[] ByMonth(EventLog log, FailureContacts contacts)
    {
        var months = new SortedDictionary<int, (int Part, int Whole)>();
        for (var row = 0; row < log.EventCount; row++)
        {
            if (contacts.IsCustomers[row])
            {
                var month = Measured.MonthOf(log.BeginMicros[row]);
                var (part, whole) = months.GetValueOrDefault(month);
                months[month] = (part + (contacts.IsFailure(row) ? 1 : 0), whole + 1);
            }
        }

        return [.. months.Select(static one => new MonthShareEntry(Measured.MonthName(one.Key), Measured.Share(one.Value.Part, one.Value.Whole)))];
    }
}
