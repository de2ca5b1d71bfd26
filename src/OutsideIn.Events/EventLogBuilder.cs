using System.Runtime.CompilerServices;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>Collects events in any order and sorts them into an <see cref="EventLog"/>. Not thread-safe; used once.</summary>
/// <remarks>Allocates per distinct name and per doubling of a column, never per event.</remarks>
public sealed partial class EventLogBuilder(EventOrder order = EventOrder.ByTime)
{
    private readonly NamedRows _resources = new();
    private readonly NamedRows _teams = new();
    private readonly NamedRows _systems = new();
    private readonly NamedRows _channels = new();
    private readonly NamedRows _customers = new();
    private readonly Growing<int> _caseCodes = new(0);
    private readonly Growing<double> _costs = new(double.NaN);
    private readonly List<AttributeBuilder> _attributes = [];
    private NameTable _cases = new();
    private NameTable _activities = new();
    private Growing<int> _activityCodes = new(0);
    private Growing<long> _times = new(0);
    private Growing<long> _starts = new(EventRow.NoStart);

    /// <summary>Number of events added.</summary>
    public int EventCount => _times.Count;

    /// <summary>What the source says about the lifecycle of its events, row by row.</summary>
    internal LifecycleRows Lifecycle { get; } = new();

    /// <summary>The code of a case.</summary>
    public int Case(string name) => _cases.CodeOf(name);

    /// <inheritdoc cref="Case(string)"/>
    public int Case(ReadOnlySpan<byte> utf8) => _cases.CodeOfRepeated(utf8);

    /// <summary>The code of an activity.</summary>
    public int Activity(string name) => _activities.CodeOf(name);

    /// <inheritdoc cref="Activity(string)"/>
    public int Activity(ReadOnlySpan<byte> utf8) => _activities.CodeOf(utf8);

    /// <summary>The code of a text in one of the roles resource, team, system, channel and customer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The role is none of these.</exception>
    public int Name(ColumnRole role, string name) => NamedRowsOf(role).Names.CodeOf(name);

    /// <inheritdoc cref="Name(ColumnRole, string)"/>
    public int Name(ColumnRole role, ReadOnlySpan<byte> utf8) => NamedRowsOf(role).Names.CodeOf(utf8);

    /// <summary>Adds an event. O(1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in EventRow row)
    {
        var index = _times.Count;
        _caseCodes.Add(row.Case);
        _activityCodes.Add(row.Activity);
        _times.Add(row.TimeMicros);
        if (row.StartMicros != EventRow.NoStart)
        {
            _starts.Set(index, row.StartMicros);
        }

        AddDoers(index, row);
        if (!double.IsNaN(row.Cost))
        {
            _costs.Set(index, row.Cost);
        }
    }

    /// <summary>Adds a column without a role; its values are set on the builder returned, by the number of the event or case.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="kind">What its values are.</param>
    /// <param name="level">
    /// Whether rows are events (in the order added, 0 upward) or cases (by code − 1). An attribute of events that never varies
    /// within a case becomes one of cases.
    /// </param>
    public AttributeBuilder Attribute(string name, AttributeKind kind, AttributeLevel level)
    {
        var attribute = new AttributeBuilder(name, kind, level);
        _attributes.Add(attribute);
        return attribute;
    }

    /// <summary>Sorts what was added. O(events) where cases arrive in time order, else O(events log events).</summary>
    public EventLog Build() => Sorted(CaseSorting.ByCase(_caseCodes.Values, _cases.Count), static (names, codes) => new CodedColumn(names, codes));

    /// <summary>Takes over the names of cases, before any is added: the one at index c has code c + 1.</summary>
    internal void TakeCases(NameTable names) => _cases = names;

    /// <summary>Adds a column that a reader has filled already.</summary>
    internal void Add(AttributeBuilder attribute) => _attributes.Add(attribute);

