using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Direction = OutsideIn.Experiments.Direction;

namespace OutsideIn.Proof;

/// <summary>What is to be compared in a log: groups that stand beside each other, before and after a change, or both: how much more those with the change moved than those without. Immutable.</summary>
/// <param name="Measure">The text of the measure (docs/measures.md).</param>
public sealed record ComparisonQuestion(string Measure)
{
    /// <summary>The text of the objective that says which figure is compared; null for the measure's usual one.</summary>
    public string? Objective { get; init; }

    /// <summary>The column whose values are the arms; null where before and after of all are compared.</summary>
    public string? Arms { get; init; }

    /// <summary>The arm the others are compared with; null for the first by name.</summary>
    public string? Control { get; init; }

    /// <summary>[arms, control first] The shares by which units were given an arm by chance; null where it was not by chance, or nobody says so.</summary>
    public IReadOnlyList<double>? Shares { get; init; }

    /// <summary>The instant of the change, microseconds since 1970-01-01T00:00:00Z; null where arms are compared by themselves. With arms it is the day on which all but the control had the change.</summary>
    public long? ChangeMicros { get; init; }

    /// <summary>A column and a value of it: cases the change did not reach, as a control of what else happened; null for none.</summary>
    public (string Column, string Value)? Unchanged { get; init; }

    /// <summary>The column that says what was given an arm as a whole, such as <c>team</c> or <c>customer</c>; null where each case was.</summary>
    public string? Unit { get; init; }

    /// <summary>Columns known before anything was done, by which the comparison of arms is adjusted.</summary>
    public IReadOnlyList<string> Adjust { get; init; } = [];

    /// <summary>How long each subject is followed, in microseconds on the measure's clock; null for what the log can tell.</summary>
    public double? FollowUpMicros { get; init; }

    /// <summary>Which way is better for the customer, where the objective does not say; null where nobody does.</summary>
    public Direction? Better { get; init; }

    /// <summary>The periods before and after are told by.</summary>
    public PeriodUnit Period { get; init; } = PeriodUnit.Week;

    /// <summary>Confidence level of every interval.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The measure that is compared where none is named: how long a case takes.</summary>
    public const string UsualMeasure = "time from start to end";

    /// <summary>Microseconds of a day of 24 hours.</summary>
    public const double DayMicros = 86_400e6;

    /// <summary>The first instant of a day in UTC, microseconds since 1970-01-01T00:00:00Z.</summary>
    public static long MicrosOf(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1_000;

    /// <summary>What is asked for: a metric of a map where one is named, else the texts, else how long a case takes.</summary>
    /// <param name="map">The map; null where there is none.</param>
    /// <param name="metric">Id or name of a metric; null for none.</param>
    /// <param name="measure">The text of the measure; null for <see cref="UsualMeasure"/>.</param>
    /// <param name="objective">The text of the objective; null for none.</param>
    /// <returns>The question; <c>PR006</c> as <see cref="OfMetric"/>.</returns>
    public static Result<ComparisonQuestion> Of(OutsideInMap? map, string? metric, string? measure, string? objective) => metric is not null
        ? OfMetric(map, metric)
        : new ComparisonQuestion(measure ?? UsualMeasure) { Objective = objective };

    /// <summary>The measure, objective and direction of a metric of a map.</summary>
    /// <param name="map">The map; null where there is none.</param>
    /// <param name="wanted">Id or name of the metric.</param>
    /// <returns>The question; <c>PR006</c> where there is no map, or it has no such metric with a measure.</returns>
    public static Result<ComparisonQuestion> OfMetric(OutsideInMap? map, string wanted)
    {
        if (map is null)
        {
            return new Problem(ProblemKind.Invalid, "PR006", $"\"{wanted}\" is to be compared, and there is no map that says what it is.", "Name the map, or write the measure out.");
        }

        Metric[] measured = [.. map.Metrics.Where(static one => one.Measure is not null)];
        var metric = Array.Find(measured, one =>
            string.Equals(one.Id, wanted, StringComparison.OrdinalIgnoreCase) || string.Equals(one.Name, wanted, StringComparison.OrdinalIgnoreCase));
        return metric is null
            ? new Problem(
                ProblemKind.NotFound, "PR006", $"The map has no metric \"{wanted}\" with a measure.",
                NearestNames.Question(wanted, [.. measured.Select(static one => one.Id)]) ?? $"It has {string.Join(", ", measured.Take(12).Select(static one => one.Id))}.")
            : new ComparisonQuestion(metric.Measure!)
            {
                Objective = metric.Objective,
                Better = metric.Direction switch { Method.Direction.Up => Direction.Higher, Method.Direction.Down => Direction.Lower, _ => null },
            };
    }
}
