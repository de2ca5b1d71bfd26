using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The power of a plan from its outcome in the past.</summary>
internal sealed class PowerMaking
{
    private const int DaysWithoutEnd = 28;
    private const int UnitsMin = 4;
    private const int WeekDays = 7;
    private const double OpenShareMax = 0.05;

    private readonly ExperimentPlan _plan;
    private readonly PastOutcome _past;
    private readonly PowerTarget _target;
    private readonly double _effect;
    private readonly double _looking;

    public PowerMaking(ExperimentPlan plan, PastOutcome past)
    {
        (_plan, _past) = (plan, past);
        _target = new PowerTarget { Alpha = plan.Alpha, Power = plan.Power, Ratio = plan.Arms[1].Share / plan.Arms[0].Share }.WithGuardrails(plan.Guardrails.Count);
        var size = plan.EffectScale == EffectScale.Relative ? plan.MinimumEffect * Math.Abs(past.All.Mean) : plan.MinimumEffect;
        _effect = plan.Primary.Better == Direction.Higher ? size : -size;
        _looking = Looking(plan, _target.Power);
    }

    private int PlannedDays => _plan is { Start: { } start, End: { } end } ? end.DayNumber - start.DayNumber + 1 : DaysWithoutEnd;

    public Result<PlanNeeds> Make() => _plan.Unit == ExperimentUnit.Case ? ByCase() : ByUnit();

    // What k looks need more than one; a plan without an end has no such figure.
    private static double Looking(ExperimentPlan plan, double power) =>
        plan.Looks is { Rule: LookRule.GroupSequential, Count: > 1 }
        && GroupSequentialDesign.OfEqualLooks(plan.Looks.Count, new GroupSequentialOptions(plan.Alpha, SpendingFunction.OBrienFleming)).TryGet(out var design, out _)
            ? Math.Max(1, design.Inflation(power))
            : 1;

    private Result<PlanNeeds> ByCase()
    {
        var size = _past.IsShare
            ? PowerAnalysis.Shares(_past.All.Mean, _past.All.Mean + _effect, _target)
            : PowerAnalysis.Means(_effect, Math.Sqrt(_past.All.Variance), _target);
        return size.Then<PlanNeeds>(rows =>
        {
            var needed = rows with { Control = rows.Control * _looking, Treatment = rows.Treatment * _looking };
            var all = needed.Total / (_plan.Arms[0].Share + _plan.Arms[1].Share);
            var days = needed.Days(_past.PerDay * (_plan.Arms[0].Share + _plan.Arms[1].Share), _plan.FollowUpDays ?? 0);
            var comes = _past.PerDay * PlannedDays;
            var power = PowerOf(comes * _plan.Arms[0].Share / _looking);
            List<string> says =
            [
                $"About {Count(all)} cases are needed in all. {Rate(_past.PerDay)} come in a day, so it takes about {Count(days)} days{(_plan.FollowUpDays is > 0 ? ", following the last one included" : "")}.",
            ];
            if (_plan is { Start: not null, End: not null } && power is { } chance)
            {
                says.Add($"In the {Count(PlannedDays)} days planned about {Count(comes)} come: a chance of {ShareText.Of(chance)} to see an effect worth having.");
            }

            return Start(needed, says) with { Days = days, PlannedPower = _plan.End is null || _plan.Start is null ? null : power };
        });
    }

    private double? PowerOf(double control)
    {
        var power = _past.IsShare
            ? PowerAnalysis.SharesPower(_past.All.Mean, _past.All.Mean + _effect, control, _target)
            : PowerAnalysis.MeansPower(_effect, Math.Sqrt(_past.All.Variance), control, _target);
        return power.TryGet(out var chance, out _) ? Math.Clamp(chance, 0, 1) : null;
    }

    private Result<PlanNeeds> ByUnit()
    {
        if (_past.Units.Count < UnitsMin)
        {
            return new Problem(
                ProblemKind.NotEstimable, "PR031", $"The log knows {CountText.Of(_past.Units.Count, Word(1), Word(2))}: too few to say how alike the cases of one are.",
                "Give a log of more of them.");
        }

        var isTime = _plan.Unit is ExperimentUnit.Week or ExperimentUnit.Customer;
        var perUnit = isTime ? _past.All.Count / _past.Units.Count : _past.PerDay * PlannedDays / _past.Units.Count;
        var cluster = new ClusterDesign(perUnit, Likeness(_past.Units), Variation(_past.Units));
        var even = _target with { Ratio = 1 };
        var size = _past.IsShare
            ? PowerAnalysis.SharesByWald(_past.All.Mean, _past.All.Mean + _effect, even)
            : PowerAnalysis.MeansByNormal(_effect, Math.Sqrt(_past.All.Variance), even);
        return size.Then<PlanNeeds>(rows =>
        {
            var needed = rows with { Control = rows.Control * _looking, Treatment = rows.Treatment * _looking };
            int? units = cluster.Teams(needed, even).TryGet(out var perArm, out _) ? perArm : null;
            int? planned = _plan.Unit == ExperimentUnit.Week ? PlannedDays / WeekDays : isTime ? null : _past.Units.Count;
            double? power = planned >= UnitsMin && cluster.PowerOf(needed, planned.Value / 2, even).TryGet(out var chance, out _) ? Math.Clamp(chance, 0, 1) : null;
            return Start(needed, SaysOf(cluster, units, planned, power)) with
            {
                Cluster = cluster,
                UnitsPerArm = units,
                UnitsInLog = _past.Units.Count,
                Days = DaysOf(units, cluster),
                PlannedPower = power,
            };
        });
    }

