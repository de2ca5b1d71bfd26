using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What a plan needs, by its outcome in the past, in words; the figures are those of <see cref="PlanPower"/>.</summary>
internal sealed class NeedsOfPlan
{
    private const int UnitsMin = 4;
    private const int WeekDays = 7;
    private const double OpenShareMax = 0.05;

    private readonly ExperimentPlan _plan;
    private readonly PastOutcome _past;
    private readonly int _days;

    public NeedsOfPlan(ExperimentPlan plan, PastOutcome past) => (_plan, _past, _days) = (plan, past, PastOutcome.DaysOf(plan));

    private ArmSums Outcome => _past.By == ComparedBy.Share ? new ShareSums(_past.All.Mean * _past.All.Count, _past.All.Count) : new MeanSums(_past.All);

    public Result<PlanNeeds> Make() => _plan.Unit == ExperimentUnit.Case ? ByCase() : ByUnit();

    private Result<PlanNeeds> ByCase()
    {
        var history = new OutcomeHistory(Outcome, _past.PerDay) { Waits = _past.Waits };
        return PlanPower.Of(_plan, history).Then<PlanNeeds>(power =>
        {
            var comes = _past.PerDay * _days;
            List<string> says =
            [
                $"About {Count(power.TotalRows)} cases are needed in all. {Rate(_past.PerDay)} come in a day, so it takes about {Count(power.Days ?? 0)} days{(_plan.FollowUpDays is > 0 ? ", following the last one included" : "")}.",
            ];
            if (_past.Waits is { EndedShare: < 1 } waits)
            {
                says.Add($"About {ShareText.Of(waits.EndedShare)} of them will have got there when they are counted; the others count as open.");
            }

            double? planned = _plan is { Start: not null, End: not null } && PlanPower.ChanceOf(_plan, history, comes).TryGet(out var chance, out _) ? chance : null;
            if (planned is { } likely)
            {
                says.Add($"In the {Count(_days)} days planned about {Count(comes)} come: a chance of {ShareText.Of(likely)} to see an effect worth having.");
            }

            return Needs(power, says) with { PlannedPower = planned };
        });
    }

    private Result<PlanNeeds> ByUnit()
    {
        if (_past.Units.Count < UnitsMin)
        {
            return new Problem(
                ProblemKind.NotEstimable, "PR031", $"The log knows {CountText.Of(_past.Units.Count, Word(1), Word(2))}: too few to say how alike the cases of one are.",
                "Give a log of more of them.");
        }

        var perUnit = _plan.Unit switch
        {
            ExperimentUnit.Week => _past.PerDay * WeekDays,
            ExperimentUnit.Customer => _past.All.Count / _past.Units.Count,
            _ => _past.PerDay * _days / _past.Units.Count,
        };
        var cluster = ClusterOf(_past.Units, perUnit);
        var history = new OutcomeHistory(Outcome, _past.PerDay, cluster);
        return PlanPower.Of(_plan, history).Then<PlanNeeds>(power =>
        {
            int? planned = _plan.Unit == ExperimentUnit.Week ? _days / WeekDays : _plan.Unit == ExperimentUnit.Customer ? null : _past.Units.Count;
            double? chance = planned >= UnitsMin && PlanPower.ChanceOf(_plan, history, planned.Value).TryGet(out var seen, out _) ? seen : null;
            return Needs(power, SaysOf(cluster, power.Teams!, planned, chance)) with { Cluster = cluster, UnitsInLog = _past.Units.Count, PlannedPower = chance };
        });
    }

    // Where no unit has two cases that differ, nothing is lost by counting units: they are as many as their cases.
    private static ClusterDesign ClusterOf(IReadOnlyList<Moments> units, double size)
    {
        var sizes = Moments.Of([.. units.Select(static one => one.Count)]);
        var likeness = IntraclassCorrelation.Of(units).TryGet(out var found, out _) ? Math.Clamp(found.Value, 0, 1) : 1;
        return new ClusterDesign(size, likeness, Math.Sqrt(sizes.Variance) / sizes.Mean);
    }

    private List<string> SaysOf(ClusterDesign cluster, IReadOnlyList<int> arms, int? planned, double? chance)
    {
        var each = arms.All(one => one == arms[0])
            ? $"{Count(arms[0])} an arm"
            : string.Join(", ", _plan.Arms.Zip(arms, static (arm, units) => $"{Count(units)} for {arm.Name}"));
        List<string> says =
        [
            $"{CountText.Of(arms.Sum(), Word(1), Word(2))} are needed, {each}, each with about {Count(cluster.Size)} cases: the n is {Word(2)}, not cases.",
            $"Cases of one {Word(1)} are alike by {cluster.Likeness.ToString("0.###", CultureInfo.InvariantCulture)} (intraclass correlation), so that {cluster.DesignEffect.ToString("0.0", CultureInfo.InvariantCulture)} times as many are needed as if each stood by itself.",
        ];
        if (planned is { } there && chance is { } likely)
        {
            says.Add(_plan.Unit == ExperimentUnit.Week
                ? $"The plan has {CountText.Of(there, "week", "weeks")}: a chance of {ShareText.Of(likely)} to see an effect worth having."
                : $"The log knows {Count(there)} {Word(2)}: with all of them a chance of {ShareText.Of(likely)} to see an effect worth having. More time helps little; more {Word(2)} do.");
        }

        return says;
    }

    private PlanNeeds Needs(PlanPower power, List<string> says)
    {
        if (_plan.Looks.Rule == LookRule.AnyTime)
        {
            says.Add($"Looking at any time makes it {power.Inflation.ToString("0.0", CultureInfo.InvariantCulture)} times as large, which is counted in; a planned end is cheaper.");
        }

        if (_past.LeftOut > OpenShareMax * (_past.All.Count + _past.LeftOut))
        {
            says.Add($"{CountText.Of(_past.LeftOut, "case is", "cases are")} not settled in the log and not in these figures: they may be the slow ones.");
        }

        return new PlanNeeds { Says = says, Before = _past.All, PerDay = _past.PerDay, Power = power };
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
