namespace OutsideIn.Statistics;

/// <summary>A fitted logistic regression; coefficients are log odds. Immutable; safe to share.</summary>
public sealed class LogisticFit
{
    private readonly OrthogonalFactor _factor;
    private readonly double[] _coefficients;
    private readonly double[] _shares;
    private readonly double[] _outcome;
    private readonly double[] _logs;
    private readonly Matrix _inverse;

    internal LogisticFit(IReadOnlyList<string> names, OrthogonalFactor factor, double[] coordinates, double[] predictors, double[] outcome)
    {
        (Names, _factor, _outcome) = (names, factor, outcome);
        _coefficients = coordinates.AsSpan().ToArray();
        factor.SolveTriangle(_coefficients);
        _shares = [.. predictors.Select(LogisticModel.Share)];
        var information = LogisticModel.Information(factor, predictors);
        CholeskyFactor.TryFactor(information);
        _inverse = CholeskyFactor.Inverse(information);
        _logs = [.. outcome.Zip(predictors, static (answer, predictor) => LogisticModel.Term(answer, predictor).Value)];
        LogLikelihood = _logs.Sum();
        var yes = outcome.Sum();
        NullLogLikelihood = yes > 0 && yes < Count ? (yes * Math.Log(yes / Count)) + ((Count - yes) * Math.Log((Count - yes) / Count)) : 0;
    }

    /// <summary>[columns] What each coefficient is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>[columns] The log odds a unit of each column adds.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>[rows] The probability of a yes.</summary>
    public ReadOnlySpan<double> Shares => _shares;

    /// <summary>How many observations.</summary>
    public int Count => _outcome.Length;

    /// <summary>ln of the likelihood.</summary>
    public double LogLikelihood { get; }

    /// <summary>ln of the likelihood of a constant alone.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>Twice the gain over a constant alone, with its chi-square test.</summary>
    public ChiSquareTest LikelihoodRatio
    {
        get
        {
            var gain = 2 * (LogLikelihood - NullLogLikelihood);
            return new ChiSquareTest(gain, Names.Count - 1, ChiSquareDistribution.UpperTail(gain, Names.Count - 1));
        }
    }

    /// <summary>McFadden's R²: 1 − ln likelihood ÷ that of a constant alone.</summary>
    public double McFadden => 1 - (LogLikelihood / NullLogLikelihood);

    /// <summary>Akaike's criterion.</summary>
    public double Aic => (2 * Names.Count) - (2 * LogLikelihood);

    /// <summary>Schwarz's criterion.</summary>
    public double Bic => (Math.Log(Count) * Names.Count) - (2 * LogLikelihood);

    /// <summary>Mean squared difference of probability and outcome.</summary>
    public double Brier => _shares.Zip(_outcome, static (share, answer) => (share - answer) * (share - answer)).Average();

    /// <summary>The coefficients with errors from the information, held against the normal distribution.</summary>
    public CoefficientTable Table() => new(Names, _coefficients, _factor.ToCoefficients(_inverse), static _ => double.PositiveInfinity, "maximum likelihood");

    /// <summary>The coefficients with errors that hold where the model's spread does not (HC0).</summary>
    /// <remarks>Source: Huber (1967); White (1982), Econometrica 50.</remarks>
    public CoefficientTable RobustTable()
    {
        var (meat, row) = (new Matrix(Names.Count, Names.Count), new double[Names.Count]);
        for (var index = 0; index < Count; index++)
        {
            _factor.CopyRow(index, row);
            var rest = _outcome[index] - _shares[index];
            meat.AddOuter(rest * rest, row);
        }

        return new(Names, _coefficients, _factor.ToCoefficients(_inverse.Times(meat).Times(_inverse)), static _ => double.PositiveInfinity, "HC0");
    }

    /// <summary>ln of the greatest likelihood where each row stands so many times, as in a bootstrap: by one Newton step from this fit.</summary>
    /// <remarks>
    /// One step from the fit of all rows leaves an error that is small beside what drawing rows anew does. Source: Davidson and MacKinnon
    /// (1999), Bootstrap testing in nonlinear models, International Economic Review 40. O(rows × columns²).
    /// </remarks>
    /// <param name="times">[rows] How often each row was drawn.</param>
    /// <returns>The likelihood of columns and, beside it, that of a constant alone; null where the rows drawn do not vary enough to tell.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is another number of rows.</exception>
    public (double LogLikelihood, double NullLogLikelihood)? Redrawn(ReadOnlySpan<byte> times)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(times.Length, Count, nameof(times));
        var (size, row) = (Names.Count, new double[Names.Count]);
        var (information, score) = (new Matrix(size, size), new double[size]);
        var (likelihood, yes, all) = (0.0, 0.0, 0.0);
        for (var index = 0; index < times.Length; index++)
        {
            if (times[index] == 0)
            {
                continue;
            }

            double weight = times[index];
            var (share, answer) = (_shares[index], _outcome[index]);
            _factor.CopyRow(index, row);
            var spread = weight * share * (1 - share);
            for (var column = 0; column < size; column++)
            {
                // The lower triangle is all that is factored.
                Matrix.AddScaled(information.Row(column)[..(column + 1)], spread * row[column], row);
            }

            Matrix.AddScaled(score, weight * (answer - share), row);
            likelihood += weight * _logs[index];
            (yes, all) = (yes + (weight * answer), all + weight);
        }

        if (!(yes > 0 && yes < all) || !CholeskyFactor.TryFactor(information))
        {
            return null;
        }

        var step = score.AsSpan().ToArray();
        CholeskyFactor.Solve(information, step);
        return (likelihood + (Matrix.Dot(score, step) / 2), (yes * Math.Log(yes / all)) + ((all - yes) * Math.Log((all - yes) / all)));
    }

    /// <summary>[columns] By how much a unit more of each column moves the probability, averaged over the rows.</summary>
    public IReadOnlyList<double> AverageMarginalEffects()
    {
        var slope = _shares.Average(static share => share * (1 - share));
        return [.. _coefficients.Select(coefficient => coefficient * slope)];
    }

    /// <summary>Probability that a yes was given a higher probability than a no, ties half; NaN where all are the same.</summary>
    public double AreaUnderCurve()
    {
        var (shares, answers) = (_shares.AsSpan().ToArray(), _outcome.AsSpan().ToArray());
        Array.Sort(shares, answers);
        var (pairs, noBelow) = (0.0, 0.0);
        for (var first = 0; first < shares.Length;)
        {
            var end = first;
            var yes = 0.0;
            while (end < shares.Length && shares[end] == shares[first])
            {
                yes += answers[end++];
            }

            var no = end - first - yes;
            pairs += yes * (noBelow + (no / 2));
            noBelow += no;
            first = end;
        }

        return pairs / (noBelow * (shares.Length - noBelow));
    }
}
