namespace OutsideIn.Simulation;

/// <summary>What was planted in the sample organisation: the parameters of its causes, so that a diagnosis can be checked against them.</summary>
/// <remarks>All figures are illustrative. Probabilities are those of the generator; what a log of finite size shows scatters about them.</remarks>
public static class NorthbankTruth
{
    /// <summary>Probability that the first paper form (M3) never comes back and the claim is lost.</summary>
    public const double FirstFormLost = 0.035;

    /// <summary>Probability that a form sent out again never comes back.</summary>
    public const double ReturnedFormLost = 0.12;

    /// <summary>Probability that the ink rule (R1) sends a signed form back; at the third form it gives in.</summary>
    public const double FormSentBack = 0.42;

    /// <summary>Probability that the second approval (R2) agrees with the first.</summary>
    public const double SecondApprovalAgrees = 0.997;

    /// <summary>Mean patience in days, beyond 7 hours, of an average customer waiting for approval (M5).</summary>
    public const double ClaimPatienceDays = 2.4;

    /// <summary>Mean patience in days, beyond 7 hours, of an average customer waiting out the 48 hours (M8).</summary>
    public const double AssessmentPatienceDays = 2.6;

    /// <summary>Mean patience in days, beyond 7 hours, of an average customer waiting for a place at the garage (M8).</summary>
    public const double RepairPatienceDays = 22;

    /// <summary>Hours between the assessor's report and its release (R5), exactly.</summary>
    public const int FixedWaitHours = 48;

    /// <summary>Probability that the assessment is queried, each time it is reviewed: Claims to Engineering and back.</summary>
    public const double AssessmentQueried = 0.32;

    /// <summary>Probability that the first of three quotes (R3) is the cheapest.</summary>
    public const double FirstQuoteWins = 0.988;

    /// <summary>Damage in pounds above which three quotes are asked for.</summary>
    public const double QuotesAbovePounds = 1_800;

    /// <summary>Probability of work on the night before the customer's first contact.</summary>
    public const double NightlyWorkShare = 0.3;

    /// <summary>Days between collection and survey (M10).</summary>
    public const int SurveyAfterDays = 21;

    /// <summary>Probability that a customer who never had to call answers the survey.</summary>
    public const double SurveyAnsweredUnchased = 0.15;

    /// <summary>The same of a customer who had to call: those it went badly for stay silent, and the score looks better than the experience was.</summary>
    public const double SurveyAnsweredAfterChase = 0.05;

    /// <summary>Probability that a claim is closed as soon as the repair is authorised, for claims reported on the first day.</summary>
    public const double EarlyCloseAtStart = 0.05;

    /// <summary>The same for claims reported on the last day: the firm's clock improves.</summary>
    public const double EarlyCloseAtEnd = 1;

    /// <summary>Most hours from paying the garage to closing for claims reported on the first day; a quarter of them on the last.</summary>
    public const double CloseHoursAtStart = 190;

    /// <summary>Mean days in the garages' queue for claims reported on the first day.</summary>
    public const double QueueDaysAtStart = 3;

    /// <summary>The same for claims reported on the last day: the customer's clock worsens.</summary>
    public const double QueueDaysAtEnd = 11;

    /// <summary>Probability that the repair fails and the car goes back.</summary>
    public const double FaultyRepair = 0.02;

    /// <summary>The planted causes, the heaviest first.</summary>
    public static IReadOnlyList<PlantedCause> Causes { get; } =
    [
        new(1, ["Paper form sent", "Signed form returned", "Signed form returned again"],
            "The paper form and its signed return cause the most internal work, hand-offs and lost outcomes; the ink rule sends forms back.",
            "Share of internal events caused by these contacts", 0.25, 0.32),
        new(2, ["First approval", "Second approval", "Chase call about claim"],
            "Two approvals in a row, of which the second repeats the first; customers chase while they wait for it.",
            "Share of second approvals answered like the first", 0.994, 1),
        new(3, ["Release assessment", "Chase call about repair"],
            "A report is released 48 hours after it was written, to the second; customers chase meanwhile.",
            "Share of releases exactly 48 hours after the report", 1, 1),
        new(4, ["Compare quotes"],
            "Three quotes, of which the first garage's is the cheapest.",
            "Share of comparisons won by the first garage", 0.975, 0.995),
        new(5, ["Second approval"],
            "The second approval is given on Mondays only.",
            "Share of second approvals on a Monday", 1, 1),
        new(6, ["Review assessment", "Answer assessment query"],
            "The assessment goes from Claims to Engineering and back.",
            "Queries for each assessment released", 0.36, 0.48),
        new(7, ["Survey sent", "Nightly policy refresh"],
            "Work that serves nobody: a survey three weeks later, and nightly work before the customer's first contact.",
            "Share of cases with work before their first contact", 0.27, 0.33),
        new(8, ["Claim closed", "Reopen claim"],
            "Claims are closed while the customer still waits; some are reopened by the customer's call.",
            "Share of cases closed before the car was collected that were reopened", 0.15, 0.45),
        new(9, ["Repeat report on web form", "Signed form returned again", "Chase call about claim", "Chase call about repair"],
            "Nearly half of what customers contact Northbank for would not be needed had the work been done.",
            "Failure demand: share of the contacts that customers begin", 0.42, 0.48),
    ];
}

/// <summary>One planted cause and the range within which a sound diagnosis must find it.</summary>
/// <param name="Number">1-based, as in docs/sample.md.</param>
/// <param name="Activities">The activities it shows in.</param>
/// <param name="Statement">What was planted, in a sentence.</param>
/// <param name="Measured">What <paramref name="Low"/> and <paramref name="High"/> bound, in words.</param>
/// <param name="Low">Lower end for the default sample, a share or a ratio.</param>
/// <param name="High">Upper end.</param>
public sealed record PlantedCause(int Number, IReadOnlyList<string> Activities, string Statement, string Measured, double Low, double High);
