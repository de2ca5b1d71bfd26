using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>Groups of keys to records, each key as its format says.</summary>
internal sealed class GroupReader(DiagnosticList diagnostics, IdBook ids)
{
    private int _accepted;

    /// <summary>Where each entry, each acceptance, and each list of the map that is not of entries, is written.</summary>
    public Dictionary<string, Place> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Which node each record was read from; null unless somebody wants to know.</summary>
    public Dictionary<object, YamlNode>? Sources { get; init; }

    /// <summary>Makes every entry of a document known, so that a reference may name one that comes later.</summary>
    public void Enter(GroupFormat format, YamlNode root) =>
        ids.Enter(format.NestedEntries
            .Select(field => (Section: field, List: YamlFields.Find(root, field.Key)))
            .Where(static part => part.List is not null)
            .Select(static part => (part.Section, part.List!)));

    /// <summary>The record of a group; null, with a diagnostic, where it is none.</summary>
    /// <param name="format">The record's format.</param>
    /// <param name="node">A node of the shape <see cref="YamlShape.Fields"/>.</param>
    /// <param name="what">What it is, for messages: "an activity".</param>
    /// <param name="besides">Keys that are read elsewhere.</param>
    public object? Read(GroupFormat format, YamlNode node, string what, IReadOnlyList<string> besides)
    {
        var id = format.IsEntry ? ids.IdOf(node) : null;
        if (format.IsEntry && id is null)
        {
            return null;
        }

        var one = format.New();
        var written = Written(format, node, what, besides);
        var isWhole = true;
        foreach (var field in format.Fields)
        {
            if (field.IsId)
            {
                field.Set(one, id);
                continue;
            }

            var value = written[field.Index] is { IsNothing: false } found ? Value(field, found, what) : null;
            if (value is not null)
            {
                field.Set(one, value);
            }
            else
            {
                isWhole &= Absent(field, format, one, written[field.Index], what, node);
            }
        }

        Sources?.Add(one, node);
        if (one is MapEntry entry)
        {
            Places.TryAdd(entry.Subject, node.Place);
            return one;
        }

        // An acceptance has no id; findings about it name it by its number.
        if (isWhole && one is AcceptedFinding)
        {
            Places.TryAdd($"accepted/{++_accepted}", node.Place);
        }

        return isWhole ? one : null;
    }

    // Whether the record can do without it.
    private bool Absent(FieldFormat field, GroupFormat format, object one, YamlNode? written, string what, YamlNode node)
    {
        var isNeeded = field.IsNeeded || (field.IsName && !format.IsUnnamed);
        if (isNeeded && written is null or { IsNothing: true })
        {
            var hint = field.Words is { } words ? $"Write '{field.Key}:' and one of: {string.Join(", ", words.All)}." : $"Write '{field.Key}:' under it.";
            diagnostics.Missing(node, "MP012", $"{char.ToUpperInvariant(what[0])}{what[1..]} has no '{field.Key}'.", hint);
        }

        if (one is MapEntry entry && ((field.IsName && isNeeded) || (field.IsNameByDefault && written is null or { IsNothing: true })))
        {
            field.Set(one, field.IsName ? entry.Id : new[] { new NamePattern(entry.Name) });
        }

        return !isNeeded;
    }

    // [fields] What is written for each key.
    private YamlNode?[] Written(GroupFormat format, YamlNode node, string what, IReadOnlyList<string> besides)
    {
        var keys = new YamlNode?[format.Fields.Count];
        var values = new YamlNode?[format.Fields.Count];
        for (var index = 0; index + 1 < node.Children.Count; index += 2)
        {
            var (key, value) = (node.Children[index], node.Children[index + 1]);
            if (key.Shape != YamlShape.Text)
            {
                diagnostics.Error(key, "MP010", $"The key of {what} is {key.ShapeWords}.", "Expected a word and a colon.");
            }
            else if (format.Find(key.Text) is { } field)
            {
                if (keys[field.Index] is { } first)
                {
                    Twice(key, first, what);
                    continue;
                }

                (keys[field.Index], values[field.Index]) = (key, value);
            }
            else if (besides.FirstOrDefault(known => YamlFields.Is(key, known)) is { } besidesKey)
            {
                if (YamlFields.First(node, besidesKey) is { } first && !ReferenceEquals(first, key))
                {
                    Twice(key, first, what);
                }
            }
            else
            {
                Unknown(format, key, what, besides);
            }
        }

        return values;
    }

    private void Unknown(GroupFormat format, YamlNode key, string what, IReadOnlyList<string> besides)
    {
        string[] known = [.. besides, .. format.Fields.Select(static field => field.Key)];

        // What version 1 told by a key, a section tells now.
        var hint = format.Type == typeof(Activity) && YamlFields.Is(key, "is")
            ? "Contacts with the customer stand in the section 'moments of truth' and rules in 'business rules'; take the key out."
            : DiagnosticList.Expected(key.Text, known);
        diagnostics.Error(key, "MP008", $"{DiagnosticList.Quoted(key.Text)} is not a key of {what}.", hint);
    }

