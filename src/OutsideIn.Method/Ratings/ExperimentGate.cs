namespace OutsideIn.Method;

/// <summary>Whether a change pays for itself (F14).</summary>
/// <param name="Experiment">Id of the experiment; null where the figures came from none.</param>
/// <param name="Gain">Customers kept × what one of them is worth.</param>
/// <param name="Cost">What the change costs.</param>
public sealed record GateVerdict(string? Experiment, double Gain, double Cost)
{
    /// <summary>Gain − cost.</summary>
    public double Net => Gain - Cost;

    /// <summary>Whether it may be launched: not with a negative net, however significant the test.</summary>
    public bool MayLaunch => Net >= 0;
}

/// <summary>F14: the economic gate of an experiment (S4, row 27).</summary>
public static class ExperimentGate
{
    /// <summary>The verdict on an experiment; null where customers kept, their value or the cost is not written down.</summary>
    public static GateVerdict? Of(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return experiment is { CustomersKept: { } kept, CustomerValue: { } value, Cost: { } cost } ? new GateVerdict(experiment.Id, kept * value, cost) : null;
    }

    /// <summary>Unstated needs that an experiment is about ÷ unstated needs (row 28: focus on future, unstated needs).</summary>
    public static Ratio UnstatedNeedsTested(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var tested = map.Experiments.SelectMany(static one => one.Needs).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Ratio.Counting(map.Needs.Where(static need => need.Kind == NeedKind.Unstated), need => tested.Contains(need.Id));
    }
}
