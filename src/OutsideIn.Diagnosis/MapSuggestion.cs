using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Proposes a map from a log where there is none: a draft for somebody who knows the work to correct.</summary>
/// <remarks>
/// It goes by the words of activity names, by the names of resources and teams, by channels and by position; the lexicon stands in
/// docs/diagnosis.md. Everything it says is marked as suggested and carries its reason.
/// </remarks>
public static class MapSuggestion
{
    /// <summary>Above so many activities only contacts and rule checks are written down; the rest is internal by being left out.</summary>
    private const int InternalListedMax = 200;

    /// <summary>Where contacts that may be the customer's touch fewer cases than this share, the events that begin cases are taken for contacts too.</summary>
    private const double ContactCasesMin = 0.5;

    /// <summary>An activity is taken for a contact by position alone where so large a share of its events begin a case.</summary>
    private const double BeginsShareMin = 0.33;

    /// <summary>So many activities at most become contacts by position alone; more means that cases begin with anything.</summary>
    private const int PositionContactsMax = 5;

    /// <summary>Proposes a map. O(events).</summary>
    /// <param name="log">The log.</param>
    /// <param name="organisation">What the organisation is called in the map, such as the file's name.</param>
    /// <returns>
    /// A map with every activity, the customers and systems among the doers, and one outcome; without outcome where nothing shows one,
    /// and without contacts where nothing shows any.
    /// </returns>
    public static OutsideInMap Suggest(EventLog log, string organisation)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentException.ThrowIfNullOrEmpty(organisation);
        var facts = SuggestionFacts.Of(log);
        var activities = facts.Profiles.Select(profile => Activity(profile, facts)).ToList();
        TakeFirstEventsForContacts(log, facts, activities);
        var outcome = OutcomeClues.Outcome(facts, activities);
        var listed = activities.Count <= InternalListedMax
            ? activities
            : activities.Where(static activity => activity.Kind != WorkKind.Internal);
        var work = WithIds([.. listed]);
        return new OutsideInMap
        {
            Organisation = new Organisation { Name = organisation },
            Outcomes = outcome is null ? [] : [outcome],
            Moments = [.. work.OfType<MomentOfTruth>()],
            Rules = [.. work.OfType<BusinessRule>()],
            Activities = [.. work.OfType<Activity>()],
            Doers = DoerClues.Doers(log, facts.CustomerActors),
        };
    }

    private static WorkDraft Activity(ActivityProfile profile, SuggestionFacts facts)
    {
        if (ContactClues.ByDoer(profile, facts) is { } done)
        {
            return Contact(profile, done);
        }

        if (RuleClues.FirstWordIn(profile.Words) is { } first)
        {
            return Of(profile, WorkKind.RuleCheck, $"It begins with the word '{first}': something is checked or decided.");
        }

        if (ContactClues.ByName(profile, facts) is { } clue)
        {
            return Contact(profile, clue);
        }

        return RuleClues.WordIn(profile.Words) is { } word
            ? Of(profile, WorkKind.RuleCheck, $"The word '{word}' in its name: something is checked or decided.")
            : Of(profile, WorkKind.Internal, "Neither its words nor its doers, channel or position show a contact or a rule.");
    }

    private static WorkDraft Contact(ActivityProfile profile, ContactClue clue)
    {
        var (demand, word) = DemandClues.For(profile.Words, clue.Initiator);
        return Of(profile, WorkKind.MomentOfTruth, word is null ? clue.Reason : $"{clue.Reason} The word '{word}' says that something had failed.") with
        {
            Moment = clue.Moment,
            Initiator = clue.Initiator,
            Demand = demand,
        };
    }

    private static WorkDraft Of(ActivityProfile profile, WorkKind kind, string reason) => new(profile.Name, kind, reason);

    private static void TakeFirstEventsForContacts(EventLog log, SuggestionFacts facts, List<WorkDraft> activities)
    {
        var isContact = activities.Select(static activity => activity.Kind == WorkKind.MomentOfTruth).ToArray();
        var isIncoming = activities.Select(static activity => activity is { Kind: WorkKind.MomentOfTruth, Initiator: not Initiator.Organisation }).ToArray();
        if (CasesWith(log, isIncoming) >= ContactCasesMin * log.CaseCount)
        {
            return;
        }

        var begins = Enumerable.Range(0, activities.Count)
            .Where(index => !isContact[index] && facts.Profiles[index] is { FirstInCases: > 0 } profile
                && profile.FirstInCases >= BeginsShareMin * profile.Events)
            .ToArray();
        if (begins.Length > PositionContactsMax)
        {
            return;
        }

        foreach (var index in begins)
        {
            var profile = facts.Profiles[index];
            activities[index] = activities[index] with
            {
                Kind = WorkKind.MomentOfTruth,
                Initiator = Initiator.Customer,
                Demand = DemandKind.Value,
                Reason = "No word, doer or channel shows how most cases come in, so the activity with which "
                    + $"{ShareText.Of((double)profile.FirstInCases / facts.CaseCount)} of them begin is taken for the contact that brings the matter in.",
            };
        }
    }

    private static int CasesWith(EventLog log, bool[] isWanted)
    {
        var count = 0;
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (row, end) = log.RowsOf(caseIndex);
            while (row < end && !isWanted[log.Activities[row] - 1])
            {
                row++;
            }

            count += row < end ? 1 : 0;
        }

        return count;
    }

    private static MapEntry[] WithIds(WorkDraft[] activities)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return Array.ConvertAll(activities, activity =>
        {
            var stem = string.Join('-', new ActivityWords(activity.Name).All);
            var id = stem.Length == 0 ? "activity" : stem;
            for (var number = 2; !taken.Add(id); number++)
            {
                id = $"{(stem.Length == 0 ? "activity" : stem)}-{number}";
            }

            return activity.Entry(id);
        });
    }
}
