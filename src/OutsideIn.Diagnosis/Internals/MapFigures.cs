using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Which map was laid over the log, what each activity was taken for, and where the two do not fit each other.</summary>
internal static class MapFigures
{
    public static MapSection Of(MappedLog mapped)
    {
        var (map, names, outcome) = (mapped.Map, mapped.Log.Activities.Names, mapped.Outcomes.Main);
        return new MapSection(
            IsSuggested(map),
            map.Organisation.Name,
            outcome?.OneLiner ?? string.Empty,
            OutcomeReason(outcome),
            Happened(names, outcome?.FirstNeed),
            Happened(names, outcome?.Reached),
            Happened(names, outcome?.Lost),
            Activities(mapped),
            [.. Warnings(mapped)]);
    }

    private static bool IsSuggested(OutsideInMap map) =>
        map.MappedActivities() is { Count: > 0 } work && work.All(static activity => activity.IsSuggested)
        && map.Outcomes.All(static outcome => outcome.IsSuggested);

    private static string OutcomeReason(SuccessfulOutcome? outcome) => outcome switch
    {
        null => "The map names no outcome, so every case counts as open.",
        { Reason: { } reason } => reason,
        _ => "The map says so.",
    };

    private static string[] Happened(IReadOnlyList<string> names, IReadOnlyList<NamePattern>? patterns)
    {
        var fits = NameMatching.AnyOf(names, patterns ?? []);
        return [.. names.Where((_, index) => fits[index + 1])];
    }

    private static MapActivityEntry[] Activities(MappedLog mapped)
    {
        var counts = new int[mapped.Activities.Length];
        for (var row = 0; row < mapped.EventCount; row++)
        {
            counts[mapped.Log.Activities[row]]++;
        }

        return [.. Enumerable.Range(1, counts.Length - 1)
            .OrderByDescending(code => counts[code])
            .ThenBy(static code => code)
            .Select(code => Entry(mapped.Activities[code]))];
    }

    private static MapActivityEntry Entry(ActivityMeaning activity) => new(
        activity.Activity, activity.Name, Words.Of(activity.Kind), activity.Mapped?.Moment is { } moment ? Words.Of(moment) : null,
        Words.Of(activity.Demand), activity.IsSuggested, activity.Reason);

    private static IEnumerable<string> Warnings(MappedLog mapped)
    {
        var log = mapped.Log;
        var names = new LogNames(log.Activities.Names, log.Resources?.Names ?? [], log.Teams?.Names ?? []);
        foreach (var diagnostic in MapResolution.Resolve(mapped.Map, names).Diagnostics)
        {
            yield return diagnostic.Hint is { } hint ? $"{diagnostic.Message} {hint}" : diagnostic.Message;
        }

        if (!mapped.IsContact.Contains(value: true))
        {
            yield return "No event of the log is a contact with the customer, so all work is without a cause.";
        }

        if (mapped.Outcomes.Main is not null && !mapped.Outcomes.Status.Contains(CaseOutcome.Reached))
        {
            yield return "No case has reached the outcome: check the events the map names for it.";
        }
    }
}
