using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>What a log shows about an activity besides its name: how often it happens and where in its cases.</summary>
internal sealed class ActivityProfile(string name)
{
    public string Name => name;

    public ActivityWords Words { get; } = new(name);

    public int Events { get; private set; }

    /// <summary>Cases that begin with it.</summary>
    public int FirstInCases { get; private set; }

    /// <summary>Cases that end with it.</summary>
    public int LastInCases { get; private set; }

    /// <summary>Cases that end with it once <see cref="Formalities"/> are left out.</summary>
    public int LastOfWorkInCases { get; private set; }

    /// <summary>Cases in which it happens.</summary>
    public int Cases { get; private set; }

    /// <summary>Events that have a channel.</summary>
    public int WithChannel { get; private set; }

    /// <summary>Events the customer did, as far as names of resources and teams tell.</summary>
    public int ByCustomer { get; private set; }

    /// <summary>Events after its last one in its case, summed over its cases.</summary>
    public long EventsAfter { get; private set; }

    /// <summary>Events of the cases in which it happens.</summary>
    public long EventsOfCases { get; private set; }

    /// <summary>An activity that ends nearly every case ends it as a formality: it tells no case from another.</summary>
    private const double FormalityShareMin = 0.95;

    /// <summary>[activities] The profile of each activity, in the order of its codes.</summary>
    public static ActivityProfile[] Of(EventLog log, bool[] customerResources, bool[] customerTeams)
    {
        var profiles = log.Activities.Names.Select(static name => new ActivityProfile(name)).ToArray();
        var seenIn = new int[profiles.Length];
        Array.Fill(seenIn, -1);
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = end - 1; row >= first; row--)
            {
                var index = log.Activities[row] - 1;
                var profile = profiles[index];
                profile.Events++;
                profile.WithChannel += log.Channels is not null && log.Channels[row] != CodedColumn.Missing ? 1 : 0;
                profile.ByCustomer += IsCustomers(log, row, customerResources, customerTeams) ? 1 : 0;
                if (seenIn[index] != caseIndex)
                {
                    seenIn[index] = caseIndex;
                    profile.Cases++;
                    profile.EventsAfter += end - 1 - row;
                    profile.EventsOfCases += end - first;
                }
            }

            profiles[log.Activities[first] - 1].FirstInCases++;
            profiles[log.Activities[end - 1] - 1].LastInCases++;
        }

        CountLastOfWork(log, profiles);
        return profiles;
    }

    /// <summary>Activities that end nearly every case and say nothing about what came of it.</summary>
    public static bool[] Formalities(ActivityProfile[] profiles, int caseCount) => Array.ConvertAll(
        profiles,
        profile => profile.LastInCases >= FormalityShareMin * caseCount && !OutcomeClues.IsWhatTheCustomerGets(profile.Words));

    private static void CountLastOfWork(EventLog log, ActivityProfile[] profiles)
    {
        var isFormality = Formalities(profiles, log.CaseCount);
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            var row = end - 1;
            while (row > first && isFormality[log.Activities[row] - 1])
            {
                row--;
            }

            profiles[log.Activities[row] - 1].LastOfWorkInCases++;
        }
    }

    private static bool IsCustomers(EventLog log, int row, bool[] customerResources, bool[] customerTeams) =>
        (log.Resources is not null && customerResources[log.Resources[row]])
        || (log.Teams is not null && customerTeams[log.Teams[row]]);
}