    /// <summary>
    /// Deals with the lifecycle of the events added, as <see cref="LifecycleRows"/> tells it, and sorts them. Names no event of the
    /// log has are left out.
    /// </summary>
    /// <returns>The log, or the problem that nothing would be left of it.</returns>
    internal Result<LifecycleLog> Build(Lifecycle choice)
    {
        Lifecycle.PadTo(EventCount);
        var plan = LifecyclePlan.For(Lifecycle.Transitions, choice);
        if (plan.KeepsTransitions && Lifecycle.Transitions.Codes.Length > 0)
        {
            Add(new AttributeBuilder(Lifecycle.AttributeName, AttributeKind.Text, AttributeLevel.Event, Lifecycle.Transitions.ToStore()));
        }

        var cases = CaseSorting.ByCase(_caseCodes.Values, _cases.Count);
        if (plan.Steps is null)
        {
            return new LifecycleLog(Sorted(cases, UsedNames.Column), 0, plan.Notes);
        }

        var inTime = cases.Rows.AsSpan().ToArray();
        CaseSorting.WithinCases(cases.Starts, inTime, _times.Values, _times.Values);
        _resources.PadTo(EventCount);
        var pairs = choice == Events.Lifecycle.Complete
            ? LifecyclePlan.OnlyComplete(plan.Steps)
            : new LifecyclePairing(_activityCodes.Values.ToArray(), _resources.Codes.ToArray(), Lifecycle.Instances.ToArray())
                .Pair(cases.Starts, inTime, plan.Steps);
        Join(pairs.Pairs);
        var left = CaseSorting.Without(cases.Starts, cases.Rows, pairs.Dropped);
        return left.Rows.Length == 0
            ? LifecyclePlan.NothingLeft(choice)
            : new LifecycleLog(Sorted(left, UsedNames.Column), EventCount - left.Rows.Length - pairs.Pairs.Count, LifecyclePlan.NotesOn(pairs, choice));
    }

    /// <summary>Gives each end the start of its execution, and whatever else only the start knows.</summary>
    private void Join(IReadOnlyList<(int Start, int End)> pairs)
    {
        foreach (var (start, end) in pairs)
        {
            _starts.Set(end, Math.Min(_times.Values[start], _times.Values[end]));
        }

        foreach (var column in new[] { _resources, _teams, _systems, _channels, _customers })
        {
            column.Fill(pairs);
        }

        _costs.Fill(pairs);
        foreach (var attribute in _attributes)
        {
            attribute.Fill(pairs);
        }
    }

    private EventLog Sorted((int[] Starts, int[] Rows) cases, Func<string[], int[], CodedColumn> coded)
    {
        var (caseStarts, rows) = cases;
        if (order != EventOrder.AsRead)
        {
            var begins = order == EventOrder.ByStart && _starts.Count > 0 ? Begins() : _times.Values;
            CaseSorting.WithinCases(caseStarts, rows, begins, _times.Values);
        }

        var (starts, kept) = CaseSorting.WithoutEmpty(caseStarts);
        var names = _cases.ToNames();
        return new EventLog(new EventColumns(
            order,
            Array.ConvertAll(kept, code => names[code]),
            starts,
            _times.InOrder(rows),
            _starts.Count == 0 ? [] : SortedBegins(rows),
            coded(_activities.ToNames(), _activityCodes.InOrder(rows)),
            _resources.ToColumn(rows, EventCount, coded),
            _teams.ToColumn(rows, EventCount, coded),
            _systems.ToColumn(rows, EventCount, coded),
            _channels.ToColumn(rows, EventCount, coded),
            _customers.ToColumn(rows, EventCount, coded),
            _costs.Count == 0 ? [] : Padded(_costs).InOrder(rows),
            [.. _attributes.Select(one => one.ToColumn(rows, EventCount, starts, kept)).OfType<AttributeColumn>()]));
    }

    private static Growing<T> Padded<T>(Growing<T> column, int count)
        where T : unmanaged, IEquatable<T>
    {
        column.PadTo(count);
        return column;
    }

    private Growing<double> Padded(Growing<double> column) => Padded(column, EventCount);

    private long[] SortedBegins(int[] rows)
    {
        var begins = Begins();
        var sorted = new long[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            sorted[i] = begins[rows[i]];
        }

        return sorted;
    }

    private long[] Begins()
    {
        var starts = Padded(_starts, EventCount).Values;
        var begins = new long[EventCount];
        for (var row = 0; row < begins.Length; row++)
        {
            begins[row] = starts[row] == EventRow.NoStart ? _times.Values[row] : starts[row];
        }

        return begins;
    }

    private void AddDoers(int index, in EventRow row)
    {
        _resources.Set(index, row.Resource);
        _teams.Set(index, row.Team);
        _systems.Set(index, row.System);
        _channels.Set(index, row.Channel);
        _customers.Set(index, row.Customer);
    }

    private NamedRows NamedRowsOf(ColumnRole role) => role switch
    {
        ColumnRole.Resource => _resources,
        ColumnRole.Team => _teams,
        ColumnRole.System => _systems,
        ColumnRole.Channel => _channels,
        ColumnRole.Customer => _customers,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Only doers, channels and customers are named here."),
    };
}
