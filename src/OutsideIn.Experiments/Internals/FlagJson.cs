using System.Globalization;
using System.Text.Json;

namespace OutsideIn.Experiments;

/// <summary>JSON as the published reference treats it: what is missing is nothing, and values turn into text, numbers and truth as in its language.</summary>
internal static class FlagJson
{
    /// <summary>A property; undefined where there is none.</summary>
    public static JsonElement At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : default;

    /// <summary>A property some objects deep: <c>father.age</c>.</summary>
    public static JsonElement AtPath(this JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            element = element.At(name);
        }

        return element;
    }

    /// <summary>Whether it is missing or null.</summary>
    public static bool IsNothing(this JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>Whether it is there at all, null included.</summary>
    public static bool IsThere(this JsonElement element) => element.ValueKind != JsonValueKind.Undefined;

    public static bool IsArray(this JsonElement element) => element.ValueKind == JsonValueKind.Array;

    /// <summary>The members of an array; none where it is no array.</summary>
    public static IEnumerable<JsonElement> Members(this JsonElement element) => element.IsArray() ? element.EnumerateArray() : [];

    /// <summary>As text: a number as it is written.</summary>
    public static string AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Undefined or JsonValueKind.Null => "null",
        _ => element.GetRawText(),
    };

    /// <summary>As a number: nothing is 0, true is 1, text that is none is NaN.</summary>
    public static double AsNumber(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => 1,
        JsonValueKind.False or JsonValueKind.Undefined or JsonValueKind.Null => 0,
        JsonValueKind.String => NumberOf(element.GetString()!),
        _ => double.NaN,
    };

    /// <summary>As yes or no: nothing, 0, no text and no are no.</summary>
    public static bool AsTruth(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.Number => element.GetDouble() is not (0 or double.NaN),
        JsonValueKind.String => element.GetString()!.Length > 0,
        _ => true,
    };

    /// <summary>A whole number; a stated one where there is none.</summary>
    public static int AsWhole(this JsonElement element, int otherwise) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var whole) ? whole : otherwise;

    /// <summary>Text; null where it is none.</summary>
    public static string? AsString(this JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>Whether two simple values are the same, kind included; lists and objects never are.</summary>
    public static bool IsSame(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => left.GetString() == right.GetString(),
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetDouble().Equals(right.GetDouble()),
        (JsonValueKind.True, JsonValueKind.True) or (JsonValueKind.False, JsonValueKind.False) => true,
        _ => left.IsNothing() && right.IsNothing(),
    };

    /// <summary>The stretches of places written as pairs.</summary>
    public static BucketRange[] AsRanges(this JsonElement element) =>
        [.. element.Members().Select(static one => AsRange(one))];

    /// <summary>One stretch written as a pair.</summary>
    public static BucketRange AsRange(this JsonElement element) => new(element[0].GetDouble(), element[1].GetDouble());

    private static double NumberOf(string text) => text.Length == 0
        ? 0
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
