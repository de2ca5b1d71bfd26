using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>The instant up to which a log is complete, as it was given on the command line.</summary>
/// <param name="Instant">The instant; null where none was given, which stands for the last event.</param>
internal sealed record GivenInstant(DateTimeOffset? Instant)
{
    /// <summary>Microseconds since 1970-01-01T00:00:00Z; null where none was given.</summary>
    public long? Micros => Instant is { } at ? InstantText.MicrosOf(at) : null;

    /// <summary>The text behind <c>--as-of</c>; null for nothing.</summary>
    public static Result<GivenInstant> AsOf(string? text) =>
        text is null ? new GivenInstant(Instant: null)
        : InstantText.Read(text) is { } instant ? new GivenInstant(instant)
        : new Problem(ProblemKind.Invalid, "CL004", $"--as-of \"{text}\" is no time.", "Write it like 2026-03-31 or 2026-03-31T17:00:00+01:00.");
}
