using OutsideIn.Events;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>A log with a map laid over it: what every event, doer and case is. Built once; every section reads it. Immutable.</summary>
internal sealed class MappedLog
{
    /// <summary>The row of something that did not happen.</summary>
    public const int NoRow = -1;

    public required EventLog Log { get; init; }

    public required OutsideInMap Map { get; init; }

    /// <summary>The instant up to which the log is known, microseconds since 1970-01-01T00:00:00Z.</summary>
    public required long HorizonMicros { get; init; }

    /// <summary>[activity codes] What each activity is; entry 0 stands for no activity.</summary>
    public required ActivityMeaning[] Activities { get; init; }

    /// <summary>[works] The distinct pieces of work, named as in the map: several activities of the log may stand for one. Entry 0 stands for none.</summary>
    public required ActivityMeaning[] Works { get; init; }

    /// <summary>[activity codes] The piece of work each activity stands for, an index into <see cref="Works"/>.</summary>
    public required int[] WorkOfActivity { get; init; }

    /// <summary>[events] Whether the event is a contact: its activity is a Moment of Truth, or the customer did unmapped work.</summary>
    public required bool[] IsContact { get; init; }

    /// <summary>[events] Row of the contact in force from this event on: its own for a contact, else the latest before it; or −1.</summary>
    public required int[] CauseRows { get; init; }

    public required DoerColumn Doers { get; init; }

    public required HandOffs HandOffs { get; init; }

    public required CaseOutcomes Outcomes { get; init; }

    /// <summary>[cases] Index into the map's categories, or −1 where none of them fits.</summary>
    public required int[] Categories { get; init; }

    public int CaseCount => Log.CaseCount;

    public int EventCount => Log.EventCount;

    /// <summary>Activity code of the contact in force at a row, or 0 where the case has had none yet.</summary>
    public int CauseAt(int row) => CauseRows[row] is var cause && cause == NoRow ? 0 : Log.Activities[cause];

    /// <summary>The piece of work at a row.</summary>
    public int WorkAt(int row) => WorkOfActivity[Log.Activities[row]];

    /// <summary>The piece of work that is the contact in force at a row, or 0 where the case has had none yet.</summary>
    public int CauseWorkAt(int row) => WorkOfActivity[CauseAt(row)];

    /// <summary>What the event at a row is.</summary>
    public ActivityMeaning ActivityAt(int row) => Activities[Log.Activities[row]];

    /// <summary>Lays a map over a log. Events after the horizon must have been cut already.</summary>
    public static MappedLog Of(EventLog log, OutsideInMap map, long horizonMicros)
    {
        var work = map.MappedActivities();
        var claims = NameMatching.ClaimOf(log.Activities.Names, [.. work.Select(static activity => activity.Events)]);
        var activities = new ActivityMeaning[claims.Length];
        activities[0] = new ActivityMeaning(string.Empty, null);
        for (var code = 1; code < claims.Length; code++)
        {
            var mapped = claims[code] == NameMatching.Unclaimed ? null : work[claims[code]];
            activities[code] = new ActivityMeaning(log.Activities.Names[code - 1], mapped);
        }

        var (works, workOfActivity) = Distinct(activities);
        var doers = DoerColumn.Of(log, map);
        var contacts = Contacts(log, activities, doers);
        var causes = Causes(log, contacts);
        var categories = CaseCategories.Of(log, map);
        return new MappedLog
        {
            Log = log,
            Map = map,
            HorizonMicros = horizonMicros,
            Activities = activities,
            Works = works,
            WorkOfActivity = workOfActivity,
            IsContact = contacts,
            CauseRows = causes,
            Doers = doers,
            HandOffs = HandOffs.Of(log, map, doers, contacts),
            Outcomes = CaseOutcomes.Of(log, map, categories, contacts),
            Categories = categories,
        };
    }

    private static (ActivityMeaning[] Works, int[] WorkOfActivity) Distinct(ActivityMeaning[] activities)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        var works = new List<ActivityMeaning> { activities[0] };
        var workOfActivity = new int[activities.Length];
        for (var code = 1; code < activities.Length; code++)
        {
            if (!byName.TryGetValue(activities[code].Name, out var work))
            {
                (work, byName[activities[code].Name]) = (works.Count, works.Count);
                works.Add(activities[code]);
            }

            workOfActivity[code] = work;
        }

        return ([.. works], workOfActivity);
    }

    private static bool[] Contacts(EventLog log, ActivityMeaning[] activities, DoerColumn doers)
    {
        var contacts = new bool[log.EventCount];
        for (var row = 0; row < contacts.Length; row++)
        {
            var activity = activities[log.Activities[row]];
            contacts[row] = activity.IsMomentOfTruth || (activity.Mapped is null && doers.IsCustomer(row));
        }

        return contacts;
    }

    private static int[] Causes(EventLog log, bool[] contacts)
    {
        var causes = new int[log.EventCount];
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            var cause = NoRow;
            for (var row = first; row < end; row++)
            {
                cause = contacts[row] ? row : cause;
                causes[row] = cause;
            }
        }

        return causes;
    }
}
