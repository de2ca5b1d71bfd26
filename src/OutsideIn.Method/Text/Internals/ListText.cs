namespace OutsideIn.Method.Internals;

/// <summary>Values written in one cell: a list with semicolons, or YAML on one line in brackets.</summary>
internal static class ListText
{
    private const string Separator = "; ";

    /// <summary>The texts in a row; null where they could not be told apart again.</summary>
    public static string? Join(IReadOnlyList<string> texts)
    {
        var isPlain = texts.Count > 0 && texts.All(static text =>
            text.Length > 0 && text.IndexOfAny([';', '\n', '\r']) < 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && text[0] is not '[');
        return isPlain ? string.Join(Separator, texts) : null;
    }

    /// <summary>The one text a group can be written as; null where it has more to say, or the text could be misread as YAML.</summary>
    public static string? Alone(GroupFormat group, object one)
    {
        var isAlone = group.Shorthand is { } shorthand && group.Fields.All(field => ReferenceEquals(field, shorthand) || GroupWriter.IsLeftOut(field, one));
        return isAlone && group.Shorthand!.Get(one) is { } value && ScalarText.Show(group.Shorthand, value) is { Length: > 0 } text && !text.AsSpan().TrimStart().StartsWith("{")
            ? text
            : null;
    }

    /// <summary>The text of a cell as a tree; null, with a diagnostic, where it is in brackets and is not YAML.</summary>
    public static YamlNode? Read(FieldFormat field, string text, DiagnosticList diagnostics)
    {
        var place = new Place("", 1, 1);
        var trimmed = text.AsSpan().Trim();
        var isYaml = (field.List is not null && trimmed.StartsWith("[")) || (field.Group is not null && trimmed.StartsWith("{"));
        if (isYaml)
        {
            return YamlTree.Read(text, "", diagnostics) is (var root, true) ? root : null;
        }

        if (field.List is null)
        {
            return new YamlNode(YamlShape.Text, place) { Text = text };
        }

        var list = new YamlNode(YamlShape.List, place);
        foreach (var item in text.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            list.Children.Add(new YamlNode(YamlShape.Text, place) { Text = item });
        }

        return list;
    }
}
