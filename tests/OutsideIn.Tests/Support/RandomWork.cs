using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using Activity = OutsideIn.Method.Activity;

namespace OutsideIn.Tests.Support;

/// <summary>Small generated maps of causes and of a landscape, bad links, circles and dead ends at every tier included.</summary>
internal static class RandomWork
{
    private const int PerKind = 5;

    public static Arbitrary<OutsideInMap> Maps { get; } = Map().ToArbitrary();

    public static string[] CauseIds { get; } = [.. Ids("m"), .. Ids("b"), .. Ids("r")];

    private static string[] Ids(string letter) => [.. Enumerable.Range(1, PerKind).Select(number => $"{letter}{number}")];

    private static Gen<IReadOnlyList<string>> Some(string[] pool) =>
        Gen.Choose(0, 3).SelectMany(count => Gen.Elements(pool).ArrayOf(count)).Select(static picked => (IReadOnlyList<string>)picked);

    private static Gen<IReadOnlyList<string>[]> SomeOfEach(string[] pool) => Some(pool).ArrayOf(PerKind);

    private static Gen<IReadOnlyList<Contribution>[]> Links(params string[] pool) =>
        (from targets in Some(pool)
         from shares in Gen.OneOf(Gen.Constant<double?>(null), Gen.Choose(0, 10).Select(static tenths => (double?)tenths / 10)).ArrayOf(3)
         select (IReadOnlyList<Contribution>)[.. targets.Select((to, index) => new Contribution { To = to, Share = shares[index] })]).ArrayOf(PerKind);

    private static Gen<OutsideInMap> Map()
    {
        string[] causes = [.. Ids("m"), .. Ids("b"), .. Ids("r"), "nobody"];
        string[] up = [.. Ids("a"), .. Ids("o"), .. Ids("g"), .. Ids("s"), "s1-text", "nowhere"];
        return
            from points in SomeOfEach(causes)
            from rules in SomeOfEach(causes)
            from work in SomeOfEach(causes)
            from tasks in SomeOfEach(causes)
            from fromTasks in Links(up)
            from fromWork in Links([.. up, "t1"])
            from fromOutputs in Links([.. up, "a1"])
            from fromResults in Links([.. Ids("s"), "s1-text", "g1", "g2", "o1"])
            from objectives in SomeOfEach(["goal", "nobody"])
            from hours in Gen.Choose(0, 100).ArrayOf(PerKind)
            select new OutsideInMap
            {
                Objectives = [new Objective { Id = "goal", Name = "Goal" }],
                Moments = [.. Ids("m").Select(static id => new MomentOfTruth { Id = id, Name = id })],
                Breakpoints = [.. Ids("b").Select((id, index) => new Breakpoint { Id = id, Name = id, CausedBy = points[index] })],
                Rules = [.. Ids("r").Select((id, index) => new BusinessRule { Id = id, Name = id, CausedBy = rules[index] })],
                Activities = [.. Ids("a").Select((id, index) => new Activity { Id = id, Name = id, CausedBy = work[index], ContributesTo = fromWork[index] })],
                Tasks =
                [
                    .. Ids("t").Select((id, index) => new WorkTask
                    {
                        Id = id, Name = id, CausedBy = tasks[index], ContributesTo = fromTasks[index], Hours = hours[index], CostPerHour = index + 1,
                    }),
                ],
                Outputs = [.. Ids("o").Select((id, index) => new Output { Id = id, Name = id, ContributesTo = fromOutputs[index] })],
                BusinessOutcomes = [.. Ids("g").Select((id, index) => new BusinessOutcome { Id = id, Name = id, ContributesTo = fromResults[index] })],
                Outcomes =
                [
                    .. Ids("s").Select((id, index) => new SuccessfulOutcome
                    {
                        Id = id, Name = id, Objectives = objectives[index],
                        Statements = index == 0 ? [new StatementOfIntent { Id = "s1-text", Name = "Text" }] : [],
                    }),
                ],
            };
    }
}
