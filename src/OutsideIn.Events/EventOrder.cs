namespace OutsideIn.Events;

/// <summary>How the events of a case are ordered. Equal instants keep the source's order.</summary>
public enum EventOrder
{
    /// <summary>By the time of the event; where there are starts, by the end of the activity instance.</summary>
    ByTime,

    /// <summary>By start, then by time: the order in which process miners that know starts read a trace.</summary>
    ByStart,

    /// <summary>As the source wrote them, whatever their times: the order of miners that trust the file.</summary>
    AsRead,
}
