namespace OutsideIn.Statistics;

/// <summary>The likelihood of NB2 counts with slope and curvature, in the coefficients and ln α.</summary>
internal sealed class NegativeBinomialLikelihood(DesignMatrix design, double[] counts, double[] offset)
{
    private readonly double _constant = counts.Sum(static count => GammaFunction.Log(count + 1));

    public (double Value, double[] Score, Matrix Information) At(double[] point)
    {
        var size = design.ColumnCount;
        var (sum, score, information, row) = (-_constant, new double[size + 1], new Matrix(size + 1, size + 1), new double[size]);
        var predictors = design.Times(point.AsSpan(0, size));
        var alpha = Math.Exp(point[size]);
        for (var index = 0; index < counts.Length; index++)
        {
            design.CopyRow(index, row);
            var term = Term(counts[index], predictors[index] + offset[index], alpha);
            sum += term.Value;
            for (var column = 0; column < size; column++)
            {
                score[column] += term.Slope * row[column];
                Matrix.AddScaled(information.Row(column)[..size], -term.Curvature * row[column], row);
                information[column, size] -= term.Across * alpha * row[column];
            }

            // By the chain rule for ln α.
            score[size] += term.SlopeOfAlpha * alpha;
            information[size, size] -= (term.CurvatureOfAlpha * alpha * alpha) + (term.SlopeOfAlpha * alpha);
        }

        for (var column = 0; column < size; column++)
        {
            information[size, column] = information[column, size];
        }

        return (sum, score, information);
    }

    // Γ(y + 1/α) ÷ Γ(1/α) is a product of y factors, so its logarithm and derivatives are sums that lose no digits.
    private static NegativeBinomialTerm Term(double count, double predictor, double alpha)
    {
        var rate = Math.Exp(predictor);
        var (whole, log) = (1 + (alpha * rate), Math.Log(1 + (alpha * rate)));
        var (logs, first, second) = (0.0, 0.0, 0.0);
        for (var factor = 0; factor < count; factor++)
        {
            var share = factor / (1 + (alpha * factor));
            logs += Math.Log(1 + (alpha * factor));
            first += share;
            second += share * share;
        }

        var trials = count + (1 / alpha);
        return new(
            logs + (count * predictor) - (trials * log),
            (count - rate) / whole,
            -rate * (1 + (alpha * count)) / (whole * whole),
            first - (trials * rate / whole) + (log / (alpha * alpha)),
            -(count - rate) * rate / (whole * whole),
            -second + (trials * rate * rate / (whole * whole)) + (2 * rate / (alpha * alpha * whole)) - (2 * log / (alpha * alpha * alpha)));
    }
}

/// <summary>What one count adds to the likelihood and its derivatives by predictor and α.</summary>
internal readonly record struct NegativeBinomialTerm(double Value, double Slope, double Curvature, double SlopeOfAlpha, double Across, double CurvatureOfAlpha);
