using System.Globalization;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures;

/// <summary>Values and figures of measures as every page and command shows them: <c>83.2 % (81.0 to 85.2)</c>, <c>3.2 d (2.9 to 3.6)</c>.</summary>
/// <remarks>
/// A figure's interval is written in the unit of its value. Durations are given in the largest unit of which there is at least one (day of
/// 24 hours, hour, minute, second), with one decimal under a hundred; numbers have two under ten; working time in working hours at most, business days in business
/// days. Shares have one decimal, and 0 % and 100 % stand for exactly none and exactly all.
/// </remarks>
public static class MeasureText
{
    private const double Second = 1e6;
    private const double Day = 86_400 * Second;

    private static readonly (double Micros, string Unit)[] Units =
        [(Day, "d"), (3_600 * Second, "h"), (60 * Second, "min"), (Second, "s"), (1_000, "ms")];

    /// <summary>One value of a measure.</summary>
    /// <param name="value">Microseconds on the clock, a count, a number; of a yes/no measure 1 for yes and 0 for no, between them a share.</param>
    /// <param name="kind">What the value is.</param>
    /// <param name="clock">The clock of durations.</param>
    /// <returns>The text; an en dash for what is no number, "without end" for infinity.</returns>
    public static string Of(double value, MeasureKind kind, DurationClock clock) => kind switch
    {
        _ when double.IsNaN(value) => DurationText.None,
        MeasureKind.YesNo => value == 1 ? "yes" : value == 0 ? "no" : Share(value) + " %",
        MeasureKind.Duration => Unit(value, clock) is var unit ? Number(value, unit) : "",
        _ => Number(value, new TextUnit(1, "")),
    };

    /// <summary>A figure with its interval; where it has no value, what its interval says, or why there is none.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="kind">What the values of its measure are.</param>
    /// <param name="clock">The clock of durations.</param>
    public static string Of(MeasureFigure figure, MeasureKind kind, DurationClock clock)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var isShare = figure.Kind == FigureKind.Share;
        if (figure.Value is not { } value)
        {
            return figure.Interval is { } known && double.IsFinite(known.Low) && !isShare
                ? $"not reached (at least {Of(known.Low, kind, clock)})"
                : "not known";
        }

        if (isShare)
        {
            return figure.Interval is { } share ? $"{Share(value)} % ({Share(share.Low)} to {Share(share.High)})" : Share(value) + " %";
        }

        var unit = kind == MeasureKind.Duration ? Unit(value, clock) : new TextUnit(1, "");
        return figure.Interval is not { } interval ? Number(value, unit) : WithInterval(value, interval, unit);
    }

    internal static string Share(double share)
    {
        var percent = Math.Round((decimal)Math.Clamp(share, 0, 1) * 100, 1, MidpointRounding.AwayFromZero);
        return share <= 0 ? "0"
            : share >= 1 ? "100"
            : percent == 0 ? "< 0.1"
            : percent == 100 ? "> 99.9"
            : percent.ToString("0.0", CultureInfo.InvariantCulture);
    }

    // A value and the ends of its interval have the same decimals, so that they can be compared at a glance; none where all are whole.
    private static string WithInterval(double value, Interval interval, TextUnit unit)
    {
        var decimals = Decimals(value, unit);
        double[] all = [value, interval.Low, interval.High];
        decimals = all.All(one => double.IsInfinity(one) || double.IsInteger(Math.Round(one / unit.Size, decimals))) ? 0 : decimals;
        var ends = (double.IsFinite(interval.Low), double.IsFinite(interval.High)) switch
        {
            (true, true) => $"{Fixed(interval.Low, unit, decimals)} to {Fixed(interval.High, unit, decimals)}",
            (true, false) => $"at least {Fixed(interval.Low, unit, decimals)}",
            (false, true) => $"at most {Fixed(interval.High, unit, decimals)}",
            _ => "not bounded",
        };
        return $"{Fixed(value, unit, decimals)}{Named(unit)} ({ends})";
    }

    private static string Number(double value, TextUnit unit)
    {
        if (double.IsInfinity(value))
        {
            return value > 0 ? "without end" : "without beginning";
        }

        var decimals = Decimals(value, unit);
        return Fixed(value, unit, double.IsInteger(Math.Round(value / unit.Size, decimals)) ? 0 : decimals) + Named(unit);
    }

    private static int Decimals(double value, TextUnit unit) => Math.Abs(value / unit.Size) switch
    {
        >= 100 => 0,
        >= 10 => 1,
        >= 1 => unit.Size == 1 ? 2 : 1,
        _ => 3,
    };

    private static string Fixed(double value, TextUnit unit, int decimals) => (value / unit.Size) switch
    {
        var scaled and (>= 1e15 or <= -1e15) => scaled.ToString("0.###e0", CultureInfo.InvariantCulture),
        var scaled => scaled.ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', decimals), CultureInfo.InvariantCulture),
    } is var text ? text.Replace('-', '−') : "";

    private static string Named(TextUnit unit) => unit.Name.Length == 0 ? "" : " " + unit.Name;

    private static TextUnit Unit(double micros, DurationClock clock)
    {
        if (clock == DurationClock.BusinessDays)
        {
            return new TextUnit(Day, "business days");
        }

        var place = Array.FindIndex(Units, one => Math.Abs(micros) >= one.Micros);
        var unit = micros == 0 ? Units[3] : place < 0 ? (1, "µs") : Units[place];
        return clock == DurationClock.Working
            ? unit.Micros >= Units[1].Micros ? new TextUnit(Units[1].Micros, "working h") : new TextUnit(unit.Micros, "working " + unit.Unit)
            : new TextUnit(unit.Micros, unit.Unit);
    }

    private readonly record struct TextUnit(double Size, string Name);
}
