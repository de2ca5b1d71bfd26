using System.Text.Json.Serialization;

namespace OutsideIn.Statistics;

/// <summary>The values an estimate leaves possible, both ends included. In the unit of its estimate.</summary>
/// <param name="Low">The lower end; negative infinity where nothing bounds it from below.</param>
/// <param name="High">The upper end, at least <paramref name="Low"/>; positive infinity where nothing bounds it from above.</param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Whether a value lies within, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>Whether both ends are finite.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);
}
