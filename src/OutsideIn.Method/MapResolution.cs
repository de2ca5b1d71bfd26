using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>The names a log uses, each name once.</summary>
/// <param name="Activities">Its activity names.</param>
/// <param name="Resources">Its resource names; empty where it has none.</param>
/// <param name="Teams">Its team names; empty where it has none.</param>
public sealed record LogNames(IReadOnlyList<string> Activities, IReadOnlyList<string> Resources, IReadOnlyList<string> Teams);

/// <summary>A map laid over the names of a log: what each name stands for. Immutable.</summary>
/// <param name="Activities">[log activities] The activity of the map each stands for, or null.</param>
/// <param name="Resources">[log resources] The doer each resource is, or null.</param>
/// <param name="Teams">[log teams] The doer each team is, or null.</param>
/// <param name="UnmappedActivities">Activity names of the log that nothing in the map stands for, in the order given.</param>
/// <param name="Diagnostics">
/// Where map and log disagree: <c>MP030</c> two entries claim one name alike, <c>MP031</c> a name of the map is nowhere in
/// the log, <c>MP032</c> activities of the log are not in the map, <c>MP033</c> the map speaks of what the log has none of.
/// </param>
public sealed record MapResolution(
    IReadOnlyList<MappedActivity?> Activities,
    IReadOnlyList<Doer?> Resources,
    IReadOnlyList<Doer?> Teams,
    IReadOnlyList<string> UnmappedActivities,
    IReadOnlyList<MapDiagnostic> Diagnostics)
{
    /// <summary>Lays a map over the names of a log.</summary>
    /// <remarks>
    /// Which entry has a name is settled by <see cref="Vocabulary.PatternIndex"/>. The nearest names are looked up for the
    /// first 20 names that are missing from the log; the rest are listed without.
    /// </remarks>
    public static MapResolution Resolve(OutsideInMap map, LogNames names)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(names);
        var work = new NameResolver();
        var activities = work.Claim(
            new("activity", "activities", names.Activities),
            map.MappedActivities(),
            static activity => activity.Events,
            static activity => activity.Entry.Subject);
        var resources = work.Claim(
            new("resource", "resources", names.Resources), map.Doers, static doer => doer.Resources, static doer => doer.Subject);
        var teams = work.Claim(
            new("team", "teams", names.Teams), map.Doers, static doer => doer.Teams, static doer => doer.Subject);
        foreach (var outcome in map.Outcomes)
        {
            work.Look(
                [.. outcome.FirstNeed, .. outcome.Reached, .. outcome.Lost, .. outcome.Opened, .. outcome.Closed],
                $"outcomes/{outcome.Id}",
                names.Activities);
        }

        work.Look(map.HandOffEvents, "hand-offs", names.Activities);
        var unmapped = names.Activities.Where((_, index) => activities[index] is null).ToArray();
        work.ListUnmapped(unmapped, names.Activities.Count);
        return new MapResolution(activities, resources, teams, unmapped, work.Diagnostics);
    }
}
