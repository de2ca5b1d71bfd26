namespace OutsideIn.Cli;

/// <summary>The rows of a small CSV text (RFC 4180), separated by comma, semicolon or tab, whichever the first line has most of. Cells are trimmed; rows without any text are no rows.</summary>
internal sealed class CsvRows
{
    private readonly string _text;
    private readonly char _separator;
    private int _at;

    private CsvRows(string text)
    {
        _text = text;
        var heading = text.AsSpan(0, End('\n'));
        _separator = ',';
        foreach (var other in (ReadOnlySpan<char>)[';', '\t'])
        {
            _separator = heading.Count(other) > heading.Count(_separator) ? other : _separator;
        }
    }

    public static List<List<string>> Of(string text)
    {
        var reader = new CsvRows(text);
        List<List<string>> rows = [];
        while (reader._at < text.Length)
        {
            var row = reader.Row();
            if (row.Exists(static cell => cell.Length > 0))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private List<string> Row()
    {
        List<string> row = [Cell()];
        while (_at < _text.Length && _text[_at] == _separator)
        {
            _at++;
            row.Add(Cell());
        }

        _at++;
        return row;
    }

    // Up to the separator or the end of the line, which stay to be read.
    private string Cell()
    {
        var quoted = _at < _text.Length && _text[_at] == '"' ? Quoted() : "";
        var end = Math.Min(End(_separator), End('\n'));
        var rest = _text[_at..end];
        _at = end;
        return (quoted + rest).Trim();
    }

    private string Quoted()
    {
        var cell = "";
        do
        {
            _at++;
            var end = End('"');
            cell += _text[_at..end] + "\"";
            _at = Math.Min(end + 1, _text.Length);
        }
        while (_at < _text.Length && _text[_at] == '"');

        return cell[..^1];
    }

    private int End(char letter) => _text.IndexOf(letter, _at) is var found and >= 0 ? found : _text.Length;
}
