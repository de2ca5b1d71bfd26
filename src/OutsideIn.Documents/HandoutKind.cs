namespace OutsideIn.Documents;

/// <summary>The pages people take away from a map (issue 3; method.md rows 2, 3, 13, 15, 35, 38, 39 and 44).</summary>
public enum HandoutKind
{
    /// <summary>The SCO flashcard: the six questions and our answers on one page (row 3).</summary>
    Card,

    /// <summary>The SCO map: six questions by three respondents and where they disagree, then the customer's sequence (row 2; §6 point 6).</summary>
    Map,

    /// <summary>Moments of Truth in the customer's order, with waits and repeats, and what each causes (§6 points 16 and 17).</summary>
    Sequence,

    /// <summary>The categorisation grid: needs by workflow and systems, interactions, skills (row 39).</summary>
    Grid,

    /// <summary>The Performance Landscape: five tiers, their links, and where a path dies (row 15).</summary>
    Landscape,

    /// <summary>The register of business rules (row 35).</summary>
    Rules,

    /// <summary>The stop list: work that serves no outcome, and causes of work to take away (row 38).</summary>
    Stop,

    /// <summary>The action plan, each action with its one sentence (rows 25 and 44).</summary>
    Plan,
}
