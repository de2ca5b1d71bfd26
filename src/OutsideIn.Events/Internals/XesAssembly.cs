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
        var (activities, resources, teams) = (new XesNamed(roles[ColumnRole.Activity], _builder.Activity, static _ => false), Named(ColumnRole.Resource), Named(ColumnRole.Team));
        var (systems, channels, customers) = (Named(ColumnRole.System), Named(ColumnRole.Channel), Named(ColumnRole.Customer));
        var costs = new XesCosts(roles[ColumnRole.Cost]);
        var times = roles[ColumnRole.Time]!.Column.Times;
        var starts = roles[ColumnRole.Start] is { } start ? start.Column.Times : default;
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
                StartMicros = row < starts.Length ? starts[row] : EventRow.NoStart,
                Resource = resources.CodeAt(row, traces[row]),
                Team = teams.CodeAt(row, traces[row]),
                System = systems.CodeAt(row, traces[row]),
                Channel = channels.CodeAt(row, traces[row]),
                Customer = customers.CodeAt(row, traces[row]),
                Cost = costs.At(row),
            });
        }

        return (kept[.._builder.EventCount], traces);
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
        var attribute = new AttributeBuilder(roles.NameOf(column, level), column.Kind, ofCases ? AttributeLevel.Case : AttributeLevel.Event, column.Names);
        var missing = column.Kind == AttributeKind.Text && rows.Options.MissingTokens is not null
            ? Array.ConvertAll(column.Names.ToNames(), IsMissing)
            : [];
        var traces = events.Traces.Span;
        for (var i = 0; i < (ofCases ? rows.TraceCount : events.SourceRows.Length); i++)
        {
            var from = ofCases ? i : level == AttributeLevel.Case ? traces[events.SourceRows[i]] : events.SourceRows[i];
            Copy(column, from, attribute, ofCases ? cases.OfTrace(i) - 1 : i, missing);
        }

        _builder.Add(attribute);
    }

    private static void Copy(XesColumn column, int from, AttributeBuilder to, int row, bool[] missing)
    {
        switch (column.Kind)
        {
            case AttributeKind.Text when from < column.Codes.Length && column.Codes[from] != CodedColumn.Missing:
                if (missing.Length == 0 || !missing[column.Codes[from] - 1])
                {
                    to.SetCode(row, column.Codes[from]);
                }

                break;
            case AttributeKind.Time when from < column.Times.Length && column.Times[from] != AttributeColumn.MissingTime:
                to.SetTime(row, column.Times[from]);
                break;
            case AttributeKind.Number when !double.IsNaN(column.NumberAt(from)):
                to.SetNumber(row, column.NumberAt(from));
                break;
            case AttributeKind.YesNo when !double.IsNaN(column.NumberAt(from)):
                to.SetAnswer(row, column.NumberAt(from) > 0);
                break;
            default:
                break;
        }
    }
}
