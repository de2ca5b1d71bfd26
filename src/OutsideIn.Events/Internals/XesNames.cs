using System.Text;

namespace OutsideIn.Events;

/// <summary>The keys the standard gives a meaning to, under the prefixes a document declares for its extensions.</summary>
internal sealed class XesNames
{
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);

    public string Name => Key("concept", "name");

    public string Instance => Key("concept", "instance");

    public string Time => Key("time", "timestamp");

    public string Transition => Key("lifecycle", "transition");

    public string Resource => Key("org", "resource");

    public string Group => Key("org", "group");

    public string Role => Key("org", "role");

    public string Cost => Key("cost", "total");

    /// <summary>Where a start may stand; the standard has no key for it.</summary>
    public IReadOnlyList<string> Starts => ["start_timestamp", Key("time", "start"), Key("time", "start_timestamp")];

    /// <summary>Takes note of an extension: the last part of its address says which one it is.</summary>
    public void Extend(ReadOnlySpan<byte> uri, ReadOnlySpan<byte> prefix)
    {
        var file = Encoding.UTF8.GetString(uri[(uri.LastIndexOf((byte)'/') + 1)..]);
        if (prefix.Length > 0 && file.EndsWith(".xesext", StringComparison.OrdinalIgnoreCase))
        {
            _prefixes[file[..^".xesext".Length].ToLowerInvariant()] = Encoding.UTF8.GetString(prefix);
        }
    }

    /// <summary>Whether a key names something and so is text whatever its type.</summary>
    public bool IsName(string key) =>
        key == Name || key == Instance || key == Transition || key == Resource || key == Group || key == Role;

    /// <summary>Whether a default stands for "not known" rather than for a value: what exporters put there to declare a key.</summary>
    public static bool IsPlaceholder(string key, XesType type, string value) => type switch
    {
        XesType.Date => value.StartsWith("1970-01-01", StringComparison.Ordinal) || value.StartsWith("1969-12-31", StringComparison.Ordinal),
        XesType.Text => value.Length == 0
            || value is "__INVALID__" or "UNKNOWN" or "unknown" or "string"
            || key.Equals(value, StringComparison.OrdinalIgnoreCase)
            || key.EndsWith(":" + value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    public static XesType TypeOf(ReadOnlySpan<byte> element) =>
        element.SequenceEqual("string"u8) ? XesType.Text
        : element.SequenceEqual("date"u8) ? XesType.Date
        : element.SequenceEqual("int"u8) ? XesType.Whole
        : element.SequenceEqual("float"u8) ? XesType.Float
        : element.SequenceEqual("boolean"u8) ? XesType.YesNo
        : element.SequenceEqual("id"u8) ? XesType.Id
        : element.SequenceEqual("list"u8) ? XesType.List
        : element.SequenceEqual("container"u8) ? XesType.Container
        : XesType.None;

    private string Key(string extension, string name) => _prefixes.GetValueOrDefault(extension, extension) + ":" + name;
}
