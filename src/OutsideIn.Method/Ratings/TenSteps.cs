namespace OutsideIn.Method;

/// <summary>One of the ten steps and what shows that it was taken (row 63). A checklist, never a gate: steps 9 and 10 say start anywhere.</summary>
/// <param name="Number">1 to 10.</param>
/// <param name="Title">The step.</param>
/// <param name="Evidence">Ids of the entries that show it; empty where nothing does.</param>
/// <param name="Last">The last day on any of them; null where none has a day.</param>
/// <param name="Stated">Mean of what was stated of it, 0 to 10; null where nobody has.</param>
public sealed record MethodStep(int Number, string Title, IReadOnlyList<string> Evidence, DateOnly? Last, double? Stated)
{
    /// <summary>Whether anything shows that it was taken.</summary>
    public bool HasEvidence => Evidence.Count > 0;
}

/// <summary>Row 63: the ten steps of S2.</summary>
public static class TenSteps
{
    /// <summary>The steps of a map in order.</summary>
    public static IReadOnlyList<MethodStep> Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var index = MapIndex.Of(map);
        var stated = map.Assessment.ToLookup(static one => one.Key, static one => one.Stated, StringComparer.OrdinalIgnoreCase);
        MethodStep Of(int number, string title, IEnumerable<MapEntry> evidence)
        {
            MapEntry[] entries = [.. evidence];
            var said = stated[$"s{number}"].ToArray();
            return new MethodStep(number, title, [.. entries.Select(static one => one.Id)], entries.Max(LastOf), said.Length == 0 ? null : said.Average());
        }

        return
        [
            Of(1, "Define the customer", map.Customers.Where(static one => one is { Type: PartyType.Funder, Wanted: Wanted.Yes })),
            Of(2, "Articulate the Successful Customer Outcome", map.Outcomes.Where(static one => one.Statements.Count > 0)),
            Of(3, "Align rewards, systems, process and strategy", Aligned(map, index)),
            Of(4, "Find the Moments of Truth", map.Moments),
            Of(5, "Find the breakpoints", map.Breakpoints),
            Of(6, "Find and challenge the business rules", map.Rules),
            Of(7, "Assess impact and risk against the needs", map.Risks),
            Of(8, "Plan the actions", map.Actions),
            Of(9, "Execute as you go", map.Actions.Where(static one => one.State >= ActionState.Done)),
            Of(10, "Begin now", map.Actions.Where(static one => one.State >= ActionState.Doing)),
        ];
    }

    private static IEnumerable<MapEntry> Aligned(OutsideInMap map, MapIndex index) =>
    [
        .. map.Outcomes.Where(static one => one.Objectives.Count > 0),
        .. map.Rewards.Where(reward => index.Find<Metric>(reward.Metric) is { } metric && Tiers.Of(metric) == Tier.CustomerOutcome),
    ];

    private static DateOnly? LastOf(MapEntry entry)
    {
        DateOnly?[] days = entry switch
        {
            ActionItem action => [action.DoneOn, entry.Changed, entry.Created],
            SuccessfulOutcome outcome => [.. outcome.Answers.Select(static one => one.Date), entry.Changed, entry.Created],
            _ => [entry.Changed, entry.Created],
        };
        return days.Max();
    }
}
