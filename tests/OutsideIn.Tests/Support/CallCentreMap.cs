using OutsideIn.Method;
using Activity = OutsideIn.Method.Activity;

namespace OutsideIn.Tests.Support;

/// <summary>The call centre of method.md §5.2: 1,000 hours of work, and what it leads to (illustrative figures), written by hand.</summary>
internal static class CallCentreMap
{
    public static OutsideInMap Map { get; } = new()
    {
        Objectives = [new Objective { Id = "stay", Name = "Customers who stay" }],
        Outcomes =
        [
            new SuccessfulOutcome
            {
                Id = "road", Name = "Back on the road", Objectives = ["stay"],
                Statements = [new StatementOfIntent { Id = "moving", Name = "95% of drivers have a car within 4 hours of their call", Metrics = ["car-in-4-hours"] }],
            },
        ],
        Tasks =
        [
            Task("answer", 400, "handle"), Task("look-up", 150, "handle"), Task("reason-code", 100, "records"), Task("transfer", 120, "handle"),
            Task("wrap-up", 80, "records"), Task("replacement-car", 150, "restore"),
        ],
        Activities = [Work("handle", "calls"), Work("records", "log"), Work("restore", "car")],
        Outputs =
        [
            new Output { Id = "calls", Name = "Calls handled", ContributesTo = [To("cost-per-claim")] },
            new Output { Id = "log", Name = "Call log" },
            new Output { Id = "car", Name = "Car delivered", ContributesTo = [To("retention"), To("road")] },
        ],
        BusinessOutcomes =
        [
            new BusinessOutcome { Id = "cost-per-claim", Name = "Cost per claim" },
            new BusinessOutcome { Id = "retention", Name = "Retention", ContributesTo = [To("road")] },
        ],
        Metrics =
        [
            new Metric { Id = "aht", Name = "AHT", Tier = Tier.Output, Of = ["calls"] },
            new Metric { Id = "adherence", Name = "Adherence to the schedule", Tier = Tier.Output },
            new Metric { Id = "script", Name = "QA script score", Tier = Tier.Output },
            new Metric { Id = "car-in-4-hours", Name = "Drivers with a car within 4 hours", Tier = Tier.CustomerOutcome },
        ],
        Roles = [new Role { Id = "agent", Name = "Agent" }],
        People = [new Person { Id = "p1", Name = "Ana", Roles = ["agent"] }, new Person { Id = "p2", Name = "Ben", Roles = ["agent"] }],
        Rewards = [Pay("r1", "aht", 0.4), Pay("r2", "adherence", 0.2), Pay("r3", "script", 0.2), Pay("r4", "car-in-4-hours", 0.2)],
    };

    public static Contribution To(string id, double? share = null) => new() { To = id, Share = share };

    private static WorkTask Task(string id, double hours, string activity) =>
        new() { Id = id, Name = id, Hours = hours, CostPerHour = 20, ContributesTo = [To(activity)] };

    private static Activity Work(string id, string output) => new() { Id = id, Name = id, ContributesTo = [To(output)] };

    private static RewardRule Pay(string id, string metric, double weight) => new() { Id = id, Population = ["agent"], Metric = metric, Weight = weight };
}
