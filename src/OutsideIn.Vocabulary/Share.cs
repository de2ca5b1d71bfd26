using System.Globalization;

namespace OutsideIn.Vocabulary;

/// <summary>A part of a whole, from 0 to 1. Dimensionless; shown as a percentage only at the screen.</summary>
public readonly record struct Share : IComparable<Share>
{
    private Share(double value) => Value = value;

    /// <summary>The share as a fraction, 0 ≤ value ≤ 1.</summary>
    public double Value { get; }

    /// <summary>The share that <paramref name="part"/> is of <paramref name="whole"/>.</summary>
    /// <param name="part">How many, 0 ≤ part ≤ whole.</param>
    /// <param name="whole">Out of how many; zero has no share, see returns.</param>
    /// <returns>The share, or null when <paramref name="whole"/> is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part exceeds the whole.</exception>
    public static Share? Of(long part, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        return whole == 0 ? null : new Share((double)part / whole);
    }

    /// <inheritdoc/>
    public int CompareTo(Share other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("P1", CultureInfo.InvariantCulture);

    /// <summary>Whether the left share is the smaller.</summary>
    public static bool operator <(Share left, Share right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left share is the larger.</summary>
    public static bool operator >(Share left, Share right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left share is no larger.</summary>
    public static bool operator <=(Share left, Share right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left share is no smaller.</summary>
    public static bool operator >=(Share left, Share right) => left.CompareTo(right) >= 0;
}
