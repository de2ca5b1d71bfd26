using OutsideIn.Events;
using OutsideIn.Measures;

namespace OutsideIn.Tests.Support;

/// <summary>How the value of one subject stands, as a test writes it down.</summary>
/// <param name="State">Its state.</param>
/// <param name="Value">Days of a duration, a count, a number, or 1 and 0 for yes and no.</param>
/// <param name="WaitDays">Of yes and no the wait, in days.</param>
/// <param name="StartDay">When it began, days since 2026-01-01.</param>
internal readonly record struct SomeValue(ValueState State, double Value, double WaitDays = 0, double StartDay = 0);

/// <summary>Values of a measure without a log behind them worth the name.</summary>
internal static class SomeValues
{
    public const double DayMicros = 86_400e6;

    public static SomeValue Known(double value, double startDay = 0) => new(ValueState.Known, value, 0, startDay);

    public static SomeValue Open(double value, double startDay = 0) => new(ValueState.Open, value, 0, startDay);

    public static SomeValue Lost(double value, double startDay = 0) => new(ValueState.Lost, value, 0, startDay);

    /// <summary>The values of a time.</summary>
    public static MeasureValues Times(params IReadOnlyList<SomeValue> rows) => Of("time from start to end", MeasureKind.Duration, rows);

    /// <summary>The values of an amount of time that grows.</summary>
    public static MeasureValues TouchTimes(params IReadOnlyList<SomeValue> rows) => Of("touch time", MeasureKind.Duration, rows);

    public static MeasureValues Counts(params IReadOnlyList<SomeValue> rows) => Of("count of \"Chase call\"", MeasureKind.Count, rows);

    public static MeasureValues Numbers(params IReadOnlyList<SomeValue> rows) => Of("\"amount\" at last \"Settle\"", MeasureKind.Number, rows);

    public static MeasureValues Sums(params IReadOnlyList<SomeValue> rows) => Of("sum of \"amount\"", MeasureKind.Number, rows);

    public static MeasureValues Answers(params IReadOnlyList<SomeValue> rows) => Of("has \"Car collected\"", MeasureKind.YesNo, rows);

    public static MeasureValues Denials(params IReadOnlyList<SomeValue> rows) => Of("has no \"Chase call\"", MeasureKind.YesNo, rows);

    public static ObjectiveSyntax Goal(string text)
    {
        var parsed = MeasureParser.ParseObjective(text);
        Assert.False(parsed.HasErrors, string.Join("; ", parsed.Diagnostics.Select(static one => one.Message)));
        return parsed.Tree;
    }

    /// <summary>Options whose horizon lies so many days after 2026-01-01.</summary>
    public static VerdictOptions AsOf(double day) => new() { HorizonMicros = SmallLog.OriginMicros + (long)(day * DayMicros) };

    public static MeasureValues Of(string measure, MeasureKind kind, IReadOnlyList<SomeValue> rows)
    {
        var builder = new EventLogBuilder();
        var activity = builder.Activity("Start");
        for (var row = 0; row < rows.Count; row++)
        {
            var at = SmallLog.OriginMicros + (long)(rows[row].StartDay * DayMicros);
            builder.Add(new EventRow(builder.Case($"c{row + 1}"), activity, at));
        }

        var unit = kind == MeasureKind.Duration ? DayMicros : 1;
        return new MeasureValues(
            new MeasurePlan(MeasureParser.Parse(measure).Tree, kind, DurationClock.Elapsed),
            SubjectIndex.OfCases(builder.Build()),
            [.. rows.Select(static row => row.State)],
            [.. rows.Select(row => row.Value * unit)],
            kind == MeasureKind.YesNo ? [.. rows.Select(static row => row.WaitDays * DayMicros)] : []);
    }
}
