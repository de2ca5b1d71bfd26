using System.Text.Json;
using System.Text.RegularExpressions;

namespace OutsideIn.Experiments;

/// <summary>Who a flag is for: a condition on attributes, in the published language of GrowthBook's SDKs (specification 0.8.0, evalCondition).</summary>
internal sealed class TargetingCondition(JsonElement savedGroups)
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether attributes fulfil a condition: every line of it.</summary>
    public bool Holds(JsonElement attributes, JsonElement condition)
    {
        if (condition.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        foreach (var line in condition.EnumerateObject())
        {
            var holds = line.Name switch
            {
                "$or" => IsAny(attributes, line.Value),
                "$nor" => !IsAny(attributes, line.Value),
                "$and" => line.Value.Members().All(one => Holds(attributes, one)),
                "$not" => !Holds(attributes, line.Value),
                _ => HoldsValue(line.Value, attributes.AtPath(line.Name), ignoreCase: false),
            };
            if (!holds)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAny(JsonElement attributes, JsonElement conditions) =>
        conditions.GetArrayLength() == 0 || conditions.Members().Any(one => Holds(attributes, one));

    private bool HoldsValue(JsonElement expected, JsonElement actual, bool ignoreCase) => expected.ValueKind switch
    {
        JsonValueKind.String => string.Equals(actual.AsText(), expected.GetString(), ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal),
        JsonValueKind.Number => actual.AsNumber().Equals(expected.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => !actual.IsNothing() && actual.AsTruth() == expected.GetBoolean(),
        JsonValueKind.Null => actual.IsNothing(),
        JsonValueKind.Object when IsOperators(expected) => expected.EnumerateObject().All(one => HoldsOperator(one.Name, one.Value, actual)),
        _ => actual.IsThere() && JsonElement.DeepEquals(actual, expected),
    };

    private static bool IsOperators(JsonElement condition) =>
        condition.EnumerateObject().Any() && condition.EnumerateObject().All(static one => one.Name.StartsWith('$'));

    private bool HoldsOperator(string name, JsonElement expected, JsonElement actual) => name switch
    {
        "$eq" => FlagJson.IsSame(actual, expected),
        "$ne" => !FlagJson.IsSame(actual, expected),
        "$exists" => expected.AsTruth() != actual.IsNothing(),
        "$type" => TypeOf(actual) == expected.AsString(),
        "$not" => !HoldsValue(expected, actual, ignoreCase: false),
        "$lt" or "$lte" or "$gt" or "$gte" => HoldsOrder(name[1..], Compared(actual, expected)),
        "$veq" or "$vne" or "$vlt" or "$vlte" or "$vgt" or "$vgte" =>
            HoldsOrder(name[2..], string.CompareOrdinal(VersionOf(actual), VersionOf(expected))),
        "$regex" or "$regexi" or "$notRegex" or "$notRegexi" => HoldsPattern(name, expected, actual),
        _ => HoldsList(name, expected, actual),
    };

    private bool HoldsList(string name, JsonElement expected, JsonElement actual) => name switch
    {
        "$in" => expected.IsArray() && IsIn(actual, expected, ignoreCase: false),
        "$nin" => expected.IsArray() && !IsIn(actual, expected, ignoreCase: false),
        "$ini" => expected.IsArray() && IsIn(actual, expected, ignoreCase: true),
        "$nini" => expected.IsArray() && !IsIn(actual, expected, ignoreCase: true),
        "$inGroup" => IsIn(actual, savedGroups.At(expected.AsText()), ignoreCase: false),
        "$notInGroup" => !IsIn(actual, savedGroups.At(expected.AsText()), ignoreCase: false),
        "$size" => actual.IsArray() && HoldsValue(expected, JsonSerializer.SerializeToElement(actual.GetArrayLength()), ignoreCase: false),
        "$elemMatch" => actual.Members().Any(one => IsOperators(expected) ? HoldsValue(expected, one, ignoreCase: false) : Holds(one, expected)),
        "$all" => HoldsAll(expected, actual, ignoreCase: false),
        "$alli" => HoldsAll(expected, actual, ignoreCase: true),
        _ => false,
    };

    private bool HoldsAll(JsonElement expected, JsonElement actual, bool ignoreCase) =>
        actual.IsArray() && expected.Members().All(one => actual.Members().Any(member => HoldsValue(one, member, ignoreCase)));

    private static bool IsIn(JsonElement actual, JsonElement list, bool ignoreCase) => actual.IsArray()
        ? actual.Members().Any(one => IsMember(one, list, ignoreCase))
        : IsMember(actual, list, ignoreCase);

    private static bool IsMember(JsonElement value, JsonElement list, bool ignoreCase) => list.Members().Any(one =>
        ignoreCase && value.AsString() is { } left && one.AsString() is { } right
            ? string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
            : FlagJson.IsSame(value, one));

    private static bool HoldsOrder(string name, int? order) => name switch
    {
        "eq" => order == 0,
        "ne" => order != 0,
        "lt" => order < 0,
        "lte" => order <= 0,
        "gt" => order > 0,
        _ => order >= 0,
    };

    // Two texts by their letters, everything else as numbers; nothing is in order with what is no number.
    private static int? Compared(JsonElement left, JsonElement right)
    {
        if (left.AsString() is { } first && right.AsString() is { } second)
        {
            return string.CompareOrdinal(first, second);
        }

        var (one, other) = (left.AsNumber(), right.AsNumber());
        return double.IsNaN(one) || double.IsNaN(other) ? null : one.CompareTo(other);
    }

    private static bool HoldsPattern(string name, JsonElement expected, JsonElement actual)
    {
        var options = name.EndsWith('i') ? RegexOptions.ECMAScript | RegexOptions.IgnoreCase : RegexOptions.ECMAScript;
        try
        {
            return Regex.IsMatch(actual.AsText(), expected.AsText(), options, PatternLimit) != name.StartsWith("$not", StringComparison.Ordinal);
        }
        catch (RegexParseException)
        {
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    // A version as text that stands in order: numbers padded to five places, a release after its forerunners.
    private static string VersionOf(JsonElement value)
    {
        var text = value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.AsText() : "";
        text = text.Length == 0 ? "0" : text.Split('+')[0];
        List<string> parts = [.. (text.StartsWith('v') ? text[1..] : text).Split('-', '.')];
        if (parts.Count == 3)
        {
            parts.Add("~");
        }

        return string.Join('-', parts.Select(static part => part.Length > 0 && part.All(char.IsAsciiDigit) ? part.PadLeft(5) : part));
    }
}
