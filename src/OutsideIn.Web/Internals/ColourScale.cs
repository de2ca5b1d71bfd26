using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>One step of a colour scale and what it means.</summary>
internal sealed record ScaleStepView(int Level, string Text);

/// <summary>How a colour is to be read: what it shows, and its steps from least to most.</summary>
/// <param name="Title">What the colour of activities and connections shows.</param>
/// <param name="Steps">The steps that occur on the scale, at most five.</param>
/// <param name="Note">What has no colour and why, or null.</param>
internal sealed record ScaleView(string Title, IReadOnlyList<ScaleStepView> Steps, string? Note);

/// <summary>Puts values on five levels, 0 to 4, with bounds a person can read. Immutable.</summary>
internal sealed class ColourScale
{
    /// <summary>The highest level.</summary>
    public const int Highest = 4;

    /// <summary>Fewer cases than this get no outcome colour: their share says nothing.</summary>
    public const int FewCases = 30;

    private static readonly double[] Lengths =
    [
        1, 10, 60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 172_800, 259_200, 432_000, 604_800, 864_000, 1_209_600,
        1_728_000, 2_592_000, 5_184_000, 7_776_000, 15_552_000, 31_536_000, 63_072_000,
    ];

    private static readonly double[] Fifths = [0.2, 0.4, 0.6, 0.8];

    private readonly double[] _bounds;
    private readonly Func<int, string?> _text;

    private ColourScale(double[] bounds, Func<int, string?> text) => (_bounds, _text) = (bounds, text);

    /// <summary>The level of a value; levels spread over all five also where there are fewer bounds.</summary>
    public int? LevelOf(double? value) => value is { } known ? Spread(_bounds.Count(bound => known >= bound)) : null;

    /// <summary>The steps, least first.</summary>
    public IReadOnlyList<ScaleStepView> Steps =>
    [
        .. Enumerable.Range(0, _bounds.Length + 1).Select(at => (At: at, Text: _text(at)))
            .Where(static one => one.Text is not null).Select(one => new ScaleStepView(Spread(one.At), one.Text!)),
    ];

    private int Spread(int at) => _bounds.Length == 0 ? Highest / 2 : (int)Math.Round(at * (double)Highest / _bounds.Length);

    /// <summary>Counts: bounds are round numbers near the fifths of what occurs.</summary>
    public static ColourScale OfCounts(IEnumerable<long> counts)
    {
        double[] ordered = [.. counts.Select(static one => (double)one).Order()];
        double[] bounds = ordered.Length == 0
            ? []
            : [.. Fifths.Select(part => Round(ordered[(int)(part * (ordered.Length - 1))])).Where(static one => one >= 2).Distinct()];
        return new ColourScale(bounds, at => at == 0
            ? bounds.Length == 0 ? "every count" : $"under {Say.Count((long)bounds[0])}"
            : at == bounds.Length ? $"{Say.Count((long)bounds[at - 1])} or more" : $"{Say.Count((long)bounds[at - 1])} to {Say.Count((long)bounds[at] - 1)}");
    }

    /// <summary>Durations: bounds are the usual lengths nearest to the fifths of what occurs.</summary>
    public static ColourScale OfDurations(IEnumerable<double> seconds)
    {
        double[] ordered = [.. seconds.Order()];
        double[] bounds = ordered.Length == 0
            ? []
            : [.. Fifths.Select(part => Nearest(ordered[(int)(part * (ordered.Length - 1))])).Distinct()];
        return new ColourScale(bounds, at => bounds.Length == 0
            ? "every length"
            : at == 0 ? $"under {Say.Duration(bounds[0])}"
            : at == bounds.Length ? $"{Say.Duration(bounds[^1])} or more" : $"{Say.Duration(bounds[at - 1])} to {Say.Duration(bounds[at])}");
    }

    /// <summary>Shares of customers who got their outcome, against the share of the whole log.</summary>
    public static ColourScale OfOutcome(ShareEntry whole)
    {
        var centre = whole.Share ?? 0.5;
        double[] bounds = [centre - 0.15, centre - 0.05, centre + 0.05, centre + 0.15];
        string[] texts =
        [
            "15 points or more below", "5 to 15 points below", $"near the whole log's {Say.Share(centre)}", "5 to 15 points above",
            "15 points or more above",
        ];
        // No share lies beyond 0 or 1, so a step that would is not on the scale.
        return new ColourScale(bounds, at => (at > 0 && bounds[at - 1] > 1) || (at < bounds.Length && bounds[at] <= 0) ? null : texts[at]);
    }

    private static double Round(double value)
    {
        if (value < 10)
        {
            return Math.Round(value);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Math.Round(value / power * 2) / 2 * power;
    }

    private static double Nearest(double seconds) =>
        Lengths.MinBy(one => Math.Abs(Math.Log(one) - Math.Log(Math.Max(seconds, 0.001))));
}
