using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>What is done where several reach it at one recorded time.</summary>
public enum TiedTimes
{
    /// <summary>As if they came one after the other in every order, nearly: Efron's. Used where nothing else is asked for.</summary>
    Efron,

    /// <summary>As if all of them still waited for each: Breslow's; pulls effects towards none where there are many ties.</summary>
    Breslow,
}

/// <summary>Fits what makes the pace at which something is reached faster or slower, open cases counted as open.</summary>
/// <remarks>
/// Assumes that each column multiplies the pace by the same factor at all times (checked, see <see cref="CoxFit.Proportionality"/>), and that
/// who is still open is a matter of when it began. Source: Cox (1972), Regression models and life tables, JRSS B 34; ties: Efron (1977), JASA
/// 72, and Breslow (1974), Biometrics 30.
/// </remarks>
public static class CoxModel
{
    private const int StepsMax = 40;

    // A log hazard ratio beyond e^±15 is on its way to infinity: all of one kind reach it before all of the other.
    private const double CoefficientMax = 15;

    /// <summary>Fits the coefficients by Newton's steps, halved where one leads astray.</summary>
    /// <param name="design">[cases × columns] What explains the pace, without a constant.</param>
    /// <param name="durations">[cases] How long until it was reached or, where open, how long it has been waited; not NaN.</param>
    /// <param name="isClosed">[cases] Whether it was reached at that duration.</param>
    /// <param name="ties">What is done with equal times.</param>
    /// <returns>
    /// The fit; <c>ME002</c> where there is no case; <c>ST021</c> where a column says nothing that the others do not, or nothing varies among
    /// those who wait together; <c>ST054</c> where a coefficient runs off to infinity.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, or a duration is NaN.</exception>
    public static Result<CoxFit> Fit(DesignMatrix design, ReadOnlySpan<double> durations, ReadOnlySpan<bool> isClosed, TiedTimes ties = TiedTimes.Efron)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentOutOfRangeException.ThrowIfNotEqual(durations.Length, design.RowCount, nameof(durations));
        ArgumentOutOfRangeException.ThrowIfNotEqual(isClosed.Length, design.RowCount, nameof(isClosed));
        if (durations.IsEmpty)
        {
            return new Problem(ProblemKind.NotEstimable, "ME002", "There is no case to time.", "Widen the filter or the period until there are cases in it.");
        }

        var data = CoxData.Of(design, durations, isClosed);
        var sums = new CoxSums(data, ties);
        var coefficients = new double[design.ColumnCount];
        sums.At(coefficients);
        var (empty, score) = (sums.LogLikelihood, (double?)null);
        for (var step = 0; step < StepsMax; step++)
        {
            var before = sums.LogLikelihood;
            if (sums.NewtonStep() is not { } shift)
            {
                return LinearModel.Dependent(DependentColumn(design, sums));
            }

            score ??= Matrix.Dot(shift, sums.Gradient);
            Move(sums, coefficients, shift, before);
            if (Array.Exists(coefficients, static one => Math.Abs(one) > CoefficientMax))
            {
                return RunsOff(design, coefficients);
            }

            if (Math.Abs(sums.LogLikelihood - before) <= 1e-13 * Math.Abs(before))
            {
                sums.NewtonStep();
                return new CoxFit(design.Names, data, sums, coefficients, new CoxLikelihood(sums.LogLikelihood, empty, score.Value));
            }
        }

        return RunsOff(design, coefficients);
    }

    private static void Move(CoxSums sums, double[] coefficients, double[] shift, double before)
    {
        var part = 1.0;
        Matrix.AddScaled(coefficients, 1, shift);
        sums.At(coefficients);
        while (!(sums.LogLikelihood >= before - (1e-12 * Math.Abs(before))) && part > 1e-6)
        {
            part /= 2;
            Matrix.AddScaled(coefficients, -part, shift);
            sums.At(coefficients);
        }
    }

    private static string DependentColumn(DesignMatrix design, CoxSums sums)
    {
        for (var column = 0; column < design.ColumnCount; column++)
        {
            if (!sums.IsInformed(column))
            {
                return design.Names[column];
            }
        }

        return design.Names[^1];
    }

    private static Problem RunsOff(DesignMatrix design, double[] standardised)
    {
        var largest = Enumerable.Range(0, standardised.Length).MaxBy(column => Math.Abs(standardised[column]));
        return new Problem(
            ProblemKind.NotEstimable,
            "ST054",
            $"The effect of {design.Names[largest]} on the pace runs off to infinity: those who have more of it reached it before all others, or never.",
            "Compare the groups with the log-rank test or within a time, or leave the column out.");
    }
}
