using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>Reads one activity of a map, and holds that a key about Moments of Truth stands at one.</summary>
internal static class ActivityReader
{
    public static (MapEntry Value, string Name) Read(MapItem item, string id)
    {
        var name = item.RequiredText("name", id);
        var kind = item.RequiredChoice("is", Words.WorkKinds);
        var events = item.Patterns("events") ?? [new NamePattern(name)];
        var (moment, demand, initiator) = (item.Choice("kind", Words.MomentKinds), item.Choice("demand", Words.DemandKinds), item.Choice("begun by", Words.Initiators));
        var (answer, contributes) = (item.Text("answer"), item.YesOrNo("contributes"));
        RefuseStrangers(item, kind);
        MapEntry entry = kind switch
        {
            WorkKind.MomentOfTruth => new MomentOfTruth
            {
                Events = events,
                Kind = moment,
                Demand = demand ?? DemandKind.Unmarked,
                Initiator = initiator,
                Contributes = contributes,
            },
            WorkKind.RuleCheck => new BusinessRule { Events = events, Answer = answer, Contributes = contributes },
            _ => new Activity { Events = events, Contributes = contributes },
        };
        return (entry with { Id = id, Name = name, Reason = item.Text("because"), IsSuggested = item.YesOrNo("suggested") ?? false }, name);
    }

    private static void RefuseStrangers(MapItem item, WorkKind? kind)
    {
        foreach (var key in kind is null or WorkKind.MomentOfTruth ? (string[])[] : ["kind", "demand", "begun by"])
        {
            item.RefuseBecause(key, "the activity is not a Moment of Truth.", "Write 'is: moment of truth', or take the key out.");
        }

        if (kind is not (null or WorkKind.RuleCheck))
        {
            item.RefuseBecause("answer", "the activity is not a rule check.", "Write 'is: rule check', or take the key out.");
        }
    }
}
