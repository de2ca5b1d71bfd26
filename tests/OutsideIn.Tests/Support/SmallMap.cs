using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Support;

/// <summary>A map built up in a line or two.</summary>
internal sealed class SmallMap
{
    private readonly List<MapEntry> _work = [];
    private readonly List<Doer> _doers = [];
    private readonly List<CustomerCategory> _categories = [];
    private readonly List<SuccessfulOutcome> _outcomes = [];
    private readonly List<NamePattern> _handOffs = [];

    public static NamePattern[] Patterns(params string[] names) => Array.ConvertAll(names, static name => new NamePattern(name));

    /// <summary>Activities that are contacts the customer begins.</summary>
    public SmallMap Contacts(params string[] names) => Activities(WorkKind.MomentOfTruth, DemandKind.Unmarked, Initiator.Customer, names);

    /// <summary>Contacts the organisation begins.</summary>
    public SmallMap OurContacts(params string[] names) => Activities(WorkKind.MomentOfTruth, DemandKind.Unmarked, Initiator.Organisation, names);

    /// <summary>Contacts of the customer with their demand marked.</summary>
    public SmallMap Demand(DemandKind demand, params string[] names) => Activities(WorkKind.MomentOfTruth, demand, Initiator.Customer, names);

    public SmallMap Internal(params string[] names) => Activities(WorkKind.Internal, DemandKind.Unmarked, null, names);

    public SmallMap Checks(params string[] names) => Activities(WorkKind.RuleCheck, DemandKind.Unmarked, null, names);

    public SmallMap HandOffs(params string[] names)
    {
        _handOffs.AddRange(Patterns(names));
        return this;
    }

    public SmallMap Doer(DoerKind kind, string name, string[] resources, string[] teams)
    {
        _doers.Add(new Doer { Id = name, Name = name, Kind = kind, Resources = Patterns(resources), Teams = Patterns(teams) });
        return this;
    }

    public SmallMap Category(string name, string attribute, params string[] values)
    {
        _categories.Add(new CustomerCategory
        {
            Id = name,
            Name = name,
            Customer = "customer",
            Cases = new CaseSelector { Attribute = attribute, Values = Patterns(values) },
        });
        return this;
    }

    /// <summary>An outcome; names separated by <c>|</c>.</summary>
    public SmallMap Outcome(string reached, string lost = "", string firstNeed = "", string? category = null)
    {
        _outcomes.Add(new SuccessfulOutcome
        {
            Id = $"o{_outcomes.Count}",
            Name = "Helped",
            Category = category,
            FirstNeed = Split(firstNeed),
            Reached = Split(reached),
            Lost = Split(lost),
        });
        return this;
    }

    public OutsideInMap ToMap() => new()
    {
        Organisation = new Organisation { Name = "Test" },
        Categories = _categories,
        Outcomes = _outcomes,
        Moments = [.. _work.OfType<MomentOfTruth>()],
        Rules = [.. _work.OfType<BusinessRule>()],
        Activities = [.. _work.OfType<Activity>()],
        Doers = _doers,
        HandOffEvents = _handOffs,
    };

    private SmallMap Activities(WorkKind kind, DemandKind demand, Initiator? initiator, string[] names)
    {
        foreach (var name in names)
        {
            MapEntry entry = kind switch
            {
                WorkKind.MomentOfTruth => new MomentOfTruth { Events = Patterns(name), Demand = demand, Initiator = initiator },
                WorkKind.RuleCheck => new BusinessRule { Events = Patterns(name) },
                _ => new Activity { Events = Patterns(name) },
            };
            _work.Add(entry with { Id = name, Name = name });
        }

        return this;
    }

    private static NamePattern[] Split(string names) => Patterns(names.Split('|', StringSplitOptions.RemoveEmptyEntries));
}
