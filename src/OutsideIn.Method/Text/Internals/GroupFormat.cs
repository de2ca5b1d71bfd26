using System.Collections.Concurrent;
using System.Reflection;

namespace OutsideIn.Method.Internals;

/// <summary>The keys of one record of the map, found by reflection once.</summary>
internal sealed class GroupFormat
{
    private static readonly ConcurrentDictionary<Type, GroupFormat> Known = [];

    private readonly Dictionary<string, FieldFormat> _asWritten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldFormat> _alike = new(Keys.Alike);

    private GroupFormat(Type type, IReadOnlyList<Type> sorts)
    {
        Type = type;
        What = Nouns.A(type);
        IsEntry = type.IsSubclassOf(typeof(MapEntry));
        IsUnnamed = type.IsDefined(typeof(UnnamedAttribute));
        Fields = [.. Properties(type).Select(property => Field(type, property, sorts))];
        NameField = Fields.FirstOrDefault(static field => field.IsName);
        Shorthand = Fields.FirstOrDefault(static field => field.IsShorthand);
        var blank = New();
        for (var index = 0; index < Fields.Count; index++)
        {
            var field = Fields[index];
            (field.Index, field.Default) = (index, field.List is null ? field.Get(blank) : null);
            _asWritten.Add(field.Key, field);
            _alike.Add(field.Key, field);
        }

        NestedEntries = [.. Fields.Where(static field => field.Group is { IsEntry: true })];
        Section = blank is MapEntry entry ? entry.Section : "";
    }

    public Type Type { get; }

    /// <summary>Whether the record has an id that links can name.</summary>
    public bool IsEntry { get; }

    /// <summary>Whether an entry may go without a name.</summary>
    public bool IsUnnamed { get; }

    /// <summary>The short name of the sort of entry; empty unless it is one.</summary>
    public string Section { get; }

    /// <summary>The keys in the order in which they are written.</summary>
    public IReadOnlyList<FieldFormat> Fields { get; }

    public FieldFormat? NameField { get; }

    /// <summary>The key that one text in the place of the group stands for.</summary>
    public FieldFormat? Shorthand { get; }

    /// <summary>The keys that hold entries of their own.</summary>
    public IReadOnlyList<FieldFormat> NestedEntries { get; }

    /// <summary>What one is called, such as "breakpoint".</summary>
    public string Noun => Nouns.One(Type);

    /// <summary>As <see cref="Noun"/> with its article, for messages: "a breakpoint".</summary>
    public string What { get; }

    /// <summary>The format of a record; the sorts that its links name where the property that holds it says so.</summary>
    public static GroupFormat Of(Type type, IReadOnlyList<Type>? sorts = null) =>
        sorts is { Count: > 0 } ? new GroupFormat(type, sorts) : Known.GetOrAdd(type, static type => new GroupFormat(type, []));

    public object New() => Activator.CreateInstance(Type)!;

    /// <summary>The field of a key in any spelling, or null.</summary>
    public FieldFormat? Find(string key) =>
        _asWritten.TryGetValue(key, out var field) || _alike.TryGetValue(key, out field) ? field : null;

    /// <summary>Another record with the same values.</summary>
    public object Copy(object one)
    {
        var copy = New();
        foreach (var field in Fields)
        {
            field.Set(copy, field.Get(one));
        }

        return copy;
    }

    // Id and name first, what is special about the record then, what every entry has last.
    private static IEnumerable<PropertyInfo> Properties(Type type)
    {
        var settable = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property is { SetMethod: not null } && property.GetIndexParameters().Length == 0)
            .OrderBy(static property => property.MetadataToken)
            .ToArray();
        var common = settable.Where(static property => property.DeclaringType == typeof(MapEntry)).ToArray();
        return
        [
            .. common.Where(static property => property.Name is nameof(MapEntry.Id) or nameof(MapEntry.Name)),
            .. settable.Where(static property => property.DeclaringType != typeof(MapEntry)),
            .. common.Where(static property => property.Name is nameof(MapEntry.IsSuggested)),
            .. common.Where(static property => property.Name is nameof(MapEntry.Reason)),
            .. common.Where(static property => property.Name is not (nameof(MapEntry.Id) or nameof(MapEntry.Name) or nameof(MapEntry.IsSuggested) or nameof(MapEntry.Reason))),
        ];
    }

    private static FieldFormat Field(Type type, PropertyInfo property, IReadOnlyList<Type> sorts)
    {
        if (property.DeclaringType == typeof(MapEntry) && property.Name is nameof(MapEntry.Name))
        {
            return FieldFormat.Of(property, type.GetCustomAttribute<NameKeyAttribute>()?.Name, sorts: null);
        }

        return property.IsDefined(typeof(ShorthandAttribute)) && sorts.Count > 0
            ? FieldFormat.Of(property, sorts: sorts)
            : FieldFormat.Of(property);
    }
}
