using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;
using FigureSort = OutsideIn.Measures.FigureKind;

namespace OutsideIn.Diagnosis;

/// <summary>Values of a measure to its result.</summary>
internal static class MeasureResults
{
    /// <summary>The result of a measure; its clocks come later, from plans of their own.</summary>
    /// <param name="measure">The measure and its objective.</param>
    /// <param name="values">Its values.</param>
    /// <param name="sides">[subjects] Their sides; null without an objective.</param>
    /// <param name="groups">The groups to tell apart; null for none.</param>
    /// <param name="how">Horizon, period and seed.</param>
    public static MeasureResult Of(PreparedMeasure measure, MeasureValues values, Side[]? sides, CaseGroups? groups, ResultOptions how)
    {
        var plan = values.Plan;
        var summary = FigureEntries.Summary(values, how.Verdict);
        var verdict = measure.Objective is { } objective ? Verdicts.Judge(values, objective, how.Verdict) : null;
        var name = measure.Objective is { } judged ? FigureEntries.NameOf(judged) : summary[0].Name;
        var (unit, periods) = Periods(measure, values, verdict, how);
        var counts = Counts(values, sides);
        return new MeasureResult(
            MeasurePrinter.Print(measure.Tree),
            measure.Objective is null ? null : MeasurePrinter.Print(measure.Objective),
            Words.Of(plan.Kind),
            FigureEntries.UnitOf(plan),
            plan.IsPerCustomer ? "customer" : "case",
            DateTimeOffset.UnixEpoch.AddMicroseconds(how.Verdict.HorizonMicros),
            verdict?.Sentence ?? Says(plan, summary, counts),
            counts,
            summary,
            verdict is null ? null : Entry(verdict, name, plan),
            [],
            unit.ToString().ToLowerInvariant(),
            [.. periods.Select(one => new MeasurePeriodEntry(one.Name, one.FirstDay, one.IsWhole, FigureEntries.Of(name, one.Figure, plan), Words.Of(one.Verdict)))],
            verdict?.Trend,
            groups?.Name,
            Groups(measure, values, groups, how.Verdict, name));
    }

    private static (PeriodUnit Unit, IReadOnlyList<PeriodFigure> Periods) Periods(PreparedMeasure measure, MeasureValues values, Verdict? verdict, ResultOptions how)
    {
        var own = measure.Objective?.Per ?? how.Verdict.Period;

        // What is aimed at per month says nothing of a quarter.
        var unit = measure.Objective is { Goal: TotalGoalSyntax, Per: not null } ? own : how.Per ?? own;
        return (unit, verdict is not null && unit == own ? verdict.Periods : Verdicts.ByPeriod(values, measure.Objective, unit, how.Verdict));
    }

    private static MeasureGroupEntry[] Groups(PreparedMeasure measure, MeasureValues values, CaseGroups? groups, VerdictOptions how, string name) => groups is null
        ? []
        : [.. Verdicts.ByGroup(values, measure.Objective, groups.Column, how)
            .Select(one => new MeasureGroupEntry(one.Name, FigureEntries.Of(name, one.Figure, values.Plan), Words.Of(one.Verdict)))];

    private static MeasureVerdictEntry Entry(Verdict verdict, string name, MeasurePlan plan)
    {
        var isShare = verdict.Figure.Kind == FigureSort.Share;
        return new MeasureVerdictEntry(
            Words.Of(verdict.Kind),
            verdict.Sentence,
            FigureEntries.Of(name, verdict.Figure, plan),
            FigureEntries.InUnit(verdict.Target, verdict.Figure.Kind, plan) ?? 0,
            isShare ? ShareText.Of(verdict.Target) : MeasureText.Of(verdict.Target, plan.Kind, plan.Clock),
            verdict.Judged,
            verdict.Met,
            verdict.Missed,
            verdict.Open,
            verdict.NotApplicable);
    }

    private static MeasureCountsEntry Counts(MeasureValues values, Side[]? sides)
    {
        var states = new int[Enum.GetValues<ValueState>().Length];
        foreach (var state in values.States)
        {
            states[(int)state]++;
        }

        return new MeasureCountsEntry(
            Of(ValueState.Known), Of(ValueState.Open), Of(ValueState.Lost), Of(ValueState.NotApplicable), Of(ValueState.LeftOut),
            On(Side.Met), On(Side.Missed), On(Side.Open));

        int Of(ValueState state) => states[(int)state];
        int? On(Side side) => sides?.Count(one => one == side);
    }

    // What a service manager reads first where nothing is judged.
    private static string Says(MeasurePlan plan, IReadOnlyList<MeasureFigureEntry> summary, MeasureCountsEntry counts)
    {
        var (one, many) = plan.IsPerCustomer ? ("customer", "customers") : ("case", "cases");
        var n = CountText.Of(summary[0].Count, one, many);
        var told = plan.Kind switch
        {
            _ when summary[0].Count == 0 => $"No {one} has a value.",
            MeasureKind.Duration when summary[0].Value is null => $"Fewer than half of {n} got there in the time observed.",
            MeasureKind.Duration when summary[1].Value is null => $"Half of {n} within {summary[0].Text}; fewer than nine of ten got there in the time observed.",
            MeasureKind.Duration => $"Half of {n} within {summary[0].Text}, nine of ten within {summary[1].Text}.",
            MeasureKind.Count => $"{summary[0].Text} on average over {n}, median {summary[1].Text}, {summary[2].Text} in all.",
            MeasureKind.Number => $"{summary[0].Text} on average over {n}, median {summary[1].Text}.",
            _ => $"Yes for {summary[0].Text} of {n}.",
        };
        string[] others =
        [
            .. counts.Open > 0 ? [$"{CountText.Of(counts.Open)} still open"] : Array.Empty<string>(),
            .. counts.Lost > 0 ? [$"{CountText.Of(counts.Lost)} gave up or were refused"] : Array.Empty<string>(),
            .. counts.NotApplicable > 0 ? [$"{CountText.Of(counts.NotApplicable)} not applicable"] : Array.Empty<string>(),
        ];
        return others.Length == 0 ? told : $"{told} {string.Join(", ", others)}.";
    }
}

/// <summary>A column that tells cases apart, with the name it was asked for by.</summary>
internal sealed record CaseGroups(string Name, CodedColumn Column);

/// <summary>How a result is told.</summary>
/// <param name="Verdict">Horizon, level and seed, and the period where nobody names one.</param>
/// <param name="Per">The period asked for; null for the objective's own, else the options'.</param>
internal sealed record ResultOptions(VerdictOptions Verdict, PeriodUnit? Per)
{
    /// <summary>For a log; the trend goes by the period asked for.</summary>
    public static ResultOptions Of(MeasuredLog log, PeriodUnit? per) =>
        new(new VerdictOptions { HorizonMicros = log.HorizonMicros, Period = per ?? PeriodUnit.Month }, per);
}