    private void Twice(YamlNode key, YamlNode first, string what) => diagnostics.Error(
        key, "MP009", $"The key {DiagnosticList.Quoted(key.Text)} is written twice in {what}.", $"It was first written on line {first.Line}. Keep one.");

    /// <summary>The value of one key; null, with a diagnostic, where it is none.</summary>
    public object? Value(FieldFormat field, YamlNode node, string what)
    {
        if (field.Group is { IsEntry: true } || (field.Group is not null && field.List is not null && node.Shape == YamlShape.List))
        {
            return Groups(field, node, what);
        }

        if (field.List is null)
        {
            return One(field, node, what);
        }

        if (node.Shape == YamlShape.Fields && field.Group is null)
        {
            return WrongShape(field, node, what);
        }

        if (field.Kind is MapFieldKind.Patterns && ReferenceEquals(field, MapReader.HandOffs))
        {
            Places.TryAdd("hand-offs", node.Place);
        }

        var all = new List<object>(node.Children.Count);
        foreach (var item in node.Shape == YamlShape.List ? node.Children : [node])
        {
            if (item.IsNothing)
            {
                diagnostics.Error(item, "MP013", $"'{field.Key}' of {what} holds an empty text.", "Write something, or take it out.");
            }
            else if (One(field, item, what) is { } value)
            {
                all.Add(value);
            }
        }

        return field.List.Of(all);
    }

    // A scalar, a reference or a group; of a list, one of its items.
    private object? One(FieldFormat field, YamlNode node, string what)
    {
        if (field.Group is { } group)
        {
            return Group(field, group, node);
        }

        if (node.Shape != YamlShape.Text)
        {
            return WrongShape(field, node, what);
        }

        if (field.Kind is MapFieldKind.Reference or MapFieldKind.References && !string.IsNullOrWhiteSpace(node.Text))
        {
            return ids.Find(field, what, node);
        }

        var value = ScalarText.Parse(field, what, node.Text, out var fault);
        if (value is null)
        {
            diagnostics.Error(node, fault);
        }

        return value;
    }

    private object? WrongShape(FieldFormat field, YamlNode node, string what)
    {
        var expected = field.List is not null && node.Shape == YamlShape.Fields ? "a list" : ScalarText.Kind(field);
        diagnostics.Error(node, "MP010", $"'{field.Key}' of {what} holds {node.ShapeWords}.", $"Expected {expected}.");
        return null;
    }

    private object? Group(FieldFormat field, GroupFormat group, YamlNode node)
    {
        var what = group.What;
        if (node.Shape == YamlShape.Fields)
        {
            return Read(group, node, what, []);
        }

        if (node is { Shape: YamlShape.Text, IsNothing: false } && group.Shorthand is { } shorthand)
        {
            var one = group.New();
            if (One(shorthand, node, what) is not { } value)
            {
                return null;
            }

            shorthand.Set(one, value);
            Sources?.Add(one, node);
            return one;
        }

        var found = node.IsNothing ? "nothing" : node.Shape == YamlShape.Text ? DiagnosticList.Quoted(node.Text) : node.ShapeWords;
        var example = group.NameField ?? group.Fields.FirstOrDefault(static one => one.IsNeeded) ?? group.Fields[0];
        diagnostics.Error(node, "MP010", $"{char.ToUpperInvariant(what[0])}{what[1..]} was expected in '{field.Key}', and there is {found}.", $"Expected keys, such as '{example.Key}: …'.");
        return null;
    }

    private object Groups(FieldFormat field, YamlNode node, string what)
    {
        var all = new List<object>(node.Children.Count);
        if (node.Shape != YamlShape.List)
        {
            diagnostics.Error(node, "MP010", $"'{field.Key}' of {what} holds {node.ShapeWords}.", "Expected a list: put '- ' in front of each item.");
        }

        foreach (var item in node.Shape == YamlShape.List ? node.Children : [])
        {
            if (Group(field, field.Group!, item) is { } one)
            {
                all.Add(one);
            }
        }

        if (field.Group!.Type == typeof(Contribution))
        {
            ReportShares(field, all, node, what);
        }

        return field.List!.Of(all);
    }

    private void ReportShares(FieldFormat field, List<object> links, YamlNode node, string what)
    {
        var sum = links.Cast<Contribution>().Sum(static link => link.Share ?? 0);
        if (sum > 1 + 1e-9)
        {
            var shown = (sum * 100).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
            diagnostics.Error(node, "MP038", $"The shares of '{field.Key}' of {what} add up to {shown}%.", "Shares of one entry may add up to 100% at most; take the rest out, and it is split evenly.");
        }
    }
}
