using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>Gives every entry of a document its id before anything is read, and finds entries again by id or by name.</summary>
internal sealed class IdBook(DiagnosticList diagnostics)
{
    // Comparing a wrong reference with every name of a large map costs more than the hint is worth to the fiftieth.
    private const int HintsMax = 50;

    private readonly Dictionary<YamlNode, string> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly List<(YamlNode Item, GroupFormat Format)> _unnamed = [];
    private readonly Dictionary<string, Entered> _byId = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, List<Entered>>? _byName;
    private readonly Dictionary<string, int> _made = new(StringComparer.Ordinal);
    private int _hints;
    private bool _isOpen;

    /// <summary>A book that takes every reference as it is written, for a value that stands outside any map.</summary>
    public static IdBook AsWritten(DiagnosticList diagnostics) => new(diagnostics) { _isOpen = true };

    /// <summary>Claims the ids that stand in the text, then makes the others, so that none made can take one that is written.</summary>
    public void Enter(IEnumerable<(FieldFormat Section, YamlNode List)> sections)
    {
        foreach (var (section, list) in sections)
        {
            Claim(section.Group!, list);
        }

        foreach (var (item, format) in _unnamed)
        {
            var name = format.NameField is { } field && Child(item, field) is { Shape: YamlShape.Text, IsNothing: false } written ? written.Text : format.Noun;
            Keep(item, format, Make(string.IsNullOrWhiteSpace(name) ? format.Noun : name));
        }
    }

    /// <summary>The id of an item; null where it is no entry or its id belongs to another.</summary>
    public string? IdOf(YamlNode item) => _ids.GetValueOrDefault(item);

    /// <summary>The id of what a reference names by id or by name; null, with a diagnostic, when that is nothing, several things, or of another sort.</summary>
    public string? Find(FieldFormat field, string what, YamlNode reference)
    {
        var written = reference.Text.Trim();
        if (_isOpen)
        {
            return written;
        }

        var known = _byId.GetValueOrDefault(written);
        if (known is not null && Fits(known, field))
        {
            return known.Id;
        }

        var named = Named(written);
        var fitting = named.FindAll(one => Fits(one, field));
        if (fitting.Count == 1)
        {
            return fitting[0].Id;
        }

        if (fitting.Count > 1)
        {
            var ids = string.Join(", ", fitting.Take(8).Select(static one => one.Id));
            diagnostics.Error(
                reference, "MP017", $"{DiagnosticList.Quoted(reference.Text)} is the name of {fitting.Count} {Nouns.Many(fitting[0].Format.Type)}.", $"Write the id instead, one of: {ids}.");
        }
        else if ((known ?? named.FirstOrDefault()) is { } other)
        {
            diagnostics.Error(
                reference, "MP034", $"{DiagnosticList.Quoted(reference.Text)} is {Nouns.A(other.Format.Type)}.", $"'{field.Key}' of {what} expects {Nouns.AnyOf(field.Sorts)}.");
        }
        else
        {
            var noun = field.Sorts.Count > 3 ? "entry" : string.Join(" or ", field.Sorts.Select(Nouns.One));
            diagnostics.Missing(reference, "MP016", $"There is no {noun} {DiagnosticList.Quoted(reference.Text)}.", Hint(field, reference.Text));
        }

        return null;
    }

    // As ShortIds does it, but the thousandth entry of one name does not try a thousand numbers.
    private string Make(string name)
    {
        var stem = ShortIds.From(name, static _ => false);
        var (id, number) = (stem, _made.GetValueOrDefault(stem, 1));
        while (_byId.ContainsKey(id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{++number}");
        }

        _made[stem] = number;
        return id;
    }

    private static bool Fits(Entered entry, FieldFormat field)
    {
        foreach (var sort in field.Sorts)
        {
            if (sort == entry.Format.Type || sort == typeof(MapEntry))
            {
                return true;
            }
        }

        return field.Sorts.Count == 0;
    }

    private string? Hint(FieldFormat field, string written)
    {
        if (++_hints > HintsMax)
        {
            return null;
        }

        var right = _byId.Values.Where(one => Fits(one, field)).ToArray();
        if (right.Length == 0)
        {
            return field.Sorts is [var sort] ? $"The map has no {Nouns.Many(sort)}." : $"Expected {Nouns.AnyOf(field.Sorts)}, and the map has none.";
        }

        string[] names = [.. right.Select(static one => one.Id).Concat(right.Select(static one => one.Name)).Where(static name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        return names.Length > 40
            ? NearestNames.Question(written, names) ?? $"Expected the id or the name of {Nouns.AnyOf(field.Sorts)}."
            : DiagnosticList.Expected(written, names);
    }

    private List<Entered> Named(string name)
    {
        if (_byName is null)
        {
            _byName = new(StringComparer.OrdinalIgnoreCase);
            foreach (var entry in _byId.Values.Where(static one => one.Name.Length > 0))
            {
                if (!_byName.TryGetValue(entry.Name.Trim(), out var alike))
                {
                    _byName[entry.Name.Trim()] = alike = [];
                }

                alike.Add(entry);
            }
        }

        return _byName.GetValueOrDefault(name) ?? [];
    }

    private void Claim(GroupFormat format, YamlNode list)
    {
        if (list.Shape != YamlShape.List)
        {
            return;
        }

        foreach (var item in list.Children)
        {
            if (item.Shape == YamlShape.Fields && Claim(format, item, Child(item, format.Fields[0])))
            {
                foreach (var nested in format.NestedEntries)
                {
                    if (Child(item, nested) is { } within)
                    {
                        Claim(nested.Group!, within);
                    }
                }
            }
        }
    }

    private bool Claim(GroupFormat format, YamlNode item, YamlNode? written)
    {
        if (written is not { IsNothing: false, Shape: YamlShape.Text })
        {
            _unnamed.Add((item, format));
            return true;
        }

        if (!ShortIds.IsValid(written.Text))
        {
            var made = ShortIds.From(written.Text, static _ => false);
            diagnostics.Error(
                written, "MP021", $"{DiagnosticList.Quoted(written.Text)} cannot be an id.", $"Use 1 to 64 letters, digits, '-', '_' and '.', such as '{made}'.");
            _unnamed.Add((item, format));
            return true;
        }

        if (_byId.TryGetValue(written.Text, out var first))
        {
            diagnostics.Error(
                written,
                "MP014",
                $"The id '{written.Text}' is used twice.",
                $"It stands for one of the {Nouns.Many(first.Format.Type)} on line {first.Item.Line} already; every id of a map is its own.");
            return false;
        }

        Keep(item, format, written.Text);
        return true;
    }

    private void Keep(YamlNode item, GroupFormat format, string id)
    {
        var name = format.NameField is { } field && Child(item, field) is { Shape: YamlShape.Text } written ? written.Text : "";
        _ids[item] = id;
        _byId[id] = new Entered(id, name, format, item);
    }

    private static YamlNode? Child(YamlNode item, FieldFormat field)
    {
        for (var index = 0; index + 1 < item.Children.Count; index += 2)
        {
            if (item.Children[index] is { Shape: YamlShape.Text } key && Keys.Alike.Equals(key.Text, field.Key))
            {
                return item.Children[index + 1];
            }
        }

        return null;
    }

    private sealed record Entered(string Id, string Name, GroupFormat Format, YamlNode Item);
}
