using System.Runtime.CompilerServices;

namespace OutsideIn.Measures.Internals;

/// <summary>What a value of a column is tested for; a missing value passes only the test for being missing.</summary>
internal enum TestKind
{
    /// <summary>Compared with one value.</summary>
    Compare,

    /// <summary>One of several.</summary>
    In,

    /// <summary>None of several.</summary>
    NotIn,

    /// <summary>Missing.</summary>
    Missing,

    /// <summary>Not missing.</summary>
    Present,
}

/// <summary>A test of numbers, instants or answers.</summary>
/// <param name="Kind">What is tested.</param>
/// <param name="Comparison">How it is compared, where it is.</param>
/// <param name="Operands">What it is compared with; empty where it is tested for being missing.</param>
/// <param name="MissingValue">The value that stands for missing (NaN is equal to itself here).</param>
internal sealed record ValueTest<T>(TestKind Kind, Comparison Comparison, T[] Operands, T MissingValue)
    where T : struct, IComparable<T>, IEquatable<T>
{
    /// <summary>Names the test, so that equal tests are made once.</summary>
    public string Key => FormattableString.Invariant($"{Kind} {Comparison} {string.Join(',', Operands.Select(static one => FormattableString.Invariant($"{one}")))}");

    /// <summary>Whether a value passes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Holds(T value)
    {
        var isMissing = value.Equals(MissingValue);
        return Kind switch
        {
            TestKind.Missing => isMissing,
            TestKind.Present => !isMissing,
            _ when isMissing => false,
            TestKind.In => Array.IndexOf(Operands, value) >= 0,
            TestKind.NotIn => Array.IndexOf(Operands, value) < 0,
            _ => Comparisons.Holds(value.CompareTo(Operands[0]), Comparison),
        };
    }
}

/// <summary>What a comparison makes of the sign of a difference.</summary>
internal static class Comparisons
{
    public static bool Holds(int sign, Comparison comparison) => comparison switch
    {
        Comparison.Equal => sign == 0,
        Comparison.NotEqual => sign != 0,
        Comparison.Less => sign < 0,
        Comparison.AtMost => sign <= 0,
        Comparison.More => sign > 0,
        _ => sign >= 0,
    };
}
