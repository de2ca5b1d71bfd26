using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>Reads one activity of a map, and holds that a key about Moments of Truth stands at one.</summary>
internal static class ActivityReader
{
    public static (MappedActivity Value, string Name) Read(MapItem item, string id)
    {
        var name = item.RequiredText("name", id);
        var kind = item.RequiredChoice("is", Words.WorkKinds);
        var activity = new MappedActivity(
            id,
            name,
            item.Patterns("events") ?? [new NamePattern(name)],
            kind ?? WorkKind.Internal,
            item.Choice("kind", Words.MomentKinds),
            item.Choice("demand", Words.DemandKinds) ?? DemandKind.Unmarked,
            item.Choice("begun by", Words.Initiators),
            item.Text("answer"),
            item.YesOrNo("contributes"),
            item.Text("because"),
            item.YesOrNo("suggested") ?? false);
        return (WithoutStrangers(item, activity, isSaid: kind is not null), name);
    }

    private static MappedActivity WithoutStrangers(MapItem item, MappedActivity activity, bool isSaid)
    {
        if (activity.Kind != WorkKind.MomentOfTruth)
        {
            foreach (var key in isSaid ? (string[])["kind", "demand", "begun by"] : [])
            {
                item.RefuseBecause(key, "the activity is not a Moment of Truth.", "Write 'is: moment of truth', or take the key out.");
            }

            activity = activity with { Moment = null, Demand = DemandKind.Unmarked, Initiator = null };
        }

        if (activity.Kind != WorkKind.RuleCheck)
        {
            if (isSaid)
            {
                item.RefuseBecause("answer", "the activity is not a rule check.", "Write 'is: rule check', or take the key out.");
            }

            activity = activity with { Answer = null };
        }

        return activity;
    }
}
