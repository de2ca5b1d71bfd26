namespace OutsideIn.Method;

/// <summary>A sort of finding: what docs/findings/ has a page for. Immutable.</summary>
/// <param name="Code">A stable code such as <c>SCO-06</c>, never reused.</param>
/// <param name="Severity">How much it usually matters.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Source">The rows, formulas and sections of the method it follows from, such as "rows 33 and 36".</param>
public sealed record FindingKind(string Code, Severity Severity, string Title, string Source)
{
    /// <summary>How much it matters in the other of two cases, as the page says; null where it always matters alike.</summary>
    public Severity? Otherwise { get; init; }

    /// <summary>Whether it may be accepted with a reason; a map whose structure contradicts itself has to be put right.</summary>
    public bool IsAcceptable { get; init; } = true;

    /// <summary>Whether it takes a log to find it: it is found by a diagnosis and in a scorecard, never in a map alone.</summary>
    public bool IsFromLog { get; init; }

    /// <summary>The family: the letters before the number.</summary>
    public string Family => Code[..3];

    /// <summary>The page that explains it, relative to the root of the repository.</summary>
    public string Page => $"docs/findings/{Code}.md";
}
