using System.Buffers;

namespace OutsideIn.Method.Internals;

/// <summary>A text by lines, counted from 1 as places count them, without their ends.</summary>
internal sealed class TextLines
{
    // What the YAML parser counts as the end of a line.
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\r\n\u0085\u2028\u2029");

    private readonly List<string> _lines = [];
    private readonly List<string> _ends = [];

    public TextLines(string text)
    {
        var rest = text.AsSpan();
        while (true)
        {
            var at = rest.IndexOfAny(Breaks);
            if (at < 0)
            {
                _lines.Add(rest.ToString());
                _ends.Add("");
                break;
            }

            var length = rest[at] == '\r' && at + 1 < rest.Length && rest[at + 1] == '\n' ? 2 : 1;
            _lines.Add(rest[..at].ToString());
            _ends.Add(rest.Slice(at, length).ToString());
            rest = rest[(at + length)..];
        }

        End = _ends[0].Length > 0 ? _ends[0] : "\n";
    }

    /// <summary>The number of lines; what stands behind the last line's end counts as one.</summary>
    public int Count => _lines.Count;

    /// <summary>How a line ends that is put in.</summary>
    public string End { get; }

    public string this[int line]
    {
        get => _lines[line - 1];
        set => _lines[line - 1] = value;
    }

    /// <summary>The lines from one to another, both included, with their ends.</summary>
    public IEnumerable<string> Whole(int first, int last)
    {
        for (var line = first; line <= Math.Min(last, Count); line++)
        {
            // The last line of the text may have no end, and something may come behind it now.
            var end = _ends[line - 1].Length == 0 && line < Count ? End : _ends[line - 1];
            yield return _lines[line - 1] + end;
        }
    }

    public bool IsBlank(int line) => string.IsNullOrWhiteSpace(this[line]);

    public bool IsComment(int line) => this[line].AsSpan().TrimStart().StartsWith("#");

    public int Indent(int line) => this[line].Length - this[line].AsSpan().TrimStart(' ').Length;
}