    // Weeks pass and customers come; teams, branches and people do not become more with time.
    private double? DaysOf(int? perArm, ClusterDesign cluster) => (_plan.Unit, perArm) switch
    {
        (ExperimentUnit.Week, { } weeks) => 2 * weeks * WeekDays,
        (ExperimentUnit.Customer, { } customers) => new SampleSize(customers, customers, "").Days(_past.PerDay / cluster.Size, _plan.FollowUpDays ?? 0),
        _ => null,
    };

    private List<string> SaysOf(ClusterDesign cluster, int? units, int? planned, double? power)
    {
        List<string> says =
        [
            units is { } perArm
                ? $"{CountText.Of(2 * perArm, Word(1), Word(2))} are needed, {Count(perArm)} an arm, each with about {Count(cluster.Size)} cases: the n is {Word(2)}, not cases."
                : $"No number of {Word(2)} is enough.",
            $"Cases of one {Word(1)} are alike by {cluster.Likeness.ToString("0.###", CultureInfo.InvariantCulture)} (intraclass correlation), so that {cluster.DesignEffect.ToString("0.0", CultureInfo.InvariantCulture)} times as many are needed as if each stood by itself.",
        ];
        if (planned is { } there && power is { } chance)
        {
            says.Add(_plan.Unit == ExperimentUnit.Week
                ? $"The plan has {CountText.Of(there, "week", "weeks")}: a chance of {ShareText.Of(chance)} to see an effect worth having."
                : $"The log knows {Count(there)} {Word(2)}: with all of them a chance of {ShareText.Of(chance)} to see an effect worth having. More time helps little; more {Word(2)} do.");
        }

        return says;
    }

    private PlanNeeds Start(SampleSize needed, List<string> says)
    {
        if (_plan.Looks.Rule == LookRule.AnyTime)
        {
            says.Add("Looking at any time needs more than this; a planned end is cheaper.");
        }

        if (_past.Open > OpenShareMax * (_past.All.Count + _past.Open))
        {
            says.Add($"{CountText.Of(_past.Open, "case is", "cases are")} not settled in the log and not in these figures: they may be the slow ones.");
        }

        return new PlanNeeds { Says = says, Before = _past.All, PerDay = _past.PerDay, Needed = needed, LookingCost = _looking };
    }

    /// <summary>The intraclass correlation by one-way analysis of variance; none is negative.</summary>
    internal static double Likeness(IReadOnlyList<Moments> units)
    {
        var all = units.Aggregate(default(Moments), static (sum, one) => sum + one);
        var within = units.Sum(static one => one.SquaredDeviations) / Math.Max(1, all.Count - units.Count);
        var between = units.Sum(one => one.Count * (one.Mean - all.Mean) * (one.Mean - all.Mean)) / (units.Count - 1);
        var size = (all.Count - (units.Sum(static one => one.Count * one.Count) / all.Count)) / (units.Count - 1);
        var whole = between + ((size - 1) * within);
        return whole > 0 ? Math.Clamp((between - within) / whole, 0, 1) : 0;
    }

    private static double Variation(IReadOnlyList<Moments> units)
    {
        var sizes = Moments.Of([.. units.Select(static one => one.Count)]);
        return Math.Sqrt(sizes.Variance) / sizes.Mean;
    }

    private string Word(int count) => (_plan.Unit, count == 1) switch
    {
        (ExperimentUnit.Customer, true) => "customer",
        (ExperimentUnit.Customer, false) => "customers",
        (ExperimentUnit.Agent, true) => "person",
        (ExperimentUnit.Agent, false) => "people",
        (ExperimentUnit.Team, true) => "team",
        (ExperimentUnit.Team, false) => "teams",
        (ExperimentUnit.Branch, true) => "branch",
        (ExperimentUnit.Branch, false) => "branches",
        (_, true) => "week",
        _ => "weeks",
    };

    private static string Count(double count) => CountText.Of((long)Math.Ceiling(count));

    private static string Rate(double perDay) => perDay >= 10 ? CountText.Of((long)Math.Round(perDay)) : perDay.ToString("0.#", CultureInfo.InvariantCulture);
}
