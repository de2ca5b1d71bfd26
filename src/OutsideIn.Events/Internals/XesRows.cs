namespace OutsideIn.Events;

/// <summary>What an XES document holds, in columns and before any role is given.</summary>
internal sealed class XesRows
{
    public XesRows(ImportOptions options)
    {
        Options = options;
        Clock = new XesClock(options);
        Events = new XesLevel(UseOf);
        Traces = new XesLevel(key => UseOf(key) == XesUse.Name ? XesUse.Name : UseOf("case:" + key));
    }

    public ImportOptions Options { get; }

    public XesNames Names { get; } = new();

    public XesClock Clock { get; }

    public XesTally Tally { get; } = new();

    public RefusedRows Refused { get; } = new();

    /// <summary>The attributes of events; rows are the events kept, in the document's order.</summary>
    public XesLevel Events { get; }

    /// <summary>The attributes of traces; rows are the traces, in the document's order.</summary>
    public XesLevel Traces { get; }

    /// <summary>[events] The trace each event stands in, 0 upward.</summary>
    public Growing<int> TraceOfEvent { get; } = new(0);

    /// <summary>[events] The line each event begins on; kept only where a person names the column of cases, which an event may lack.</summary>
    public Growing<long> LineOfEvent { get; } = new(0);

    public int EventCount => TraceOfEvent.Count;

    /// <summary>Traces met.</summary>
    public int TraceCount { get; set; }

    /// <summary>Events met, the refused ones too.</summary>
    public long EventsMet { get; set; }

    /// <summary>The version of the standard the document names, or nothing.</summary>
    public string Version { get; set; } = "";

    public string TimeKey => Options.Columns.GetValueOrDefault(ColumnRole.Time, Names.Time);

    public string ActivityKey => Options.Columns.GetValueOrDefault(ColumnRole.Activity, Names.Name);

    /// <summary>Makes room for so many events and as many traces as the ones so far let expect.</summary>
    public void Reserve(int events)
    {
        TraceOfEvent.Reserve(events);
        Events.Reserve(events);
        Traces.Reserve((int)((long)events * TraceCount / EventsMet));
    }

    private XesUse UseOf(string key)
    {
        foreach (var (role, column) in Options.Columns)
        {
            if (string.Equals(column, key, StringComparison.Ordinal))
            {
                return role switch
                {
                    ColumnRole.Time or ColumnRole.Start => XesUse.Time,
                    ColumnRole.Cost => XesUse.Attribute,
                    _ => XesUse.Name,
                };
            }
        }

        return string.Equals(key, TimeKey, StringComparison.Ordinal) ? XesUse.Time
            : Names.IsName(key) || XesRoles.IsWordForName(key) ? XesUse.Name
            : XesUse.Attribute;
    }
}
