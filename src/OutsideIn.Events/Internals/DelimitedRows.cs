using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>Cuts UTF-8 (or any ASCII-compatible) text into rows and fields, over one buffer and without allocating per row.</summary>
/// <remarks>
/// After RFC 4180, read with mercy: rows end with LF, CR LF or CR; a field that begins with a quote, blanks before it aside,
/// ends with the next single quote and may hold delimiters, line ends and doubled quotes; a quote elsewhere is a character.
/// Fields are trimmed of blanks and tabs. A row is cut only once it stands whole in the buffer. The methods every field goes
/// through, here and behind, are compiled for speed at once: most files are read once by a process that has just started, where
/// waiting for the runtime to find out which methods are hot costs more than compiling them (bench/results has the whole process).
/// </remarks>
internal sealed class DelimitedRows(Stream source, byte delimiter)
{
    /// <summary>The longest field: 1 MiB.</summary>
    public const int FieldBytesMax = 1 << 20;

    /// <summary>The longest row: 16 MiB.</summary>
    public const int RowBytesMax = 1 << 24;

    private const byte Quote = (byte)'"';

    private byte[] _buffer = new byte[256 * 1024];
    private int _row;
    private int _rowEnd;
    private int _next;
    private int _end;
    private bool _ended;
    private int[] _starts = new int[64];
    private int[] _ends = new int[64];
    private bool[] _doubled = new bool[64];
    private bool _hasQuotes;
    private bool _isBadQuote;
    private long _nextLine = 1;

    /// <summary>Fields of the row.</summary>
    public int FieldCount { get; private set; }

    /// <summary>The 1-based line on which the row begins.</summary>
    public long Line { get; private set; }

    /// <summary>Fields that lost blanks at their ends, so far.</summary>
    public long TrimmedCount { get; private set; }

    /// <summary>The bytes of the row without its line end. Valid until the next row.</summary>
    public ReadOnlySpan<byte> RowBytes => _buffer.AsSpan(_row, _rowEnd - _row);

    /// <summary>A field of the row, 0 ≤ index &lt; <see cref="FieldCount"/>. Valid until the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Field(int index) => _buffer.AsSpan(_starts[index], _ends[index] - _starts[index]);

    /// <summary>Moves to the next row.</summary>
    public RowState Next()
    {
        (_row, Line) = (_next, _nextLine);
        while (!TryCut())
        {
            if (_ended)
            {
                (FieldCount, _rowEnd, _next) = (0, _end, _end);
                return _row == _end ? RowState.End : RowState.OpenQuote;
            }

            if (_end - _row > RowBytesMax)
            {
                FieldCount = 0;
                return SkipRow();
            }

            Fill();
        }

        _nextLine += _hasQuotes ? 1 + LineEnds(RowBytes) : 1;
        if (FieldCount == 1 && _starts[0] == _ends[0] && !_hasQuotes)
        {
            return RowState.Blank;
        }

        if (_isBadQuote)
        {
            return RowState.BadQuote;
        }

        return _hasQuotes && _doubled.AsSpan(0, FieldCount).Contains(true) ? UndoDoubledQuotes() : CheckedLengths();
    }

