namespace OutsideIn.Method;

/// <summary>How a map is checked.</summary>
/// <param name="Today">The day on which reviews, acceptances and expectations are judged old; nothing else depends on it.</param>
public sealed record CheckOptions(DateOnly Today)
{
    /// <summary>Whether personal maps that are not shared are checked too; they are private by default (row 61).</summary>
    public bool IncludesPrivate { get; init; }

    /// <summary>What others found about the map that these checks cannot read, such as wrong measures; listed beside their findings, and never accepted.</summary>
    public IReadOnlyList<MapDiagnostic> Besides { get; init; } = [];
}

/// <summary>A finding that somebody accepts, with what they said.</summary>
/// <param name="Finding">The finding as it would stand.</param>
/// <param name="By">The acceptance, with its reason.</param>
public sealed record AcceptedDiagnostic(MapDiagnostic Finding, AcceptedFinding By);

/// <summary>What the checks say about a map.</summary>
/// <param name="Findings">What stands, in the order of the catalogue and, within a code, of the map.</param>
/// <param name="Accepted">What somebody accepts, in the same order.</param>
public sealed record CheckResult(IReadOnlyList<MapDiagnostic> Findings, IReadOnlyList<AcceptedDiagnostic> Accepted)
{
    /// <summary>Whether anything that stands is an error.</summary>
    public bool HasErrors => Findings.Any(static one => one.Severity == Severity.Error);
}
