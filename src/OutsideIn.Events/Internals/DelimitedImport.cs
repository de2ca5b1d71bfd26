using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>One reading of a delimited file into a log.</summary>
internal sealed class DelimitedImport
{
    private const int EventsMax = 500_000_000;

    // A guess that is wrong costs room for this many rows at most.
    private const int ReservedMax = 20_000_000;

    private readonly OpenedSource _source;
    private readonly ImportPlan _plan;
    private readonly ImportOptions _options;
    private readonly DelimitedRows _rows;
    private readonly EventLogBuilder _builder;
    private readonly RefusedRows _refused = new();
    private readonly LocalClock _clock;
    private readonly List<RawColumn> _columns = [];
    private readonly int _case;
    private readonly int _activity;
    private readonly int _time;
    private readonly int _start;
    private readonly RawColumn? _lifecycle;
    private long _rowCount;
    private long _blankCount;
    private long _localCount;
    private long _lateStartCount;
    private long _noStartCount;
    private bool _hasWideLetters;

    public DelimitedImport(OpenedSource source, PeekedStream text, ImportPlan plan, ImportOptions options)
    {
        (_source, _plan, _options) = (source, plan, options);
        _rows = new DelimitedRows(text, (byte)plan.Sample.Delimiter);
        _builder = new EventLogBuilder(options.Order);
        _clock = new LocalClock(options.TimeZone);
        (_case, _activity) = (plan.ColumnOf(ColumnRole.Case), plan.ColumnOf(ColumnRole.Activity));
        (_time, _start) = (plan.ColumnOf(ColumnRole.Time), plan.ColumnOf(ColumnRole.Start));
        var expected = (int)Math.Min(ReservedMax, (source.TextLength ?? 0) * 1.01 / Math.Max(8, plan.Sample.RowBytes));
        _builder.Reserve(expected, _start >= 0);
        for (var index = 0; index < plan.Columns.Length; index++)
        {
            var role = plan.RoleOf(index);
            if (role is not (ColumnRole.Case or ColumnRole.Activity or ColumnRole.Time or ColumnRole.Start))
            {
                _columns.Add(new RawColumn(index, plan.Columns[index].Name, role) { Expected = expected });
            }
        }

        // Where starts stand in a column of their own, transitions have nothing to tell but which events to leave out.
        _lifecycle = _start < 0 || options.Lifecycle == Lifecycle.Complete
            ? _columns.Find(static column => column.Role is null && RoleWords.IsLifecycle(column.Name))
            : null;
    }

    /// <summary>Whether bytes were met that are not UTF-8 in a text that had been plain ASCII: it is to be read again as windows-1252.</summary>
    public bool IsOtherEncoding { get; private set; }

    public static Problem NoRows(string name) =>
        new(ProblemKind.Invalid, "EV107", $"{name} has a header but no rows.", "Export it with its events.");

    public Result<ImportedLog> Run(IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        if (ReadRows(progress, stop) is { } problem)
        {
            return problem;
        }

        _source.Report(progress, _builder.EventCount);
        if (IsOtherEncoding || _rowCount == 0)
        {
            return NoRows(_source.Name);
        }

        if (_builder.EventCount == 0 || _refused.Count > _options.RefusedShareMax * _rowCount)
        {
            return TooManyRefused();
        }

        var finishing = new ColumnFinishing(_builder, _options, _plan.Time, _clock);
        var others = finishing.Finish(_columns, _lifecycle);
        stop.ThrowIfCancellationRequested();
        return _builder.Build(_options.Lifecycle).Then<ImportedLog>(built =>
            new ImportedLog(built.Log, Report(others, [.. finishing.Notes, .. built.Notes], built)));
    }

