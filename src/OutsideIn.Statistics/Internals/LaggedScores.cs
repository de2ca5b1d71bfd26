namespace OutsideIn.Statistics;

/// <summary>The middle of a covariance that allows for correlation between neighbouring rows.</summary>
internal static class LaggedScores
{
    /// <summary>Σ sₜsₜᵀ + Σ (1 − l ÷ (lags + 1)) (sₜsₜ₋ₗᵀ + sₜ₋ₗsₜᵀ).</summary>
    /// <param name="scores">[rows × columns] One row per observation, in the order of time.</param>
    /// <param name="lags">Over how many rows.</param>
    /// <remarks>Source: Newey and West (1987), Econometrica 55, eq. 5.</remarks>
    public static Matrix Sum(Matrix scores, int lags)
    {
        var sum = new Matrix(scores.ColumnCount, scores.ColumnCount);
        for (var row = 0; row < scores.RowCount; row++)
        {
            sum.AddOuter(1, scores.Row(row));
            for (var lag = 1; lag <= Math.Min(lags, row); lag++)
            {
                var weight = 1 - (lag / (lags + 1.0));
                for (var column = 0; column < scores.ColumnCount; column++)
                {
                    Matrix.AddScaled(sum.Row(column), weight * scores[row, column], scores.Row(row - lag));
                    Matrix.AddScaled(sum.Row(column), weight * scores[row - lag, column], scores.Row(row));
                }
            }
        }

        return sum;
    }
}
