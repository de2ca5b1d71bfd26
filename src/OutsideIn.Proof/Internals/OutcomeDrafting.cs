using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Direction = OutsideIn.Experiments.Direction;

namespace OutsideIn.Proof;

/// <summary>A metric of the map as an outcome of a plan, and the figure its arms are compared by.</summary>
internal sealed record DraftedOutcome(PlannedOutcome Outcome, PlannedFigure Figure);

/// <summary>Reads the measures and objectives of a plan's metrics, and says which way each is better.</summary>
internal sealed class OutcomeDrafting(MapIndex index, MeasureSchema schema)
{
    /// <summary>The outcome, or what is wrong with it: EX004 or EX005.</summary>
    public Result<DraftedOutcome> Of(string id)
    {
        if (index.Find<Metric>(id) is not { } metric)
        {
            return new Problem(ProblemKind.Invalid, "EX005", $"The map has no metric \"{id}\".", "Name one of its metrics.");
        }

        if (string.IsNullOrWhiteSpace(metric.Measure))
        {
            return new Problem(
                ProblemKind.Invalid, "EX005", $"\"{metric.Name}\" has no measure, so no log can tell it.",
                "Write behind its \"measure\" how a log tells the figure (docs/measures.md), or judge by another metric.");
        }

        return Figure(metric, metric.Measure).Then<DraftedOutcome>(figure => (figure.Better ?? Stated(metric)) is { } better
            ? new DraftedOutcome(new PlannedOutcome(metric.Id, metric.Name, metric.Measure, metric.Objective, better), figure)
            : new Problem(ProblemKind.Invalid, "EX004", $"Nothing says which way \"{metric.Name}\" is better.", "Write \"direction: up\" or \"direction: down\" to the metric."));
    }

    private Result<PlannedFigure> Figure(Metric metric, string text)
    {
        var parsed = MeasureParser.Parse(text);
        var measure = MeasureChecker.Check(parsed.Tree, schema);
        var objective = metric.Objective is { } judged ? MeasureParser.ParseObjective(judged) : null;
        var wrong = FirstError(parsed.Diagnostics) ?? FirstError(measure.Diagnostics)
            ?? (objective is null ? null : FirstError(objective.Diagnostics) ?? FirstError(MeasureChecker.Check(objective.Tree, measure, schema)));
        if (wrong is not null || measure.Kind is not { } kind)
        {
            return new Problem(ProblemKind.Invalid, "EX005", $"The measure of \"{metric.Name}\" cannot be run: {wrong?.Message ?? "it measures nothing."}", wrong?.Hint);
        }

        return objective?.Tree.Goal is TotalGoalSyntax
            ? new Problem(
                ProblemKind.Invalid, "EX005", $"The objective of \"{metric.Name}\" is about a total, which grows with the number of cases and not with the change.",
                "Give the objective as a mean, such as \"mean <= 1.2\", or as a share of cases.")
            : PlannedFigure.Of(kind, objective?.Tree.Goal);
    }

    private static Direction? Stated(Metric metric) => metric.Direction switch
    {
        Method.Direction.Up => Direction.Higher,
        Method.Direction.Down => Direction.Lower,
        _ => null,
    };

    private static MeasureDiagnostic? FirstError(IReadOnlyList<MeasureDiagnostic> diagnostics) =>
        diagnostics.FirstOrDefault(static one => one.Severity == MeasureSeverity.Error);
}
