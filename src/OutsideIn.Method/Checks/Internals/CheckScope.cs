namespace OutsideIn.Method.Internals;

/// <summary>What every check may look at; made once for a map, the costly parts when first asked for.</summary>
internal sealed class CheckScope
{
    private readonly Lazy<CausalGraph> _causes;
    private readonly Lazy<PerformanceLandscape> _landscape;
    private readonly Lazy<HashSet<string>> _customerEnds;
    private readonly Lazy<ILookup<string, RewardRule>> _rewards;
    private readonly Lazy<ILookup<string, Need>> _needs;
    private readonly Dictionary<string, Tier> _tiers = new(StringComparer.OrdinalIgnoreCase);

    public CheckScope(OutsideInMap map, CheckOptions options)
    {
        (Map, Today, IncludesPrivate) = (map, options.Today, options.IncludesPrivate);
        Index = MapIndex.Of(map);
        Outcomes = [.. map.Outcomes.Where(static one => one.State != OutcomeState.Superseded)];
        _causes = new Lazy<CausalGraph>(() => CausalGraph.Of(map));
        _landscape = new Lazy<PerformanceLandscape>(() => PerformanceLandscape.Of(map));
        _customerEnds = new Lazy<HashSet<string>>(FindCustomerEnds);
        _rewards = new Lazy<ILookup<string, RewardRule>>(() => map.Rewards
            .SelectMany(static rule => rule.Population.Select(id => (Id: id, Rule: rule)))
            .ToLookup(static pair => pair.Id, static pair => pair.Rule, StringComparer.OrdinalIgnoreCase));
        _needs = new Lazy<ILookup<string, Need>>(() => map.Needs.ToLookup(static one => one.Category ?? "", StringComparer.OrdinalIgnoreCase));
    }

    public OutsideInMap Map { get; }

    public MapIndex Index { get; }

    public DateOnly Today { get; }

    /// <summary>Outcomes that stand: a superseded one is history, and nobody is asked to put it right.</summary>
    public IReadOnlyList<SuccessfulOutcome> Outcomes { get; }

    public CausalGraph Causes => _causes.Value;

    public PerformanceLandscape Landscape => _landscape.Value;

    /// <summary>Needs by the id of their category; "" for those of none.</summary>
    public ILookup<string, Need> NeedsByCategory => _needs.Value;

    /// <summary>Every statement that may be looked at, with its outcome; null for those of personal maps.</summary>
    public IEnumerable<(StatementOfIntent Statement, SuccessfulOutcome? Outcome)> Statements =>
        Outcomes.SelectMany(static outcome => outcome.Statements.Select(one => (one, (SuccessfulOutcome?)outcome)))
            .Concat(PersonalMaps.SelectMany(static map => map.Statements.Select(static one => (one, (SuccessfulOutcome?)null))));

    private IEnumerable<PersonalMap> PersonalMaps => Map.PersonalMaps.Where(one => one.IsShared || IncludesPrivate);

    private bool IncludesPrivate { get; }

    /// <summary>Whether an end of an interaction is the customer.</summary>
    public bool IsCustomer(string? end) => end.IsSaid() && _customerEnds.Value.Contains(end!.Trim());

    public Tier TierOf(Metric metric)
    {
        if (!_tiers.TryGetValue(metric.Id, out var tier))
        {
            _tiers[metric.Id] = tier = Tiers.Of(metric);
        }

        return tier;
    }

    /// <summary>The tier of the metric with an id; null where there is none.</summary>
    public Tier? TierOf(string? metric) => Index.Find<Metric>(metric) is { } found ? TierOf(found) : null;

    /// <summary>Whether a path leads from what the metric measures, or from a statement that names it, to an outcome.</summary>
    public bool HasPath(Metric metric) => Landscape.ReachesOutcome(metric.Id);

    /// <summary>Reward rules that pay one role or one person by name.</summary>
    public IEnumerable<RewardRule> RewardsOf(string id) => _rewards.Value[id];

    /// <summary>Reward rules that pay a person, by name or by role, each once.</summary>
    public IEnumerable<RewardRule> RewardsOf(Person person) => person.Roles.Append(person.Id).SelectMany(RewardsOf).Distinct();

    private HashSet<string> FindCustomerEnds()
    {
        var ends = new HashSet<string>(["customer", "the customer", "customers"], StringComparer.OrdinalIgnoreCase);
        IEnumerable<MapEntry> parties =
        [
            .. Map.Doers.Where(static one => one.Kind == DoerKind.Customer),
            .. Map.Customers.Where(static one => one.Type == PartyType.Funder),
            .. Map.Categories,
        ];
        foreach (var party in parties)
        {
            ends.Add(party.Id);
            ends.Add(party.Name);
        }

        return ends;
    }
}
