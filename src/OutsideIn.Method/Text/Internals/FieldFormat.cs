using System.Reflection;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>One key of a group: what may stand behind it, and which property holds it.</summary>
internal sealed class FieldFormat
{
    private readonly Access _access;

    private FieldFormat(PropertyInfo property, string key, IReadOnlyList<Type> sorts)
    {
        (Property, Key, Sorts, _access) = (property, key, sorts, Access.Of(property));
        var type = property.PropertyType;
        var item = ItemOf(type);
        var single = item ?? Nullable.GetUnderlyingType(type) ?? type;
        IsNullable = item is null && (Nullable.GetUnderlyingType(type) is not null || new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable);
        Kind = KindOf(property, single, item is not null, sorts.Count > 0);
        Words = Kind == MapFieldKind.Word ? new WordList(single) : null;
        Group = Kind is MapFieldKind.Group or MapFieldKind.Groups ? GroupFormat.Of(single, sorts) : null;
        List = item is null ? null : ListMaker.For(item);
        (Least, Most) = property.GetCustomAttribute<BetweenAttribute>() is { } between ? (between.Least, between.Most) : (double.MinValue, double.MaxValue);
        Form = property.GetCustomAttribute<FormAttribute>()?.Form ?? TextForm.Any;
        IsNeeded = property.IsDefined(typeof(NeededAttribute));
        IsNameByDefault = property.IsDefined(typeof(NameByDefaultAttribute));
        IsShorthand = property.IsDefined(typeof(ShorthandAttribute));
    }

    public PropertyInfo Property { get; }

    public string Key { get; }

    public MapFieldKind Kind { get; }

    /// <summary>The words of a <see cref="MapFieldKind.Word"/>.</summary>
    public WordList? Words { get; }

    /// <summary>The keys of a group, or of each group of a list.</summary>
    public GroupFormat? Group { get; }

    /// <summary>Makes the list; null unless the property is one.</summary>
    public ListMaker? List { get; }

    /// <summary>The sorts of entries a reference may name; <see cref="MapEntry"/> is any.</summary>
    public IReadOnlyList<Type> Sorts { get; }

    public double Least { get; }

    public double Most { get; }

    /// <summary>What a text, or each text of a list, must be readable as.</summary>
    public TextForm Form { get; }

    public bool IsNullable { get; }

    public bool IsNeeded { get; init; }

    public bool IsNameByDefault { get; }

    public bool IsShorthand { get; }

    /// <summary>Where the key stands among those of its group.</summary>
    public int Index { get; set; }

    /// <summary>What the property holds where nothing is written.</summary>
    public object? Default { get; set; }

    /// <summary>Whether the property is the id of an entry, which is read before everything else.</summary>
    public bool IsId => Property.DeclaringType == typeof(MapEntry) && string.Equals(Property.Name, nameof(MapEntry.Id), StringComparison.Ordinal);

    /// <summary>Whether the property is the name of an entry.</summary>
    public bool IsName => Property.DeclaringType == typeof(MapEntry) && string.Equals(Property.Name, nameof(MapEntry.Name), StringComparison.Ordinal);

    public static FieldFormat Of(PropertyInfo property, string? key = null, IReadOnlyList<Type>? sorts = null) => new(
        property,
        key ?? property.GetCustomAttribute<KeyAttribute>()?.Name ?? Keys.OfProperty(property.Name),
        sorts ?? property.GetCustomAttribute<RefersToAttribute>()?.Sorts ?? []);

    public object? Get(object owner) => _access.Get(owner);

    public void Set(object owner, object? value) => _access.Set(owner, value);

    /// <summary>The items of a list, or the value alone.</summary>
    public IReadOnlyList<object> Items(object owner) => Get(owner) switch
    {
        null => [],
        IReadOnlyList<object> list => list,
        IReadOnlyList<double> numbers => [.. numbers.Select(static number => (object)number)],
        IReadOnlyList<DateOnly> days => [.. days.Select(static day => (object)day)],
        var one => [one],
    };

    /// <summary>Whether the property holds what it would hold if nothing were written.</summary>
    public bool IsDefault(object owner)
    {
        if (IsNameByDefault)
        {
            return owner is MapEntry entry && Get(owner) is IReadOnlyList<NamePattern> and [var only] && string.Equals(only.Text, entry.Name, StringComparison.Ordinal);
        }

        return List is null ? Equals(Get(owner), Default) : Items(owner).Count == 0;
    }

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static MapFieldKind KindOf(PropertyInfo property, Type type, bool isList, bool isReference) => type switch
    {
        _ when type == typeof(string) => isReference
            ? (isList ? MapFieldKind.References : MapFieldKind.Reference)
            : isList ? MapFieldKind.Texts : MapFieldKind.Text,
        _ when type == typeof(DateOnly) => isList ? MapFieldKind.Dates : MapFieldKind.Date,
        _ when type == typeof(double) => isList ? MapFieldKind.Numbers : property.IsDefined(typeof(ShareAttribute)) ? MapFieldKind.Share : MapFieldKind.Number,
        _ when isList => type == typeof(NamePattern) ? MapFieldKind.Patterns : MapFieldKind.Groups,
        _ when type == typeof(int) => MapFieldKind.WholeNumber,
        _ when type == typeof(bool) => MapFieldKind.YesNo,
        _ when type.IsEnum => MapFieldKind.Word,
        _ => MapFieldKind.Group,
    };
}
