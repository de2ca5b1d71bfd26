using System.Globalization;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>Effects as they are sent and shown: points of a hundred, times, numbers, each with its interval.</summary>
internal static class EffectEntries
{
    /// <summary>One effect.</summary>
    /// <param name="names">The group, or what about the change, and what it is compared with.</param>
    /// <param name="effect">The difference.</param>
    /// <param name="relative">The same relative to the other group; null where nobody asks.</param>
    /// <param name="measure">The measure.</param>
    public static ComparedEffect Of((string Of, string Against) names, EffectEstimate effect, EffectEstimate? relative, ComparedMeasure measure)
    {
        var isShare = measure.Compared.By == ComparedBy.Share;
        return new ComparedEffect(
            names.Of, names.Against, TextOf(effect, measure),
            InUnit(effect.Value), InUnit(effect.Interval?.Low), InUnit(effect.Interval?.High),
            isShare ? "share" : FigureEntries.UnitOf(measure.Plan),
            relative is { Interval: not null } ? RelativeText(relative) : null,
            effect.PValue, null, effect.Level, effect.Method, effect.Checks, effect.Refusal);

        double? InUnit(double? value) => value is not { } number || !double.IsFinite(number) ? null : isShare ? number : FigureEntries.InUnit(number, measure.Plan);
    }

    /// <summary>The difference and its interval: <c>+5.1 points (2.0 to 8.2)</c>, <c>−3.2 d (−4.0 to −2.1)</c>.</summary>
    public static string TextOf(EffectEstimate effect, ComparedMeasure measure)
    {
        if (effect.Value is not { } value)
        {
            return "not known";
        }

        return measure.Compared.By == ComparedBy.Share
            ? $"{Points(value, signed: true)} points{Ends(effect.Interval, static end => Points(end, signed: false))}"
            : (value > 0 ? "+" : "") + MeasureText.Of(
                new MeasureFigure(FigureKind.Mean, value, effect.Interval, effect.Level, effect.Method, 0, 0, 0, 0, null), measure.Plan.Kind, measure.Plan.Clock);
    }

    /// <summary>How far apart, without its sign: "5.1 points", "3.2 d".</summary>
    public static string SizeOf(double value, ComparedMeasure measure) => measure.Compared.By == ComparedBy.Share
        ? Points(Math.Abs(value), signed: false) + " points"
        : MeasureText.Of(Math.Abs(value), measure.Plan.Kind == MeasureKind.YesNo ? MeasureKind.Number : measure.Plan.Kind, measure.Plan.Clock);

    /// <summary>The interval of <see cref="SizeOf"/> in brackets with a space before it; empty where there is none.</summary>
    public static string SizeIntervalText(EffectEstimate effect, ComparedMeasure measure)
    {
        var size = effect is { Value: < 0, Interval: { } interval }
            ? effect with { Value = -effect.Value, Interval = new Interval(-interval.High, -interval.Low) }
            : effect;
        var text = TextOf(size, measure);
        var at = text.IndexOf(" (", StringComparison.Ordinal);
        return at < 0 ? "" : text[at..];
    }

    private static string RelativeText(EffectEstimate relative) =>
        (relative.Value is { } value ? $"{Percent(value, signed: true)} %" : "–") + Ends(relative.Interval, static end => Percent(end, signed: false), relative.Value is null ? " %" : "");

    private static string Ends(Interval? interval, Func<double, string> text, string unit = "") => interval is not { } ends ? ""
        : (double.IsFinite(ends.Low), double.IsFinite(ends.High)) switch
        {
            (true, true) => $" ({text(ends.Low)} to {text(ends.High)})",
            (true, false) => $" (at least {text(ends.Low)}{unit})",
            (false, true) => $" (at most {text(ends.High)}{unit})",
            _ => " (not bounded)",
        };

    private static string Points(double share, bool signed) =>
        (share * 100).ToString(signed ? "+0.0;−0.0;0.0" : "0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    private static string Percent(double share, bool signed) =>
        (share * 100).ToString(signed ? "+0.#;−0.#;0" : "0.#;−0.#;0", CultureInfo.InvariantCulture);
}
