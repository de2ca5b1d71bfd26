using OutsideIn.Events;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>What became of each case under the outcome of the map that applies to it. Immutable.</summary>
/// <remarks>
/// The first outcome for the case's category, or for every customer, applies. Of the events that show it reached or lost, the last
/// decides; <see cref="Rows"/> points to the first of the run that decided: an outcome shown twice was reached the first time.
/// </remarks>
internal sealed class CaseOutcomes
{
    private CaseOutcomes(SuccessfulOutcome? main, int caseCount)
    {
        Main = main;
        Status = new CaseOutcome[caseCount];
        Rows = new int[caseCount];
        LastRows = new int[caseCount];
        FirstNeedRows = new int[caseCount];
        Applies = new int[caseCount];
    }

    /// <summary>The map's most important outcome, or null where it names none.</summary>
    public SuccessfulOutcome? Main { get; }

    /// <summary>[cases] Index into the map's outcomes of the one that applies, or −1.</summary>
    public int[] Applies { get; }

    /// <summary>[cases] Reached, lost, or open at the horizon.</summary>
    public CaseOutcome[] Status { get; }

    /// <summary>[cases] Row at which it was reached or lost, or −1 where open.</summary>
    public int[] Rows { get; }

    /// <summary>[cases] Row of the last event that shows what the case has come to, or −1 where open.</summary>
    public int[] LastRows { get; }

    /// <summary>
    /// The instant up to which the customer of a case has been waiting, microseconds since 1970-01-01T00:00:00Z: the last event that
    /// shows the outcome reached or lost, or without end where the case is open. What happens later keeps no customer waiting.
    /// </summary>
    public long WaitsUntilMicros(EventLog log, int caseIndex) =>
        LastRows[caseIndex] is var row && row == MappedLog.NoRow ? long.MaxValue : log.TimeMicros[row];

    /// <summary>
    /// [cases] Row of the customer's first sign of need: the first such event of the map, or −1 where none happened; where the map
    /// names none, the first contact, else the first event.
    /// </summary>
    public int[] FirstNeedRows { get; }

    /// <summary>[activity codes] Whether the activity shows any outcome of the map reached.</summary>
    public required bool[] ShowsReached { get; init; }

    /// <summary>[activity codes] Whether the activity shows any outcome of the map lost.</summary>
    public required bool[] ShowsLost { get; init; }

    /// <summary>Whether the map names events that lose an outcome.</summary>
    public bool CanBeLost { get; private init; }

    public static CaseOutcomes Of(EventLog log, OutsideInMap map, int[] categories, bool[] contacts)
    {
        var names = log.Activities.Names;
        var signs = map.Outcomes.Select(outcome => new Signs(
            NameMatching.AnyOf(names, outcome.FirstNeed),
            NameMatching.AnyOf(names, outcome.Reached),
            NameMatching.AnyOf(names, outcome.Lost),
            outcome.FirstNeed.Count > 0)).ToArray();
        var outcomes = new CaseOutcomes(map.Outcomes.Count == 0 ? null : map.Outcomes[0], log.CaseCount)
        {
            ShowsReached = NameMatching.AnyOf(names, [.. map.Outcomes.SelectMany(static outcome => outcome.Reached)]),
            ShowsLost = NameMatching.AnyOf(names, [.. map.Outcomes.SelectMany(static outcome => outcome.Lost)]),
            CanBeLost = map.Outcomes.Any(static outcome => outcome.Lost.Count > 0),
        };
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var applies = Applying(map, categories[caseIndex]);
            outcomes.Applies[caseIndex] = applies;
            var sign = applies < 0 ? null : signs[applies];
            (outcomes.Status[caseIndex], outcomes.Rows[caseIndex], outcomes.LastRows[caseIndex]) = StatusOf(log, caseIndex, sign);
            outcomes.FirstNeedRows[caseIndex] = FirstNeedOf(log, caseIndex, sign, contacts);
        }

        return outcomes;
    }

    private static int Applying(OutsideInMap map, int category)
    {
        for (var outcome = 0; outcome < map.Outcomes.Count; outcome++)
        {
            var wanted = map.Outcomes[outcome].Category;
            if (wanted is null || (category >= 0 && IsFor(map.Categories[category], wanted)))
            {
                return outcome;
            }
        }

        return -1;
    }

    private static bool IsFor(CustomerCategory category, string wanted) =>
        string.Equals(category.Id, wanted, StringComparison.OrdinalIgnoreCase)
        || string.Equals(category.Name, wanted, StringComparison.OrdinalIgnoreCase);

    private static (CaseOutcome Status, int Row, int LastRow) StatusOf(EventLog log, int caseIndex, Signs? signs)
    {
        var (status, decided, last) = (CaseOutcome.Open, MappedLog.NoRow, MappedLog.NoRow);
        if (signs is null)
        {
            return (status, decided, last);
        }

        var (first, end) = log.RowsOf(caseIndex);
        for (var row = first; row < end; row++)
        {
            var activity = log.Activities[row];
            var shown = signs.Reached[activity] ? CaseOutcome.Reached
                : signs.Lost[activity] ? CaseOutcome.Lost
                : CaseOutcome.Open;
            if (shown != CaseOutcome.Open)
            {
                (status, decided, last) = (shown, shown == status ? decided : row, row);
            }
        }

        return (status, decided, last);
    }

    private static int FirstNeedOf(EventLog log, int caseIndex, Signs? signs, bool[] contacts)
    {
        var (first, end) = log.RowsOf(caseIndex);
        var isNamed = signs?.NamesFirstNeed ?? false;
        for (var row = first; row < end; row++)
        {
            if (isNamed ? signs!.FirstNeed[log.Activities[row]] : contacts[row])
            {
                return row;
            }
        }

        return isNamed ? MappedLog.NoRow : first;
    }

    private sealed record Signs(bool[] FirstNeed, bool[] Reached, bool[] Lost, bool NamesFirstNeed);
}
