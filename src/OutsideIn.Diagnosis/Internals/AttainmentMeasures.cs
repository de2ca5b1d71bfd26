using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>The measures of customers' outcomes that work is held against: outcomes reached or lost, and metrics of that tier with a test for each case.</summary>
/// <remarks>
/// A test of a case is a yes/no measure, or a time with an objective that bounds it. Opinions are none: what is asked of people is no
/// outcome (S2 #4). Counts and amounts become certain bit by bit, so that no instant tells what was done before; they are left out.
/// </remarks>
internal sealed class AttainmentMeasures(MeasuredLog measured, MappedLog mapped, WorkTimes times, CancellationToken stop)
{
    private readonly List<MeasureLeftOut> _leftOut = [];

    public IReadOnlyList<MeasureLeftOut> LeftOut => _leftOut;

    public IReadOnlyList<Attainment> All()
    {
        List<Attainment> all = [.. mapped.Map.Outcomes.Select((outcome, index) => OfOutcome(outcome, index)).OfType<Attainment>()];
        foreach (var metric in mapped.Map.Metrics)
        {
            if (metric is { Measure: { } text, IsOpinion: false } && Tiers.Of(metric) == Tier.CustomerOutcome)
            {
                if (OfMetric(metric, text).TryGet(out var attainment, out var problem))
                {
                    all.Add(attainment);
                }
                else
                {
                    _leftOut.Add(new MeasureLeftOut(metric.Id, $"{problem.Message} {problem.Hint}".TrimEnd()));
                }
            }
        }

        return all;
    }

    private Attainment? OfOutcome(SuccessfulOutcome outcome, int index)
    {
        var (sides, after) = (new Side[mapped.CaseCount], new double[mapped.CaseCount]);
        for (var caseIndex = 0; caseIndex < sides.Length; caseIndex++)
        {
            var row = mapped.Outcomes.Rows[caseIndex];
            sides[caseIndex] = mapped.Outcomes.Applies[caseIndex] != index ? Side.LeftOut : mapped.Outcomes.Status[caseIndex] switch
            {
                CaseOutcome.Reached => Side.Met,
                CaseOutcome.Lost => Side.Missed,
                _ => Side.Open,
            };
            after[caseIndex] = (row == MappedLog.NoRow ? mapped.HorizonMicros : mapped.Log.TimeMicros[row]) - times.StartMicros[caseIndex];
        }

        // Where it cannot be lost every case that can be compared has reached it, and there is nothing to compare.
        return outcome.Lost.Count > 0 && sides.Contains(Side.Met) ? new Attainment(outcome.Id, outcome.OneLiner, "reached, not lost", sides, after) : null;
    }

    private Result<Attainment> OfMetric(Metric metric, string text)
    {
        var compiled = MeasureCompiler.Compile(text, metric.Objective, measured);
        if (compiled.Plan is not { } plan || compiled.ObjectiveDiagnostics.Any(static one => one.Severity == MeasureSeverity.Error))
        {
            var wrong = compiled.Diagnostics.Concat(compiled.ObjectiveDiagnostics).First(static one => one.Severity == MeasureSeverity.Error);
            return Unfit($"Its measure cannot be run: {wrong.Message}", wrong.Hint);
        }

        if (plan.IsPerCustomer || plan.Kind is not (MeasureKind.YesNo or MeasureKind.Duration) || plan.Syntax.Value is not (HasSyntax or TimeBetweenSyntax or ClockTimeSyntax))
        {
            return Unfit("It has no instant at which the answer of a case is certain.", "Say it as a yes or no of a case, or as a time with an objective.");
        }

        var bound = BoundOf(compiled.Objective?.Goal);
        if (plan.Kind == MeasureKind.Duration && bound is null)
        {
            return Unfit("It is a time without an objective that says how long is good.", "Give it an objective, such as 90% of cases <= 3d.");
        }

        var objective = compiled.Objective ?? ImpliedObjective(metric);
        var values = MeasureEngine.Run(measured, [plan, .. AnchorPlan(plan.Syntax)], stop);
        var (sides, after) = (Verdicts.Sides(values[0], objective), new double[mapped.CaseCount]);
        for (var caseIndex = 0; caseIndex < after.Length; caseIndex++)
        {
            after[caseIndex] = plan.Clock == DurationClock.Elapsed
                ? OffsetOf(plan.Syntax, caseIndex, values) + LastedOf(values[0], caseIndex, sides[caseIndex] == Side.Missed ? bound : null)
                : EndOf(caseIndex, sides[caseIndex]);
        }

        return new Attainment(metric.Id, metric.Name, metric.Objective is null ? text : $"{text}: {metric.Objective}", sides, after);
    }

    // Yes is good, unless the metric says that less is better.
    private static ObjectiveSyntax ImpliedObjective(Metric metric) =>
        MeasureParser.ParseObjective(metric.Direction == Direction.Down ? "100% of cases no" : "100% of cases yes").Tree;

    private static double? BoundOf(GoalSyntax? goal) => goal switch
    {
        ShareGoalSyntax { Test: BoundSyntax { Duration: { } duration } } => duration.Micros,
        PercentileGoalSyntax { Test.Duration: { } duration } => duration.Micros,
        _ => null,
    };

    // When what the measure counts from happened, as a measure of its own with the same filters.
    private MeasurePlan[] AnchorPlan(MeasureSyntax syntax)
    {
        var anchor = syntax.Value switch
        {
            HasSyntax has => has.Anchor,
            TimeBetweenSyntax time => time.From,
            _ => null,
        };
        if (anchor is not EventAnchorSyntax)
        {
            return [];
        }

        var offset = syntax with { Value = new TimeBetweenSyntax(false, new CaseStartSyntax(default), anchor, default), Calendar = null };
        return MeasureCompiler.Compile(MeasurePrinter.Print(offset), null, measured).Plan is { } plan ? [plan] : [];
    }

    private double OffsetOf(MeasureSyntax syntax, int caseIndex, IReadOnlyList<MeasureValues> values)
    {
        if (syntax.Value is ClockTimeSyntax clock && (clock.IsCustomers ? measured.CustomerClock : measured.FirmClock) is { } readings)
        {
            return readings.Span[caseIndex] is { IsStarted: true } reading ? reading.StartMicros - times.StartMicros[caseIndex] : 0;
        }

        return values.Count > 1 && values[1].States[caseIndex] == ValueState.Known ? values[1].Values[caseIndex] : 0;
    }

    // A time is certain to be too long as soon as its bound has passed.
    private static double LastedOf(MeasureValues values, int caseIndex, double? bound) =>
        values.Plan.Kind == MeasureKind.YesNo ? values.WaitMicros[caseIndex]
        : bound is { } longest ? Math.Min(values.Values[caseIndex], longest)
        : values.Values[caseIndex];

    // On a clock that stands still at night the instant is not known; the end of the case is the last it can be.
    private double EndOf(int caseIndex, Side side)
    {
        var row = measured.EndRows is { } ends ? ends.Span[caseIndex] : mapped.Log.RowsOf(caseIndex).End - 1;
        return (side == Side.Open || row < 0 ? mapped.HorizonMicros : mapped.Log.TimeMicros[row]) - times.StartMicros[caseIndex];
    }

    private static Problem Unfit(string message, string hint) => new(ProblemKind.NotEstimable, "DG051", message, hint);
}
