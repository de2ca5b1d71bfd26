using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>The tier a text was read as (F7).</summary>
/// <param name="Tier">The tier; where it is not certain, the lowest a measure's name may claim, <see cref="Tier.Output"/>.</param>
/// <param name="IsCertain">Whether a list of the sources or one of the three questions decided it.</param>
/// <param name="Because">Why, as one sentence for a person.</param>
public sealed record TierReading(Tier Tier, bool IsCertain, string Because);

/// <summary>Tells outputs, business outcomes and customer outcomes apart by a measure's name (rows 14 and 16; formula F7). Pure; safe to share.</summary>
/// <remarks>
/// In order: the customer first and a state of theirs behind ("drivers who are driving again"); the lists of the sources and their
/// synonyms, tier-words.txt; "is it our gain?"; "did we make or do it?"; something lost that is there again. Nothing is read as a
/// task or an activity: a person says so, as a person may override anything (<see cref="Metric.Tier"/>, <see cref="Metric.TierReason"/>).
/// </remarks>
public static class Tiers
{
    /// <summary>The tier a measure's name or a one-liner speaks of.</summary>
    /// <param name="text">The name; may be empty, which is not certain.</param>
    public static TierReading Classify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var list = TokenList.Of(text);
        var grammar = new TierGrammar(text, list.Items);
        var (term, written) = grammar.Default();
        if (term is { Word: TierWord.Survey })
        {
            return new TierReading(Tier.Output, true, $"“{written}” is an opinion collected by us: the sources list it as an output.");
        }

        if (grammar.SaysWhatTheCustomerHas())
        {
            return new TierReading(Tier.CustomerOutcome, true, "The customer would say “I have …” of it: it is the customer's own state.");
        }

        if (term is not null)
        {
            return OfList(term, written);
        }

        return ByQuestions(grammar);
    }

    /// <summary>The tier of a metric: its own where a person has said it, else the classifier's.</summary>
    public static Tier Of(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return metric.Tier ?? Classify(metric.Name).Tier;
    }

    /// <summary>Whether a name is that of a survey's score: NPS, CSAT, CSi, an effort score, a star rating (rows 16 and 20).</summary>
    public static bool IsSurveyScore(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TierWords.Of(TierWord.Survey).First(name).Value is not null;
    }

    private static TierReading OfList(TierTerm term, string written)
    {
        var source = term.Source == "D" ? "a synonym of the sources' list" : $"on the list of {term.Source}";
        return term.Word switch
        {
            TierWord.BusinessOutcome => new TierReading(Tier.BusinessOutcome, true, $"“{written}” is our gain: {source}."),
            TierWord.CustomerOutcome => new TierReading(Tier.CustomerOutcome, true, $"“{written}” is what the customer has: {source}."),
            _ => new TierReading(Tier.Output, true, $"“{written}” is what we make or do: {source}."),
        };
    }

    private static TierReading ByQuestions(TierGrammar grammar)
    {
        if (grammar.GainedWord() is { } gained)
        {
            return new TierReading(Tier.BusinessOutcome, true, $"Is it our gain? Yes: “{gained}” is something for us.");
        }

        if (grammar.DoneWord() is { } done)
        {
            return new TierReading(Tier.Output, true, $"Did we make or do it? Yes: “{done}” is our act.");
        }

        if (grammar.SaysWhatIsRestored())
        {
            return new TierReading(Tier.CustomerOutcome, true, "The customer would say “I have it again”: it is the customer's own state.");
        }

        if (grammar.ItemWord() is { } item)
        {
            return new TierReading(Tier.Output, true, $"Did we make or do it? Yes: it counts or times our work, “{item}”.");
        }

        return grammar.IsPerOurTime() || grammar.IsTimeOfOurs()
            ? new TierReading(Tier.Output, true, "Did we make or do it? Yes: it is counted by our own people or time.")
            : new TierReading(Tier.Output, false, "None of the three questions has a plain answer; it is held for an output until somebody says more.");
    }
}
