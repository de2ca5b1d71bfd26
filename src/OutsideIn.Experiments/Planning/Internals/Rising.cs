namespace OutsideIn.Experiments;

/// <summary>Where a function that only rises reaches a value.</summary>
internal static class Rising
{
    private const int StepsMax = 200;

    /// <summary>The x &gt; 0 at which it does, to its last digits; NaN where it does not by 10¹⁵.</summary>
    /// <param name="function">Rises with x.</param>
    /// <param name="aim">The value.</param>
    /// <param name="least">Below the answer, ≥ 0.</param>
    /// <param name="guess">Near it.</param>
    public static double Reaches(Func<double, double> function, double aim, double least, double guess)
    {
        var (low, high) = (least, Math.Max(guess, least * 2));
        while (function(high) < aim)
        {
            (low, high) = (high, high * 2);
            if (high > 1e15)
            {
                return double.NaN;
            }
        }

        for (var step = 0; step < StepsMax && high - low > 1e-13 * high; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = function(middle) < aim ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
