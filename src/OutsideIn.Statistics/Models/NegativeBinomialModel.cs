using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Regression of counts that vary more than Poisson's: variance μ + α μ² (NB2).</summary>
/// <remarks>Source: Lawless (1987), Negative binomial and mixed Poisson regression, Canadian J. Statistics 15.</remarks>
public static class NegativeBinomialModel
{
    private const int StepsMax = 200;

    // From here on the counts vary no more than Poisson's, as far as they can say.
    private const double DispersionMin = 1e-6;

    /// <summary>The coefficients and α of greatest likelihood.</summary>
    /// <param name="design">[rows × columns] What explains, the constant included.</param>
    /// <param name="outcome">[rows] Counts, whole, ≥ 0.</param>
    /// <param name="logExposure">[rows] ln of what each count was counted over; empty for the same everywhere.</param>
    /// <returns>The fit; a refusal as <see cref="PoissonModel.Fit"/>; <c>ST025</c> where counts vary no more than Poisson's.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lengths differ.</exception>
    public static Result<NegativeBinomialFit> Fit(DesignMatrix design, ReadOnlySpan<double> outcome, ReadOnlySpan<double> logExposure = default)
    {
        if (!PoissonModel.Fit(design, outcome, logExposure).TryGet(out var start, out var problem))
        {
            return problem;
        }

        if (start.Dispersion <= 1)
        {
            return NoMore();
        }

        var likelihood = new NegativeBinomialLikelihood(design, outcome.ToArray(), PoissonModel.Offset(logExposure, outcome.Length));
        double[] point = [.. start.Coefficients, Math.Log(0.5 * (start.Dispersion - 1))];
        var at = likelihood.At(point);
        for (var step = 0; step < StepsMax; step++)
        {
            var information = LikelihoodAscent.Copy(at.Information);
            var direction = at.Score.AsSpan().ToArray();
            if (CholeskyFactor.TryFactor(information))
            {
                CholeskyFactor.Solve(information, direction);
            }

            var (next, length) = (at, 1.0);
            double[] trial;
            do
            {
                trial = [.. point.Zip(direction, (from, along) => from + (length * along))];
                next = likelihood.At(trial);
                length /= 2;
            }
            while (!(next.Value >= at.Value - (1e-12 * Math.Abs(at.Value))) && length > 1e-9);

            var moved = point.Zip(trial, static (from, to) => Math.Abs(to - from)).Max();
            (point, at) = (trial, next);
            if (Math.Exp(point[^1]) < DispersionMin)
            {
                return NoMore();
            }

            if (moved < 1e-10)
            {
                break;
            }
        }

        return CholeskyFactor.TryFactor(at.Information)
            ? new NegativeBinomialFit(design.Names, point, CholeskyFactor.Inverse(at.Information), at.Value)
            : NoMore();
    }

    private static Problem NoMore() => new(
        ProblemKind.NotEstimable, "ST025", "The counts vary no more than Poisson's: there is no dispersion to estimate.", "Use Poisson regression.");
}

/// <summary>A fitted negative binomial regression; coefficients are log rates. Immutable; safe to share.</summary>
public sealed class NegativeBinomialFit
{
    private readonly double[] _coefficients;
    private readonly Matrix _covariance;

    internal NegativeBinomialFit(IReadOnlyList<string> names, double[] point, Matrix covariance, double logLikelihood)
    {
        (Names, _coefficients, _covariance) = (names, point[..^1], covariance);
        (Dispersion, LogLikelihood) = (Math.Exp(point[^1]), logLikelihood);
    }

    /// <summary>[columns] What each coefficient is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>α: the variance is μ + α μ².</summary>
    public double Dispersion { get; }

    /// <summary>ln of the likelihood.</summary>
    public double LogLikelihood { get; }

    /// <summary>The coefficients with errors from the observed information, α's uncertainty included.</summary>
    public CoefficientTable Table()
    {
        var covariance = new Matrix(_coefficients.Length, _coefficients.Length);
        for (var row = 0; row < _coefficients.Length; row++)
        {
            _covariance.Row(row)[.._coefficients.Length].CopyTo(covariance.Row(row));
        }

        return new CoefficientTable(Names, _coefficients, covariance, static _ => double.PositiveInfinity, "negative binomial (NB2)");
    }
}
