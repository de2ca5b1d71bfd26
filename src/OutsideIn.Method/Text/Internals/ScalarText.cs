using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>One written text to the value of its key, and back.</summary>
internal static class ScalarText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private static readonly string[] YesNo = ["yes", "no"];

    /// <summary>The value, or null with what is wrong.</summary>
    /// <param name="field">The key; for a list, what each of its items is.</param>
    /// <param name="what">Whose key it is, for messages: "a customer".</param>
    /// <param name="text">What was written.</param>
    /// <param name="fault">Set when the value is null.</param>
    public static object? Parse(FieldFormat field, string what, string text, out Fault fault)
    {
        fault = default;
        switch (field.Kind)
        {
            case MapFieldKind.Word:
                return field.Words!.Find(text) ?? Refuse(NoneOf(field.Key, text, field.Words.All), out fault);
            case MapFieldKind.YesNo:
                return YesOrNo(text) ?? Refuse(NoneOf(field.Key, text, YesNo), out fault);
            case MapFieldKind.Date or MapFieldKind.Dates:
                return Day(field, text, out fault);
            case MapFieldKind.Number or MapFieldKind.Numbers or MapFieldKind.WholeNumber or MapFieldKind.Share:
                return Number(field, text, out fault);
            case MapFieldKind.Text or MapFieldKind.Texts when field.Form != TextForm.Any:
                return FormFault(field.Form, field.Key, text) is { } wrong ? Refuse(wrong, out fault) : text;
            case MapFieldKind.Text when field is { IsNullable: true, IsNeeded: false }:
                return text;
            default:
                return !string.IsNullOrWhiteSpace(text)
                    ? field.Kind == MapFieldKind.Patterns ? new NamePattern(text) : text
                    : Refuse(new("MP013", $"'{field.Key}' of {what} holds an empty text.", "Write something, or take it out."), out fault);
        }
    }

    /// <summary>A value as it is written, before quotation.</summary>
    public static string Show(FieldFormat field, object value) => value switch
    {
        string text => text,
        NamePattern pattern => pattern.Text,
        true => "yes",
        false => "no",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double share when field.Kind == MapFieldKind.Share => Percentage(share),
        IFormattable number when field.Words is null => number.ToString(null, CultureInfo.InvariantCulture),
        _ => field.Words!.Of(value),
    };

    /// <summary>What a value of the kind is, for messages.</summary>
    public static string Kind(FieldFormat field) => field.Kind switch
    {
        MapFieldKind.Date => "a date such as 2026-11-21",
        MapFieldKind.WholeNumber => "a whole number",
        MapFieldKind.Share => "a share such as 60%",
        MapFieldKind.Number => "a number",
        MapFieldKind.YesNo => "yes or no",
        MapFieldKind.Texts or MapFieldKind.Patterns or MapFieldKind.References or MapFieldKind.Numbers or MapFieldKind.Dates or MapFieldKind.Groups => "a list",
        MapFieldKind.Group => "keys of its own",
        MapFieldKind.Text or MapFieldKind.Word or MapFieldKind.Reference => "a text",
        _ => "a text",
    };

    private static Fault? FormFault(TextForm form, string key, string text) => form switch
    {
        TextForm.TimeZone => TimeZoneInfo.TryFindSystemTimeZoneById(text.Trim(), out _)
            ? null
            : new Fault("MP045", $"{DiagnosticList.Quoted(text)} of '{key}' is no time zone that is known here.", "Write a region and a city, such as Europe/London, or UTC."),
        TextForm.Amount => Amount.Parse(text).TryGet(out _, out var problem)
            ? null
            : new Fault("MP046", $"{DiagnosticList.Quoted(text)} of '{key}' is no amount.", problem.Hint),
        _ => WeeklyHours.Parse(text).TryGet(out _, out var refusal)
            ? null
            : new Fault("MP044", $"{DiagnosticList.Quoted(text)} of '{key}' is no working hours.", refusal.Hint),
    };

    private static bool? YesOrNo(string text) => text.Trim().ToUpperInvariant() switch
    {
        "YES" or "TRUE" => true,
        "NO" or "FALSE" => false,
        _ => null,
    };

    private static object? Day(FieldFormat field, string text, out Fault fault)
    {
        fault = default;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        var looksRight = text.Trim().Split('-') is [{ Length: 4 }, { Length: 2 }, { Length: 2 }] parts && Array.TrueForAll(parts, static part => part.All(char.IsAsciiDigit));
        return Refuse(
            new(
                "MP037",
                looksRight ? $"{DiagnosticList.Quoted(text)} of '{field.Key}' is no day of any calendar." : $"{DiagnosticList.Quoted(text)} of '{field.Key}' is not a date.",
                "Expected year, month and day, such as 2026-11-21."),
            out fault);
    }

    private static object? Number(FieldFormat field, string text, out Fault fault)
    {
        fault = default;
        var written = text.AsSpan().Trim();
        var isPercentage = field.Kind == MapFieldKind.Share && written.EndsWith("%");
        var digits = isPercentage ? written[..^1].TrimEnd() : written;
        if (!double.TryParse(digits, Plain, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            var hint = digits.Contains(',') ? $"Expected {ScalarText.Kind(field)}, with a point before the fraction and nothing between the thousands." : $"Expected {Single(field)}.";
            return Refuse(new("MP035", $"{DiagnosticList.Quoted(text)} of '{field.Key}' is not {Noun(field)}.", hint), out fault);
        }

        var value = isPercentage ? number / 100 : number;
        if (value < field.Least || value > field.Most)
        {
            return Refuse(OutOfRange(field, text), out fault);
        }

        if (field.Kind != MapFieldKind.WholeNumber)
        {
            return value;
        }

        return value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue
            ? (int)value
            : Refuse(new("MP035", $"{DiagnosticList.Quoted(text)} of '{field.Key}' is not a whole number.", "Expected a whole number."), out fault);
    }

    private static Fault OutOfRange(FieldFormat field, string text)
    {
        var hint = field.Kind == MapFieldKind.Share
            ? $"Expected {Bound(field.Least * 100)}% to {Bound(field.Most * 100)}%, written as a percentage, or a number from {Bound(field.Least)} to {Bound(field.Most)}."
            : $"Expected {Bound(field.Least)} to {Bound(field.Most)}.";
        return new("MP036", $"{DiagnosticList.Quoted(text)} of '{field.Key}' is out of range.", hint);
    }

    private static string Bound(double bound) => bound.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Single(FieldFormat field) => field.Kind == MapFieldKind.Numbers ? "a number" : Kind(field);

    private static string Noun(FieldFormat field) => field.Kind switch
    {
        MapFieldKind.Share => "a share",
        MapFieldKind.WholeNumber => "a whole number",
        _ => "a number",
    };

    // A percentage where reading it gives the very same number, else the number.
    private static string Percentage(double share)
    {
        foreach (var hundredfold in (double[])[Math.Round(share * 100, 10), share * 100])
        {
            if (hundredfold / 100 == share)
            {
                return hundredfold.ToString(CultureInfo.InvariantCulture) + "%";
            }
        }

        return share.ToString(CultureInfo.InvariantCulture);
    }

    private static Fault NoneOf(string key, string text, IReadOnlyCollection<string> right) =>
        new("MP011", $"{DiagnosticList.Quoted(text)} is not a value of '{key}'.", DiagnosticList.Expected(text, right));

    private static object? Refuse(Fault found, out Fault fault)
    {
        fault = found;
        return null;
    }
}
