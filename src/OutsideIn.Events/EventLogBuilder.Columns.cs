namespace OutsideIn.Events;

/// <content>Whole columns, for readers that code them on their own.</content>
public sealed partial class EventLogBuilder
{
    /// <summary>Makes room for so many events.</summary>
    internal void Reserve(int events, bool withStarts)
    {
        _caseCodes.Reserve(events);
        _activityCodes.Reserve(events);
        _times.Reserve(events);
        if (withStarts)
        {
            _starts.Reserve(events);
        }
    }

    /// <summary>Takes a coded column for one of the roles resource, team, system, channel and customer.</summary>
    internal void Take(ColumnRole role, RawColumn column) => NamedRowsOf(role).Take(column.Names, column.Codes);

    /// <inheritdoc cref="Take(ColumnRole, RawColumn)"/>
    internal void Take(ColumnRole role, AttributeStore column) => NamedRowsOf(role).Take(column.Names, column.Codes);

    /// <summary>Takes whole columns in place of events added one by one.</summary>
    /// <param name="cases">[events] The index of each event's case among those taken over.</param>
    /// <param name="activities">[events] None missing.</param>
    /// <param name="times">[events] None missing.</param>
    internal void Take(ReadOnlySpan<int> cases, AttributeStore activities, Growing<long> times)
    {
        (_activities, _activityCodes, _times) = (activities.Names, activities.Codes, times);
        _caseCodes.Reserve(cases.Length);
        foreach (var index in cases)
        {
            _caseCodes.Add(index + 1);
        }
    }

    /// <summary>Takes the starts of the events; <see cref="EventRow.NoStart"/> where there is none.</summary>
    internal void TakeStarts(Growing<long> starts) => _starts = starts;

    /// <summary>Sets the cost of an event already added.</summary>
    internal void SetCost(int row, double cost) => _costs.Set(row, cost);

    /// <summary>Whether a column says in every row what the case or the activity says.</summary>
    internal bool IsTwin(ColumnRole role, RawColumn column) => role switch
    {
        ColumnRole.Case => column.IsTwinOf(_cases, _caseCodes.Values),
        ColumnRole.Activity => column.IsTwinOf(_activities, _activityCodes.Values),
        _ => false,
    };

    /// <summary>Whether instants, one a distinct text of a column, are the events' times or starts in every row.</summary>
    internal bool IsTwin(ColumnRole role, RawColumn column, long[] microsOfCode)
    {
        var times = role == ColumnRole.Time ? _times.Values : _starts.Values;
        if (times.Length != column.Codes.Count)
        {
            return false;
        }

        for (var row = 0; row < times.Length; row++)
        {
            if (microsOfCode[column.Codes.Values[row]] != times[row])
            {
                return false;
            }
        }

        return true;
    }
}
