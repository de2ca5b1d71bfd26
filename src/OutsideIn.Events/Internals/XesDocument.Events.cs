using System.Runtime.CompilerServices;
using System.Text;

namespace OutsideIn.Events;

/// <content>Traces, events and their attributes.</content>
internal sealed partial class XesDocument
{
    private readonly bool _keepsLines = rows.Options.Columns.ContainsKey(ColumnRole.Case);
    private XesColumn? _time;
    private XesColumn? _activity;
    private long _badTimeLine;
    private string _badTime = "";

    private XesColumn Time => _time ??= _events.Expect(rows.TimeKey);

    private XesColumn Activity => _activity ??= _events.Expect(rows.ActivityKey);

    private bool ReadTrace()
    {
        var trace = rows.TraceCount++;
        var eventsBefore = rows.EventsMet;
        _traces.Begin();
        var isRead = scanner.IsEmpty || ReadTraceContent(trace);
        if (isRead)
        {
            ApplyDefaults(_traces, trace);
            rows.Tally.TracesEmpty += rows.EventsMet == eventsBefore ? 1 : 0;
        }

        return isRead;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadTraceContent(int trace)
    {
        while (true)
        {
            var token = scanner.Read();
            if (token != XmlToken.Start)
            {
                return token == XmlToken.End;
            }

            var isRead = scanner.Common == XesType.None && scanner.Name.SequenceEqual("event"u8)
                ? ReadEvent(trace)
                : ReadAttribute(_traces, trace, parent: null);
            if (!isRead || _stopped)
            {
                return false;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadEvent(int trace)
    {
        var (line, row) = (scanner.Line, rows.TraceOfEvent.Count);
        _events.Begin();
        _badTimeLine = 0;
        if (!scanner.IsEmpty && !ReadAttributes(_events, row, parent: null))
        {
            return false;
        }

        ApplyDefaults(_events, row);
        Settle(trace, row, line);
        if (++rows.EventsMet % EventsBetweenWatches == 0)
        {
            _stopped = !watch(rows);
        }

        return true;
    }

    /// <summary>Keeps the event just read, or refuses it and takes back what it has set.</summary>
    private void Settle(int trace, int row, long line)
    {
        var hasTime = row < Time.Times.Length && Time.Times[row] != AttributeColumn.MissingTime;
        if (hasTime && row < Activity.Codes.Length && Activity.Codes[row] != CodedColumn.Missing)
        {
            rows.TraceOfEvent.Add(trace);
            if (_keepsLines)
            {
                rows.LineOfEvent.Add(line);
            }

            return;
        }

        _events.Undo(row);
        if (hasTime)
        {
            rows.Refused.Add(line, Activity.Key, (string?)null, $"The event has no \"{Activity.Key}\", so what was done is not known.");
        }
        else if (_badTimeLine > 0)
        {
            rows.Refused.Add(_badTimeLine, Time.Key, _badTime, "The value is no time as ISO 8601 writes it, such as 2024-03-30T10:00:00+01:00.");
        }
        else
        {
            rows.Refused.Add(line, Time.Key, (string?)null, $"The event has no \"{Time.Key}\", so when it happened is not known.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadAttributes(XesLevel level, int row, string? parent)
    {
        while (true)
        {
            if (parent is null && (ReadAgain(level, level.Expected, row) || ReadAgain(level, level.ElseExpected, row)))
            {
                continue;
            }

            var token = scanner.Read();
            if (token != XmlToken.Start)
            {
                return token == XmlToken.End;
            }

            if (!ReadAttribute(level, row, parent))
            {
                return false;
            }
        }
    }

    /// <summary>Reads the attribute that is expected next, where it comes and is written as it was before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadAgain(XesLevel level, XesColumn? expected, int row)
    {
        if (expected?.Lead is not { } lead || !scanner.TryAgain(lead, out var value))
        {
            return false;
        }

        level.Take(expected);
        Set(level, expected, row, lead.Type, value);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadAttribute(XesLevel level, int row, string? parent)
    {
        var type = scanner.Common == XesType.None ? XesNames.TypeOf(scanner.Name) : scanner.Common;
        if (type == XesType.None)
        {
            return ReadUntyped(level, row, parent);
        }

        if (!scanner.TryKeyAndValue(out var key, out var value) || key.IsEmpty)
        {
            rows.Tally.Keyless++;
            return Skip();
        }

        var column = parent is null ? level.Find(key) : level.Find(Encoding.UTF8.GetBytes($"{parent}:{Encoding.UTF8.GetString(key)}"));
        if (column is null)
        {
            return Skip();
        }

        if (parent is null && scanner.Common != XesType.None)
        {
            column.Note(scanner);
        }

        rows.Tally.ValuesNested += parent is null ? 0 : 1;
        if (type is not (XesType.List or XesType.Container))
        {
            Set(level, column, row, type, value);
        }

        return scanner.IsEmpty || ReadAttributes(level, row, column.Key);
    }

    /// <summary>The <c>values</c> of a list stand for nothing themselves; anything else is not of the standard.</summary>
    private bool ReadUntyped(XesLevel level, int row, string? parent)
    {
        if (parent is not null && scanner.Name.SequenceEqual("values"u8))
        {
            return scanner.IsEmpty || ReadAttributes(level, row, parent);
        }

        rows.Tally.AddStrange(scanner.Name);
        return Skip();
    }

    private void Set(XesLevel level, XesColumn column, int row, XesType type, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            rows.Tally.ValuesEmpty++;
        }
        else if (column.IsText || (type != XesType.Date && !column.IsTime))
        {
            column.Set(row, column.IsText ? XesType.Text : type, value, scanner);
        }
        else if (rows.Clock.TryRead(value, out var micros))
        {
            column.SetTime(row, micros);
        }
        else if (column == Time)
        {
            (_badTimeLine, _badTime) = (scanner.Line, Encoding.UTF8.GetString(value[..Math.Min(value.Length, 400)]));
        }
        else
        {
            column.Spoil(value, scanner);
        }
    }

    private void ApplyDefaults(XesLevel level, int row)
    {
        foreach (var (column, type, value) in level.Defaults.AsSpan())
        {
            if (column.Stamp != level.Stamp)
            {
                level.Mark(column);
                Set(level, column, row, type, value);
                rows.Tally.DefaultsUsed++;
            }
        }
    }

    /// <summary>Reads past the element just started.</summary>
    private bool Skip()
    {
        if (scanner.IsEmpty)
        {
            return true;
        }

        for (var outer = scanner.Depth - 1; scanner.Depth > outer;)
        {
            if (scanner.Read() is XmlToken.Finished or XmlToken.Fault)
            {
                return false;
            }
        }

        return true;
    }
}
