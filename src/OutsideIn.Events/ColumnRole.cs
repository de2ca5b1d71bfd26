namespace OutsideIn.Events;

/// <summary>What a column of a log says about an event.</summary>
public enum ColumnRole
{
    /// <summary>The case the event belongs to: one customer's matter. Required.</summary>
    Case,

    /// <summary>The name of the work done. Required.</summary>
    Activity,

    /// <summary>When the event was recorded; where the log has start times, when the activity instance ended. Required.</summary>
    Time,

    /// <summary>When the activity instance started.</summary>
    Start,

    /// <summary>The person or system that did the work.</summary>
    Resource,

    /// <summary>The team, department or group that did the work.</summary>
    Team,

    /// <summary>The information system the work was done in.</summary>
    System,

    /// <summary>The channel of a contact, such as phone or web.</summary>
    Channel,

    /// <summary>The customer the case belongs to.</summary>
    Customer,

    /// <summary>What the event cost, in the log's currency.</summary>
    Cost,
}
