using System.Globalization;

namespace OutsideIn.Experiments.Internals;

/// <summary>A plan as keys and values, in the order of its text; a key that has no value is left out.</summary>
/// <remarks>Guardrails and secondary outcomes go by the id of their metric, so that another before them changes no key of theirs.</remarks>
internal static class PlanLines
{
    public static IReadOnlyList<(string Key, string Value)> Of(ExperimentPlan plan)
    {
        List<(string, string)> lines =
        [
            ("id", plan.Id),
            ("name", plan.Name),
            ("change", plan.Hypothesis.Change),
            ("for", plan.Hypothesis.ForWhom),
            ("outcome", plan.Hypothesis.Outcome),
            ("because", plan.Hypothesis.Because),
            ("unit", PlanWords.Of(plan.Unit)),
        ];
        foreach (var (number, arm) in Numbered(plan.Arms))
        {
            lines.Add(($"arm {number}", arm.Name));
            lines.Add(($"arm {number} share", Number(arm.Share)));
        }

        Add(lines, "primary", plan.Primary);
        foreach (var guardrail in plan.Guardrails)
        {
            var key = $"guardrail {guardrail.Outcome.Metric}";
            Add(lines, key, guardrail.Outcome);
            lines.Add(($"{key} margin", Number(guardrail.Margin)));
            lines.Add(($"{key} margin as", PlanWords.Of(guardrail.Scale)));
        }

        foreach (var outcome in plan.Secondary)
        {
            Add(lines, $"secondary {outcome.Metric}", outcome);
        }

        lines.Add(("minimum effect", Number(plan.MinimumEffect)));
        lines.Add(("effect as", PlanWords.Of(plan.EffectScale)));
        lines.Add(("look rule", PlanWords.Of(plan.Looks.Rule)));
        lines.Add(("looks", plan.Looks.Count.ToString(CultureInfo.InvariantCulture)));
        lines.Add(("spending", plan.Looks.Spending));
        lines.Add(("alpha", Number(plan.Alpha)));
        lines.Add(("power", Number(plan.Power)));
        Add(lines, "start", plan.Start is { } start ? Day(start) : null);
        Add(lines, "end", plan.End is { } end ? Day(end) : null);
        Add(lines, "follow-up days", plan.FollowUpDays is { } days ? Number(days) : null);
        AddList(lines, "exclusion", plan.Exclusions);
        AddList(lines, "covariate", plan.Covariates);
        AddList(lines, "stratum", plan.Strata);
        if (plan.Economics is { } economics)
        {
            lines.Add(("customers per period", Number(economics.CustomersPerPeriod)));
            lines.Add(("customer value", Number(economics.CustomerValue)));
            lines.Add(("cost", Number(economics.Cost)));
        }

        return lines;
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Add(List<(string Key, string Value)> lines, string key, string? value)
    {
        if (value is not null)
        {
            lines.Add((key, value));
        }
    }

    private static void Add(List<(string Key, string Value)> lines, string key, PlannedOutcome outcome)
    {
        lines.Add(($"{key} metric", outcome.Metric));
        lines.Add(($"{key} name", outcome.Name));
        lines.Add(($"{key} measure", outcome.Measure));
        Add(lines, $"{key} objective", outcome.Objective);
        lines.Add(($"{key} better", PlanWords.Of(outcome.Better)));
    }

    private static void AddList(List<(string Key, string Value)> lines, string key, IReadOnlyList<string> values) =>
        lines.AddRange(Numbered(values).Select(one => ($"{key} {one.Number}", one.Item)));

    private static IEnumerable<(string Number, T Item)> Numbered<T>(IReadOnlyList<T> items) =>
        items.Select(static (item, index) => ((index + 1).ToString(CultureInfo.InvariantCulture), item));
}