    private Problem? ReadRows(IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        SkipHeader();
        while (true)
        {
            switch (_rows.Next())
            {
                case RowState.Row:
                    _rowCount++;
                    ReadRow();
                    break;
                case RowState.Blank:
                    _blankCount++;
                    continue;
                case RowState.TooLong:
                    _rowCount++;
                    _refused.Add(_rows.Line, null, default(string), $"A field is longer than {DelimitedRows.FieldBytesMax} bytes.");
                    break;
                case RowState.BadQuote:
                    _rowCount++;
                    _refused.Add(_rows.Line, null, _rows.RowBytes, "Text stands behind a closing quote.");
                    break;
                case RowState.OpenQuote:
                    return DelimitedSample.OpenQuote(_source.Name, _rows.Line);
                default:
                    return null;
            }

            if (IsOtherEncoding)
            {
                return null;
            }

            if (_rowCount % OpenedSource.EventsBetweenReports == 0)
            {
                stop.ThrowIfCancellationRequested();
                _source.Report(progress, _builder.EventCount);
                if (_builder.EventCount > EventsMax)
                {
                    return new Problem(ProblemKind.Invalid, "EV109", $"{_source.Name} has more than {EventsMax} events.", "Give a part of it.");
                }
            }
        }
    }

    private void SkipHeader()
    {
        while (_rows.Next() == RowState.Blank)
        {
            _blankCount++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRow()
    {
        if (!HasShape() || !HasLetters())
        {
            return;
        }

        var caseName = _rows.Field(_case);
        var activity = _rows.Field(_activity);
        if (caseName.IsEmpty || activity.IsEmpty)
        {
            RefuseField(caseName.IsEmpty ? _case : _activity, caseName.IsEmpty ? "The row names no case." : "The row names no activity.");
            return;
        }

        if (!TryTime(_plan.Time, _rows.Field(_time), out var micros))
        {
            RefuseField(_time, _rows.Field(_time).IsEmpty ? "The row has no time." : $"The time does not follow {_plan.Time.Name}.");
            return;
        }

        var start = EventRow.NoStart;
        if (_start >= 0 && !TryStart(out start))
        {
            RefuseField(_start, $"The start does not follow {_plan.Start.Name}.");
            return;
        }

        _lateStartCount += start > micros ? 1 : 0;
        var row = _builder.EventCount;
        _builder.Add(new EventRow(_builder.Case(caseName), _builder.Activity(activity), micros) { StartMicros = start });
        foreach (var column in _columns)
        {
            column.Set(row, _rows.Field(column.Index));
        }
    }

    private bool HasShape()
    {
        var count = _plan.Columns.Length;
        if (_rows.FieldCount == count)
        {
            return true;
        }

        for (var i = count; i < _rows.FieldCount; i++)
        {
            if (!_rows.Field(i).IsEmpty)
            {
                _refused.Add(_rows.Line, null, _rows.RowBytes, $"The row has {_rows.FieldCount} fields and the header {count}.");
                return false;
            }
        }

        if (_rows.FieldCount > count)
        {
            return true;
        }

        _refused.Add(_rows.Line, null, _rows.RowBytes, $"The row has {_rows.FieldCount} fields and the header {count}.");
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool HasLetters()
    {
        var row = _rows.RowBytes;
        if (row.Contains((byte)0))
        {
            _refused.Add(_rows.Line, null, row, "The row has zero bytes.");
            return false;
        }

        if (Ascii.IsValid(row))
        {
            return true;
        }

        if (Utf8.IsValid(row))
        {
            _hasWideLetters = true;
            return true;
        }

        if (!_hasWideLetters && _options.Encoding is null && _plan.Sample.Encoding.IsUtf8 && _plan.Sample.Encoding.MarkBytes == 0)
        {
            IsOtherEncoding = true;
            return false;
        }

        _refused.Add(_rows.Line, null, row, "The row has bytes that are not UTF-8, and other rows show that the file is.");
        return false;
    }

    private bool TryTime(TimeFormat format, ReadOnlySpan<byte> text, out long micros)
    {
        if (!format.TryRead(text, out micros, out var hasZone))
        {
            return false;
        }

        if (!hasZone)
        {
            _localCount++;
            micros = _clock.ToUtc(micros);
        }

        return true;
    }

    private bool TryStart(out long start)
    {
        var text = _rows.Field(_start);
        if (!text.IsEmpty && TryTime(_plan.Start, text, out start))
        {
            return true;
        }

        start = EventRow.NoStart;
        if (text.IsEmpty || (text.Length <= MissingTokens.LengthMax && IsMissing(Encoding.UTF8.GetString(text))))
        {
            _noStartCount++;
            return true;
        }

        return false;
    }

    private bool IsMissing(string text) => _options.MissingTokens?.Contains(text, StringComparer.Ordinal) ?? MissingTokens.IsUsual(text);

    private void RefuseField(int column, string reason) =>
        _refused.Add(_rows.Line, _plan.Columns[column].Name, _rows.Field(column), reason);

    private Problem TooManyRefused()
    {
        var first = _refused.Listed.Take(3).Select(static one =>
            $"line {one.Line}{(one.Column is null ? "" : $", column '{one.Column}'")}{(string.IsNullOrEmpty(one.Value) ? "" : $", value '{one.Value}'")}: {one.Reason}");
        return new Problem(ProblemKind.Invalid, "EV105",
            $"{_source.Name} is refused: {_refused.Count} of its {_rowCount} rows cannot be read, more than the share of "
            + FormattableString.Invariant($"{_options.RefusedShareMax:0.##} allowed. First: ") + string.Join(" ", first),
            "Mend the rows, or name the columns (--case, --activity, --time) or the pattern of times (--time-format) that were meant.");
    }

    private ImportReport Report(List<ColumnSummary> others, List<string> finishingNotes, LifecycleLog built)
    {
        var summaries = new ColumnSummary[_plan.Columns.Length];
        foreach (var (column, summary) in _columns.Zip(others))
        {
            var isOfCase = built.Log.Attributes.Any(one => one.Level == AttributeLevel.Case && string.Equals(one.Name, column.Name, StringComparison.Ordinal));
            summaries[column.Index] = isOfCase && summary.Level is not null ? summary with { Level = AttributeLevel.Case } : summary;
        }

        foreach (var index in new[] { _case, _activity, _time, _start }.Where(static one => one >= 0))
        {
            var kind = index == _time || index == _start ? AttributeKind.Time : AttributeKind.Text;
            var pattern = index == _time ? _plan.Time.Name : index == _start ? _plan.Start.Name : null;
            summaries[index] = ColumnSummaries.Of(_plan.Columns[index], kind, null, pattern);
        }

        return new ImportReport(
            ColumnSummaries.FormatOf(_source, _plan.Sample), _rowCount, _builder.EventCount - built.LeftOut, _refused.Count, _refused.Listed,
            [.. _plan.Roles.Choices.Select(static one => one.Choice).OrderBy(static one => one.Role)], summaries,
            [.. _plan.Sample.Notes, .. _plan.Roles.Notes, .. Notes(), .. finishingNotes]);
    }

    private IEnumerable<string> Notes()
    {
        if (_localCount > 0)
        {
            yield return _options.TimeZone is { } zone
                ? $"{_localCount} times carry no zone and were read as times of {zone.Id}."
                : $"{_localCount} times carry no zone and were read as UTC; --time-zone names another.";
        }

        if (_clock.TwiceCount + _clock.NeverCount > 0)
        {
            yield return $"{_clock.TwiceCount} of these stand twice on the clock of that zone and were read as the later, "
                + $"{_clock.NeverCount} stand there never and were read as if the clock had not gone forward.";
        }

        if (_rows.TrimmedCount > 0)
        {
            yield return $"Blanks around {_rows.TrimmedCount} values were cut off.";
        }

        if (_blankCount > 0)
        {
            yield return $"{_blankCount} blank lines were passed over.";
        }

        if (_start >= 0 && _noStartCount > 0)
        {
            yield return $"{_noStartCount} events have no start and are taken as instants.";
        }

        if (_lateStartCount > 0)
        {
            yield return $"{_lateStartCount} events start after they end; they are kept as they stand.";
        }
    }
}
