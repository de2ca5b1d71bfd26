using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>How far a statement of intent is SMART (row 8; formula F2). Valid only at five.</summary>
/// <param name="IsSpecific">One category of customers and one observable state or event, and no weasel word of severity error.</param>
/// <param name="IsMeasurable">A metric of a customer outcome with unit, direction, target and source.</param>
/// <param name="IsAchievable">A baseline, a target that differs, and a ground to believe in it.</param>
/// <param name="IsRelevant">A need and an expectation it answers.</param>
/// <param name="IsTimeBound">A due date, or "within n units of an event".</param>
/// <param name="Missing">A sentence for each letter that is not earned, in the order S, M, A, R, T; empty at five.</param>
public sealed record SmartScore(
    bool IsSpecific, bool IsMeasurable, bool IsAchievable, bool IsRelevant, bool IsTimeBound, IReadOnlyList<string> Missing)
{
    /// <summary>Letters earned, 0 to 5.</summary>
    public int Score => 5 - Missing.Count;
}

/// <summary>The SMART score of statements of intent (formula F2). Pure; safe to share.</summary>
public static class Smart
{
    /// <summary>The score of a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="outcome">The outcome it is part of, whose category is its subject where it names none; null in a personal map.</param>
    /// <param name="index">The map's entries, for the metrics, needs and expectations it links to.</param>
    public static SmartScore Of(StatementOfIntent statement, SuccessfulOutcome? outcome, MapIndex index)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(index);
        var metrics = statement.Metrics.Select(index.Find<Metric>).OfType<Metric>().ToArray();
        string?[] missing =
        [
            NotSpecific(statement, outcome, index),
            NotMeasurable(metrics),
            NotAchievable(metrics),
            NotRelevant(statement, index),
            IsBoundInTime(statement) ? null : "Not time-bound: give a due date, or say “within … of …”, from what event.",
        ];
        return new SmartScore(
            missing[0] is null, missing[1] is null, missing[2] is null, missing[3] is null, missing[4] is null, [.. missing.OfType<string>()]);
    }

    private static string? NotSpecific(StatementOfIntent statement, SuccessfulOutcome? outcome, MapIndex index)
    {
        var weasel = WeaselWords.Find(statement.Name).FirstOrDefault(static hit => hit.Severity == Severity.Error);
        if (weasel is not null)
        {
            return $"Not specific: “{weasel.Word}” measures nothing. {weasel.Question}";
        }

        var category = index.Find<CustomerCategory>(statement.Category) ?? (outcome is null ? null : index.CategoryOf(outcome));
        if (category is null && !StatementGrammar.NamesSomebody(statement.Name))
        {
            return "Not specific: say which category of customers it is about.";
        }

        return string.IsNullOrWhiteSpace(statement.State) && !StatementGrammar.SaysState(statement.Name)
            ? "Not specific: say what the customer then has, as a state or an event that can be observed, not what we do."
            : null;
    }

    private static string? NotMeasurable(Metric[] metrics)
    {
        if (metrics.Length == 0)
        {
            return "Not measurable: link a metric that shows it.";
        }

        var outcomes = metrics.Where(static one => Tiers.Of(one) == Tier.CustomerOutcome).ToArray();
        if (outcomes.Length == 0)
        {
            return "Not measurable: no metric it links to is a result for the customer.";
        }

        if (outcomes.Any(static one => LackingOf(one).Count == 0))
        {
            return null;
        }

        return $"Not measurable: “{outcomes[0].Name}” has no {string.Join(", no ", LackingOf(outcomes[0]))}.";
    }

    private static List<string> LackingOf(Metric metric)
    {
        List<string> lacking = [];
        if (string.IsNullOrWhiteSpace(metric.Unit))
        {
            lacking.Add("unit");
        }

        if (metric.Direction is null)
        {
            lacking.Add("direction");
        }

        if (metric.Target is null)
        {
            lacking.Add("target");
        }

        if (string.IsNullOrWhiteSpace(metric.Source))
        {
            lacking.Add("source");
        }

        return lacking;
    }

    private static string? NotAchievable(Metric[] metrics)
    {
        if (metrics.Any(IsAchievable))
        {
            return null;
        }

        if (!metrics.Any(static one => one.Baseline is not null))
        {
            return "Not achievable as far as anyone can tell: record the baseline it starts from.";
        }

        return metrics.Any(static one => one.Baseline is not null && one.Target is not null && !one.Target.Equals(one.Baseline))
            ? "Not achievable as far as anyone can tell: the target is beyond the best ever observed; name evidence, or mark it as a stretch."
            : "Not achievable as far as anyone can tell: set a target that differs from the baseline.";
    }

    /// <summary>The ways to be achievable: within the best ever observed, upwards or downwards; evidence; or said to be a stretch.</summary>
    private static bool IsAchievable(Metric metric)
    {
        if (metric.Baseline is not { } baseline || metric.Target is not { } target || target.Equals(baseline))
        {
            return false;
        }

        return metric.IsStretch || metric.Evidence.Count > 0 || (metric.BestObserved is { } best && metric.Direction switch
        {
            Direction.Up => target <= best,
            Direction.Down => target >= best,
            _ => false,
        });
    }

    private static string? NotRelevant(StatementOfIntent statement, MapIndex index)
    {
        var hasNeed = statement.Needs.Any(id => index.Find<Need>(id) is not null);
        var hasExpectation = statement.Expectations.Any(id => index.Find<Expectation>(id) is not null);
        return (hasNeed, hasExpectation) switch
        {
            (true, true) => null,
            (true, false) => "Not relevant as far as anyone can tell: link an expectation it answers.",
            (false, true) => "Not relevant as far as anyone can tell: link a need it answers.",
            _ => "Not relevant as far as anyone can tell: link a need and an expectation it answers.",
        };
    }

    private static bool IsBoundInTime(StatementOfIntent statement) =>
        statement.DueDate is not null
        || StatementGrammar.IsWithin(statement.Within ?? "", needsWithin: false)
        || StatementGrammar.IsWithin(statement.Name, needsWithin: true)
        || StatementGrammar.HasDate(statement.Name);
}
