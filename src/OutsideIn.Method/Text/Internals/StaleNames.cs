namespace OutsideIn.Method.Internals;

/// <summary>Names by which a reference may be written, and that no longer lead to what they led to.</summary>
internal sealed class StaleNames
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public static StaleNames Between(OutsideInMap before, OutsideInMap after)
    {
        var stale = new StaleNames();
        var index = MapIndex.Of(after);
        var old = MapIndex.Of(before);
        foreach (var entry in before.Entries().Where(entry => index.Find(entry.Id)?.Name is not { } name || !string.Equals(name, entry.Name, StringComparison.Ordinal)))
        {
            stale._names.Add(entry.Name.Trim());
        }

        foreach (var entry in after.Entries().Where(entry => old.Find(entry.Id)?.Name is not { } name || !string.Equals(name, entry.Name, StringComparison.Ordinal)))
        {
            stale._names.Add(entry.Name.Trim());
        }

        return stale;
    }

    public bool IsIn(FieldFormat field, YamlNode value) => _names.Count > 0 && field.Kind switch
    {
        MapFieldKind.Reference or MapFieldKind.References => value.Shape == YamlShape.Text ? _names.Contains(value.Text.Trim()) : value.Children.Exists(one => _names.Contains(one.Text.Trim())),
        MapFieldKind.Group or MapFieldKind.Groups => value.Shape switch
        {
            YamlShape.List => value.Children.Exists(one => IsIn(field.Group!, one)),
            _ => IsIn(field.Group!, value),
        },
        _ => false,
    };

    public bool IsIn(GroupFormat format, YamlNode node)
    {
        if (node.Shape != YamlShape.Fields)
        {
            return format.Shorthand is { Kind: MapFieldKind.Reference } && _names.Contains(node.Text.Trim());
        }

        for (var index = 0; index + 1 < node.Children.Count; index += 2)
        {
            if (node.Children[index].Shape == YamlShape.Text && format.Find(node.Children[index].Text) is { } field && IsIn(field, node.Children[index + 1]))
            {
                return true;
            }
        }

        return false;
    }
}
