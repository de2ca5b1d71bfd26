namespace OutsideIn.Method;

/// <summary>A person's own line of sight (rows 12 and 59; §6 point 24).</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Tasks">Tasks of the person's roles with a path to an objective ÷ tasks of the roles.</param>
/// <param name="CanSay">Whether the person has said what they contribute (P27).</param>
/// <param name="Outcomes">Ids of the outcomes those tasks lead to.</param>
public sealed record PersonalSight(string Person, Ratio Tasks, bool CanSay, IReadOnlyList<string> Outcomes);

/// <summary>Pyramid or context (row 56), and everybody's line of sight (row 59).</summary>
/// <param name="InternalWhy">Tasks whose stated reason is a superior or another department ÷ tasks of which somebody has judged (d9).</param>
/// <param name="ExecutivesInContact">Executives whose last talk with a customer is known ÷ executives.</param>
/// <param name="LongestSinceContact">Days since the last talk of the executive who has not talked for longest; null where none is known.</param>
/// <param name="CanSay">People who have said what they contribute ÷ people.</param>
/// <param name="People">Everybody's own line of sight, in the map's order.</param>
public sealed record PeopleRating(
    Ratio InternalWhy, Ratio ExecutivesInContact, int? LongestSinceContact, Ratio CanSay, IReadOnlyList<PersonalSight> People);

/// <summary>Rows 56 and 59.</summary>
public static class PeopleRatings
{
    /// <summary>The rating of a map.</summary>
    /// <param name="landscape">Its landscape.</param>
    /// <param name="today">The day from which days are counted.</param>
    public static PeopleRating Of(PerformanceLandscape landscape, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        var map = landscape.Map;
        Person[] executives = [.. map.People.Where(static one => one.IsExecutive)];
        var tasks = map.Tasks.Where(static one => one.DoneBy is not null).ToLookup(static one => one.DoneBy!, StringComparer.OrdinalIgnoreCase);
        return new PeopleRating(
            Ratio.Counting(map.Tasks.Where(static one => one.WhyIsInternal is not null), static one => one.WhyIsInternal == true),
            Ratio.Counting(executives, static one => one.LastCustomerContact is not null),
            executives.Max(one => one.LastCustomerContact is { } day ? today.DayNumber - day.DayNumber : (int?)null),
            Ratio.Counting(map.People, static one => !string.IsNullOrWhiteSpace(one.Contribution)),
            [.. map.People.Select(person => SightOf(person, [.. person.Roles.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(role => tasks[role])], landscape))]);
    }

    private static PersonalSight SightOf(Person person, WorkTask[] tasks, PerformanceLandscape landscape) => new(
        person.Id,
        Ratio.Counting(tasks, task => landscape.ReachesObjective(task.Id)),
        !string.IsNullOrWhiteSpace(person.Contribution),
        [.. tasks.SelectMany(task => landscape.OutcomesOf(task.Id)).Distinct(StringComparer.OrdinalIgnoreCase)]);
}
