namespace OutsideIn.Method;

/// <summary>A share counted in a log: no share where there was nothing to count.</summary>
/// <param name="Part">How many.</param>
/// <param name="Whole">Out of how many.</param>
/// <param name="Figure">The figure of the diagnosis that opens its cases; null where none does.</param>
/// <param name="Low">Lower end of its 95 % interval; null where nobody has computed one.</param>
/// <param name="High">Upper end of the same.</param>
public sealed record LogShare(long Part, long Whole, string? Figure = null, double? Low = null, double? High = null)
{
    /// <summary>Part over whole; null where the whole is zero.</summary>
    public double? Share => Whole > 0 ? (double)Part / Whole : null;
}

/// <summary>What a log says of the differences between inside-out and outside-in (F19). Filled where map and log meet; every part may be missing.</summary>
/// <param name="Log">The log's name.</param>
/// <param name="CausedWork">Internal events with a Moment of Truth before them in their case ÷ internal events (d8).</param>
/// <param name="ValueDemand">Contacts that are not failure demand ÷ contacts customers began (d7).</param>
/// <param name="CustomerEnds">Cases whose first event and last event are Moments of Truth ÷ cases (d3, row 57).</param>
public sealed record LogEvidence(string Log, LogShare? CausedWork = null, LogShare? ValueDemand = null, LogShare? CustomerEnds = null);
