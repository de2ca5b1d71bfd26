using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>How a run of an experiment looks without its outcomes: nothing in it says which arm does better, so that it may be read every day. Immutable.</summary>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Experiment">Id of the experiment.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Log">The log's name.</param>
/// <param name="AsOf">The instant up to which the log is known.</param>
/// <param name="Hash">Hash of the plan that is followed.</param>
/// <param name="LockedAt">When a plan was locked; null where none was.</param>
/// <param name="Answer"><c>sound</c>, <c>doubtful</c> or <c>withheld</c>.</param>
/// <param name="Sentence">The result in one plain sentence.</param>
/// <param name="Next">What to do next.</param>
/// <param name="Unit">What was given an arm, and so what is counted: <c>case</c>, <c>team</c>, …</param>
/// <param name="Progress">How far the experiment has come.</param>
/// <param name="Arms">What is in each arm, control first.</param>
/// <param name="Ratio">Whether units came into the arms as planned, over all looks so far.</param>
/// <param name="Balance">Whether the arms were alike before, by each covariate of the plan and by the primary outcome before it began.</param>
/// <param name="Doubts">What looks wrong and does not by itself forbid a result.</param>
/// <param name="Deviations">What is done otherwise than was locked, a sentence each.</param>
/// <param name="Checks">What else is worth knowing of who is in it.</param>
public sealed record ExperimentCheck(
    int Version,
    string Experiment,
    string Name,
    string Log,
    DateTimeOffset AsOf,
    string Hash,
    DateTimeOffset? LockedAt,
    string Answer,
    string Sentence,
    string Next,
    string Unit,
    ExperimentProgress Progress,
    IReadOnlyList<EnrolledArm> Arms,
    SampleRatioCheck Ratio,
    IReadOnlyList<CovariateBalance> Balance,
    IReadOnlyList<Problem> Doubts,
    IReadOnlyList<string> Deviations,
    IReadOnlyList<AssumptionCheck> Checks)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;
}

/// <summary>What is in an arm.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Planned">The share of the units it was to be given.</param>
/// <param name="Units">Units with a case in it.</param>
/// <param name="Cases">Their cases.</param>
/// <param name="TooYoung">Of those, cases that could not be followed yet for as long as the plan follows them.</param>
public sealed record EnrolledArm(string Name, double Planned, long Units, int Cases, int TooYoung);

/// <summary>How far an experiment has come.</summary>
/// <param name="Look">Which look this is, from 1, if it is made now.</param>
/// <param name="Looks">How many were planned.</param>
/// <param name="Share">The share of the planned days whose cases could be followed to their end; null where the plan has no days.</param>
/// <param name="IsLast">Whether the planned end is reached, or nothing more will come.</param>
/// <param name="FollowUpDays">For how many days each case is followed; null where the measure takes no time.</param>
public sealed record ExperimentProgress(int Look, int Looks, double? Share, bool IsLast, double? FollowUpDays);
