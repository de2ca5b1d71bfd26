using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What is known of a plan's primary outcome before it begins. Immutable.</summary>
/// <param name="Outcome">The outcome of units as they are today: <see cref="ShareSums"/> or <see cref="MeanSums"/>, of rows where units are teams.</param>
/// <param name="RowsPerDay">How many rows come in a day, &gt; 0: units, or rows of teams.</param>
/// <param name="Teams">How teams are made up where whole teams are given an arm; null where each row is a unit.</param>
public sealed record OutcomeHistory(ArmSums Outcome, double RowsPerDay, ClusterDesign? Teams = null);

/// <summary>What a plan needs to see the smallest effect worth having. Immutable.</summary>
/// <param name="Size">Rows of the control and of the smallest treatment arm, looks and guardrails allowed for.</param>
/// <param name="TotalRows">Rows of all arms together.</param>
/// <param name="TeamsPerArm">Whole teams each arm needs where teams are given an arm; null where rows are.</param>
/// <param name="Days">Days to enrol the rows and to follow the last of them, in whole weeks.</param>
/// <param name="Power">The power the primary outcome needs so that it and every guardrail are shown together.</param>
/// <param name="Inflation">By what factor looking more than once makes the plan larger at most; 1 for one look.</param>
public sealed record PlanPower(SampleSize Size, double TotalRows, int? TeamsPerArm, double Days, double Power, double Inflation)
{
    /// <summary>What a plan needs, from what is known of its outcome today.</summary>
    /// <param name="plan">The plan; its arms, effect, alpha, power, guardrails, looks and follow-up count.</param>
    /// <param name="history">The outcome before.</param>
    /// <returns>
    /// The answer; <c>EX020</c> to <c>EX024</c> as <see cref="PowerAnalysis"/> and <see cref="ClusterDesign"/> refuse;
    /// <c>EX026</c> for an outcome that is neither a share nor a mean; <c>EX057</c> for spending that nobody knows.
    /// </returns>
    /// <remarks>
    /// With more than one treatment alpha is divided among them (Bonferroni). Looks: the inflation of the plan's boundary (Jennison and
    /// Turnbull 2000, §7.2.2), or of a confidence sequence tuned to the planned end (Waudby-Smith et al. 2021).
    /// </remarks>
    public static Result<PlanPower> Of(ExperimentPlan plan, OutcomeHistory history)
    {
        var control = plan.Arms[0].Share;
        var target = new PowerTarget
        {
            Alpha = plan.Alpha / (plan.Arms.Count - 1),
            Power = plan.Power,
            Ratio = plan.Arms.Skip(1).Min(static arm => arm.Share) / control,
        }.WithGuardrails(plan.Guardrails.Count);
        return InflationOf(plan.Looks, target).Then(inflation => Rows(plan, history, target).Then<PlanPower>(rows =>
        {
            var size = rows with { Control = rows.Control * inflation, Treatment = rows.Treatment * inflation };
            int? teams = null;
            if (history.Teams is { } design)
            {
                if (!design.Teams(size, target).TryGet(out var needed, out var problem))
                {
                    return problem;
                }

                teams = needed;
                size = size with { Control = needed * design.Size, Treatment = needed * design.Size };
            }

            var total = teams is null ? Math.Ceiling(size.Control / control) : size.Control * plan.Arms.Count;
            var days = new SampleSize(total, 0, size.Method).Days(history.RowsPerDay, plan.FollowUpDays ?? 0);
            return new PlanPower(size, total, teams, days, target.Power, inflation);
        }));
    }

    private static Result<double> InflationOf(LookSchedule looks, PowerTarget target)
    {
        if (looks.Rule == LookRule.AnyTime)
        {
            // Tuned to its end a sequence stands there as many errors off, whatever the number of units.
            var boundary = AsymptoticConfidenceSequence.HalfWidth(1, 1, AsymptoticConfidenceSequence.Rho(target.Alpha, 1), target.Alpha);
            return (boundary + target.PowerZ) * (boundary + target.PowerZ) / target.Squared;
        }

        return looks.Rule == LookRule.AtEnd || looks.Count == 1
            ? 1.0
            : SpendingFunction.Named(looks.Spending)
                .Then(spending => GroupSequentialDesign.OfEqualLooks(looks.Count, new GroupSequentialOptions(target.Alpha, spending)))
                .Then<double>(design => design.Inflation(target.Power));
    }

    private static Result<SampleSize> Rows(ExperimentPlan plan, OutcomeHistory history, PowerTarget target)
    {
        var sign = plan.Primary.Better == Direction.Higher ? 1 : -1;
        double Effect(double today) => sign * plan.EffectScale switch
        {
            EffectScale.Relative => plan.MinimumEffect * Math.Abs(today),
            EffectScale.Ratio => Math.Abs(plan.MinimumEffect - 1) * Math.Abs(today),
            _ => plan.MinimumEffect,
        };
        return history.Outcome switch
        {
            ShareSums { Units: > 0 } shares => PowerAnalysis.Shares(shares.Share, shares.Share + Effect(shares.Share), target),
            MeanSums { Values.Count: > 1 } means => ByMeans(Effect(means.Values.Mean), Math.Sqrt(means.Values.Variance), history.Teams is not null, target),
            _ => new Problem(
                ProblemKind.NotEstimable, "EX026", "The units a plan needs are computed for shares and means that were measured before.",
                "Take an outcome that is a share or a mean, over a period that has some, or ask PowerAnalysis for the outcome's own formula."),
        };
    }

    // Teams pay for their few degrees of freedom themselves.
    private static Result<SampleSize> ByMeans(double effect, double deviation, bool areTeams, PowerTarget target) => areTeams
        ? PowerAnalysis.MeansByNormal(effect, deviation, target)
        : PowerAnalysis.Means(effect, deviation, target);
}
