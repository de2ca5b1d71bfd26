using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>A planned experiment in a log: its cases, its outcomes by arm, its looks.</summary>
internal sealed class ExperimentRun
{
    private readonly string _name;

    public ExperimentRun(
        MeasuredLog log, string name, ExperimentQuestion question, Enrolment enrolment, IReadOnlyList<(PlannedOutcome Outcome, ComparedMeasure Measure)> outcomes)
    {
        (_name, Log, Question, Enrolment) = (name, log, question, enrolment);
        Outcomes = [.. outcomes.Select(one => PlanOutcomes.Arranged(one, enrolment, question))];
        FollowUpDays = Plan.FollowUpDays ?? Primary.Measure.Compared.Limit / ComparisonQuestion.DayMicros;
        Times = LookTimes.Of(enrolment, question, log.HorizonMicros, FollowUpDays ?? 0);
        Ratio = SampleRatio.OfLooks(Times.Units, [.. Plan.Arms.Select(static arm => arm.Share)]);
        Balance = new ArmBalance(this).Of();
        Doubts = [.. RunDoubts.Of(this)];
    }

    public MeasuredLog Log { get; }

    public ExperimentQuestion Question { get; }

    public ExperimentPlan Plan => Question.Plan;

    public Enrolment Enrolment { get; }

    /// <summary>[outcomes] The primary, the guardrails, the secondary ones.</summary>
    public IReadOnlyList<PlanOutcome> Outcomes { get; }

    public PlanOutcome Primary => Outcomes[0];

    public double? FollowUpDays { get; }

    public LookTimes Times { get; }

    public SampleRatioCheck Ratio { get; }

    public IReadOnlyList<CovariateBalance> Balance { get; }

    public IReadOnlyList<Problem> Doubts { get; }

    /// <summary>What one unit is called.</summary>
    public string Unit => Question.Arms is ArmBlocks ? "block" : UnitColumn.WordOf(Plan.Unit) ?? (Plan.Unit == ExperimentUnit.Week ? "week" : "case");

    public ExperimentCheck Check()
    {
        var (answer, sentence, next) = Says();
        return new ExperimentCheck(
            ExperimentCheck.CurrentVersion, Plan.Id, Plan.Name, _name, DateTimeOffset.UnixEpoch.AddMicroseconds(Log.HorizonMicros),
            PlanText.HashOf(PlanText.Of(Plan)), Question.Locked?.At, answer, sentence, next, Unit,
            new ExperimentProgress(Times.Number, Math.Max(Times.Number, Plan.Looks.Count), Times.Share, Times.IsLast, FollowUpDays),
            [.. Plan.Arms.Select(Arm)], Ratio, Balance, Doubts, Question.Deviations, [.. RunDoubts.Checks(this)]);
    }

    private EnrolledArm Arm(PlannedArm arm, int index)
    {
        var youngest = Log.HorizonMicros - (long)((FollowUpDays ?? 0) * ComparisonQuestion.DayMicros);
        var (cases, later) = Enrolment.CasesOf(index + 1, youngest);
        return new EnrolledArm(arm.Name, arm.Share, Times.Units[^1][index], cases, later);
    }

    private (string Answer, string Sentence, string Next) Says()
    {
        var units = string.Join(" and ", Plan.Arms.Select((arm, index) => $"{CountText.Of(Times.Units[^1][index])} in \"{arm.Name}\""));
        if (Ratio.Alarm is { } alarm)
        {
            return ("withheld", $"Something went wrong: {alarm.Message}", alarm.Hint ?? "");
        }

        return Doubts.Count > 0
            ? ("doubtful", $"The run has {units}, and something looks wrong: {Doubts[0].Message}", Doubts[0].Hint ?? "")
            : ("sound", $"The run looks sound so far: {units}.", Next());
    }

    private string Next() => (Times.IsLast, Times.Share) switch
    {
        (true, _) => "It has come to its end: outsidein experiment analyse says what may be said.",
        (_, { } share) => string.Create(CultureInfo.InvariantCulture, $"Go on: {share:0 %} of the planned days could be followed to their end."),
        _ => "Go on, and look when the plan says so.",
    };
}
