using System.Text;
using System.Text.Unicode;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <content>The sliding window: filling, checking that it is UTF-8, and telling lines and columns.</content>
internal sealed partial class XmlScanner
{
    // Behind the end stand a zero, which ends every loop over letters, and room for loads of a whole vector.
    private const int Slack = 32;

    private byte[] _buffer = new byte[limits.BufferBytes + Slack];
    private int _at;
    private int _end;
    private int _valid;
    private int _lineCounted;
    private long _line = 1;
    private long _lettersBefore;
    private bool _drained;

    /// <summary>Bytes of UTF-8 read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The line on which the current tag begins, 1-based.</summary>
    public long Line
    {
        get
        {
            CountLines(_tag);
            return _line;
        }
    }

    private void CountLines(int to)
    {
        if (to > _lineCounted)
        {
            _line += _buffer.AsSpan(_lineCounted, to - _lineCounted).Count((byte)'\n');
            _lineCounted = to;
        }
    }

    /// <summary>Slides what is unread to the front and reads on.</summary>
    /// <returns>False at the end of the stream, or with a fault.</returns>
    private bool More()
    {
        if (_drained || Fault is not null)
        {
            return false;
        }

        Slide();
        if (_end == _buffer.Length - Slack)
        {
            if (_end >= limits.TagBytesMax)
            {
                Refuse("EV210", _at, $"one tag is longer than {limits.TagBytesMax:N0} bytes", "Shorten the value, or split the file.");
                return false;
            }

            Array.Resize(ref _buffer, Math.Min(_end * 2, limits.TagBytesMax) + Slack);
        }

        var read = 0;
        try
        {
            read = stream.Read(_buffer, _end, _buffer.Length - Slack - _end);
        }
        catch (DecoderFallbackException)
        {
            Refuse("EV206", _end, "bytes that the declared encoding does not know", "Say the right one with --encoding.");
            return false;
        }

        _end += read;
        BytesRead += read;
        _buffer[_end] = 0;
        _drained = read == 0;
        return IsUtf8() && !_drained;
    }

    private bool MoreOfTag()
    {
        if (!More() && Fault is null)
        {
            Cut();
        }

        return Fault is null;
    }

    private void Slide()
    {
        if (_at == 0)
        {
            return;
        }

        var gone = _buffer.AsSpan(0, _at);
        CountLines(_at);
        var newline = gone.LastIndexOf((byte)'\n');
        _lettersBefore = (newline < 0 ? _lettersBefore : 0) + Encoding.UTF8.GetCharCount(gone[(newline + 1)..]);
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        _lineCounted -= _at;
        _valid -= _at;
        _end -= _at;
        _tag = 0;
        _at = 0;
    }

    private bool IsUtf8()
    {
        // A letter cut by the end of the window is looked at again when the rest of it has come.
        var whole = _end;
        for (var back = 1; back <= 3 && whole == _end && _end - back >= _valid && !_drained; back++)
        {
            var letter = _buffer[_end - back];
            whole = letter >= 0xC0 && LengthOf(letter) > back ? _end - back : _end;
            if ((letter & 0xC0) != 0x80)
            {
                break;
            }
        }

        var unseen = _buffer.AsSpan(_valid, whole - _valid);
        if (Utf8.IsValid(unseen))
        {
            _valid = whole;
            return true;
        }

        while (Rune.DecodeFromUtf8(unseen, out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            unseen = unseen[length..];
            _valid += length;
        }

        Refuse("EV206", _valid, $"byte 0x{unseen[0]:X2} is not UTF-8", "Say the file's encoding with --encoding, such as windows-1252.");
        return false;
    }

    private static int LengthOf(byte lead) => lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;

    private (long Line, long Column) PositionOf(int at)
    {
        var before = _buffer.AsSpan(0, at);
        var newline = before.LastIndexOf((byte)'\n');
        var line = _line + (at >= _lineCounted
            ? before[_lineCounted..].Count((byte)'\n')
            : -_buffer.AsSpan(at, _lineCounted - at).Count((byte)'\n'));
        return (line, (newline < 0 ? _lettersBefore : 0) + Encoding.UTF8.GetCharCount(before[(newline + 1)..]) + 1);
    }

    private Step Expected(int at, string expected)
    {
        var found = at >= _end ? "the end" : Shown(_buffer.AsSpan(at, Math.Min(24, _valid - at)));
        return Refuse("EV201", at, $"the XML is malformed: expected {expected}, found \"{found}\"", "Export the log again, or repair the file at that place.");
    }

    private void Cut()
    {
        var inside = _depth == 0 ? "before any element" : $"inside <{Shown(_open.AsSpan(_depth == 1 ? 0 : _openEnds[_depth - 2], OpenLength))}>";
        Refuse("EV202", _end, $"the file ends {inside}: it is cut off", "Export or copy the log again; a part of it is never read as the whole.");
    }

    private int OpenLength => _openEnds[_depth - 1] - (_depth == 1 ? 0 : _openEnds[_depth - 2]);

    private Step Refuse(string code, int at, string what, string? hint)
    {
        var (line, column) = PositionOf(at);
        Fault ??= new Problem(ProblemKind.Invalid, code, $"{name}, line {line}, column {column}: {what}.", hint);
        return Step.Fault;
    }

    private static string Shown(ReadOnlySpan<byte> text) =>
        string.Concat(Encoding.UTF8.GetString(text).Select(static letter => char.IsControl(letter) ? '·' : letter));
}
