namespace OutsideIn.Experiments;

/// <summary>The columns that take a season out: one or two waves.</summary>
/// <remarks>Source: harmonic terms as in Lopez Bernal, Cummins and Gasparrini (2017), Int. J. Epidemiology 46, their Sicilian example.</remarks>
internal sealed record SeasonTerms(IReadOnlyList<string> Names, IReadOnlyList<double[]> Columns, string Finding)
{
    // A season that has not come round twice cannot be told from a trend.
    private const double CyclesMin = 2;

    // Two waves cost four degrees of freedom: a short series pays for one only.
    private const int PeriodsForTwoWaves = 36;

    /// <summary>No season.</summary>
    public static SeasonTerms None { get; } = new([], [], string.Empty);

    public static SeasonTerms Of(InterruptedSeries series)
    {
        if (series.SeasonLength is not { } length)
        {
            return None;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(length, 3, nameof(series));
        var count = series.Values.Count;
        if (count < CyclesMin * length)
        {
            return new SeasonTerms([], [], $"{count} {series.PeriodName} do not hold two seasons of {length}: none could be taken out.");
        }

        var waves = count >= PeriodsForTwoWaves && length > 4 ? 2 : 1;
        var (names, columns) = (new List<string>(), new List<double[]>());
        for (var wave = 1; wave <= waves; wave++)
        {
            var turn = 2 * Math.PI * wave / length;
            names.AddRange([$"season {wave} sine", $"season {wave} cosine"]);
            columns.Add([.. Enumerable.Range(0, count).Select(period => Math.Sin(turn * period))]);
            columns.Add([.. Enumerable.Range(0, count).Select(period => Math.Cos(turn * period))]);
        }

        return new SeasonTerms(names, columns, $"A season of {length} {series.PeriodName} is taken out by {waves} wave(s).");
    }
}
