using OutsideIn.Experiments.Internals;

namespace OutsideIn.Experiments;

/// <summary>One key of a plan that is not as it was locked.</summary>
/// <param name="Key">Which, as in the plan's text, such as <c>minimum effect</c> or <c>guardrail k-chase margin</c>.</param>
/// <param name="Locked">What was locked; null where there was nothing.</param>
/// <param name="Now">What stands there now; null where there is nothing.</param>
/// <param name="IsExploratory">Whether what rests on it is exploratory from now on; false for names, which change no figure.</param>
public sealed record PlanDeviation(string Key, string? Locked, string? Now, bool IsExploratory)
{
    /// <summary>The deviation in one sentence.</summary>
    public string Sentence => (Locked, Now) switch
    {
        (null, { } now) => $"\"{Key}\" was not in the plan, and is \"{now}\" now.",
        ({ } locked, null) => $"\"{Key}\" was \"{locked}\", and is gone now.",
        _ => $"\"{Key}\" was \"{Locked}\", and is \"{Now}\" now.",
    };
}

/// <summary>What a plan says otherwise than when it was locked.</summary>
public static class PlanDeviations
{
    /// <summary>The keys that differ, those of the locked plan first in its order, then what came to it.</summary>
    /// <returns>Empty exactly where both have one text, but for the order of guardrails and of secondary outcomes, which means nothing.</returns>
    public static IReadOnlyList<PlanDeviation> Between(ExperimentPlan locked, ExperimentPlan now)
    {
        ArgumentNullException.ThrowIfNull(locked);
        ArgumentNullException.ThrowIfNull(now);
        var before = PlanLines.Of(locked);
        var after = PlanLines.Of(now);
        var current = after.ToDictionary(static line => line.Key, static line => line.Value, StringComparer.Ordinal);
        var known = before.Select(static line => line.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. before.Where(line => !string.Equals(line.Value, current.GetValueOrDefault(line.Key), StringComparison.Ordinal))
                .Select(line => Of(line.Key, line.Value, current.GetValueOrDefault(line.Key))),
            .. after.Where(line => !known.Contains(line.Key)).Select(static line => Of(line.Key, null, line.Value)),
        ];
    }

    private static PlanDeviation Of(string key, string? locked, string? now) => new(key, locked, now, IsExploratory: key is not "name" && !key.EndsWith(" name", StringComparison.Ordinal));
}
