using System.Text.Json.Serialization;

namespace OutsideIn.Experiments;

/// <summary>What somebody decided about an experiment.</summary>
public enum LedgerDecision
{
    /// <summary>The change is brought to everyone.</summary>
    Launch,

    /// <summary>It is not, and the experiment ends.</summary>
    Stop,

    /// <summary>The experiment goes on.</summary>
    GoOn,
}

/// <summary>Units of one arm.</summary>
/// <param name="Arm">Its name.</param>
/// <param name="Count">How many, ≥ 0.</param>
public sealed record ArmCount(string Arm, long Count);

/// <summary>A figure with its interval, in the unit of whatever it is of.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">Lower end of its interval, at most <paramref name="Value"/>; may be minus infinity.</param>
/// <param name="High">Upper end, at least <paramref name="Value"/>; may be infinity.</param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record LedgerFigure(double Value, double Low, double High);

/// <summary>One entry of the ledger: what was said or done about an experiment, and when. Immutable, and never changed once written.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Experiment">Id of the experiment.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LockedEntry), "locked")]
[JsonDerivedType(typeof(LookedEntry), "looked")]
[JsonDerivedType(typeof(DecidedEntry), "decided")]
[JsonDerivedType(typeof(ForecastEntry), "forecast")]
[JsonDerivedType(typeof(ResultEntry), "result")]
public abstract record LedgerEntry(DateTimeOffset At, string Experiment);

/// <summary>A plan was locked before anything was seen.</summary>
/// <param name="At">When.</param>
/// <param name="Experiment">Id of the experiment.</param>
/// <param name="Plan">The plan's text (<see cref="PlanText"/>).</param>
/// <param name="Hash">The text's hash.</param>
public sealed record LockedEntry(DateTimeOffset At, string Experiment, string Plan, string Hash) : LedgerEntry(At, Experiment)
{
    /// <summary>The lock of a plan as it stands.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="at">When it is locked.</param>
    public static LockedEntry Of(ExperimentPlan plan, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = PlanText.Of(plan);
        return new LockedEntry(at, plan.Id, text, PlanText.HashOf(text));
    }
}

/// <summary>Somebody looked, and this is what could be said.</summary>
/// <param name="At">When.</param>
/// <param name="Experiment">Id of the experiment.</param>
/// <param name="Day">The day up to which the data were known.</param>
/// <param name="Data">Fingerprint of the data looked at, so that another look at the same is known as one.</param>
/// <param name="Counts">Units per arm, control first.</param>
/// <param name="Effect">The primary outcome's effect; null where none was shown.</param>
/// <param name="Answer">The verdict.</param>
/// <param name="Sentence">The verdict's sentence.</param>
public sealed record LookedEntry(
    DateTimeOffset At, string Experiment, DateOnly Day, string Data, IReadOnlyList<ArmCount> Counts, LedgerFigure? Effect, ExperimentAnswer Answer, string Sentence)
    : LedgerEntry(At, Experiment);

/// <summary>Somebody decided.</summary>
/// <param name="At">When.</param>
/// <param name="Experiment">Id of the experiment.</param>
/// <param name="Decision">What.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why; null where nobody said, which an override does not allow.</param>
/// <param name="IsOverride">Whether it goes against the verdict of the last look (<see cref="LedgerRules.IsOverride"/>).</param>
public sealed record DecidedEntry(DateTimeOffset At, string Experiment, LedgerDecision Decision, string By, string? Reason, bool IsOverride)
    : LedgerEntry(At, Experiment);

/// <summary>Somebody said beforehand what a figure will be.</summary>
/// <param name="At">When.</param>
/// <param name="Experiment">Id of the experiment it goes with.</param>
/// <param name="What">What is expected, in words.</param>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Figure">The value expected, and the interval it is expected in, in the metric's unit.</param>
/// <param name="Due">By when.</param>
public sealed record ForecastEntry(DateTimeOffset At, string Experiment, string What, string Metric, LedgerFigure Figure, DateOnly Due)
    : LedgerEntry(At, Experiment);

/// <summary>What came of a forecast, or of a decision once it was carried out.</summary>
/// <param name="At">When.</param>
/// <param name="Experiment">Id of the experiment.</param>
/// <param name="Of">Number of the entry it is the result of: a forecast or a decision.</param>
/// <param name="Figure">Of a forecast the metric; of a decision the effect measured later, in the unit of the plan's smallest worthwhile effect, treatment − control.</param>
public sealed record ResultEntry(DateTimeOffset At, string Experiment, int Of, LedgerFigure Figure) : LedgerEntry(At, Experiment);
