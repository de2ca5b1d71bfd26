using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Support;

/// <summary>A map built up in a line or two.</summary>
internal sealed class SmallMap
{
    private readonly List<MappedActivity> _activities = [];
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
        _doers.Add(new Doer(name, name, kind, Patterns(resources), Patterns(teams)));
        return this;
    }

    public SmallMap Category(string name, string attribute, params string[] values)
    {
        _categories.Add(new CustomerCategory(name, name, "customer", null, new CaseSelector(attribute, Patterns(values))));
        return this;
    }

    /// <summary>An outcome; names separated by <c>|</c>.</summary>
    public SmallMap Outcome(string reached, string lost = "", string firstNeed = "", string? category = null)
    {
        _outcomes.Add(new SuccessfulOutcome(
            $"o{_outcomes.Count}", "Helped", category, null, Split(firstNeed), Split(reached), Split(lost), [], []));
        return this;
    }

    public OutsideInMap ToMap() => new(
        new Organisation("Test", []), [], _categories, _outcomes, _activities, _doers, _handOffs);

    private SmallMap Activities(WorkKind kind, DemandKind demand, Initiator? initiator, string[] names)
    {
        foreach (var name in names)
        {
            _activities.Add(new MappedActivity(name, name, Patterns(name), kind, null, demand, initiator, null, null, null, IsSuggested: false));
        }

        return this;
    }

    private static NamePattern[] Split(string names) => Patterns(names.Split('|', StringSplitOptions.RemoveEmptyEntries));
}
