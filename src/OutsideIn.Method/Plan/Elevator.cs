namespace OutsideIn.Method;

/// <summary>How something moves the customer's outcome, in one sentence for thirty seconds (S4, row 25); or why that cannot be said.</summary>
/// <param name="Sentence">The sentence; null where it cannot be said.</param>
/// <param name="CannotBeSaid">Why not; null where it can.</param>
public sealed record Elevator(string? Sentence, string? CannotBeSaid)
{
    /// <summary>The sentence, or "cannot be said" with why.</summary>
    public string Text => Sentence ?? $"Cannot be said: {CannotBeSaid}";

    /// <summary>How a task, an activity, an output, a Moment of Truth or a partner moves an outcome: by its first path up.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="id">Id of the entry.</param>
    public static Elevator OfWork(PerformanceLandscape landscape, string id)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        var path = landscape.PathFrom(id);
        if (path.Count == 0)
        {
            return new Elevator(null, $"nothing called \"{id}\" is in the landscape.");
        }

        if (path.OfType<SuccessfulOutcome>().FirstOrDefault() is not { } outcome)
        {
            return new Elevator(null, path.Count == 1
                ? $"“{path[0].Name}” leads to nothing."
                : $"“{path[0].Name}” leads to “{path[^1].Name}” and stops there.");
        }

        string[] between = [.. path.Skip(1).TakeWhile(static one => one is not (SuccessfulOutcome or StatementOfIntent)).Select(static one => $"“{one.Name}”")];
        var by = between.Length == 0 ? "" : $" by {string.Join(" and ", between)}";
        return new Elevator($"“{path[0].Name}” leads{by} to “{outcome.Name}”{Serving(path)}.", null);
    }

    /// <summary>How doing something moves outcomes.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="what">What is done, as the start of a sentence.</param>
    /// <param name="effect">What goes with it; null where nothing does.</param>
    /// <param name="outcomes">Ids of the outcomes it is for.</param>
    public static Elevator OfAction(PerformanceLandscape landscape, string what, string? effect, IReadOnlyList<string> outcomes)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(outcomes);
        foreach (var id in outcomes)
        {
            var path = landscape.PathFrom(id);
            if (path.OfType<SuccessfulOutcome>().FirstOrDefault() is { } outcome)
            {
                return new Elevator($"{what}{effect}: one step nearer to “{outcome.Name}”{CustomerOf(landscape, outcome)}{Serving(path)}.", null);
            }
        }

        return new Elevator(null, "no outcome is named, and no path leads from its targets to one.");
    }

    private static string CustomerOf(PerformanceLandscape landscape, SuccessfulOutcome outcome) =>
        landscape.Index.CategoryOf(outcome) is { } category ? $" for “{category.Name}”"
        : landscape.Map.Customers is [var only] ? $" for “{only.Name}”"
        : "";

    private static string Serving(IReadOnlyList<MapEntry> path) =>
        path.OfType<Objective>().FirstOrDefault() is { } objective ? $", which serves “{objective.Name}”" : "";
}
