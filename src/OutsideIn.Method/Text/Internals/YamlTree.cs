using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OutsideIn.Method.Internals;

/// <summary>Text to a tree of values with their places. Bounded: depth, and the number of values after unfolding anchors.</summary>
internal sealed class YamlTree
{
    public const int DepthMax = 32;
    public const int ValuesMax = 1_000_000;

    private readonly DiagnosticList _diagnostics;
    private readonly string _file;
    private readonly Stack<(YamlNode Node, string? Anchor)> _open = new();
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private YamlNode? _root;
    private Place _last;
    private int _values;
    private int _documents;

    private YamlTree(string file, DiagnosticList diagnostics) => (_file, _diagnostics, _last) = (file, diagnostics, new Place(file, 1, 1));

    /// <summary>The document's one value, or null when it has none; whether the text was read to its end.</summary>
    public static (YamlNode? Root, bool IsWhole) Read(string text, string file, DiagnosticList diagnostics)
    {
        diagnostics.Begin(file);
        var body = text.StartsWith('\uFEFF') ? text[1..] : text;
        if (!HasOnlyAllowedCharacters(body, file, diagnostics))
        {
            return (null, false);
        }

        var tree = new YamlTree(file, diagnostics);
        var isWhole = tree.Read(body);
        return (tree._root, isWhole);
    }

    // The parser takes NUL for the end of the text and would drop what follows without a word.
    private static bool HasOnlyAllowedCharacters(string text, string file, DiagnosticList diagnostics)
    {
        var bad = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        if (bad < 0)
        {
            return true;
        }

        // The lines before it, and the beginning of its own.
        var before = new TextLines(text[..bad]);
        var code = ((int)text[bad]).ToString("X4", CultureInfo.InvariantCulture);
        diagnostics.ErrorAt(
            new Place(file, before.Count, before[before.Count].Length + 1),
            "MP003",
            $"The control character U+{code} may not stand in a map.",
            "Is this a text file? If so, take the character out.");
        return false;
    }

    private bool Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            while (parser.MoveNext())
            {
                var current = parser.Current!;
                _last = new Place(_file, At(current.Start.Line), At(current.Start.Column));
                if (!Take(current))
                {
                    return false;
                }
            }

