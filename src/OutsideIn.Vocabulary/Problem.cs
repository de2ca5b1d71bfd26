namespace OutsideIn.Vocabulary;

/// <summary>What sort of refusal a <see cref="Problem"/> is. Web and Cli map each kind once.</summary>
public enum ProblemKind
{
    /// <summary>The request is malformed or breaks a rule; sending it again unchanged cannot help.</summary>
    Invalid,

    /// <summary>The thing named does not exist, or not for this caller.</summary>
    NotFound,

    /// <summary>The thing changed since the caller read it.</summary>
    Conflict,

    /// <summary>The data cannot support the answer asked for, such as a variance of one observation.</summary>
    NotEstimable,
}

/// <summary>An expected refusal, with what a person can do about it.</summary>
/// <param name="Kind">The sort of refusal.</param>
/// <param name="Code">A stable code such as <c>EV003</c>, listed in docs/problems.md and never reused.</param>
/// <param name="Message">One sentence for a person, naming the value that was refused.</param>
/// <param name="Hint">What to do next, or null where nothing helps.</param>
public sealed record Problem(ProblemKind Kind, string Code, string Message, string? Hint = null);
