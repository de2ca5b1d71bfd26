using System.Runtime.CompilerServices;

namespace OutsideIn.Statistics;

/// <summary>Checks of what every estimator is asked for.</summary>
public static class Levels
{
    /// <summary>Throws unless a confidence level, or a share of error, lies between 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static void ThrowUnlessInside(double level, [CallerArgumentExpression(nameof(level))] string? name = null)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(name, level, "Must lie between 0 and 1, both excluded.");
        }
    }
}