    /// <summary>Cuts one row out of the buffer.</summary>
    /// <returns>False where the buffer ends before the row does, or where a quote stays open to the end of the source.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryCut()
    {
        (FieldCount, _hasQuotes, _isBadQuote) = (0, false, false);
        var text = _buffer.AsSpan(0, _end);
        var at = _row;
        if (at == text.Length)
        {
            return false;
        }

        while (true)
        {
            var (start, closing) = (at, -1);
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }

            if (start < text.Length && text[start] == Quote)
            {
                closing = ClosingQuote(text, ++start);
                if (closing < 0)
                {
                    return false;
                }
            }

            var from = closing < 0 ? at : closing + 1;
            var stop = text[from..].IndexOfAny(delimiter, (byte)'\n', (byte)'\r');
            if (stop < 0 && !_ended)
            {
                return false;
            }

            stop = stop < 0 ? text.Length : from + stop;
            if (closing < 0)
            {
                AddField(text, at, stop);
            }
            else
            {
                _isBadQuote |= !text[from..stop].Trim((byte)' ').IsEmpty;
                AddField(text, start, closing);
            }

            if (stop == text.Length || text[stop] != delimiter)
            {
                return TryEndRow(text, stop);
            }

            at = stop + 1;
        }
    }

    /// <summary>Where a quoted field ends, or −1 where the buffer ends first. Notes whether it holds doubled quotes.</summary>
    private int ClosingQuote(ReadOnlySpan<byte> text, int at)
    {
        if (FieldCount == _starts.Length)
        {
            GrowFields();
        }

        (_hasQuotes, _doubled[FieldCount]) = (true, false);
        while (true)
        {
            var found = text[at..].IndexOf(Quote);
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (at + 1 == text.Length)
            {
                return _ended ? at : -1;
            }

            if (text[at + 1] != Quote)
            {
                return at;
            }

            _doubled[FieldCount] = true;
            at += 2;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddField(ReadOnlySpan<byte> text, int start, int end)
    {
        if (FieldCount == _starts.Length)
        {
            GrowFields();
        }

        if (start < end && (text[start] is (byte)' ' or (byte)'\t' || text[end - 1] is (byte)' ' or (byte)'\t'))
        {
            TrimmedCount++;
            while (start < end && text[start] is (byte)' ' or (byte)'\t')
            {
                start++;
            }

            while (start < end && text[end - 1] is (byte)' ' or (byte)'\t')
            {
                end--;
            }
        }

        _starts[FieldCount] = start;
        _ends[FieldCount++] = end;
    }

    private void GrowFields()
    {
        Array.Resize(ref _starts, FieldCount * 2);
        Array.Resize(ref _ends, FieldCount * 2);
        Array.Resize(ref _doubled, FieldCount * 2);
    }

    private bool TryEndRow(ReadOnlySpan<byte> text, int stop)
    {
        (_rowEnd, _next) = (stop, stop);
        if (stop == text.Length)
        {
            return true;
        }

        if (text[stop] == '\n')
        {
            _next = stop + 1;
            return true;
        }

        // Only the next byte tells a CR from a CR LF.
        if (stop + 1 == text.Length)
        {
            _next = stop + 1;
            return _ended;
        }

        _next = stop + (text[stop + 1] == '\n' ? 2 : 1);
        return true;
    }

    private RowState UndoDoubledQuotes()
    {
        for (var i = 0; i < FieldCount; i++)
        {
            if (!_doubled[i])
            {
                continue;
            }

            _doubled[i] = false;
            var field = _buffer.AsSpan(_starts[i], _ends[i] - _starts[i]);
            var write = 0;
            for (var read = 0; read < field.Length; read++)
            {
                field[write++] = field[read];
                if (field[read] == Quote)
                {
                    read++;
                }
            }

            _ends[i] = _starts[i] + write;
        }

        return CheckedLengths();
    }

    private RowState CheckedLengths()
    {
        if (_rowEnd - _row <= FieldBytesMax)
        {
            return RowState.Row;
        }

        for (var i = 0; i < FieldCount; i++)
        {
            if (_ends[i] - _starts[i] > FieldBytesMax)
            {
                return RowState.TooLong;
            }
        }

        return RowState.Row;
    }

    /// <summary>Steps over a row that does not fit the buffer, keeping nothing of it. Such a row ends with LF only.</summary>
    private RowState SkipRow()
    {
        var (inQuotes, before) = (false, delimiter);
        while (true)
        {
            for (var at = _row; at < _end; at++)
            {
                var letter = _buffer[at];
                _nextLine += letter == '\n' ? 1 : 0;
                if (letter == '\n' && !inQuotes)
                {
                    (_rowEnd, _next) = (at, at + 1);
                    return RowState.TooLong;
                }

                var isMark = letter == Quote && (inQuotes || before == delimiter);
                inQuotes ^= isMark;

                // A quote right behind a closing one opens the field again: it was a doubled quote.
                before = isMark ? delimiter : letter;
            }

            _row = _end;
            Fill();
            if (_ended)
            {
                (_rowEnd, _next) = (_end, _end);
                return inQuotes ? RowState.OpenQuote : RowState.TooLong;
            }
        }
    }

    private void Fill()
    {
        _buffer.AsSpan(_row, _end - _row).CopyTo(_buffer);
        (_row, _end) = (0, _end - _row);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = source.Read(_buffer.AsSpan(_end));
        _end += read;
        _ended = read == 0;
    }

    private static int LineEnds(ReadOnlySpan<byte> text)
    {
        var count = text.Count((byte)'\n');
        for (var at = text.IndexOf((byte)'\r'); at >= 0;)
        {
            count += at + 1 < text.Length && text[at + 1] == '\n' ? 0 : 1;
            var next = text[(at + 1)..].IndexOf((byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return count;
    }
}
