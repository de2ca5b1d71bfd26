using OutsideIn.Method.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>One key of a section, for whoever shows or fills entries without knowing their records, such as a spreadsheet. Immutable.</summary>
public sealed class MapField
{
    private readonly GroupFormat _format;
    private readonly FieldFormat _field;

    internal MapField(GroupFormat format, FieldFormat field) => (_format, _field) = (format, field);

    /// <summary>The key as it is written, such as "caused by".</summary>
    public string Key => _field.Key;

    /// <summary>What it says, in a sentence or two.</summary>
    public string Description => MapJsonSchema.DescriptionOf(_format, _field);

    /// <summary>What may stand behind it.</summary>
    public MapFieldKind Kind => _field.Kind;

    /// <summary>The words that are allowed; empty unless the kind is <see cref="MapFieldKind.Word"/> or <see cref="MapFieldKind.YesNo"/>.</summary>
    public IReadOnlyList<string> Words => _field.Words?.All ?? (Kind == MapFieldKind.YesNo ? ["yes", "no"] : []);

    /// <summary>The types of entries it may refer to; empty where it refers to none, <see cref="MapEntry"/> for any.</summary>
    public IReadOnlyList<Type> RefersTo => _field.Sorts;

    /// <summary>Whether the entry is none without it.</summary>
    public bool IsNeeded => _field.IsNeeded || (_field.IsName && !_format.IsUnnamed);

    /// <summary>The least a number may be; null where it has no bounds or is no number.</summary>
    public double? Least => IsBounded ? _field.Least : null;

    /// <summary>The most a number may be; null where it has no bounds or is no number.</summary>
    public double? Most => IsBounded ? _field.Most : null;

    private bool IsBounded => _field.Most < double.MaxValue;

    /// <summary>What an entry holds under the key, as one text that <see cref="Put"/> reads back.</summary>
    /// <remarks>
    /// Lists have "; " between their items; where an item could be misread so, and for groups of keys, the text is YAML
    /// on one line, in brackets. A list that is empty although that is not what is taken when nothing is written is "[]".
    /// </remarks>
    /// <param name="entry">An entry of the field's section.</param>
    /// <returns>The text, or null where the entry holds what is taken when nothing is written.</returns>
    public string? Show(object entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (_field.IsId)
        {
            return entry is MapEntry { Id.Length: > 0 } one ? one.Id : null;
        }

        if (GroupWriter.IsLeftOut(_field, entry) || _field.Get(entry) is null or "" && !_field.IsNullable)
        {
            return null;
        }

        if (_field.Group is { } group)
        {
            return _field.List is null && _field.Get(entry) is { } one
                ? ListText.Alone(group, one) ?? GroupWriter.Braces(group, one)
                : GroupWriter.Flow(_field, entry);
        }

        var texts = _field.Items(entry).Select(item => ScalarText.Show(_field, item)).ToArray();
        return _field.List is null ? texts[0] : ListText.Join(texts) ?? GroupWriter.Flow(_field, entry);
    }

    /// <summary>The entry with another value under the key. References are taken as written; <see cref="MapSections.Settle"/> resolves them.</summary>
    /// <param name="entry">An entry of the field's section; it stays as it is.</param>
    /// <param name="text">What <see cref="Show"/> gives or a person wrote; null or empty for what is taken when nothing is written.</param>
    /// <returns>The new entry, of the same type; or the problem with the text, with the codes of <see cref="MapYaml.Read"/>.</returns>
    public Result<object> Put(object entry, string? text)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var copy = _format.Copy(entry);
        if (_field.IsId)
        {
            var id = text?.Trim() ?? "";
            if (id.Length > 0 && !ShortIds.IsValid(id))
            {
                var made = ShortIds.From(id, static _ => false);
                return new Problem(ProblemKind.Invalid, "MP021", $"'{id}' cannot be an id.", $"Use 1 to 64 letters, digits, '-', '_' and '.', such as '{made}'.");
            }

            _field.Set(copy, id);
            return copy;
        }

        // A list of events that follows the name goes on following it.
        var followers = _format.Fields.Where(other => _field.IsName && other.IsNameByDefault && other.IsDefault(entry)).ToArray();
        if (Value(copy, text) is { } problem)
        {
            return problem;
        }

        foreach (var follower in followers)
        {
            follower.Set(copy, new[] { new NamePattern(((MapEntry)copy).Name) });
        }

        return copy;
    }

    private Problem? Value(object copy, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            _field.Set(copy, _field switch
            {
                { IsNameByDefault: true } => new[] { new NamePattern(((MapEntry)copy).Name) },
                { List: { } list } => list.Of([]),
                _ => _field.Default,
            });
            return null;
        }

        var diagnostics = new DiagnosticList();
        diagnostics.Begin("");
        var node = ListText.Read(_field, text, diagnostics);
        var value = node is null ? null : new GroupReader(diagnostics, IdBook.AsWritten(diagnostics)).Value(_field, node, Nouns.A(_format.Type));
        if (diagnostics.InOrder().FirstOrDefault(static one => one.Severity == Severity.Error) is { } wrong)
        {
            return new Problem(ProblemKind.Invalid, wrong.Code, wrong.Message, wrong.Hint);
        }

        _field.Set(copy, value);
        return null;
    }
}
