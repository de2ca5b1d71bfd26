using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Recognises customers and systems among the resources and teams of a log by their names.</summary>
internal static class DoerClues
{
    // "Customer service" is a team that serves customers.
    private static readonly string[] InsideWords = ["service", "care$", "support", "desk", "team", "department", "manager", "relation", "success"];

    private static readonly string[] SystemWords = ["system", "robot", "portal", "website", "batch", "scheduler", "bot$", "workflow"];

    /// <summary>[names + 1] Whether each name of a column stands for the customer.</summary>
    public static bool[] Customers(CodedColumn? column, IReadOnlySet<string> actors) => column is null
        ? []
        : [false, .. column.Names.Select(name => IsCustomer(new ActivityWords(name), actors))];

    /// <summary>The doers found: at most one for the customer and one for systems.</summary>
    public static IReadOnlyList<Doer> Doers(EventLog log, IReadOnlySet<string> actors)
    {
        var doers = new List<Doer>();
        AddIfAny(doers, "customer", "Customer", DoerKind.Customer, log, name => IsCustomer(name, actors));
        AddIfAny(doers, "systems", "Systems", DoerKind.System, log, static name => name.FirstWith(SystemWords) is not null);
        return doers;
    }

    private static bool IsCustomer(ActivityWords name, IReadOnlySet<string> actors) =>
        actors.Contains(string.Join(' ', name.All))
        || (ContactClues.CustomerWordIn(name) is { } word && word is not ("user" or "users") && name.FirstWith(InsideWords) is null);

    private static void AddIfAny(List<Doer> doers, string id, string name, DoerKind kind, EventLog log, Func<ActivityWords, bool> fits)
    {
        var resources = Fitting(log.Resources, fits);
        var teams = Fitting(log.Teams, fits);
        if (resources.Count + teams.Count > 0)
        {
            doers.Add(new Doer
            {
                Id = id,
                Name = name,
                Kind = kind,
                Resources = resources,
                Teams = teams,
                Reason = $"The name '{(resources.Count > 0 ? resources : teams)[0]}' says so.",
                IsSuggested = true,
            });
        }
    }

    private static IReadOnlyList<NamePattern> Fitting(CodedColumn? column, Func<ActivityWords, bool> fits) => column is null
        ? []
        : [.. column.Names.Where(name => fits(new ActivityWords(name))).Select(static name => new NamePattern(name))];
}
