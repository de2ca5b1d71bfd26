using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Recognises events that show an outcome reached or lost by their words and by where they stand in their cases.</summary>
/// <remarks>The lexicon is written out in docs/diagnosis.md.</remarks>
internal static class OutcomeClues
{
    /// <summary>An event ends the work when so large a share of its cases ends with it, formalities left out.</summary>
    private const double EndShareMin = 0.25;

    /// <summary>An event is late when on average no more than this share of its case comes after it.</summary>
    private const double AfterShareMax = 0.34;

    /// <summary>Without words, an activity shows the outcome when so many of all cases end with it.</summary>
    private const double PositionShareMin = 0.1;

    private static readonly string[] LostStems =
    [
        "cancel", "withdraw", "reject", "refus", "denied", "deny", "declin", "abandon", "expire", "lapse", "invalid", "delete",
        "storno", "abgelehnt", "ablehn", "afgewezen", "geweigerd", "ingetrokken", "rifiut", "annull", "zurückgezogen",
    ];

    private static readonly string[] GetStems =
    [
        "paid$", "pay$", "pays$", "payment", "payout", "reimburs", "compensat", "refund", "deliver", "collected$", "shipped", "ship$",
        "resolv", "solved", "granted", "grant$", "discharg", "activat", "installed", "repaired$", "fixed$", "settled",
        "betaling", "betaald", "zahlung", "bezahlt", "pagament", "geliefert", "geleverd",
    ];

    private static readonly string[] CloseStems =
    [
        "close$", "closed$", "closing$", "complet", "finish", "archiv", "processed", "handled", "done$", "billed", "end$", "ended$",
        "geschlossen", "abgeschlossen", "afgerond", "gesloten", "chiuso", "chiusura",
    ];

    /// <summary>Whether the words speak of what a customer gets, not of the firm's own paperwork.</summary>
    public static bool IsWhatTheCustomerGets(ActivityWords words) =>
        (words.FirstWith(GetStems) is not null || (words.FirstWith("offer") is not null && words.FirstWith("make", "made", "accept", "sign") is not null))
        && words.FirstWith("request", "prepare", "create", "plan", "anomaly") is null
        && RuleClues.FirstWordIn(words) is null && !IsLost(words);

    /// <summary>Whether the words speak of an outcome lost.</summary>
    public static bool IsLost(ActivityWords words) =>
        words.FirstWith(LostStems) is not null || words.HasInRow("credit", "collect") || words.HasInRow("debt", "collect")
        || words.HasInRow("not$", "approv") || words.HasInRow("written$", "off$");

    /// <summary>The outcome the log suggests, or null where not even position shows one.</summary>
    public static SuccessfulOutcome? Outcome(SuggestionFacts facts, IReadOnlyList<WorkDraft> activities)
    {
        var lost = facts.Profiles.Where(static profile => IsLost(profile.Words)).ToArray();
        var (reached, reason) = Reached(facts, activities);
        if (reached.Length == 0 && lost.Length == 0)
        {
            return null;
        }

        var lostReason = lost.Length == 0
            ? " No word shows it lost."
            : $" Lost by the word '{lost[0].Words.FirstWith(LostStems) ?? "collection"}' in '{lost[0].Name}'"
                + (lost.Length == 1 ? "." : $" and the like in {CountText.Of(lost.Length - 1)} more.");
        var formalities = Formalities(facts);
        var formalityReason = formalities.Length == 0 ? string.Empty
            : $" '{formalities[0].Name}' ends nearly every case whatever came of it, so it closes the firm's case but shows no outcome.";
        return new SuccessfulOutcome
        {
            Id = "outcome",
            Name = reached.Length == 0 ? "What the customer came for" : reached[0].Name,
            FirstNeed = FirstNeed(facts, activities),
            Reached = Named(reached),
            Lost = Named(lost),
            Closed = Named(formalities),
            Reason = reason + lostReason + formalityReason,
            IsSuggested = true,
        };
    }

    private static ActivityProfile[] Formalities(SuggestionFacts facts)
    {
        var isFormality = ActivityProfile.Formalities(facts.Profiles, facts.CaseCount);
        return [.. facts.Profiles.Where((profile, index) => isFormality[index] && profile.Words.FirstWith(CloseStems) is not null)];
    }

    private static (ActivityProfile[] Reached, string Reason) Reached(SuggestionFacts facts, IReadOnlyList<WorkDraft> activities)
    {
        var gets = facts.Profiles.Where(static profile => IsWhatTheCustomerGets(profile.Words)).ToArray();
        var closes = facts.Profiles
            .Where(static profile => profile.Words.FirstWith(CloseStems) is not null && !IsLost(profile.Words)).ToArray();
        var byWord = FirstNonEmpty(
            gets.Where(static profile => EndsWork(profile)),
            gets.Where(static profile => IsLate(profile)),
            closes.Where(static profile => EndsWork(profile)),
            closes.Where(profile => profile.LastInCases >= PositionShareMin * facts.CaseCount));
        if (byWord.Length > 0)
        {
            var first = byWord[0];
            var word = first.Words.FirstWith(GetStems) ?? first.Words.FirstWith(CloseStems) ?? "offer";
            return (byWord, $"Reached by the word '{word}' in '{first.Name}', late in its cases.");
        }

        var contacts = activities.Where(static one => one is { Kind: WorkKind.MomentOfTruth, Initiator: Initiator.Organisation })
            .Select(static one => one.Name).ToHashSet(StringComparer.Ordinal);
        var ends = facts.Profiles
            .Where(profile => profile.LastOfWorkInCases >= PositionShareMin * facts.CaseCount && !IsLost(profile.Words))
            .OrderByDescending(profile => contacts.Contains(profile.Name))
            .ThenByDescending(static profile => profile.LastOfWorkInCases)
            .Take(1)
            .ToArray();
        return ends.Length == 0
            ? ([], "No word and no position shows the outcome reached.")
            : (ends, $"No word shows the outcome reached; '{ends[0].Name}' is taken for it only because "
                + $"{ShareText.Of((double)ends[0].LastOfWorkInCases / facts.CaseCount)} of the cases end with it.");
    }

    private static ActivityProfile[] FirstNonEmpty(params IEnumerable<ActivityProfile>[] choices) =>
        [.. choices.Select(static choice => choice.OrderByDescending(static profile => profile.Cases).ToArray()).FirstOrDefault(static choice => choice.Length > 0) ?? []];

    private static bool EndsWork(ActivityProfile profile) => profile.LastOfWorkInCases >= EndShareMin * profile.Cases;

    private static bool IsLate(ActivityProfile profile) =>
        profile.EventsAfter <= AfterShareMax * profile.EventsOfCases || profile.EventsAfter <= profile.Cases;

    private static NamePattern[] FirstNeed(SuggestionFacts facts, IReadOnlyList<WorkDraft> activities)
    {
        var contacts = activities.Where(static one => one is { Kind: WorkKind.MomentOfTruth, Initiator: Initiator.Customer })
            .Select(static one => one.Name).ToHashSet(StringComparer.Ordinal);
        var begins = facts.Profiles.Where(profile => contacts.Contains(profile.Name) && profile.FirstInCases > 0).ToArray();

        // Named only where they begin nearly all cases: a case without a named first need would have no customer's clock at all.
        return begins.Sum(static profile => profile.FirstInCases) >= 0.9 * facts.CaseCount ? Named(begins) : [];
    }

    private static NamePattern[] Named(ActivityProfile[] profiles) => Array.ConvertAll(profiles, static profile => new NamePattern(profile.Name));
}
