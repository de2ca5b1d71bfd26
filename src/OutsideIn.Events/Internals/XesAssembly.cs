using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>Makes the log of a document that was read: gives the roles, adds the events, keeps every other attribute.</summary>
internal sealed class XesAssembly(XesRows rows, XesRoles roles)
{
    private readonly EventLogBuilder _builder = new(rows.Options.Order);

    /// <summary>Makes the log.</summary>
    public Result<LifecycleLog> Build()
    {
        var cases = XesCases.Of(roles[ColumnRole.Case], rows, _builder);
        var traces = AddEvents(cases);
        var transition = IsUsed(rows.Names.Transition) ? null : Column(rows.Names.Transition);
        AddLifecycle(transition, traces.SourceRows);
        foreach (var (column, level) in XesReport.Attributes(rows, roles))
        {
            if (column != transition)
            {
                AddAttribute(column, level, cases, traces);
            }
        }

        return _builder.Build(rows.Options.Lifecycle);
    }

    private bool IsUsed(string key) => roles.Fields.Values.Any(field => string.Equals(field.Column.Key, key, StringComparison.Ordinal));

    private XesColumn? Column(string key) => rows.Events.Columns.FirstOrDefault(one => string.Equals(one.Key, key, StringComparison.Ordinal));

    private XesNamed Named(ColumnRole role) => new(roles[role], name => _builder.Name(role, name), IsMissing);

    private bool IsMissing(string text) => rows.Options.MissingTokens?.Contains(text, StringComparer.Ordinal) == true;

    /// <summary>Adds the events; one without a case is refused.</summary>
    /// <returns>[events of the log] the row each has in the document's columns, and its trace.</returns>
    private (int[] SourceRows, ReadOnlyMemory<int> Traces) AddEvents(XesCases cases)
    {
        var traces = rows.TraceOfEvent.Values.ToArray();
        var kept = new int[traces.Length];
        if (MayTakeColumns(cases))
        {
            TakeColumns(traces);
            for (var row = 0; row < kept.Length; row++)
            {
                kept[row] = row;
            }

            return (kept, traces);
        }

        var (activities, resources, teams) = (new XesNamed(roles[ColumnRole.Activity], _builder.Activity, static _ => false), Named(ColumnRole.Resource), Named(ColumnRole.Team));
        var (systems, channels, customers) = (Named(ColumnRole.System), Named(ColumnRole.Channel), Named(ColumnRole.Customer));
        var costs = new XesCosts(roles[ColumnRole.Cost]);
        var times = roles[ColumnRole.Time]!.Column.Times;
        var starts = new XesStarts(roles[ColumnRole.Start]);
        for (var row = 0; row < traces.Length; row++)
        {
            var code = cases.CodeAt(row, traces[row]);
            if (code == CodedColumn.Missing)
            {
                rows.Refused.Add(rows.LineOfEvent.Values[row], roles[ColumnRole.Case]!.Column.Key, (string?)null, "The event names no case.");
                continue;
            }

            kept[_builder.EventCount] = row;
            _builder.Add(new EventRow(code, activities.CodeAt(row, traces[row]), times[row])
            {
                StartMicros = starts.At(row, traces[row]),
                Resource = resources.CodeAt(row, traces[row]),
                Team = teams.CodeAt(row, traces[row]),
                System = systems.CodeAt(row, traces[row]),
                Channel = channels.CodeAt(row, traces[row]),
                Customer = customers.CodeAt(row, traces[row]),
                Cost = costs.At(row, traces[row]),
            });
        }

        return (kept[.._builder.EventCount], traces);
    }

