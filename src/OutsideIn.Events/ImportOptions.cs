namespace OutsideIn.Events;

/// <summary>What becomes of lifecycle transitions (start, complete, …) when a log is read.</summary>
public enum Lifecycle
{
    /// <summary>Starts and completes of one execution become one activity instance with a start and an end. The default.</summary>
    Instances,

    /// <summary>Every recorded event stays an event of its own, whatever its transition.</summary>
    All,

    /// <summary>Only events whose transition is <c>complete</c>, and events without one, are kept.</summary>
    Complete,
}

/// <summary>Everything a person may say about how a log is to be read; what is left out is detected.</summary>
public sealed record ImportOptions
{
    /// <summary>The columns a person named for a role; they are taken as named, never guessed over.</summary>
    public IReadOnlyDictionary<ColumnRole, string> Columns { get; init; } = new Dictionary<ColumnRole, string>();

    /// <summary>The pattern of times, such as <c>dd/MM/yyyy HH:mm</c>, or null to detect it from the data.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>The zone of times that carry no offset. Default: UTC, and the report says so.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>What becomes of lifecycle transitions. Default: activity instances.</summary>
    public Lifecycle Lifecycle { get; init; } = Lifecycle.Instances;

    /// <summary>How events of a case are ordered. Default: by time.</summary>
    public EventOrder Order { get; init; } = EventOrder.ByTime;

    /// <summary>The field separator of a delimited file, or null to detect it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The encoding's name (such as <c>windows-1252</c>), or null to detect it.</summary>
    public string? Encoding { get; init; }

    /// <summary>Texts that mean "no value" in every column but case and activity, or null to recognise the usual ones column by column.</summary>
    public IReadOnlyList<string>? MissingTokens { get; init; }

    /// <summary>The share of rows that may be refused before the whole file is. Default 0.05.</summary>
    public double RefusedShareMax { get; init; } = 0.05;
}
