using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Variances of linearised functions of means, for one unit.</summary>
internal static class DeltaMethod
{
    /// <summary>slopesᵀ Σ slopes, Σ the covariance matrix of the columns.</summary>
    public static double Variance(JointMoments values, ReadOnlySpan<double> slopes) => Covariance(values, slopes, slopes);

    /// <summary>slopesᵀ Σ others.</summary>
    public static double Covariance(JointMoments values, ReadOnlySpan<double> slopes, ReadOnlySpan<double> others)
    {
        var sum = 0.0;
        for (var row = 0; row < slopes.Length; row++)
        {
            for (var column = 0; column < others.Length; column++)
            {
                sum += slopes[row] * others[column] * values.Covariance(row, column);
            }
        }

        return sum;
    }
}
