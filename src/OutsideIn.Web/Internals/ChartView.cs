namespace OutsideIn.Web;

/// <summary>How a series is drawn.</summary>
internal enum SeriesKind
{
    Line,
    Step,
    Bar,
    StackedBar,
}

/// <summary>A label on an axis.</summary>
internal sealed record TickView(double Value, string Text);

/// <summary>An axis: its title with the unit, its range and its labels.</summary>
internal sealed record AxisView(string Title, double Min, double Max, IReadOnlyList<TickView> Ticks)
{
    /// <summary>Categories at 0, 1, 2, …</summary>
    public static AxisView Of(string title, IReadOnlyList<string> categories) =>
        new(title, 0, Math.Max(0, categories.Count - 1), [.. categories.Select(static (text, at) => new TickView(at, text))]);

    /// <summary>From 0 to a round number at or above the largest value; labels by <paramref name="kind"/>.</summary>
    public static AxisView Of(string title, ColumnKind kind, double largest)
    {
        var step = kind == ColumnKind.Duration ? DurationStep(largest) : RoundStep(largest, kind);
        var count = Math.Max(1, (int)Math.Ceiling((largest / step) - 1e-9));
        return new AxisView(title, 0, count * step, [.. Enumerable.Range(0, count + 1).Select(at => TickAt(at * step, kind))]);
    }

    private static TickView TickAt(double value, ColumnKind kind) => new(value, kind switch
    {
        ColumnKind.Duration => value == 0 ? "0" : Say.Duration(value),
        ColumnKind.Share => Say.Percent(value),
        _ => Say.Number(value),
    });

    private static double RoundStep(double largest, ColumnKind kind)
    {
        if (largest <= 0)
        {
            return kind == ColumnKind.Share ? 0.25 : 1;
        }

        var rough = largest / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var lead = rough / power;
        var round = (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
        return kind == ColumnKind.Share ? Math.Min(round, 0.25) : round;
    }

    private static double DurationStep(double largest)
    {
        ReadOnlySpan<double> steps =
        [
            1, 5, 15, 60, 300, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400, 172_800, 432_000, 604_800, 864_000, 1_728_000,
            4_320_000, 8_640_000, 17_280_000, 43_200_000, 86_400_000,
        ];
        foreach (var step in steps)
        {
            if (largest / step <= 6)
            {
                return step;
            }
        }

        return RoundStep(largest / 86_400, ColumnKind.Number) * 86_400;
    }
}

/// <summary>A point: where it stands, what the tooltip says, the cases behind it, and its interval where it has one.</summary>
internal sealed record PointView(double X, double? Y, string Text, string? Figure, double? Low, double? High);

/// <summary>A series. <paramref name="Tone"/> is the theme's name for what it stands for (see <see cref="CardView.Tone"/>).</summary>
internal sealed record SeriesView(string Name, SeriesKind Kind, string Tone, IReadOnlyList<PointView> Points);

/// <summary>A chart with its axes ready labelled, what it shows in a sentence for those who do not see it, and its table twin.</summary>
internal sealed record ChartView(
    string Key, string Title, string? Help, string Summary, AxisView X, AxisView Y, IReadOnlyList<SeriesView> Series, TableView Table);
