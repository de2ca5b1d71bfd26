using System.Globalization;

namespace OutsideIn.Method.Internals;

/// <summary>Texts of version 1 to texts of this version, line by line, with their comments. See <see cref="Migration"/> for what changed.</summary>
internal sealed class TextMigration
{
    private readonly TextLines _lines;
    private readonly List<string> _written = [];

    private TextMigration(TextLines lines) => _lines = lines;

    /// <summary>The text in this version; null where it is in brackets, or not of version 1, or would not read the same.</summary>
    public static string? FromVersion1(string body)
    {
        var root = YamlTree.Read(body, "", new DiagnosticList()).Root;
        if (root is not { Shape: YamlShape.Fields, IsFlow: false } || YamlFields.Find(root, MapReader.VersionKey) is not { Text: "1" })
        {
            return null;
        }

        // Where a value is an alias, its line says nothing of it.
        var work = YamlFields.Find(root, "activities")?.Children ?? [];
        if (work.Exists(static item => item.Shape == YamlShape.Fields && YamlFields.Find(item, "is") is not { EndColumn: > 0 }))
        {
            return null;
        }

        var migration = new TextMigration(new TextLines(body));
        migration.Write(root);
        var text = string.Concat(migration._written);
        return Sameness.Same(MapReader.Root, MapYaml.Read(body, "").Map, MapYaml.Read(text, "").Map) ? text : null;
    }

    private void Write(YamlNode root)
    {
        var end = 0;
        for (var index = 0; index + 1 < root.Children.Count; index += 2)
        {
            var (key, value) = (root.Children[index], root.Children[index + 1]);
            var last = Math.Max(key.EndLine, value.EndLine);
            _written.AddRange(_lines.Whole(end + 1, key.Line - 1));
            if (YamlFields.Is(key, MapReader.VersionKey))
            {
                var line = _lines[key.Line];
                Put(string.Create(CultureInfo.InvariantCulture, $"{line[..(value.Place.Column - 1)]}{OutsideInMap.FormatVersion}{line[(value.EndColumn - 1)..]}"));
            }
            else if (YamlFields.Is(key, "organisation") && value is { Shape: YamlShape.Fields, IsFlow: false })
            {
                last = Extended(last, 1);
                Organisation(key, value, last);
            }
            else if (YamlFields.Is(key, "activities") && value is { Shape: YamlShape.List, IsFlow: false })
            {
                last = Work(key, value);
            }
            else
            {
                _written.AddRange(_lines.Whole(key.Line, last));
            }

            end = last;
        }

        _written.AddRange(_lines.Whole(end + 1, _lines.Count));
    }

    // With the comments below that stand further in.
    private int Extended(int last, int indent)
    {
        while (last + 1 < _lines.Count && _lines.IsComment(last + 1) && _lines.Indent(last + 1) >= indent)
        {
            last++;
        }

        return last;
    }

    private void Organisation(YamlNode key, YamlNode organisation, int last)
    {
        if (YamlFields.First(organisation, "objectives") is not { } objectives || YamlFields.Find(organisation, "objectives") is not { } list)
        {
            _written.AddRange(_lines.Whole(key.Line, last));
            return;
        }

        _written.AddRange(_lines.Whole(key.Line, objectives.Line - 1));
        _written.AddRange(_lines.Whole(list.EndLine + 1, last));
        Put("");
        Put("objectives:");
        var end = objectives.Line;
        foreach (var item in list.Shape == YamlShape.List ? list.Children : [list])
        {
            _written.AddRange(_lines.Whole(end + 1, item.Line - 1));
            var isAlone = !list.IsFlow && item.EndLine == item.Line;
            Put("  - name: " + (isAlone ? _lines[item.Line][(item.Place.Column - 1)..] : YamlText.Of(item.Text)));
            end = item.EndLine;
        }
    }

    // The three sections that the one became, each with the lines of its items.
    private int Work(YamlNode key, YamlNode list)
    {
        (string Section, string Word, List<string> Lines)[] sections =
            [("moments of truth", "moment of truth", []), ("business rules", "rule check", []), ("activities", "internal", [])];
        var end = key.Line;
        foreach (var item in list.Children)
        {
            var last = Extended(item.EndLine, item.Place.Column - 1);
            var kind = item.Shape == YamlShape.Fields ? YamlFields.Find(item, "is")?.Text : null;
            var into = Array.FindIndex(sections, one => kind is not null && Keys.Alike.Equals(one.Word, kind));
            var lines = sections[into < 0 ? 2 : into].Lines;
            lines.AddRange(_lines.Whole(end + 1, item.Line - 1));
            lines.AddRange(into < 0 ? _lines.Whole(item.Line, last) : Without(item, last));
            end = last;
        }

        var isFirst = true;
        foreach (var (section, _, lines) in sections.Where(static one => one.Lines.Count > 0))
        {
            if (!isFirst)
            {
                Put("");
            }

            Put(section + ":");
            _written.AddRange(lines.SkipWhile(static line => string.IsNullOrWhiteSpace(line)));
            isFirst = false;
        }

        return end;
    }

    // The lines of an item without its key "is"; what is written behind that key becomes a line of its own.
    private List<string> Without(YamlNode item, int last)
    {
        var (key, value) = (YamlFields.First(item, "is")!, YamlFields.Find(item, "is")!);
        var line = _lines[key.Line];
        var (before, behind) = (line[..(key.Place.Column - 1)], line[(value.EndColumn - 1)..]);
        var lines = _lines.Whole(item.Line, last).ToList();
        var at = key.Line - item.Line;
        if (item.IsFlow)
        {
            var rest = behind.AsSpan().TrimStart();
            lines[at] = (rest.StartsWith(",") ? before + rest[1..].TrimStart().ToString() : before.TrimEnd().TrimEnd(',') + behind) + _lines.End;
            return lines;
        }

        var comment = behind.AsSpan().Trim().StartsWith("#") ? new string(' ', key.Place.Column - 1) + behind.Trim() + _lines.End : null;
        lines.RemoveAt(at);
        if (at == 0 && lines.Count > 0)
        {
            var dash = before.IndexOf('-', StringComparison.Ordinal);
            lines[0] = $"{lines[0][..dash]}-{lines[0][(dash + 1)..]}";
            at = 1;
        }

        if (comment is not null)
        {
            lines.Insert(at, comment);
        }

        return lines;
    }

    private void Put(string line) => _written.Add(line + _lines.End);
}
