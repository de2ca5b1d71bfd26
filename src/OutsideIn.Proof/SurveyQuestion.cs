namespace OutsideIn.Proof;

/// <summary>How the answers of a survey become a score.</summary>
public enum SurveyScale
{
    /// <summary>Net promoter score: 9 and 10 less 0 to 6, in points from −100 to 100.</summary>
    Nps,

    /// <summary>The share that is satisfied.</summary>
    Csat,
}

/// <summary>Which answers of a log are read, and beside what. Immutable.</summary>
/// <param name="Score">The column of the answers: numbers, of events or of cases.</param>
public sealed record SurveyQuestion(string Score)
{
    /// <summary>How answers become a score; null for what the answers look like.</summary>
    public SurveyScale? Scale { get; init; }

    /// <summary>From which answer on somebody counts as satisfied; null for the usual one of the scale.</summary>
    public double? SatisfiedFrom { get; init; }

    /// <summary>Name or pattern of the activity by which somebody is asked; null where the log does not say who was asked.</summary>
    public string? Asked { get; init; }

    /// <summary>What the answers are weighted by, so that those who answered look like all; none for what they differ in most.</summary>
    public IReadOnlyList<string> Margins { get; init; } = [];

    /// <summary>The column whose values are told apart, such as <c>team</c>; null for none.</summary>
    public string? Per { get; init; }

    /// <summary>Confidence level of every interval.</summary>
    public double Level { get; init; } = 0.95;
}
