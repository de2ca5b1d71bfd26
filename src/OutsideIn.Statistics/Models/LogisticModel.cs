using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Logistic regression: the log odds of a yes as a weighted sum of columns.</summary>
public static class LogisticModel
{
    private const int FirthStepsMax = 500;

    /// <summary>The coefficients of greatest likelihood.</summary>
    /// <param name="design">[rows × columns] What explains, the constant included.</param>
    /// <param name="outcome">[rows] 1 for yes, 0 for no.</param>
    /// <returns>
    /// The fit; <c>ST020</c> or <c>ST021</c> as <see cref="LinearModel.Fit"/>; <c>ST023</c> where the columns tell yes from no without error
    /// in some rows: the likelihood then has no greatest value, and <see cref="FitFirth"/> still answers.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The outcome has another number of rows than the design, or is neither 0 nor 1.</exception>
    public static Result<LogisticFit> Fit(DesignMatrix design, ReadOnlySpan<double> outcome)
    {
        if (!Factored(design, outcome).TryGet(out var factor, out var problem))
        {
            return problem;
        }

        var answers = outcome.ToArray();
        var ascent = LikelihoodAscent.Climb(factor, new double[answers.Length], (row, predictor) => Term(answers[row], predictor));
        return ascent.IsSettled
            ? new LogisticFit(design.Names, factor, ascent.Coordinates, ascent.Predictors, answers)
            : new Problem(
                ProblemKind.NotEstimable,
                "ST023",
                "The columns tell yes from no without error in some of the rows: odds grow without end.",
                "Use Firth's penalised likelihood, or leave out the column that decides.");
    }

    /// <summary>The coefficients of greatest penalised likelihood: finite always, and less biased where yes or no is rare.</summary>
    /// <param name="design">[rows × columns] What explains, the constant included.</param>
    /// <param name="outcome">[rows] 1 for yes, 0 for no.</param>
    /// <returns>The fit; <c>ST020</c> or <c>ST021</c> as <see cref="LinearModel.Fit"/>. Its likelihood is the plain one at the penalised coefficients.</returns>
    /// <remarks>Source: Firth (1993), Biometrika 80; Heinze and Schemper (2002), A solution to the problem of separation, Statistics in Medicine 21.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The outcome has another number of rows than the design, or is neither 0 nor 1.</exception>
    public static Result<LogisticFit> FitFirth(DesignMatrix design, ReadOnlySpan<double> outcome)
    {
        if (!Factored(design, outcome).TryGet(out var factor, out var problem))
        {
            return problem;
        }

        var (coordinates, predictors, row) = (new double[factor.ColumnCount], new double[outcome.Length], new double[factor.ColumnCount]);
        for (var step = 0; step < FirthStepsMax; step++)
        {
            var information = Information(factor, predictors);
            CholeskyFactor.TryFactor(information);
            var score = new double[factor.ColumnCount];
            for (var index = 0; index < outcome.Length; index++)
            {
                factor.CopyRow(index, row);
                var share = Share(predictors[index]);
                var leverage = share * (1 - share) * Leverage(information, row);
                Matrix.AddScaled(score, outcome[index] - share + (leverage * (0.5 - share)), row);
            }

            CholeskyFactor.Solve(information, score);
            var length = Math.Sqrt(Matrix.Dot(score, score));
            var damping = Math.Min(1, 5 / length);
            Matrix.AddScaled(coordinates, damping, score);
            for (var column = 0; column < score.Length; column++)
            {
                Matrix.AddScaled(predictors, damping * score[column], factor.Column(column));
            }

            if (length < 1e-12)
            {
                break;
            }
        }

        return new LogisticFit(design.Names, factor, coordinates, predictors, outcome.ToArray());
    }

    /// <summary>1 ÷ (1 + e^−predictor).</summary>
    internal static double Share(double predictor) => predictor >= 0 ? 1 / (1 + Math.Exp(-predictor)) : Math.Exp(predictor) / (1 + Math.Exp(predictor));

    internal static (double Value, double Slope, double Curvature) Term(double answer, double predictor)
    {
        var share = Share(predictor);
        return ((answer * predictor) - Math.Max(predictor, 0) - Math.Log(1 + Math.Exp(-Math.Abs(predictor))), answer - share, -share * (1 - share));
    }

    internal static Matrix Information(OrthogonalFactor factor, ReadOnlySpan<double> predictors)
    {
        var (information, row) = (new Matrix(factor.ColumnCount, factor.ColumnCount), new double[factor.ColumnCount]);
        for (var index = 0; index < predictors.Length; index++)
        {
            factor.CopyRow(index, row);
            var share = Share(predictors[index]);
            information.AddOuter(share * (1 - share), row);
        }

        return information;
    }

    private static double Leverage(Matrix factored, ReadOnlySpan<double> row)
    {
        var solved = row.ToArray();
        CholeskyFactor.Solve(factored, solved);
        return Matrix.Dot(solved, row);
    }

    private static Result<OrthogonalFactor> Factored(DesignMatrix design, ReadOnlySpan<double> outcome)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentOutOfRangeException.ThrowIfNotEqual(outcome.Length, design.RowCount, nameof(outcome));
        if (outcome.ContainsAnyExcept(0, 1))
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), "Every outcome must be 0 or 1.");
        }

        return LinearModel.Factor(design);
    }
}
