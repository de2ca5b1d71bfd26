using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>What may be said of an experiment at a look, and all it rests on. Immutable.</summary>
/// <remarks>Durations are seconds on the measure's clock, or business days; shares are fractions; what a look may not show is null or empty.</remarks>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Run">How the run looks without its outcomes.</param>
/// <param name="Data">Fingerprint of the cases, arms, units and primary values that were looked at (SHA-256).</param>
/// <param name="Answer">In one word: of several arms the one that asks most to be acted on.</param>
/// <param name="Sentence">One plain sentence: of that arm.</param>
/// <param name="Next">What to do next.</param>
/// <param name="Compared">What the primary outcome compares, such as <c>share of cases &lt;= 14d</c>.</param>
/// <param name="Groups">The primary outcome of each arm, control first; empty where nothing may be shown.</param>
/// <param name="Verdicts">What may be said of each arm but the control.</param>
public sealed record ExperimentAnalysis(
    int Version,
    ExperimentCheck Run,
    string Data,
    ExperimentAnswer Answer,
    string Sentence,
    string Next,
    string Compared,
    IReadOnlyList<ComparedGroup> Groups,
    IReadOnlyList<ArmVerdict> Verdicts)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The look as it is written into the ledger.</summary>
    /// <param name="at">When it was made.</param>
    public LookedEntry Entry(DateTimeOffset at)
    {
        var leading = Verdicts.FirstOrDefault(one => one.Answer == Answer);
        return new LookedEntry(
            at, Run.Experiment, DateOnly.FromDateTime(Run.AsOf.UtcDateTime), Data,
            [.. Run.Arms.Select(static arm => new ArmCount(arm.Name, arm.Units))], leading?.Figure, Answer, Sentence);
    }
}

/// <summary>What may be said of one arm.</summary>
/// <param name="Arm">Its name.</param>
/// <param name="Answer">In one word.</param>
/// <param name="Sentence">One plain sentence.</param>
/// <param name="Next">What to do next.</param>
/// <param name="Reasons">What the answer rests on, in order of weight: the interval first, the p-value last.</param>
/// <param name="Primary">The primary outcome's effect as this look may show it; null where it may not.</param>
/// <param name="Figure">The same in the unit of the plan's smallest effect, as the ledger keeps it.</param>
/// <param name="Others">Guardrails, then secondary outcomes; empty where nothing may be shown.</param>
/// <param name="Novelty">Whether the effect changes with the weeks since units were first given the arm; null where it cannot be told or may not be shown.</param>
/// <param name="Uptake">What taking it up did, beside what being given it did; null where nobody asked or nothing may be shown.</param>
/// <param name="SecondOpinion">What is to be believed with the stated prior; null where nobody stated one or nothing may be shown.</param>
public sealed record ArmVerdict(
    string Arm,
    ExperimentAnswer Answer,
    string Sentence,
    string Next,
    IReadOnlyList<string> Reasons,
    ComparedEffect? Primary,
    LedgerFigure? Figure,
    IReadOnlyList<OutcomeEffect> Others,
    NoveltyCheck? Novelty,
    UptakeEffects? Uptake,
    PosteriorView? SecondOpinion);

/// <summary>The effect on an outcome that does not decide by itself.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Part"><c>guardrail</c> or <c>secondary</c>.</param>
/// <param name="Effect">The effect, with the interval that this look may show.</param>
public sealed record OutcomeEffect(string Metric, string Name, string Part, ComparedEffect Effect);

/// <summary>What being given an arm did, and what taking it up did to those who did so because of that (<see cref="LocalEffect"/>).</summary>
/// <param name="Assigned">On everybody given it.</param>
/// <param name="Uptake">By how much more it was taken up there than in the control, in shares.</param>
/// <param name="OnCompliers">On those who take it up where it is given and not where it is not.</param>
public sealed record UptakeEffects(ComparedEffect Assigned, EffectEstimate Uptake, ComparedEffect OnCompliers);
