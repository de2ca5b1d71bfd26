using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How the correlation between neighbours is estimated.</summary>
public enum AutoregressiveCriterion
{
    /// <summary>Restricted maximum likelihood: allows for the coefficients that were estimated, so that short series are not called less correlated than they are.</summary>
    Restricted,

    /// <summary>Maximum likelihood.</summary>
    Full,
}

/// <summary>A linear model of a series in which each error carries a share ρ of the one before it: AR(1).</summary>
/// <remarks>
/// Source: Cheang and Reinsel (2000), Bias reduction of autoregressive estimates in time series regression model through restricted maximum
/// likelihood, JASA 95; preferred for interrupted series by Turner et al. (2021), BMC Medical Research Methodology 21, 181.
/// </remarks>
public static class AutoregressiveModel
{
    /// <summary>The coefficients, ρ and the variance of greatest (restricted) likelihood.</summary>
    /// <param name="design">[rows × columns] One row per period in the order of time, periods equally long and none missing.</param>
    /// <param name="outcome">[rows] The series, finite.</param>
    /// <param name="criterion">Which likelihood.</param>
    /// <returns>
    /// The fit; <c>ST020</c> where there are no more rows than columns; <c>ST021</c> where a column is a combination of those before it;
    /// <c>ST022</c> where the columns explain the series without a rest.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The outcome has another number of rows than the design.</exception>
    public static Result<AutoregressiveFit> Fit(
        DesignMatrix design, ReadOnlySpan<double> outcome, AutoregressiveCriterion criterion = AutoregressiveCriterion.Restricted)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (!AutoregressiveSolver.For(design).TryGet(out var solver, out var problem))
        {
            return problem;
        }

        return solver.Solve(outcome, criterion) ? solver.ToFit(design.Names) : NoRest();
    }

    /// <summary>The coefficients with every ρ counted by how likely the series leaves it: the one to decide by.</summary>
    /// <param name="design">[rows × columns] One row per period in the order of time, periods equally long and none missing.</param>
    /// <param name="outcome">[rows] The series, finite.</param>
    /// <returns>The coefficients, or a refusal as <see cref="Fit"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The outcome has another number of rows than the design.</exception>
    public static Result<AutoregressiveIntegral> Integrate(DesignMatrix design, ReadOnlySpan<double> outcome)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (!AutoregressiveSolver.For(design).TryGet(out var solver, out var problem))
        {
            return problem;
        }

        if (!solver.Solve(outcome, AutoregressiveCriterion.Restricted))
        {
            return NoRest();
        }

        var mode = solver.ToFit(design.Names);
        solver.Integrate();
        return new AutoregressiveIntegral(solver, mode);
    }

    private static Problem NoRest() => new(
        ProblemKind.NotEstimable,
        "ST022",
        "The columns explain the series without a rest: nothing says how much it varies.",
        "Compare more periods, or leave columns out.");
}
