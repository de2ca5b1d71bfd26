namespace OutsideIn.Statistics;

/// <summary>What one observation adds to a likelihood: its value, slope and curvature at a linear predictor.</summary>
internal delegate (double Value, double Slope, double Curvature) LikelihoodTerm(int row, double predictor);

/// <summary>Newton's method for likelihoods of a linear predictor, in orthonormal columns, so that badly scaled ones keep their digits.</summary>
internal sealed class LikelihoodAscent
{
    private const int StepsMax = 60;

    private LikelihoodAscent(double[] coordinates, double[] predictors, Matrix information, double logLikelihood, bool isSettled) =>
        (Coordinates, Predictors, Information, LogLikelihood, IsSettled) = (coordinates, predictors, information, logLikelihood, isSettled);

    /// <summary>[columns] Along the orthonormal columns.</summary>
    public double[] Coordinates { get; }

    /// <summary>[rows] Offset and columns together.</summary>
    public double[] Predictors { get; }

    /// <summary>[columns × columns] −Σ curvature × q qᵀ.</summary>
    public Matrix Information { get; }

    public double LogLikelihood { get; }

    /// <summary>False where predictors went on growing: the outcome can be told without error.</summary>
    public bool IsSettled { get; }

    public static LikelihoodAscent Climb(OrthogonalFactor factor, ReadOnlySpan<double> offset, LikelihoodTerm term)
    {
        var (coordinates, predictors) = (new double[factor.ColumnCount], offset.ToArray());
        var (likelihood, score, information) = At(factor, predictors, term);
        for (var step = 0; step < StepsMax; step++)
        {
            var solved = Copy(information);
            if (!CholeskyFactor.TryFactor(solved))
            {
                return new LikelihoodAscent(coordinates, predictors, information, likelihood, isSettled: false);
            }

            CholeskyFactor.Solve(solved, score);
            var (length, largest) = (1.0, 0.0);
            double[] trial;
            (double Value, double[] Score, Matrix Information) next;
            do
            {
                trial = Moved(factor, predictors, score, length);
                next = At(factor, trial, term);
                length /= 2;
            }
            while (!(next.Value >= likelihood - (1e-12 * Math.Abs(likelihood))) && length > 1e-6);

            for (var row = 0; row < trial.Length; row++)
            {
                largest = Math.Max(largest, Math.Abs(trial[row] - predictors[row]));
            }

            Matrix.AddScaled(coordinates, 2 * length, score);
            (predictors, likelihood, score, information) = (trial, next.Value, next.Score, next.Information);
            if (largest < 1e-11)
            {
                return new LikelihoodAscent(coordinates, predictors, information, likelihood, isSettled: true);
            }
        }

        return new LikelihoodAscent(coordinates, predictors, information, likelihood, isSettled: false);
    }

    public static Matrix Copy(Matrix matrix)
    {
        var copy = new Matrix(matrix.RowCount, matrix.ColumnCount);
        matrix.CopyTo(copy);
        return copy;
    }

    private static double[] Moved(OrthogonalFactor factor, double[] predictors, double[] direction, double length)
    {
        var moved = predictors.AsSpan().ToArray();
        for (var column = 0; column < direction.Length; column++)
        {
            Matrix.AddScaled(moved, length * direction[column], factor.Column(column));
        }

        return moved;
    }

    private static (double Value, double[] Score, Matrix Information) At(OrthogonalFactor factor, double[] predictors, LikelihoodTerm term)
    {
        var (sum, score, information) = (0.0, new double[factor.ColumnCount], new Matrix(factor.ColumnCount, factor.ColumnCount));
        var row = new double[factor.ColumnCount];
        for (var index = 0; index < predictors.Length; index++)
        {
            var (value, slope, curvature) = term(index, predictors[index]);
            factor.CopyRow(index, row);
            sum += value;
            Matrix.AddScaled(score, slope, row);
            information.AddOuter(-curvature, row);
        }

        return (sum, score, information);
    }
}
