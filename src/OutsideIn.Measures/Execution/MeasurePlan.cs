using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>A checked measure, ready to run on the log it was compiled for. Immutable; safe to share.</summary>
public sealed class MeasurePlan
{
    internal MeasurePlan(MeasureSyntax syntax, MeasureKind kind, DurationClock clock) => (Syntax, Kind, Clock) = (syntax, kind, clock);

    /// <summary>The measure as written.</summary>
    public MeasureSyntax Syntax { get; }

    /// <summary>What sort of value it gives.</summary>
    public MeasureKind Kind { get; }

    /// <summary>The clock of its durations and windows.</summary>
    public DurationClock Clock { get; }

    /// <summary>Whether the subjects are customers rather than cases.</summary>
    public bool IsPerCustomer => Syntax.IsPerCustomer;

    /// <summary>Whether <c>no</c> turns the question round: the answer is certain as soon as the event happens, and it is no.</summary>
    public bool IsNegated => Syntax.Value is HasSyntax { IsNegated: true };

    /// <summary>The log it was compiled for.</summary>
    internal MeasuredLog? Log { get; init; }

    /// <summary>What computes its values.</summary>
    internal ValueProgram? Program { get; init; }

    /// <summary>The cases it is of; null for all.</summary>
    internal CaseMask? Cases { get; init; }

    /// <summary>The text of the filter of cases: plans of equal texts share the customers' rows.</summary>
    internal string CasesKey { get; init; } = "";
}
