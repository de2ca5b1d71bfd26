using System.Text;

namespace OutsideIn.Method.Internals;

/// <summary>Records to text, each key as its format says: on one line in brackets where that is short, else line by line.</summary>
internal sealed class GroupWriter
{
    private const int WidthMax = 100;

    private readonly StringBuilder _text = new();

    // Put before the next line in the place of its indentation: "- " opens an item.
    private string? _lead;

    /// <summary>Whether a key goes unwritten because reading would give its value anyway.</summary>
    public static bool IsLeftOut(FieldFormat field, object owner)
    {
        if (field.IsNeeded || (field is { IsName: true } && owner is MapEntry { Name.Length: > 0 }))
        {
            return field.Get(owner) is null;
        }

        return field is { Kind: MapFieldKind.Group, IsNullable: false }
            ? field.Get(owner) is { } group && field.Group!.Fields.All(key => IsLeftOut(key, group))
            : field.IsDefault(owner);
    }

    /// <summary>A list or a group on one line with its brackets.</summary>
    public static string Flow(FieldFormat field, object owner) =>
        field.List is null ? FlowOne(field, field.Get(owner)!) : $"[{string.Join(", ", field.Items(owner).Select(item => FlowOne(field, item)))}]";

    /// <summary>A group on one line in braces, even where one text could stand for it.</summary>
    public static string Braces(GroupFormat group, object value) => Braces([.. group.Fields.Where(key => !IsSilent(key, value))], value);

    /// <summary>The lines of one key.</summary>
    public static string Text(FieldFormat field, object owner, int indent)
    {
        var writer = new GroupWriter();
        writer.Field(field, owner, indent);
        return writer.ToString();
    }

    /// <summary>The lines of one item of a list, its dash at the indentation.</summary>
    public static string ItemText(FieldFormat field, object item, int indent)
    {
        var writer = new GroupWriter();
        writer.Item(field, item, indent);
        return writer.ToString();
    }

    public override string ToString() => _text.ToString();

    public void Comment(string comment) => _text.Append("# ").Append(comment).Append('\n');

    public void Line(string line) => _text.Append(line).Append('\n');

    /// <summary>One key with its value.</summary>
    public void Field(FieldFormat field, object owner, int indent)
    {
        if (field.List is not null)
        {
            List(field, owner, indent);
        }
        else if (field.Group is { } group)
        {
            Group(field, group, field.Get(owner)!, indent);
        }
        else
        {
            Scalar(field, field.Get(owner)!, indent);
        }
    }

    /// <summary>As <see cref="IsLeftOut"/>, with an id and a name that are yet to be given.</summary>
    public static bool IsSilent(FieldFormat field, object one) =>
        field.IsId ? one is MapEntry { Id.Length: 0 } : field.IsName && one is MapEntry { Name.Length: 0 } || IsLeftOut(field, one);

    private static string FlowOne(FieldFormat field, object value)
    {
        if (field.Group is not { } group)
        {
            return Quoted(field, value);
        }

        var written = group.Fields.Where(key => !IsSilent(key, value)).ToArray();
        return written is [{ IsShorthand: true } only]
            ? FlowOne(only, only.Get(value)!)
            : Braces(written, value);
    }

    private static string Braces(FieldFormat[] written, object value) =>
        written.Length == 0 ? "{}" : $"{{ {string.Join(", ", written.Select(key => $"{key.Key}: {Flow(key, value)}"))} }}";

    private static string Quoted(FieldFormat field, object value)
    {
        var text = ScalarText.Show(field, value);
        return value is string or Vocabulary.NamePattern ? YamlText.Of(text) : text;
    }

    // Entries, and what holds texts of several lines or lists of groups, are read line by line.
    private static bool IsTall(GroupFormat group, object one) => group.IsEntry || group.Fields.Any(field =>
        (field.Group is not null && field.List is not null && field.Items(one).Count > 0) || (field.Get(one) is string text && YamlText.IsBlock(text)));

    private void Keys(GroupFormat group, object one, int indent)
    {
        foreach (var field in group.Fields)
        {
            if (!IsSilent(field, one))
            {
                Field(field, one, indent);
            }
        }
    }

    private void Group(FieldFormat field, GroupFormat group, object one, int indent)
    {
        if (!IsTall(group, one) && indent > 0)
        {
            var line = $"{field.Key}: {FlowOne(field, one)}";
            if (indent + line.Length <= WidthMax)
            {
                Put(indent, line);
                return;
            }
        }

        var (at, lead) = (_text.Length, _lead);
        Put(indent, field.Key + ":");
        var from = _text.Length;
        Keys(group, one, indent + 2);
        if (_text.Length == from)
        {
            (_text.Length, _lead) = (at, lead);
            Put(indent, field.Key + ": {}");
        }
    }

    private void List(FieldFormat field, object owner, int indent)
    {
        var items = field.Items(owner);
        var isTall = field.Group is { } inner && items.Any(item => IsTall(inner, item));
        if (!isTall)
        {
            var line = $"{field.Key}: {Flow(field, owner)}";
            var isTable = field.Group is { Shorthand: null } && items.Count > (indent == 0 ? 0 : 1);
            if (indent + line.Length <= WidthMax && !isTable)
            {
                Put(indent, line);
                return;
            }
        }
        else if (items.Count == 0)
        {
            Put(indent, field.Key + ": []");
            return;
        }

        Put(indent, field.Key + ":");
        foreach (var item in items)
        {
            Item(field, item, indent + 2);
        }
    }

    private void Item(FieldFormat field, object item, int indent)
    {
        if (field.Group is not { } group || (!IsTall(group, item) && indent + 2 + FlowOne(field, item).Length <= WidthMax))
        {
            Put(indent, "- " + FlowOne(field, item));
            return;
        }

        _lead = new string(' ', indent) + "- ";
        Keys(group, item, indent + 2);
        if (_lead is not null)
        {
            Put(indent, "{}");
        }
    }

    private void Scalar(FieldFormat field, object value, int indent)
    {
        if (value is not string text || !YamlText.IsBlock(text))
        {
            Put(indent, $"{field.Key}: {Quoted(field, value)}");
            return;
        }

        Put(indent, $"{field.Key}: {(text[^1] == '\n' ? "|" : "|-")}");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            _text.Append(line.Length == 0 ? "" : new string(' ', indent + 2)).Append(line).Append('\n');
        }
    }

    private void Put(int indent, string line)
    {
        _text.Append(_lead ?? new string(' ', indent)).Append(line).Append('\n');
        _lead = null;
    }
}
