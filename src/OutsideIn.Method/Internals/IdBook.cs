using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>Gives every item of a document its id, and finds items again by id or by name.</summary>
internal sealed class IdBook(DiagnosticList diagnostics)
{
    private readonly Dictionary<string, (string Section, YamlNode Item)> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Id, string Name)>> _sections = new(StringComparer.Ordinal);

    /// <summary>Writes down the ids that stand in the text, before any is made. Gives the id of each item, null where it has none of its own.</summary>
    public string?[] Claim(string section, IReadOnlyList<YamlNode> items) => [.. items.Select(item => Claim(section, item))];

    /// <summary>An id made from the name of an item that was written without one.</summary>
    public string Make(string section, string name, YamlNode item)
    {
        var id = ShortIds.From(name, taken => _taken.ContainsKey(NamePattern.Fold(taken)));
        _taken[NamePattern.Fold(id)] = (section, item);
        return id;
    }

    /// <summary>Makes an item known to references.</summary>
    public void Enter(string section, string id, string name)
    {
        if (!_sections.TryGetValue(section, out var entries))
        {
            _sections[section] = entries = [];
        }

        entries.Add((id, name));
    }

    /// <summary>Whether the id at this place is the first of its kind in the document.</summary>
    public bool IsFirst(string id, YamlNode item) =>
        _taken.TryGetValue(NamePattern.Fold(id), out var first) && ReferenceEquals(first.Item, item);

    /// <summary>The id of what a reference names by id or by name; null, with a diagnostic, when that is nothing or several things.</summary>
    public string? Find(string section, YamlNode reference, string what)
    {
        var entries = _sections.GetValueOrDefault(section) ?? [];
        var folded = NamePattern.Fold(reference.Text);
        var byId = entries.Find(entry => Is(entry.Id, folded));
        if (byId.Id is not null)
        {
            return byId.Id;
        }

        var byName = entries.FindAll(entry => Is(entry.Name, folded));
        if (byName.Count == 1)
        {
            return byName[0].Id;
        }

        var written = DiagnosticList.Quoted(reference.Text);
        if (byName.Count > 1)
        {
            var ids = string.Join(", ", byName.Select(static entry => entry.Id));
            diagnostics.Error(reference, "MP017", $"{written} is the name of {byName.Count} {section}.", $"Write the id instead, one of: {ids}.");
            return null;
        }

        var hint = entries.Count == 0
            ? $"The map has no {section}."
            : DiagnosticList.Expected(
                reference.Text,
                [.. entries.Select(static entry => entry.Id).Concat(entries.Select(static entry => entry.Name)).DistinctBy(NamePattern.Fold, StringComparer.Ordinal)]);
        diagnostics.Missing(reference, "MP016", $"There is no {what} {written}.", hint);
        return null;
    }

    private static bool Is(string written, string folded) => string.Equals(NamePattern.Fold(written), folded, StringComparison.Ordinal);

    private string? Claim(string section, YamlNode item)
    {
        if (IdOf(item) is not { IsNothing: false, Shape: YamlShape.Text } node)
        {
            return null;
        }

        if (!ShortIds.IsValid(node.Text))
        {
            var made = ShortIds.From(node.Text, static _ => false);
            diagnostics.Error(
                node, "MP021", $"{DiagnosticList.Quoted(node.Text)} cannot be an id.", $"Use 1 to 64 letters, digits, '-', '_' and '.', such as '{made}'.");
            return null;
        }

        if (!_taken.TryAdd(NamePattern.Fold(node.Text), (section, item)))
        {
            var (firstSection, first) = _taken[NamePattern.Fold(node.Text)];
            diagnostics.Error(
                node, "MP014", $"The id '{node.Text}' is used twice.", $"It stands for one of the {firstSection} on line {first.Line} already; every id of a map is its own.");
        }

        return node.Text;
    }

    private static YamlNode? IdOf(YamlNode item)
    {
        if (item.Shape == YamlShape.Fields)
        {
            for (var index = 0; index + 1 < item.Children.Count; index += 2)
            {
                if (item.Children[index] is { Shape: YamlShape.Text } key && string.Equals(Keys.Fold(key.Text), "ID", StringComparison.Ordinal))
                {
                    return item.Children[index + 1];
                }
            }
        }

        return null;
    }
}
