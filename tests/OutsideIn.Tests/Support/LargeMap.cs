using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Activity = OutsideIn.Method.Activity;

namespace OutsideIn.Tests.Support;

/// <summary>
/// The map of a large organisation, made by arithmetic: for n activities it has 0.3 n Moments of Truth and 3 n links,
/// so that work on it can be measured for n, 2 n and 4 n. Used by the tests and, compiled in, by the bench.
/// </summary>
internal static class LargeMap
{
    /// <summary>The size the aims of speed are stated for: 10,000 activities, 3,000 Moments of Truth, 30,000 links.</summary>
    public const int UsualActivities = 10_000;

    /// <param name="activities">A multiple of 100.</param>
    public static OutsideInMap Of(int activities = UsualActivities)
    {
        var (outcomes, outputs, business) = (activities / 100, activities / 20, activities / 100);
        return OutsideInMap.Empty with
        {
            Organisation = new Organisation { Name = "A large insurer" },
            Objectives = Many(10, static i => new Objective { Id = $"objective{i}", Name = $"Goal {i}" }),
            Customers = [new Customer { Id = "driver", Name = "Driver whose car is damaged", Wanted = Wanted.Yes }],
            Categories = Many(outcomes, static i => new CustomerCategory
            {
                Id = $"category{i}",
                Name = $"Category {i}",
                Customer = "driver",
                Definition = "Every day without the car costs a day's pay",
            }),
            Outcomes = Many(outcomes, OutcomeOf),
            Metrics = Many(outcomes, static i => new Metric
            {
                Id = $"metric{i}",
                Name = $"Drivers back on the road within {i + 1} hours",
                Unit = "%",
                Of = [$"statement{i}"],
            }),
            Moments = Many(activities * 3 / 10, MomentOf),
            Breakpoints = Many(activities * 4 / 10, i => BreakpointOf(i, activities)),
            Rules = Many(activities / 10, static i => new BusinessRule { Id = $"r{i}", Name = $"Rule {i}", CausedBy = [$"b{i}"] }),
            Tasks = Many(activities / 25, static i => new WorkTask
            {
                Id = $"t{i}",
                Name = $"Task {i}",
                Hours = 10,
                CostPerHour = 40,
                ContributesTo = To($"a{i}"),
            }),
            Activities = Many(activities, i => new Activity
            {
                Id = $"a{i}",
                Name = $"Activity {i}",
                CausedBy = [$"b{i % (activities * 4 / 10)}"],
                ContributesTo = To($"output{i % outputs}"),
            }),
            Outputs = Many(outputs, i => new Output { Id = $"output{i}", Name = $"Output {i}", ContributesTo = To($"business{i % business}") }),
            BusinessOutcomes = Many(business, i => new BusinessOutcome
            {
                Id = $"business{i}",
                Name = $"Business outcome {i}",
                ContributesTo = To($"statement{i % outcomes}"),
            }),
        };
    }

    /// <summary>Causal and purposive links together.</summary>
    public static int LinkCount(OutsideInMap map) =>
        map.Breakpoints.Sum(static one => one.CausedBy.Count) + map.Rules.Sum(static one => one.CausedBy.Count)
        + map.Activities.Sum(static one => one.CausedBy.Count + one.ContributesTo.Count)
        + map.Tasks.Sum(static one => one.CausedBy.Count + one.ContributesTo.Count)
        + map.Outputs.Sum(static one => one.ContributesTo.Count) + map.BusinessOutcomes.Sum(static one => one.ContributesTo.Count);

    private static SuccessfulOutcome OutcomeOf(int i) => new()
    {
        Id = $"outcome{i}",
        Name = $"Back on the road {i}",
        Category = $"category{i}",
        Objectives = [$"objective{i % 10}"],
        Statements =
        [
            new StatementOfIntent
            {
                Id = $"statement{i}",
                Name = $"90% of drivers reporting a crash are driving again within {i + 1} hours of first report, by 31 Dec 2026",
                Metrics = [$"metric{i}"],
            },
        ],
    };

    private static MomentOfTruth MomentOf(int i) => new()
    {
        Id = $"m{i}",
        Name = $"Contact {i}",
        Events = [new NamePattern($"Contact {i}")],
        Kind = MomentKind.PersonPerson,
        From = "customer",
        To = "Claims department",
        Asked = [$"Item {i}"],
        VolumePerYear = 1000,
    };

    // The first cause is a Moment of Truth; the second an earlier breakpoint or, for the first of all, another Moment.
    private static Breakpoint BreakpointOf(int i, int activities) => new()
    {
        Id = $"b{i}",
        Name = $"Forward file {i} to the assessor to get an estimate",
        CausedBy = [$"m{i % (activities * 3 / 10)}", i == 0 ? "m1" : $"b{i / 2}"],
        Minutes = 5,
    };

    private static Contribution[] To(string id) => [new Contribution { To = id }];

    private static T[] Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];
}
