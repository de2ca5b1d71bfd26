using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>Checks the measures and objectives that stand in a map: of metrics, and of the criteria of Moments of Truth.</summary>
public static class MeasureChecks
{
    /// <summary>What is wrong with them, each at its entry and at the words it is about.</summary>
    /// <param name="map">The map.</param>
    /// <param name="schema">What a log with this map can tell; null where there is none, and then only what no log could put right is said.</param>
    /// <returns>
    /// Diagnostics with the codes of the language (<c>ME1nn</c>); <c>DG030</c> for an objective without a measure, <c>DG031</c> for a
    /// criterion whose measure is not yes or no. With a log notes come as information.
    /// </returns>
    public static IReadOnlyList<MapDiagnostic> Check(OutsideInMap map, MeasureSchema? schema)
    {
        ArgumentNullException.ThrowIfNull(map);
        var known = schema ?? MapMeasureSchemas.Of(map);
        return
        [
            .. map.Metrics.SelectMany(metric => OfMetric(metric, known)),
            .. map.Moments.SelectMany(moment => moment.Criteria.Where(static one => one.Measure is not null).SelectMany(one => OfCriterion(moment, one, known))),
        ];
    }

    private static IEnumerable<MapDiagnostic> OfMetric(Metric metric, MeasureSchema schema)
    {
        if (metric.Measure is { } measure)
        {
            return PreparedMeasure.Of(measure, metric.Objective, schema).Faults
                .Where(one => IsSaid(one, schema))
                .Select(one => Of(one, metric, one.In == "measure" ? measure : metric.Objective!, $"The {one.In} of \"{metric.Name}\": "));
        }

        return metric.Objective is null
            ? []
            : [new MapDiagnostic(
                Severity.Error, "DG030", $"\"{metric.Name}\" has an objective and no measure, so no log can tell whether it is met.",
                "Write behind \"measure\" how a log tells the figure, or take the objective out.", Subject: metric.Subject)];
    }

    private static IEnumerable<MapDiagnostic> OfCriterion(MomentOfTruth moment, DesignCriterion criterion, MeasureSchema schema)
    {
        var measure = PreparedMeasure.Of(criterion.Measure!, null, schema);
        foreach (var fault in measure.Faults.Where(one => IsSaid(one, schema)))
        {
            yield return Of(fault, moment, criterion.Measure!, $"The measure of the criterion \"{criterion.Text}\" of \"{moment.Name}\": ");
        }

        if (measure is { HasErrors: false, Kind: { } kind } && kind != MeasureKind.YesNo)
        {
            yield return new MapDiagnostic(
                Severity.Error, "DG031", $"The measure of the criterion \"{criterion.Text}\" of \"{moment.Name}\" does not say yes or no of a case.",
                "Begin it with has, such as: has \"Car collected\" within 3d of first \"Claim reported\".", Subject: moment.Subject)
            {
                Span = new NameSpan(0, criterion.Measure!.Length),
                SpanIn = criterion.Measure,
            };
        }
    }

    // Without a log a note would be a guess: the name may well be one of the log's.
    private static bool IsSaid(MeasureFaultEntry fault, MeasureSchema schema) => schema.HasLog || fault.Severity == "error";

    private static MapDiagnostic Of(MeasureFaultEntry fault, MapEntry entry, string text, string whose) => new(
        fault.Severity == "error" ? Severity.Error : Severity.Information,
        fault.Code,
        whose + fault.Message,
        fault.Hint.Length == 0 ? null : fault.Hint,
        Subject: entry.Subject)
    {
        Span = new NameSpan(fault.Start, fault.Length),
        SpanIn = text,
    };
}
