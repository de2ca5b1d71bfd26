using System.Globalization;
using System.Text.Json;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Support;

/// <summary>Results of other programs, read from the shared statistics oracles.</summary>
internal static class Oracle
{
    /// <summary>The cases of one file of shared/oracles/statistics; skips the test where it is absent.</summary>
    public static IReadOnlyList<JsonElement> Cases(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.At($"oracles/statistics/{file}")));
        return [.. document.RootElement.GetProperty("cases").Clone().EnumerateArray()];
    }

    /// <summary>A number; the strings NaN, Infinity and -Infinity are read as what they say.</summary>
    public static double Number(this JsonElement element) => element.ValueKind == JsonValueKind.String
        ? double.Parse(element.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
        : element.GetDouble();

    /// <summary>The numbers of an array.</summary>
    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(static one => one.Number())];

    /// <summary>Fails unless two numbers agree to a tolerance, absolute below 1 and relative above.</summary>
    public static void AssertNear(double expected, double actual, double tolerance)
    {
        if (double.IsInfinity(expected))
        {
            Assert.Equal(expected, actual);
            return;
        }

        var allowed = tolerance * Math.Max(1, Math.Abs(expected));
        Assert.InRange(actual, expected - allowed, expected + allowed);
    }

    /// <summary>Fails unless two numbers agree relatively, however small they are.</summary>
    public static void AssertNearRelatively(double expected, double actual, double tolerance) =>
        Assert.InRange(actual, expected - (tolerance * Math.Abs(expected)), expected + (tolerance * Math.Abs(expected)));

    /// <summary>The value of a result that must have one.</summary>
    public static T Value<T>(this Result<T> result)
        where T : notnull
    {
        Assert.True(result.TryGet(out var value, out var problem), problem?.Message);
        return value;
    }

    /// <summary>The problem of a result that must be refused.</summary>
    public static Problem Refusal<T>(this Result<T> result)
        where T : notnull
    {
        Assert.False(result.TryGet(out _, out var problem));
        return problem;
    }
}
