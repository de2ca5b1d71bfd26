namespace OutsideIn.Events;

/// <summary>What a source says about the lifecycle of its events; readers fill it row by row beside <see cref="EventLogBuilder.Add(in EventRow)"/>.</summary>
internal sealed class LifecycleRows
{
    private readonly Growing<int> _instances = new(CodedColumn.Missing);

    /// <summary>The transition of each row, such as <c>start</c>; rows without one have none.</summary>
    public NamedRows Transitions { get; } = new();

    /// <summary>[rows] Which execution a row tells about: equal numbers within a case and activity are the same one; 0 is unknown.</summary>
    public ReadOnlySpan<int> Instances => _instances.Values;

    /// <summary>The name of the attribute that keeps the transitions where events stay events.</summary>
    public string AttributeName { get; set; } = "lifecycle:transition";

    public void SetInstance(int row, int instance)
    {
        if (instance != CodedColumn.Missing)
        {
            _instances.Set(row, instance);
        }
    }

    public void PadTo(int rows)
    {
        Transitions.PadTo(rows);
        _instances.PadTo(rows);
    }
}

/// <summary>A log whose lifecycle has been dealt with.</summary>
/// <param name="Log">The log.</param>
/// <param name="LeftOut">Recorded events left out by choice.</param>
/// <param name="Notes">What was paired, left over and left out, one sentence each.</param>
internal sealed record LifecycleLog(EventLog Log, long LeftOut, IReadOnlyList<string> Notes);
