using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>A plan as a question of power: which effect, how sure, by which formula.</summary>
internal sealed record PlanQuestion(ExperimentPlan Plan, OutcomeHistory History)
{
    // Shares such as 0.3 ÷ 0.6 miss a whole number by a last bit.
    private const double Rounding = 1e-9;

    public PowerTarget Target { get; } = new PowerTarget
    {
        Alpha = Plan.Alpha / (Plan.Arms.Count - 1),
        Power = Plan.Power,
        Ratio = Smallest(Plan) / Plan.Arms[0].Share,
    }.WithGuardrails(Plan.Guardrails.Count);

    /// <summary>Rows needed for one look if each were given an arm by itself.</summary>
    public Result<SampleSize> Rows() => History switch
    {
        { Waits: { } waits, Teams: null } => HazardRatio(waits).Then(ratio => PowerAnalysis.Durations(ratio, waits.EndedShare, Target)),

        // Teams pay for their few degrees of freedom themselves, and their shares vary as each arm's do.
        { Outcome: ShareSums { Units: > 0 } shares, Teams: not null } => PowerAnalysis.SharesByWald(shares.Share, shares.Share + Effect(shares.Share), Target),
        { Outcome: MeanSums { Values.Count: > 1 } means, Teams: not null } => PowerAnalysis.MeansByNormal(Effect(means.Values.Mean), Deviation(means), Target),
        { Outcome: ShareSums { Units: > 0 } shares } => PowerAnalysis.Shares(shares.Share, shares.Share + Effect(shares.Share), Target),
        { Outcome: MeanSums { Values.Count: > 1 } means } => PowerAnalysis.Means(Effect(means.Values.Mean), Deviation(means), Target),
        _ => Unknown(),
    };

    /// <summary>The chance at one look with so many rows of the control.</summary>
    public Result<double> ChanceOf(double control) => History switch
    {
        { Waits: { } waits } => HazardRatio(waits).Then(ratio => PowerAnalysis.DurationsPower(ratio, waits.EndedShare, control, Target)),
        { Outcome: ShareSums { Units: > 0 } shares } => PowerAnalysis.SharesPower(shares.Share, shares.Share + Effect(shares.Share), control, Target),
        { Outcome: MeanSums { Values.Count: > 1 } means } => PowerAnalysis.MeansPower(Effect(means.Values.Mean), Deviation(means), control, Target),
        _ => Unknown(),
    };

    /// <summary>By what factor looking more than once makes the plan larger at most.</summary>
    public Result<double> Inflation()
    {
        if (Plan.Looks.Rule == LookRule.AnyTime)
        {
            // Tuned to its end a sequence stands there as many errors off, whatever the number of units.
            var boundary = AsymptoticConfidenceSequence.HalfWidth(1, 1, AsymptoticConfidenceSequence.Rho(Target.Alpha, 1), Target.Alpha);
            return (boundary + Target.PowerZ) * (boundary + Target.PowerZ) / Target.Squared;
        }

        return Plan.Looks.Rule == LookRule.AtEnd || Plan.Looks.Count == 1
            ? 1.0
            : SpendingFunction.Named(Plan.Looks.Spending)
                .Then(spending => GroupSequentialDesign.OfEqualLooks(Plan.Looks.Count, new GroupSequentialOptions(Target.Alpha, spending)))
                .Then<double>(design => Math.Max(1, design.Inflation(Target.Power)));
    }

    /// <summary>[arms] Whole teams of each arm, where the control and the smallest treatment need so many.</summary>
    public int[] TeamsOf(SampleSize needed) =>
        [(int)needed.Control, .. Plan.Arms.Skip(1).Select(arm => Math.Max(2, (int)Math.Ceiling((needed.Control * arm.Share / Plan.Arms[0].Share) - Rounding)))];

    /// <summary>Teams of the control and of the smallest treatment, of so many of all arms.</summary>
    public (int Control, int Treatment) Split(double teams)
    {
        var control = (int)Math.Round(teams * Plan.Arms[0].Share);
        var treatment = Plan.Arms.Count == 2 ? (int)teams - control : (int)Math.Round(teams * Smallest(Plan));
        return (control, treatment);
    }

    private static double Smallest(ExperimentPlan plan) => plan.Arms.Skip(1).Min(static arm => arm.Share);

    private static double Deviation(MeanSums means) => Math.Sqrt(means.Values.Variance);

    private double Effect(double today) => Sign * Plan.EffectScale switch
    {
        EffectScale.Relative => Plan.MinimumEffect * Math.Abs(today),
        EffectScale.Ratio => Math.Abs(Plan.MinimumEffect - 1) * Math.Abs(today),
        _ => Plan.MinimumEffect,
    };

    // Times are so many times as long as hazards are low; exact where the hazard is constant.
    private Result<double> HazardRatio(WaitHistory waits) =>
        waits.Typical + Effect(waits.Typical) is > 0 and var after ? waits.Typical / after : PowerProblems.NotPositive("What the effect leaves of the time", waits.Typical + Effect(waits.Typical));

    private double Sign => Plan.Primary.Better == Direction.Higher ? 1 : -1;

    private static Problem Unknown() => new(
        ProblemKind.NotEstimable, "EX026", "The units a plan needs are computed for shares, means and times that were measured before.",
        "Take an outcome that is a share, a mean or a time, over a period that has some, or ask PowerAnalysis for the outcome's own formula.");
}