    /// <summary>
    /// Whether the columns of the document are those of the log already: every event kept, each trace a case, every role an
    /// attribute of events. Most logs are so, and adding half a million events one by one cost a tenth of the reading.
    /// </summary>
    private bool MayTakeColumns(XesCases cases) =>
        cases.AreTraces && rows.Refused.Count == 0 && rows.Options.MissingTokens is null
        && roles[ColumnRole.Activity]!.Column.Codes.Length == rows.EventCount && !roles[ColumnRole.Activity]!.Column.Codes.Contains(CodedColumn.Missing)
        && roles[ColumnRole.Time]!.Column.Times.Length == rows.EventCount
        && roles.Fields.All(static one => one.Key is ColumnRole.Case or ColumnRole.Cost
            || (one.Value.Level == AttributeLevel.Event && one.Value.Column.Kind == (one.Key is ColumnRole.Time or ColumnRole.Start ? AttributeKind.Time : AttributeKind.Text)));

    private void TakeColumns(int[] traces)
    {
        _builder.Take(traces, roles[ColumnRole.Activity]!.Column.ToStore(), roles[ColumnRole.Time]!.Column.ToStore().Times);
        foreach (var role in new[] { ColumnRole.Resource, ColumnRole.Team, ColumnRole.System, ColumnRole.Channel, ColumnRole.Customer })
        {
            if (roles[role] is { } field)
            {
                _builder.Take(role, field.Column.ToStore());
            }
        }

        if (roles[ColumnRole.Start] is { } starts)
        {
            _builder.TakeStarts(starts.Column.ToStore().Times);
        }

        var costs = new XesCosts(roles[ColumnRole.Cost]);
        for (var row = 0; roles[ColumnRole.Cost] is not null && row < traces.Length; row++)
        {
            if (costs.At(row, traces[row]) is var cost && !double.IsNaN(cost))
            {
                _builder.SetCost(row, cost);
            }
        }
    }

    private void AddLifecycle(XesColumn? transitions, int[] sourceRows)
    {
        var instances = Column(rows.Names.Instance) is { } named ? named.Codes : default;
        _builder.Lifecycle.AttributeName = rows.Names.Transition;
        if (transitions is null)
        {
            return;
        }

        var target = _builder.Lifecycle.Transitions;
        var codes = Array.ConvertAll(transitions.Names.ToNames(), target.Names.CodeOf);
        for (var row = 0; row < sourceRows.Length; row++)
        {
            var source = sourceRows[row];
            target.Set(row, source < transitions.Codes.Length && transitions.Codes[source] != CodedColumn.Missing ? codes[transitions.Codes[source] - 1] : CodedColumn.Missing);
            _builder.Lifecycle.SetInstance(row, source < instances.Length ? instances[source] : CodedColumn.Missing);
        }
    }

    private void AddAttribute(XesColumn column, AttributeLevel level, XesCases cases, (int[] SourceRows, ReadOnlyMemory<int> Traces) events)
    {
        var ofCases = level == AttributeLevel.Case && !cases.AreOfEvents;
        var areRowsAsRead = ofCases ? cases.AreTraces : level == AttributeLevel.Event && events.SourceRows.Length == rows.EventCount;
        var (name, kept) = (roles.NameOf(column, level), ofCases ? AttributeLevel.Case : AttributeLevel.Event);
        if (areRowsAsRead && rows.Options.MissingTokens is null)
        {
            _builder.Add(new AttributeBuilder(name, column.Kind, kept, column.ToStore()));
            return;
        }

        var attribute = new AttributeBuilder(name, column.Kind, kept, new AttributeStore { Names = column.Names });
        var copy = new XesCopy(column, attribute, column.Kind == AttributeKind.Text ? IsMissing : static _ => false);
        var traces = events.Traces.Span;
        for (var i = 0; i < (ofCases ? rows.TraceCount : events.SourceRows.Length); i++)
        {
            var from = ofCases ? i : level == AttributeLevel.Case ? traces[events.SourceRows[i]] : events.SourceRows[i];
            copy.Take(from, ofCases ? cases.OfTrace(i) - 1 : i);
        }

        _builder.Add(attribute);
    }
}
