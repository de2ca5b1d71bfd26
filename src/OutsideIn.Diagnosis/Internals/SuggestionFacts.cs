using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>What a suggestion knows about the log as a whole.</summary>
/// <param name="CaseCount">Number of cases.</param>
/// <param name="CustomerActors">Who, by the words after "by" in activity names, brings matters in, such as <c>employee</c>.</param>
/// <param name="ChannelTellsApart">Whether some activities name a channel and others do not.</param>
/// <param name="Profiles">[activities] What the log shows about each activity.</param>
internal sealed record SuggestionFacts(
    int CaseCount, IReadOnlySet<string> CustomerActors, bool ChannelTellsApart, ActivityProfile[] Profiles)
{
    private const double ChannelShareMax = 0.9;

    public static SuggestionFacts Of(EventLog log)
    {
        var actors = log.Activities.Names
            .Select(static name => new ActivityWords(name))
            .Where(static words => words.FirstWith("submit", "apply", "applied", "filed$", "lodge") is not null)
            .Select(ContactClues.ActorIn)
            .Where(static actor => actor.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        var profiles = ActivityProfile.Of(log, DoerClues.Customers(log.Resources, actors), DoerClues.Customers(log.Teams, actors));
        var withChannel = profiles.Sum(static profile => profile.WithChannel);
        return new SuggestionFacts(
            log.CaseCount, actors, withChannel > 0 && withChannel < ChannelShareMax * log.EventCount, profiles);
    }
}
