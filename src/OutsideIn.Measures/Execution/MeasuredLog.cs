using OutsideIn.Events;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures;

/// <summary>How a clock of one case stands at the horizon.</summary>
/// <param name="IsStarted">Whether it ever started; where not, the rest says nothing.</param>
/// <param name="StartMicros">When it started, microseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="EndMicros">When it stopped, or the horizon where it still runs.</param>
/// <param name="End">How it stopped, or that it has not.</param>
public readonly record struct ClockReading(bool IsStarted, long StartMicros, long EndMicros, CompetingEnd End)
{
    /// <summary>How long it ran or has run in microseconds, never negative.</summary>
    public long Micros => Math.Max(0, EndMicros - StartMicros);
}

/// <summary>A name of the map that stands for events.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Events">Names and patterns of activities of a log.</param>
public sealed record NamedEvents(string Name, IReadOnlyList<NamePattern> Events);

/// <summary>A log with what a map says of it, as plain columns: all that a measure can see. Immutable; safe to share.</summary>
/// <remarks>Null stands for "no map says"; a measure that needs it is refused before any event is read.</remarks>
public sealed record MeasuredLog
{
    /// <summary>The log, without events later than the horizon.</summary>
    public required EventLog Log { get; init; }

    /// <summary>The instant up to which the log is known, microseconds since 1970-01-01T00:00:00Z; not before its last event.</summary>
    public required long HorizonMicros { get; init; }

    /// <summary>Names of the map that stand for events, beside the names the log has itself.</summary>
    public IReadOnlyList<NamedEvents> MapNames { get; init; } = [];

    /// <summary>[events] Whether the event is a Moment of Truth.</summary>
    public ReadOnlyMemory<bool>? IsContact { get; init; }

    /// <summary>[events] Whether the event is a contact that arises only because something failed (F12).</summary>
    public ReadOnlyMemory<bool>? IsFailureContact { get; init; }

    /// <summary>[events] Whether work has gone to another doer with this event: a breakpoint.</summary>
    public ReadOnlyMemory<bool>? IsHandoff { get; init; }

    /// <summary>[cases] Row of the event with which the case was closed, or −1 where it still runs. Null: every case is taken as closed with its last event.</summary>
    public ReadOnlyMemory<int>? EndRows { get; init; }

    /// <summary>[cases] When the customer gave up or was refused, or <see cref="long.MaxValue"/> where that never happened; null where the map names no such events.</summary>
    public ReadOnlyMemory<long>? LostMicros { get; init; }

    /// <summary>[cases] From the first sign of need to the outcome really achieved (measures.md, two clocks).</summary>
    public ReadOnlyMemory<ClockReading>? CustomerClock { get; init; }

    /// <summary>[cases] From the case opened to the case closed.</summary>
    public ReadOnlyMemory<ClockReading>? FirmClock { get; init; }

    /// <summary>[cases] The category of customers each case belongs to; named <c>category</c> in filters where the log has no column of that name.</summary>
    public CodedColumn? Categories { get; init; }

    /// <summary>The calendars of the map; the first is the one meant where none is named.</summary>
    public IReadOnlyList<WorkingCalendar> Calendars { get; init; } = [];

    /// <summary>A log as it stands, without a map; known up to its last event.</summary>
    public static MeasuredLog Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new MeasuredLog { Log = log, HorizonMicros = log.LastMicros };
    }
}
