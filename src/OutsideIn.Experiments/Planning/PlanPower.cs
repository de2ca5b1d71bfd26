using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What is known of a plan's primary outcome before it begins. Immutable.</summary>
/// <param name="Outcome">The outcome of units as they are today: <see cref="ShareSums"/> or <see cref="MeanSums"/>, of rows where units are teams.</param>
/// <param name="RowsPerDay">How many rows come in a day, &gt; 0: units, or rows of teams.</param>
/// <param name="Teams">How teams are made up where whole teams are given an arm; null where each row is a unit.</param>
public sealed record OutcomeHistory(ArmSums Outcome, double RowsPerDay, ClusterDesign? Teams = null)
{
    /// <summary>How long it takes today, where the outcome is a time that can still be open when it is counted; null where it is not. Teams are compared by <see cref="Outcome"/> all the same.</summary>
    public WaitHistory? Waits { get; init; }
}

/// <summary>How long something takes before a plan begins. Immutable.</summary>
/// <param name="Typical">The time an effect is counted from, such as the median, &gt; 0, in the outcome's unit.</param>
/// <param name="EndedShare">The share of cases that will have ended when they are counted, 0 &lt; share ≤ 1; the others are open.</param>
public sealed record WaitHistory(double Typical, double EndedShare);

/// <summary>What a plan needs to see the smallest effect worth having. Immutable.</summary>
/// <param name="Size">Rows of the control and of the smallest treatment arm, looks and guardrails allowed for.</param>
/// <param name="TotalRows">Rows of all arms together.</param>
/// <param name="Teams">[arms] Whole teams each arm needs where teams are given an arm; null where rows are.</param>
/// <param name="Days">Days to enrol the rows and to follow the last of them, in whole weeks; null for teams, branches and people, of whom time brings no more.</param>
/// <param name="Power">The power the primary outcome needs so that it and every guardrail are shown together.</param>
/// <param name="Inflation">By what factor looking more than once makes the plan larger at most; 1 for one look.</param>
public sealed record PlanPower(SampleSize Size, double TotalRows, IReadOnlyList<int>? Teams, double? Days, double Power, double Inflation)
{
    private const double WeekDays = 7;

    /// <summary>What a plan needs, from what is known of its outcome today.</summary>
    /// <param name="plan">The plan; its unit, arms, effect, alpha, power, guardrails, looks and follow-up count.</param>
    /// <param name="history">The outcome before.</param>
    /// <returns>
    /// The answer; <c>EX020</c> to <c>EX024</c> as <see cref="PowerAnalysis"/> and <see cref="ClusterDesign"/> refuse;
    /// <c>EX026</c> for an outcome that is neither a share, a mean nor a time; <c>EX057</c> for spending that nobody knows.
    /// </returns>
    /// <remarks>
    /// With more than one treatment alpha is divided among them (Bonferroni), and the smallest treatment arm decides. Looks: the inflation of
    /// the plan's boundary (Jennison and Turnbull 2000, §7.2.2), or of a confidence sequence tuned to the planned end (Waudby-Smith et al.
    /// 2021). A time is planned by the log-rank test (Schoenfeld 1983), a time a fifth shorter as a hazard five quarters as high.
    /// </remarks>
    public static Result<PlanPower> Of(ExperimentPlan plan, OutcomeHistory history)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(history);
        var question = new PlanQuestion(plan, history);
        return question.Inflation().Then(inflation => question.Rows().Then(rows =>
        {
            var size = rows with { Control = rows.Control * inflation, Treatment = rows.Treatment * inflation };
            return history.Teams is { } design
                ? OfTeams(question, design, size, inflation)
                : OfRows(question, size, inflation);
        }));
    }

    /// <summary>The chance that so many units show the smallest effect worth having.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="history">The outcome before.</param>
    /// <param name="units">Units of all arms together, given out in the plan's shares: rows, or teams where teams are given an arm.</param>
    /// <returns>0 to 1; the refusals of <see cref="Of"/>, <c>EX024</c> with fewer than two teams in an arm.</returns>
    public static Result<double> ChanceOf(ExperimentPlan plan, OutcomeHistory history, double units)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(history);
        var question = new PlanQuestion(plan, history);
        return question.Inflation().Then(inflation => history.Teams is { } design
            ? question.Rows().Then(rows => design.PowerOf(
                rows with { Control = rows.Control * inflation, Treatment = rows.Treatment * inflation }, question.Split(units), question.Target))
            : question.ChanceOf(units * plan.Arms[0].Share / inflation)).Then<double>(static chance => Math.Clamp(chance, 0, 1));
    }

    private static Result<PlanPower> OfRows(PlanQuestion question, SampleSize size, double inflation)
    {
        var total = Math.Ceiling(size.Control / question.Plan.Arms[0].Share);
        return new PlanPower(size, total, null, DaysOf(question, total), question.Target.Power, inflation);
    }

    private static Result<PlanPower> OfTeams(PlanQuestion question, ClusterDesign design, SampleSize size, double inflation) =>
        design.Teams(size, question.Target).Then<PlanPower>(needed =>
        {
            var arms = question.TeamsOf(needed);
            var total = arms.Sum() * design.Size;
            var rows = new SampleSize(arms[0] * design.Size, needed.Treatment * design.Size, size.Method);
            double? days = question.Plan.Unit switch
            {
                ExperimentUnit.Team or ExperimentUnit.Branch or ExperimentUnit.Agent => null,
                ExperimentUnit.Week => WeekDays * (arms.Sum() + Math.Ceiling((question.Plan.FollowUpDays ?? 0) / WeekDays)),
                _ => DaysOf(question, total),
            };
            return new PlanPower(rows, total, arms, days, question.Target.Power, inflation);
        });

    private static double DaysOf(PlanQuestion question, double rows) =>
        new SampleSize(rows, 0, "").Days(question.History.RowsPerDay, question.Plan.FollowUpDays ?? 0);
}
