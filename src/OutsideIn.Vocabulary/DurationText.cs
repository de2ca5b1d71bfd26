using System.Globalization;

namespace OutsideIn.Vocabulary;

/// <summary>A length of time as every page and command shows it: <c>3 d 4 h</c>, <c>12 min</c>, <c>4.2 s</c>, <c>850 ms</c>.</summary>
/// <remarks>
/// From a minute on: the largest unit of which there is at least one (day of 24 hours, hour, minute), in whole numbers,
/// and the next smaller one behind it unless that is none or the first is ten or more. From ten seconds to a minute whole
/// seconds, from one second tenths; below it milliseconds, with tenths under ten; below one of those microseconds. Rounded to the nearest of the
/// smallest unit shown, halves up; what rounds up to a larger unit is shown in it. Nothing is longer than days.
/// </remarks>
public static class DurationText
{
    /// <summary>What stands where there is no value: an en dash.</summary>
    public const string None = "–";

    private const ulong Millisecond = 1_000;
    private const ulong Second = 1_000_000;

    private static readonly (ulong Micros, string Unit)[] Units =
        [(86_400 * Second, "d"), (3_600 * Second, "h"), (60 * Second, "min"), (Second, "s")];

    /// <summary>The text of a number of microseconds; below zero with a minus sign (U+2212) in front.</summary>
    public static string OfMicros(long micros)
    {
        var isNegative = micros < 0;
        var size = isNegative ? (ulong)-(micros + 1) + 1 : (ulong)micros;
        return (isNegative ? "−" : "") + OfSize(Rounded(size));
    }

    /// <summary>The text of a number of seconds, to the nearest microsecond.</summary>
    /// <param name="seconds">Seconds; null, NaN and the infinities give <see cref="None"/>.</param>
    public static string OfSeconds(double? seconds) =>
        seconds is { } value && double.IsFinite(value) ? OfMicros((long)Math.Round(value * Second, MidpointRounding.AwayFromZero)) : None;

    // What is rounded up across a threshold is rounded again there, which changes it no more.
    private static ulong Rounded(ulong size)
    {
        var step = Step(size);
        var rest = size % step;
        return rest == 0 ? size : size - rest + (rest >= step - rest ? step : 0);
    }

    private static ulong Step(ulong size)
    {
        if (size < Second)
        {
            return size < Millisecond ? 1 : size < 10 * Millisecond ? Millisecond / 10 : Millisecond;
        }

        if (size < 60 * Second)
        {
            return size < 10 * Second ? Second / 10 : Second;
        }

        var unit = Array.FindIndex(Units, one => size >= one.Micros);
        return size / Units[unit].Micros >= 10 ? Units[unit].Micros : Units[unit + 1].Micros;
    }

    private static string OfSize(ulong size)
    {
        var culture = CultureInfo.InvariantCulture;
        switch (size)
        {
            case 0:
                return "0 s";
            case < Millisecond:
                return string.Create(culture, $"{size} µs");
            case < Second:
                return string.Create(culture, $"{size / (decimal)Millisecond:0.#} ms");
            case < 60 * Second:
                return string.Create(culture, $"{size / (decimal)Second:0.#} s");
        }

        var unit = Array.FindIndex(Units, one => size >= one.Micros);
        var first = size / Units[unit].Micros;
        var second = size % Units[unit].Micros / Units[unit + 1].Micros;
        var text = string.Create(culture, $"{first:N0} {Units[unit].Unit}");
        return first >= 10 || second == 0 ? text : string.Create(culture, $"{text} {second} {Units[unit + 1].Unit}");
    }
}
