using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How far two raters, or two readings of the same cases, agree beyond chance. Immutable.</summary>
/// <param name="Kappa">1 where they always agree, 0 where as often as by chance; with its normal interval.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="ErrorWithoutAgreement">Its standard error were there no agreement beyond chance: for a test against 0.</param>
/// <param name="PValue">How often at least so much agreement, or disagreement, would be seen by chance.</param>
public sealed record Agreement(Estimate Kappa, double StandardError, double ErrorWithoutAgreement, double PValue)
{
    /// <summary>Cohen's kappa: any disagreement counts the same.</summary>
    /// <param name="table">[values, values] How many cases the first put here and the second there.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The agreement, or <c>ST047</c> where nothing but one value occurs.</returns>
    /// <exception cref="ArgumentException">The table is not square, a count is negative, or the level is outside (0, 1).</exception>
    /// <remarks>Source: Fleiss, Cohen and Everitt (1969), Large sample standard errors of kappa and weighted kappa, Psychological Bulletin 72.</remarks>
    public static Result<Agreement> OfCohen(double[,] table, double level = ProportionInterval.DefaultLevel) =>
        Of(table, static (row, column, _) => row == column ? 1 : 0, level, "Cohen's kappa");

    /// <summary>Weighted kappa for ordered values: disagreement counts with the square of its distance.</summary>
    /// <inheritdoc cref="OfCohen" path="/param"/>
    /// <inheritdoc cref="OfCohen" path="/returns"/>
    /// <inheritdoc cref="OfCohen" path="/exception"/>
    /// <inheritdoc cref="OfCohen" path="/remarks"/>
    public static Result<Agreement> OfOrdered(double[,] table, double level = ProportionInterval.DefaultLevel) =>
        Of(table, static (row, column, last) => 1 - Math.Pow((double)(row - column) / last, 2), level, "weighted kappa, quadratic");

    private static Result<Agreement> Of(double[,] table, Func<int, int, int, double> weightOf, double level, string method)
    {
        ArgumentNullException.ThrowIfNull(table);
        Levels.ThrowUnlessInside(level);
        var size = table.GetLength(0);
        ArgumentOutOfRangeException.ThrowIfNotEqual(table.GetLength(1), size, nameof(table));
        var cells = Cells(table, weightOf);
        var count = cells.Sum(static cell => cell.Count);
        var (rows, columns) = (new double[size], new double[size]);
        foreach (var cell in cells)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cell.Count, nameof(table));
            rows[cell.Row] += cell.Count / count;
            columns[cell.Column] += cell.Count / count;
        }

        var (byRow, byColumn, seen, chance) = (new double[size], new double[size], 0.0, 0.0);
        foreach (var (row, column, here, weight) in cells)
        {
            byRow[row] += weight * columns[column];
            byColumn[column] += weight * rows[row];
            seen += weight * here / count;
            chance += weight * rows[row] * columns[column];
        }

        if (!(chance < 1))
        {
            return new Problem(
                ProblemKind.NotEstimable, "ST047", "Only one value occurs, so agreement beyond chance cannot be told from chance.", "Rate cases that differ.");
        }

        var (kappa, own, none) = ((seen - chance) / (1 - chance), 0.0, 0.0);
        foreach (var (row, column, here, weight) in cells)
        {
            var average = byRow[row] + byColumn[column];
            own += here / count * Math.Pow(weight - (average * (1 - kappa)), 2);
            none += rows[row] * columns[column] * Math.Pow(weight - average, 2);
        }

        var error = Math.Sqrt(Math.Max(0, own - Math.Pow(kappa - (chance * (1 - kappa)), 2)) / count) / (1 - chance);
        var error0 = Math.Sqrt((none - (chance * chance)) / count) / (1 - chance);
        var half = NormalDistribution.TwoSided(level) * error;
        return new Agreement(
            new Estimate(kappa, new Interval(Math.Max(-1, kappa - half), Math.Min(1, kappa + half)), level, $"{method}, normal interval", (long)count, 0),
            error, error0, ChiSquareDistribution.BothTails(kappa / error0));
    }

    private static List<(int Row, int Column, double Count, double Weight)> Cells(double[,] table, Func<int, int, int, double> weightOf)
    {
        var (size, cells) = (table.GetLength(0), new List<(int, int, double, double)>());
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                cells.Add((row, column, table[row, column], weightOf(row, column, Math.Max(1, size - 1))));
            }
        }

        return cells;
    }
}
