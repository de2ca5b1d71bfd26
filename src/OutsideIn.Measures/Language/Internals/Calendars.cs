using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>Checks what goes by a calendar.</summary>
internal static class Calendars
{
    public static void Required(MeasureSchema schema, DiagnosticList found, string what, TextSpan span)
    {
        if (schema.Calendars.Count == 0)
        {
            found.Error("ME140", $"{what} goes by a calendar, and the map has none.", "Add a calendar with working hours to the map, or count in hours (24h) and days (3d) of the clock on the wall.", span);
        }
    }

    public static void Known(MeasureSchema schema, DiagnosticList found, NameSyntax calendar)
    {
        var folded = NamePattern.Fold(calendar.Text);
        if (schema.Calendars.Count == 0)
        {
            found.Error("ME141", $"The map has no calendar {QuoteMarks.Quote(calendar.Text)}, nor any other.", "Add it to the map, or leave by calendar out.", calendar.Span);
            return;
        }

        if (schema.Calendars.Any(one => string.Equals(NamePattern.Fold(one), folded, StringComparison.Ordinal)))
        {
            return;
        }

        found.Error(
            "ME141", $"The map has no calendar {QuoteMarks.Quote(calendar.Text)}.",
            DiagnosticList.DidYouMean(calendar.Text, schema.Calendars) ?? $"Its calendars are {DiagnosticList.Some(schema.Calendars)}.",
            calendar.Span);
    }
}
