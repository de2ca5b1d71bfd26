using System.Text.Json;

namespace OutsideIn.Tests.Support;

/// <summary>Compares the fields of one oracle case and counts the numbers, so that a renamed field cannot go unnoticed.</summary>
internal sealed class OracleCount(JsonElement one, double tolerance)
{
    public int Count { get; private set; }

    /// <summary>Fails unless the numbers of a field agree, absolutely below 1 and relatively above.</summary>
    public void Same(string field, IEnumerable<double> actual) => Compare(field, actual, (expected, found) => Oracle.AssertNear(expected, found, tolerance));

    /// <summary>Fails unless they agree relatively, however small: p-values. A tenfold tolerance, as a tail magnifies what is lost in its statistic.</summary>
    public void SameRelatively(string field, IEnumerable<double> actual) =>
        Compare(field, actual, (expected, found) => Oracle.AssertNearRelatively(expected, found, 10 * tolerance * Math.Max(1, -Math.Log(expected))));

    private void Compare(string field, IEnumerable<double> actual, Action<double, double> check)
    {
        var expected = one.GetProperty(field);
        var numbers = expected.ValueKind == JsonValueKind.Array ? expected.Numbers() : new[] { expected.Number() };
        double[] found = [.. actual];
        Assert.True(numbers.Length == found.Length, $"{field}: {numbers.Length} numbers, not {found.Length}.");
        for (var index = 0; index < numbers.Length; index++)
        {
            check(numbers[index], found[index]);
            Count++;
        }
    }
}