            return true;
        }
        catch (YamlException wrong)
        {
            Refuse(text, new Place(_file, At(wrong.End.Line), At(wrong.End.Column)), wrong.Message);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or FormatException)
        {
            // YamlDotNet 16.3 reports some broken text (an unclosed bracket, an escape beyond Unicode) this way, without a place.
            Refuse(text, _last, "A bracket or a quotation mark is not closed, or an escape is wrong, after this point.");
        }

        // What was read up to here is still worth showing.
        while (_open.Count > 0 && Close(_last.Line, 0))
        {
        }

        return false;
    }

    // A literal block ends at the beginning of the line behind it.
    private static int LastLine(ParsingEvent one) =>
        one.End.Column <= 1 && one.End.Line > one.Start.Line ? At(one.End.Line - 1) : At(one.End.Line);

    private static int At(long position) => (int)Math.Clamp(position, 1, int.MaxValue);

    private void Refuse(string text, Place place, string reason)
    {
        if (_diagnostics.HasErrorOnLine(_file, place.Line))
        {
            return;
        }

        // The parser gives the beginning of the whole group for a tab that stands somewhere in it.
        var lines = new TextLines(text);
        if (reason.Contains("tab", StringComparison.Ordinal) && TabIn(lines) is { } tab)
        {
            _diagnostics.ErrorAt(new Place(_file, tab.Line, tab.Column), "MP003", "This is not YAML: a tab indents the line.", "Indent with spaces.");
            return;
        }

        // What is missing at the end the parser looks for behind it.
        var line = Math.Min(place.Line, lines.Count);
        var column = line < place.Line ? lines[line].Length + 1 : Math.Min(place.Column, lines[line].Length + 1);
        var sentence = $"This is not YAML: {char.ToLowerInvariant(reason[0])}{reason[1..].TrimEnd('.', ' ', ',')}.";
        _diagnostics.ErrorAt(new Place(_file, line, column), "MP003", sentence, Hint(lines[line]));
    }

    private static (int Line, int Column)? TabIn(TextLines lines)
    {
        for (var line = 1; line <= lines.Count; line++)
        {
            var written = lines[line].AsSpan();
            var tab = written[..^written.TrimStart().Length].IndexOf('\t');
            if (tab >= 0 && !written.IsWhiteSpace())
            {
                return (line, tab + 1);
            }
        }

        return null;
    }

    private static string Hint(string line) => line switch
    {
        _ when line.Contains('*', StringComparison.Ordinal) => "Put a text that begins with * in quotation marks: \"*phone*\".",
        _ when line.IndexOfAny(['@', '`', '%', '[', '{', '"', '\'', '&', '!', '|', '>']) >= 0 || line.IndexOf(':', StringComparison.Ordinal) != line.LastIndexOf(':') =>
            "Close every bracket and quotation mark, and put a text that holds : # @ % & ! | > or a bracket in quotation marks.",
        _ => "Line the keys of an item up under each other, each with a colon and a space behind it.",
    };

    private bool Take(ParsingEvent current)
    {
        switch (current)
        {
            case DocumentStart when ++_documents > 1:
                _diagnostics.ErrorAt(_last, "MP005", "A second document begins here.", "Write one map in a file, without a line '---' in the middle.");
                return false;
            case Scalar scalar:
                RefuseTag(scalar);
                var text = new YamlNode(YamlShape.Text, _last)
                {
                    Text = scalar.Value,
                    IsPlain = scalar.Style == ScalarStyle.Plain,
                    IsFlow = true,
                    EndLine = LastLine(scalar),
                    EndColumn = At(scalar.End.Column),
                };
                Remember(scalar.Anchor, text);
                return Add(text);
            case AnchorAlias alias:
                return Unfold(alias) is { } unfolded && Add(unfolded);
            case SequenceStart or MappingStart:
                return Open((NodeEvent)current);
            case SequenceEnd or MappingEnd:
                return Close(LastLine(current), At(current.End.Column));
            default:
                return true;
        }
    }

    private void RefuseTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty && !(node.Tag is { IsNonSpecific: true } || node.Tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal)))
        {
            var tag = DiagnosticList.Quoted(node.Tag.Value);
            _diagnostics.ErrorAt(_last, "MP019", $"The tag {tag} has no meaning in a map.", "Take it out, or put the text in quotation marks.");
        }
    }

    private void Remember(AnchorName anchor, YamlNode node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }
    }

    private YamlNode? Unfold(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (_anchors.TryGetValue(name, out var known))
        {
            // Counted before it is copied: a document of a page could unfold into more than there is room for.
            return Count(known.Weight) ? known.At(_last) : null;
        }

        var written = DiagnosticList.Quoted("*" + name);
        _diagnostics.ErrorAt(
            _last,
            "MP019",
            $"Without quotation marks YAML takes {written} for a reference, and there is nothing it could refer to.",
            "Put a text that begins with * in quotation marks: \"*phone*\".");
        return new YamlNode(YamlShape.Text, _last) { Text = "*" + name, IsFlow = true };
    }

    private bool Open(NodeEvent start)
    {
        RefuseTag(start);
        if (_open.Count == DepthMax)
        {
            _diagnostics.ErrorAt(_last, "MP004", $"The values are nested deeper than {DepthMax} levels.", "No map needs more than seven.");
            _root = null;
            return false;
        }

        var shape = start is SequenceStart ? YamlShape.List : YamlShape.Fields;
        var node = new YamlNode(shape, _last) { IsFlow = start is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow } };
        _open.Push((node, start.Anchor.IsEmpty ? null : start.Anchor.Value));
        _root ??= node;
        return true;
    }

    // A block ends where the next token stands, behind comments that are none of its own; its last child knows better.
    private bool Close(int line, int column)
    {
        var (node, anchor) = _open.Pop();
        node.EndColumn = node.IsFlow ? column : 0;
        node.EndLine = node.IsFlow || node.Children.Count == 0 ? Math.Max(line, node.Line) : node.Children[^1].EndLine;
        if (anchor is not null)
        {
            _anchors[anchor] = node;
        }

        return _open.Count == 0 || Add(node);
    }

    private bool Add(YamlNode node)
    {
        if (!_open.TryPeek(out var parent))
        {
            _root ??= node;
            return true;
        }

        parent.Node.Children.Add(node);
        parent.Node.Weight += node.Weight;
        return Count(1);
    }

    private bool Count(int values)
    {
        _values += values;
        if (_values <= ValuesMax)
        {
            return true;
        }

        var limit = ValuesMax.ToString("N0", CultureInfo.InvariantCulture);
        _diagnostics.ErrorAt(_last, "MP004", $"The document holds, or its anchors unfold into, more than {limit} values.", "Write the values out instead of nesting anchors, or split the map.");
        _root = null;
        return false;
    }
}
