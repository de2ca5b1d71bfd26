using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>What a person may say about how a log is to be diagnosed.</summary>
public sealed record DiagnosisOptions
{
    /// <summary>What the log is called in the document. Default: <c>log</c>.</summary>
    public string LogName { get; init; } = "log";

    /// <summary>How lifecycle transitions were taken when the log was read; reported, not applied. Default: instances.</summary>
    public Lifecycle Lifecycle { get; init; } = Lifecycle.Instances;

    /// <summary>
    /// The horizon: events after it are left out, and what has not happened by then is open. Default null: the log's last event.
    /// </summary>
    public DateTimeOffset? AsOf { get; init; }
}
