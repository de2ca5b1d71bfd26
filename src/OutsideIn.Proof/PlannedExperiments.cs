using OutsideIn.Diagnosis;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The plans that stand in a map: its experiments, with the measures of their metrics written out.</summary>
public static class PlannedExperiments
{
    /// <summary>The plan of an experiment.</summary>
    /// <param name="map">The map.</param>
    /// <param name="id">Id or name of the experiment, in any case of letters.</param>
    /// <param name="schema">What a log with this map can tell; null where there is none.</param>
    /// <returns>The plan; <c>EX003</c> where the map has no such experiment, else the first of <see cref="PlanDraft.Missing"/>.</returns>
    public static Result<ExperimentPlan> Of(OutsideInMap map, string id, MeasureSchema? schema = null) =>
        Draft(map, id, schema).Then<ExperimentPlan>(static draft => draft.Plan is { } plan ? plan : draft.Missing[0]);

    /// <summary>The plan as far as it has come, with everything that is missing.</summary>
    /// <param name="map">The map.</param>
    /// <param name="id">Id or name of the experiment, in any case of letters.</param>
    /// <param name="schema">What a log with this map can tell; null where there is none, and then columns are not checked.</param>
    /// <returns>
    /// The draft; <c>EX003</c> where the map has no such experiment. Missing are told as <c>EX004</c> (a part that is not said),
    /// <c>EX005</c> (an outcome no log can tell), <c>EX006</c> (an amount that does not go with its outcome), <c>EX007</c> (arms),
    /// <c>EX008</c> (days and looks), <c>EX009</c> (an outcome with two parts) and <c>EX010</c> (a condition that cannot be read).
    /// </returns>
    public static Result<PlanDraft> Draft(OutsideInMap map, string id, MeasureSchema? schema = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Find(map, id).Then<PlanDraft>(experiment => new PlanDrafting(map, experiment, schema ?? MapMeasureSchemas.Of(map)).Draft());
    }

    /// <summary>An experiment of the map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="id">Id or name of the experiment, in any case of letters.</param>
    /// <returns>The experiment; <c>EX003</c> where the map has no such one.</returns>
    public static Result<Experiment> Find(OutsideInMap map, string id)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(id);
        if ((map.Experiments.FirstOrDefault(one => Same(one.Id, id)) ?? map.Experiments.FirstOrDefault(one => Same(one.Name, id))) is not { } experiment)
        {
            return new Problem(
                ProblemKind.NotFound, "EX003", $"The map has no experiment \"{id}\".",
                map.Experiments.Count == 0
                    ? "Write one under \"experiments\": what is changed, for whom, what it will do for them, and because of what."
                    : NearestNames.Question(id, [.. map.Experiments.SelectMany(static one => new[] { one.Id, one.Name })])
                        ?? $"Its experiments are {string.Join(", ", map.Experiments.Select(static one => one.Id))}.");
        }

        return experiment;
    }

    /// <summary>The metric a forecast is of.</summary>
    /// <param name="map">The map.</param>
    /// <param name="id">Id of the metric; null or empty where none is named.</param>
    /// <returns>The metric; <c>EX069</c> where none is named or the map has no such one.</returns>
    public static Result<Metric> MetricOf(OutsideInMap map, string? id)
    {
        ArgumentNullException.ThrowIfNull(map);
        return MapIndex.Of(map).Find<Metric>(id) is { } metric
            ? metric
            : new Problem(
                ProblemKind.NotFound,
                "EX069",
                string.IsNullOrEmpty(id) ? "A forecast is of a metric, and none is named." : $"The map has no metric \"{id}\".",
                NearestNames.Question(id ?? "", [.. map.Metrics.Select(static one => one.Id)]) ?? "Name one of the map by its id.");
    }

    private static bool Same(string left, string right) => string.Equals(left, right.Trim(), StringComparison.OrdinalIgnoreCase);
}
