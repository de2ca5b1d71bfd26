using System.Runtime.CompilerServices;

namespace OutsideIn.Measures;

/// <summary>Checks of what every estimator is asked for.</summary>
internal static class Levels
{
    public static void ThrowUnlessInside(double level, [CallerArgumentExpression(nameof(level))] string? name = null)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(name, level, "Must lie between 0 and 1, both excluded.");
        }
    }
}
