using OutsideIn.Events;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>Puts every contact the customer begins to the rules of failure demand. Used once.</summary>
internal sealed class FailureQuestions
{
    private readonly MappedLog _mapped;
    private readonly EventLog _log;
    private readonly OutcomeSigns[] _signs;
    private readonly ClosingStates _closing;
    private readonly FailureRule[] _rules;
    private readonly bool[] _isCustomers;
    private readonly bool[] _isAskable;
    private readonly bool[] _isImplied;
    private readonly bool[] _isAfterOutcome;

    // When each activity was last seen, valid only for the case named beside it: no clearing between cases.
    private readonly (int Case, long Micros)[] _lastSeen;

    public FailureQuestions(MappedLog mapped, OutcomeSigns[] signs)
    {
        (_mapped, _log, _signs) = (mapped, mapped.Log, signs);
        _closing = ClosingStates.Of(mapped, signs);
        (_rules, _isImplied) = (new FailureRule[_log.EventCount], new bool[_log.EventCount]);
        (_isCustomers, _isAskable) = (new bool[_log.EventCount], new bool[_log.EventCount]);
        _isAfterOutcome = new bool[_log.EventCount];
        _lastSeen = new (int Case, long Micros)[_log.Activities.NameCount + 1];
        Array.Fill(_lastSeen, (MappedLog.NoRow, 0));
    }

    public FailureContacts Answer()
    {
        MarkCustomers();
        MarkAfterOutcome();
        var longWaits = LongWaitRule.Of(_log, _isAskable, _isAfterOutcome);
        for (var caseIndex = 0; caseIndex < _log.CaseCount; caseIndex++)
        {
            AskCase(caseIndex, longWaits);
            if (_closing.AreStates)
            {
                MarkReopenings(caseIndex);
            }
        }

        return new FailureContacts { Rules = _rules, IsCustomers = _isCustomers, IsImplied = _isImplied, LongWaits = longWaits };
    }

    private void MarkCustomers()
    {
        for (var row = 0; row < _rules.Length; row++)
        {
            if (!_mapped.IsContact[row])
            {
                continue;
            }

            var meaning = _mapped.ActivityAt(row);
            var isMarked = FailureContacts.IsFailure(meaning.Demand);
            _isCustomers[row] = isMarked || IsBegunByCustomer(meaning);
            _isAskable[row] = _isCustomers[row] && meaning.Demand == DemandKind.Unmarked;
            _rules[row] = isMarked ? FailureRule.Marked : FailureRule.None;
        }
    }

    // A contact nobody has described further is the customer's unless its kind says that a system reaches out.
    private static bool IsBegunByCustomer(ActivityMeaning meaning) => meaning.Initiator switch
    {
        Initiator.Customer => true,
        Initiator.Organisation => false,
        _ => meaning.Mapped?.Moment != MomentKind.SystemPerson,
    };

    private void MarkAfterOutcome()
    {
        var times = _log.TimeMicros;
        for (var caseIndex = 0; caseIndex < _log.CaseCount; caseIndex++)
        {
            if (OutcomeSigns.At(_signs, _mapped, caseIndex) is not { } signs)
            {
                continue;
            }

            var (first, end) = _log.RowsOf(caseIndex);
            var reachedMicros = long.MaxValue;
            for (var row = first; row < end; row++)
            {
                if (signs.Reached[_log.Activities[row]])
                {
                    reachedMicros = Math.Min(reachedMicros, times[row]);
                }
                else
                {
                    _isAfterOutcome[row] = times[row] > reachedMicros;
                }
            }
        }
    }

    private void AskCase(int caseIndex, IReadOnlyDictionary<(int Step, int Contact), LongWait> longWaits)
    {
        var begins = _log.BeginMicros;
        var times = _log.TimeMicros;
        var (first, end) = _log.RowsOf(caseIndex);
        var closedMicros = long.MaxValue;
        var signs = OutcomeSigns.At(_signs, _mapped, caseIndex);
        for (var row = first; row < end; row++)
        {
            var activity = _log.Activities[row];
            var isOutcome = signs is not null && (signs.Reached[activity] || signs.Lost[activity]);
            if (_isAskable[row] && !isOutcome)
            {
                var (seenIn, seenMicros) = _lastSeen[activity];
                _rules[row] =
                    seenIn == caseIndex && begins[row] > seenMicros && !_isAfterOutcome[row] ? FailureRule.SameContactAgain
                    : IsAnswer(first, row) ? FailureRule.None
                    : row > first && IsLong(row, longWaits) ? FailureRule.AfterLongWait
                    : _isAfterOutcome[row] ? FailureRule.AfterOutcome
                    : begins[row] > closedMicros ? FailureRule.AfterClosing
                    : FailureRule.None;
            }

            _lastSeen[activity] = (caseIndex, times[row]);
            closedMicros = _closing.IsClosing(row) ? Math.Min(closedMicros, times[row]) : closedMicros;
        }
    }

    // Whoever is asked and answers neither chases nor corrects, however late: a survey three weeks later asks for its answer.
    private bool IsAnswer(int first, int row) => row > first && _mapped.IsContact[row - 1] && !_isCustomers[row - 1];

    private bool IsLong(int row, IReadOnlyDictionary<(int Step, int Contact), LongWait> longWaits) =>
        !_isAfterOutcome[row]
        && longWaits.TryGetValue((_log.Activities[row - 1], _log.Activities[row]), out var longWait)
        && _log.BeginMicros[row] - _log.TimeMicros[row - 1] > longWait.ThresholdMicros;

    // A recorded state says that the matter was thought done; that it goes on means that somebody came back, seen or not.
    private void MarkReopenings(int caseIndex)
    {
        var (first, end) = _log.RowsOf(caseIndex);
        for (var row = first + 1; row < end; row++)
        {
            if (_closing.IsClosing(row - 1) && !_closing.IsClosing(row) && !_isCustomers[row])
            {
                _rules[row] = FailureRule.AfterClosing;
                _isImplied[row] = true;
                _isCustomers[row] = true;
            }
        }
    }
}
