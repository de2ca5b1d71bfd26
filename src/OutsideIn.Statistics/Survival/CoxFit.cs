using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How well a Cox model explains who reaches it when. Immutable.</summary>
/// <param name="LogLikelihood">Of the partial likelihood at the fit.</param>
/// <param name="LogLikelihoodEmpty">The same with no effect of any column.</param>
/// <param name="Score">The score test's chi-square.</param>
public sealed record CoxLikelihood(double LogLikelihood, double LogLikelihoodEmpty, double Score)
{
    /// <summary>The likelihood-ratio test's chi-square.</summary>
    public double LikelihoodRatio => 2 * (LogLikelihood - LogLikelihoodEmpty);
}

/// <summary>A fitted Cox model. Immutable; safe to share.</summary>
public sealed class CoxFit
{
    private readonly CoxData _data;
    internal CoxFit(IReadOnlyList<string> names, CoxData data, CoxSums sums, double[] standardised, CoxLikelihood likelihood)
    {
        (_data, Likelihood, Degrees) = (data, likelihood, standardised.Length);
        Wald = sums.Information.Quadratic(standardised);
        var covariance = sums.Covariance();
        for (var row = 0; row < names.Count; row++)
        {
            for (var column = 0; column < names.Count; column++)
            {
                covariance[row, column] /= data.Scale(row) * data.Scale(column);
            }
        }

        double[] coefficients = [.. standardised.Select((one, column) => one / data.Scale(column))];
        Coefficients = new CoefficientTable(names, coefficients, covariance, static _ => double.PositiveInfinity, "inverse information");
        Concordance = ConcordancePairs.Share(data, standardised);
        Proportionality = Checks(names, sums.TrendAt(standardised, ReachedBefore()), sums.Covariance());
    }

    /// <summary>Log hazard ratios per unit of each column, with errors of the partial likelihood.</summary>
    public CoefficientTable Coefficients { get; }

    /// <summary>The partial likelihood and two of the three tests that no column has an effect.</summary>
    public CoxLikelihood Likelihood { get; }

    /// <summary>The Wald test's chi-square.</summary>
    public double Wald { get; }

    /// <summary>Degrees of freedom of the three tests: the columns.</summary>
    public int Degrees { get; }

    /// <summary>Cases, open ones included.</summary>
    public int Count => _data.Times.Length;

    /// <summary>Cases that reached it.</summary>
    public int ReachedCount => _data.IsClosed.AsSpan().Count(true);

    /// <summary>
    /// Of all pairs of cases of which is known who got there first, the share in which the model expects that one sooner, ties half: 0.5 is
    /// guessing, 1 is always right. Null where no pair can be ordered. Source: Harrell et al. (1982), Evaluating the yield of medical tests, JAMA 247.
    /// </summary>
    public double? Concordance { get; }

    /// <summary>
    /// Whether each column's effect is the same early and late, and all columns' together under the name <c>all</c>; without those that
    /// cannot be checked, as too few times were observed.
    /// </summary>
    public IReadOnlyDictionary<string, ProportionalityCheck> Proportionality { get; }

    /// <summary>The effect of one more unit of a column on the pace, the others held: a ratio, above 1 where it is faster.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>
    /// The hazard ratio; refused with <c>ST055</c> where its effect is clearly not the same early and late: one number would then stand for none of the times.
    /// Counts are those of all cases under treatment, none under control, as a column need not be an arm.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such column, or the level is outside (0, 1).</exception>
    public EffectEstimate EffectOf(string name, double level = ProportionInterval.DefaultLevel)
    {
        const string Method = "hazard ratio, Cox model, Wald interval";
        var coefficient = Coefficients.Of(name, level);
        var check = Proportionality.GetValueOrDefault(name);
        if (check is { PValue: < ProportionalityCheck.Alarm })
        {
            return EffectEstimate.Refused(Method, Changing(name, check), 0, Count, level) with { Checks = [Told(check)] };
        }

        return new EffectEstimate
        {
            Method = Method,
            Scale = EffectScale.Ratio,
            Value = Math.Exp(coefficient.Value),
            StandardError = coefficient.StandardError,
            Interval = new Interval(Math.Exp(coefficient.Interval.Low), Math.Exp(coefficient.Interval.High)),
            PValue = coefficient.PValue,
            Level = level,
            TreatmentCount = Count,
            Checks = check is null ? [] : [Told(check)],
        };
    }

    private static AssumptionCheck Told(ProportionalityCheck check) => new(
        "The pace is the same multiple early and late.",
        check.PValue >= ProportionalityCheck.Alarm,
        string.Create(CultureInfo.InvariantCulture, $"Trend of Schoenfeld's residuals over time: p = {check.PValue:0.####}."));

    private static Problem Changing(string name, ProportionalityCheck check) => new(
        ProblemKind.NotEstimable,
        "ST055",
        string.Create(CultureInfo.InvariantCulture, $"The effect of {name} on the pace changes with time (p = {check.PValue:0.####}), so one ratio would stand for none of the times."),
        "Compare the restricted means, or the shares within a time.");

    private static Dictionary<string, ProportionalityCheck> Checks(IReadOnlyList<string> names, TrendSums trend, Matrix inverse)
    {
        var checks = new Dictionary<string, ProportionalityCheck>(StringComparer.Ordinal);
        for (var column = 0; column < names.Count; column++)
        {
            if (Check(trend, inverse, [column]) is { } one)
            {
                checks[names[column]] = one;
            }
        }

        if (Check(trend, inverse, [.. Enumerable.Range(0, names.Count)]) is { } all)
        {
            checks["all"] = all;
        }

        return checks;
    }

    // Score test of one more term, column × scale, for each of the columns: U' (B − C I⁻¹ C') ⁻¹ U.
    private static ProportionalityCheck? Check(TrendSums trend, Matrix inverse, int[] columns)
    {
        var rest = new Matrix(columns.Length, columns.Length);
        for (var row = 0; row < columns.Length; row++)
        {
            var own = inverse.Times(trend.Once.Row(columns[row]));
            for (var column = 0; column < columns.Length; column++)
            {
                rest[row, column] = trend.Twice[columns[row], columns[column]] - Matrix.Dot(own, trend.Once.Row(columns[column]));
            }
        }

        double[] residual = [.. columns.Select(column => trend.Residual[column])], solved = [.. residual];
        if (!CholeskyFactor.TryFactor(rest))
        {
            return null;
        }

        CholeskyFactor.Solve(rest, solved);
        var statistic = Matrix.Dot(residual, solved);
        return new ProportionalityCheck(statistic, columns.Length, ChiSquareDistribution.UpperTail(statistic, columns.Length));
    }

    // The share that had reached it just before each case's time: the scale on which a trend is looked for.
    private double[] ReachedBefore()
    {
        var (scale, waiting) = (new double[Count], 1.0);
        for (var first = 0; first < scale.Length;)
        {
            var (end, events) = (first, 0);
            for (; end < scale.Length && _data.Times[end] == _data.Times[first]; end++)
            {
                scale[end] = 1 - waiting;
                events += _data.IsClosed[end] ? 1 : 0;
            }

            waiting *= 1 - ((double)events / (scale.Length - first));
            first = end;
        }

        return scale;
    }
}
