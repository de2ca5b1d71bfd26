using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What was seen at a look: all that the verdict is made of. Immutable.</summary>
public sealed record LookReading
{
    /// <summary>What was planned, as it was locked.</summary>
    public required ExperimentPlan Plan { get; init; }

    /// <summary>The arm that is compared with control: a name of the plan's arms.</summary>
    public required string Arm { get; init; }

    /// <summary>[looks][arms] Units given to each arm of the plan up to each look so far, the last being now. They are watched for the sample ratio.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> UnitsPerLook { get; init; }

    /// <summary>[looks] The share of the planned units whose outcome was known at each look so far, ascending, the last being now. Group-sequential plans need it.</summary>
    public IReadOnlyList<double> Information { get; init; } = [1];

    /// <summary>[looks] The share of the planned time at each look, by which a group-sequential plan spends its error; null spends it by <see cref="Information"/>.</summary>
    public IReadOnlyList<double>? Times { get; init; }

    /// <summary>Whether this is the planned end, or nothing more will come.</summary>
    public required bool IsLast { get; init; }

    /// <summary>The primary outcome's effect as a single look would have it; the verdict reads it at the look's boundary.</summary>
    public required EffectEstimate Primary { get; init; }

    /// <summary>[guardrails of the plan] Their effects, in the plan's order; one missing counts as not shown.</summary>
    public IReadOnlyList<EffectEstimate> Guardrails { get; init; } = [];

    /// <summary>[secondary outcomes of the plan] Their effects, in the plan's order.</summary>
    public IReadOnlyList<EffectEstimate> Secondary { get; init; } = [];

    /// <summary>What else was found wrong with the run and does not by itself forbid a result: units in two arms, arms that differed before, a trend of the effect.</summary>
    public IReadOnlyList<Problem> Doubts { get; init; } = [];

    /// <summary>What is done differently from the locked plan, one sentence each; any makes the verdict exploratory.</summary>
    public IReadOnlyList<string> Deviations { get; init; } = [];

    /// <summary>How many units a confidence sequence counts where those given an arm do not grow with what is known of them, as teams with their cases; null for <see cref="UnitsPerLook"/>.</summary>
    public double? SequenceUnits { get; init; }

    /// <summary>For how many units of both arms a confidence sequence is to be tightest; null takes <see cref="ConfidenceSequence.UsualTuningUnits"/>.</summary>
    public double? TuningUnits { get; init; }

    /// <summary>Cost, revenue and service at once (F16) as it was worked out: <c>crown</c>, <c>n of 3</c> or <c>not provable</c>; null where nobody has.</summary>
    public string? Crown { get; init; }

    /// <summary>How a difference of an outcome is written, with its sign and unit; null writes the number.</summary>
    public Func<PlannedOutcome, double, string>? DifferenceText { get; init; }
}

/// <summary>How a guardrail stands (non-inferiority).</summary>
public enum GuardrailState
{
    /// <summary>Worse by more than the margin is ruled out.</summary>
    Holds,

    /// <summary>It cannot be told yet.</summary>
    NotShown,

    /// <summary>It is worse by more than the margin.</summary>
    Broken,
}

/// <summary>One guardrail at a look.</summary>
/// <param name="Guardrail">Which.</param>
/// <param name="State">How it stands.</param>
/// <param name="Interval">Its effect's interval at the look's boundary; null where there is none.</param>
/// <param name="IsWorse">Whether it is worse at all, margin or not.</param>
/// <param name="Refusal">Why it cannot be told; null where the data are merely too few, or enough.</param>
public sealed record GuardrailFinding(PlannedGuardrail Guardrail, GuardrailState State, Interval? Interval, bool IsWorse, Problem? Refusal);

/// <summary>What a change earns and costs (F14).</summary>
/// <param name="Net">Customers kept × value − cost with the effect as estimated.</param>
/// <param name="Interval">The same at both ends of the effect's interval.</param>
/// <param name="Refusal">Why it cannot be told; null where it can.</param>
public sealed record EconomicGate(double? Net, Interval? Interval, Problem? Refusal)
{
    /// <summary>Whether the estimate says that the change does not pay for itself: then it is not launched, however sure the effect.</summary>
    public bool IsClosed => Net < 0;

    /// <summary>Net = customers × effect × value of one success − cost (F14).</summary>
    /// <param name="economics">What the change must be worth.</param>
    /// <param name="effect">A difference of shares or of means per customer; EX066 for another scale.</param>
    /// <param name="better">Which way is better.</param>
    public static EconomicGate Of(PlannedEconomics economics, EffectEstimate effect, Direction better)
    {
        if (effect is not { Scale: EffectScale.Difference, Value: { } value, Interval: { } interval })
        {
            return new EconomicGate(null, null, new Problem(
                ProblemKind.NotEstimable,
                "EX066",
                "What the change earns cannot be worked out from an effect that is not a difference with an interval.",
                "Plan the smallest worthwhile effect as a difference."));
        }

        var (low, high) = better == Direction.Higher ? (interval.Low, interval.High) : (-interval.High, -interval.Low);
        return new EconomicGate(NetOf(better == Direction.Higher ? value : -value), new Interval(NetOf(low), NetOf(high)), null);

        double NetOf(double gained) => (economics.CustomersPerPeriod * gained * economics.CustomerValue) - economics.Cost;
    }
}
