using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Diagnosis;

/// <summary>The firm's and the customer's clock of every case (measures.md, two clocks). Immutable.</summary>
internal sealed class CaseClocks
{
    private CaseClocks(int caseCount) => (Firm, Customer) = (new ClockReading[caseCount], new ClockReading[caseCount]);

    /// <summary>[cases] From the case opened to the case closed; never ends as lost.</summary>
    public ClockReading[] Firm { get; }

    /// <summary>[cases] From the first sign of need to the outcome really achieved, or until the customer gave up.</summary>
    public ClockReading[] Customer { get; }

    /// <summary>Cases whose outcome had been achieved and which run again because of a later failure contact.</summary>
    public int RunningAgainCount { get; private set; }

    public static CaseClocks Of(MappedLog mapped, OutcomeSigns[] signs, FailureContacts contacts)
    {
        var clocks = new CaseClocks(mapped.CaseCount);
        for (var caseIndex = 0; caseIndex < mapped.CaseCount; caseIndex++)
        {
            var sign = OutcomeSigns.At(signs, mapped, caseIndex);
            clocks.Firm[caseIndex] = FirmOf(mapped, caseIndex, sign);
            clocks.Customer[caseIndex] = CustomerOf(mapped, caseIndex, sign, contacts, out var runsAgain);
            clocks.RunningAgainCount += runsAgain ? 1 : 0;
        }

        return clocks;
    }

    private static ClockReading FirmOf(MappedLog mapped, int caseIndex, OutcomeSigns? signs)
    {
        var log = mapped.Log;
        var (first, end) = log.RowsOf(caseIndex);
        var opened = signs is { NamesOpened: true } ? CaseEnds.FirstOf(mapped, signs.Opened, first, end) : first;
        if (opened == MappedLog.NoRow)
        {
            return default;
        }

        var closed = CaseEnds.RowOf(mapped, caseIndex, signs, opened);
        return closed == MappedLog.NoRow
            ? new ClockReading(true, log.BeginMicros[opened], mapped.HorizonMicros, CompetingEnd.Open)
            : new ClockReading(true, log.BeginMicros[opened], log.TimeMicros[closed], CompetingEnd.Reached);
    }

    private static ClockReading CustomerOf(
        MappedLog mapped, int caseIndex, OutcomeSigns? signs, FailureContacts contacts, out bool runsAgain)
    {
        var log = mapped.Log;
        var need = mapped.Outcomes.FirstNeedRows[caseIndex];
        runsAgain = false;
        if (need == MappedLog.NoRow)
        {
            return default;
        }

        var (state, endMicros) = (CompetingEnd.Open, mapped.HorizonMicros);
        var (_, end) = log.RowsOf(caseIndex);
        for (var row = need; signs is not null && row < end; row++)
        {
            var activity = log.Activities[row];
            if (signs.Reached[activity])
            {
                (state, endMicros) = state == CompetingEnd.Reached ? (state, endMicros) : (CompetingEnd.Reached, log.TimeMicros[row]);
                runsAgain = false;
            }
            else if (signs.Lost[activity])
            {
                (state, endMicros) = state == CompetingEnd.Lost ? (state, endMicros) : (CompetingEnd.Lost, log.TimeMicros[row]);
                runsAgain = false;
            }
            else if (state == CompetingEnd.Reached && contacts.IsFailure(row))
            {
                (state, endMicros, runsAgain) = (CompetingEnd.Open, mapped.HorizonMicros, true);
            }
        }

        return new ClockReading(true, log.BeginMicros[need], endMicros, state);
    }
}
