namespace OutsideIn.Diagnosis;

/// <summary>Where the customer's outcome fails and what work causes it.</summary>
/// <param name="Outcome">How many customers got what they came for.</param>
/// <param name="Contacts">All contacts together.</param>
/// <param name="MomentsOfTruth">The Moments of Truth that happened, most frequent first.</param>
/// <param name="Breakpoints">The internal hand-offs that happened.</param>
/// <param name="CauseOfWork">The work each Moment of Truth spawned, most first; the last entry is work without a cause.</param>
/// <param name="CauseOfWorkTotal">What the entries add up to, beside the log's own totals.</param>
/// <param name="FailureDemand">Contacts that arise only because something failed.</param>
/// <param name="Clocks">The firm's and the customer's throughput time.</param>
/// <param name="RuleSuspects">Rules the log gives away.</param>
/// <param name="PointsOfFailure">F3 and F4, observed.</param>
/// <param name="Candidates">What to remove or improve, most hours first.</param>
/// <param name="Headlines">The findings in plain sentences, most important first; what a manager reads.</param>
/// <param name="Findings">Findings of the catalogue that take a log; those somebody accepts say so.</param>
public sealed record DiagnosisSection(
    OutcomeEntry Outcome,
    ContactsEntry Contacts,
    IReadOnlyList<MomentOfTruthEntry> MomentsOfTruth,
    BreakpointsEntry Breakpoints,
    IReadOnlyList<CauseOfWorkEntry> CauseOfWork,
    CauseOfWorkTotalEntry CauseOfWorkTotal,
    FailureDemandEntry FailureDemand,
    ClocksEntry Clocks,
    IReadOnlyList<RuleSuspectEntry> RuleSuspects,
    PointsOfFailureEntry PointsOfFailure,
    IReadOnlyList<CandidateEntry> Candidates,
    IReadOnlyList<HeadlineEntry> Headlines,
    IReadOnlyList<LogFindingEntry> Findings);

/// <summary>A share with its interval.</summary>
/// <param name="Part">How many.</param>
/// <param name="Whole">Out of how many.</param>
/// <param name="Share">Part over whole, or null where the whole is zero.</param>
/// <param name="Low">Lower end of the 95 % Wilson interval, or null.</param>
/// <param name="High">Upper end, or null.</param>
public sealed record ShareEntry(int Part, int Whole, double? Share, double? Low, double? High);

/// <summary>How many customers got what they came for.</summary>
/// <param name="ReachedFigure">Opens the cases that reached it.</param>
/// <param name="LostFigure">Opens the cases that lost it.</param>
/// <param name="OpenFigure">Opens the cases where neither has happened yet.</param>
/// <param name="Reached">Cases that reached the outcome.</param>
/// <param name="Lost">Cases that lost it.</param>
/// <param name="Open">Cases where neither has happened by the horizon.</param>
/// <param name="ReachedOfClosed">Reached out of reached and lost; null-valued where the map names nothing that loses it.</param>
/// <param name="ByCategory">The same by category of customer, where the map can tell them apart.</param>
public sealed record OutcomeEntry(
    string ReachedFigure, string LostFigure, string OpenFigure,
    int Reached, int Lost, int Open, ShareEntry ReachedOfClosed, IReadOnlyList<CategoryOutcomeEntry> ByCategory);

/// <summary>The outcome for one category of customers.</summary>
/// <param name="Category">The category's name.</param>
/// <param name="Cases">Its cases.</param>
/// <param name="Reached">Reached.</param>
/// <param name="Lost">Lost.</param>
/// <param name="Open">Open.</param>
/// <param name="ReachedOfClosed">Reached out of closed.</param>
/// <param name="MedianCustomerSeconds">Median on the customer's clock, or null where not reached.</param>
public sealed record CategoryOutcomeEntry(
    string Category, int Cases, int Reached, int Lost, int Open, ShareEntry ReachedOfClosed, double? MedianCustomerSeconds);

/// <summary>All contacts together.</summary>
/// <param name="Events">Contact events.</param>
/// <param name="Cases">Cases with at least one.</param>
/// <param name="MeanPerCase">Mean per case of the log.</param>
/// <param name="MedianSecondsBetween">Median time between one contact and the next of a case, or null where none has two.</param>
/// <param name="P90SecondsBetween">90th percentile of the same.</param>
public sealed record ContactsEntry(int Events, int Cases, double MeanPerCase, double? MedianSecondsBetween, double? P90SecondsBetween);

/// <summary>A Moment of Truth that happened (row 29; last interaction: row 24).</summary>
/// <param name="Figure">Opens its cases.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Moment">One of the five kinds, or null.</param>
/// <param name="Demand">As marked in the map.</param>
/// <param name="IsSuggested">Whether nobody has confirmed that it is one.</param>
/// <param name="Events">Events.</param>
/// <param name="Cases">Cases.</param>
/// <param name="CaseShare">Share of all cases.</param>
/// <param name="CasesWithRepeat">Cases in which it happens again.</param>
/// <param name="Repeats">Events after the first of their case.</param>
/// <param name="MedianSecondsSinceContact">Median time since the contact before it in the case, or null where it is always the first.</param>
/// <param name="LastFigure">Opens the cases whose last contact it is.</param>
/// <param name="LastInCases">Cases whose last contact it is.</param>
/// <param name="OutcomeAfterLast">Of the closed ones among those, how many reached the outcome at that contact or after it.</param>
/// <param name="OutcomeBeforeLast">How many of the closed ones had reached the outcome before that contact, and not again.</param>
/// <param name="CasesReached">Of its closed cases, how many reached the outcome.</param>
/// <param name="Channels">How its events came in, most frequent first; empty where the log does not say.</param>
public sealed record MomentOfTruthEntry(
    string Figure, string Activity, string? Moment, string Demand, bool IsSuggested,
    int Events, int Cases, double CaseShare, int CasesWithRepeat, int Repeats, double? MedianSecondsSinceContact,
    string LastFigure, int LastInCases, ShareEntry OutcomeAfterLast, int OutcomeBeforeLast, ShareEntry CasesReached,
    IReadOnlyList<CountEntry> Channels);

/// <summary>A name and a count.</summary>
/// <param name="Name">The name.</param>
/// <param name="Count">The count.</param>
public sealed record CountEntry(string Name, int Count);

/// <summary>The internal hand-offs that happened (row 33).</summary>
/// <param name="Figure">Opens the cases with at least one.</param>
/// <param name="Basis"><c>handOffEvents</c>, <c>teams</c>, <c>resources</c> or <c>none</c>: what was counted.</param>
/// <param name="BasisReason">Why that, in one sentence.</param>
/// <param name="Total">All of them.</param>
/// <param name="Cases">Cases with at least one.</param>
/// <param name="MeanPerCase">Mean per case of the log.</param>
/// <param name="Pairs">From whom to whom, most frequent first.</param>
/// <param name="PingPong">A → B → A.</param>
/// <param name="AgainstOutcome">Hand-offs per case against the outcome.</param>
public sealed record BreakpointsEntry(
    string Figure, string Basis, string BasisReason, int Total, int Cases, double MeanPerCase,
    IReadOnlyList<BreakpointPairEntry> Pairs, IReadOnlyList<PingPongEntry> PingPong, IReadOnlyList<OutcomeBandEntry> AgainstOutcome);

/// <summary>Hand-offs from one doer to another.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="From">Who hands over.</param>
/// <param name="To">Who takes over.</param>
/// <param name="Count">How often.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="MedianWaitSeconds">Median wait.</param>
/// <param name="P90WaitSeconds">90th percentile of the wait.</param>
/// <param name="TotalWaitSeconds">Sum of the waits.</param>
/// <param name="Causes">The Moments of Truth that caused them, most frequent first.</param>
public sealed record BreakpointPairEntry(
    string Figure, string From, string To, int Count, int Cases,
    double MedianWaitSeconds, double P90WaitSeconds, double TotalWaitSeconds, IReadOnlyList<CountEntry> Causes);

/// <summary>Work that goes to another doer and comes back.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="A">Who sends and gets it back.</param>
/// <param name="B">Who sends it back.</param>
/// <param name="Count">How often.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="MedianRoundTripSeconds">Median time from leaving A to being back.</param>
public sealed record PingPongEntry(string Figure, string A, string B, int Count, int Cases, double MedianRoundTripSeconds);

/// <summary>Cases with so many hand-offs, and what became of them.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Band">Such as <c>0</c>, <c>3–4</c>, <c>13 or more</c>.</param>
/// <param name="Cases">Cases.</param>
/// <param name="Reached">Of the closed ones, how many reached the outcome.</param>
/// <param name="MedianCustomerSeconds">Median on the customer's clock, open cases treated as open, or null where not reached.</param>
public sealed record OutcomeBandEntry(string Figure, string Band, int Cases, ShareEntry Reached, double? MedianCustomerSeconds);

/// <summary>The work one Moment of Truth spawned: every internal event is caused by the latest contact before it in its case.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Cause">The Moment of Truth, or null for work without a cause.</param>
/// <param name="Contacts">Its own events.</param>
/// <param name="Cases">Cases with such a contact or, for work without a cause, with such work.</param>
/// <param name="Events">Internal events it spawned.</param>
/// <param name="EventsPerContact">Events over contacts, or null where there is no contact.</param>
/// <param name="Breakpoints">Hand-offs it spawned.</param>
/// <param name="ElapsedSeconds">Time that passed from each event to the next of its case while it was the cause.</param>
/// <param name="ProcessingSeconds">Processing time of the internal events, or null without starts.</param>
/// <param name="Cost">Cost of the internal events, or null where the log has none.</param>
/// <param name="Activities">The internal activities it spawned, most frequent first.</param>
public sealed record CauseOfWorkEntry(
    string Figure, string? Cause, int Contacts, int Cases, int Events, double? EventsPerContact, int Breakpoints,
    double ElapsedSeconds, double? ProcessingSeconds, double? Cost, IReadOnlyList<CountEntry> Activities);

/// <summary>The reconciliation: entries of the tree against the log.</summary>
/// <param name="Contacts">Contacts over all entries.</param>
/// <param name="Events">Internal events over all entries.</param>
/// <param name="LogEvents">The log's events; equal to contacts + internal events.</param>
/// <param name="Breakpoints">Hand-offs over all entries; equal to the total of <see cref="BreakpointsEntry"/>.</param>
/// <param name="ElapsedSeconds">Elapsed over all entries; equal to the sum of all times between successive events of the log's cases.</param>
/// <param name="ProcessingSeconds">Processing over all entries, or null without starts.</param>
/// <param name="Reconciles">Whether all equalities hold.</param>
public sealed record CauseOfWorkTotalEntry(
    int Contacts, int Events, int LogEvents, int Breakpoints, double ElapsedSeconds, double? ProcessingSeconds, bool Reconciles);

/// <summary>Failure demand (F12, F13; S4).</summary>
/// <param name="Figure">Opens the cases with at least one such contact.</param>
/// <param name="Basis"><c>marked</c> by the map, <c>suggested</c> by the program, or <c>both</c>.</param>
/// <param name="Share">Failure contacts out of all contacts the customer begins.</param>
/// <param name="Cases">Cases with at least one.</param>
/// <param name="Cost">Cost of the failure contacts and the work they spawned, or null where the log has none.</param>
/// <param name="Hours">Processing time of the same in hours, or null without starts.</param>
/// <param name="Kinds">By rule and activity, most frequent first.</param>
/// <param name="PrecededBy">The step and wait before each failure contact, ranked by count.</param>
/// <param name="ByMonth">Share by month of contact.</param>
public sealed record FailureDemandEntry(
    string Figure, string Basis, ShareEntry Share, int Cases, double? Cost, double? Hours,
    IReadOnlyList<FailureKindEntry> Kinds, IReadOnlyList<PrecedingStepEntry> PrecededBy, IReadOnlyList<MonthShareEntry> ByMonth);

/// <summary>Failure contacts found by one rule.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Rule"><c>marked</c>, <c>sameContactAgain</c>, <c>afterLongWait</c>, <c>afterOutcome</c> or <c>afterClosing</c>.</param>
/// <param name="Demand">Chase, repeat, correction or complaint.</param>
/// <param name="Activity">The contact.</param>
/// <param name="Contacts">Contacts; each is counted under one rule only, the first that holds in the order above.</param>
/// <param name="Cases">Cases.</param>
/// <param name="Cost">Cost of the contacts, or null.</param>
/// <param name="IsSuggested">Whether the program suggested it.</param>
/// <param name="Reason">The rule in words, with its numbers.</param>
public sealed record FailureKindEntry(
    string Figure, string Rule, string Demand, string Activity, int Contacts, int Cases, double? Cost, bool IsSuggested, string Reason);

/// <summary>What customers were waiting for when they made a failure contact.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Step">The activity before the contact: the step after which they waited.</param>
/// <param name="Contacts">Failure contacts directly after it.</param>
/// <param name="Cases">Cases.</param>
/// <param name="MedianWaitSeconds">Median wait between the step and the contact.</param>
/// <param name="P90WaitSeconds">90th percentile.</param>
/// <param name="ShareOfStep">Out of all its events, how many were followed by a failure contact.</param>
/// <param name="NextStep">What most often came after the contact, or null.</param>
public sealed record PrecedingStepEntry(
    string Figure, string Step, int Contacts, int Cases, double MedianWaitSeconds, double P90WaitSeconds, ShareEntry ShareOfStep, string? NextStep);

/// <summary>A share in a month.</summary>
/// <param name="Month">Such as <c>2026-03</c>.</param>
/// <param name="Share">The share.</param>
public sealed record MonthShareEntry(string Month, ShareEntry Share);

/// <summary>The two clocks, side by side (measures.md).</summary>
/// <param name="Firm">From the case opened to the case closed.</param>
/// <param name="Customer">From the first sign of need to the outcome really achieved.</param>
/// <param name="ByMonth">Both medians by month of case start.</param>
/// <param name="Diverges">Whether the firm's clock improves while the customer's worsens (MET-08).</param>
/// <param name="DivergenceReason">The two trends in words.</param>
public sealed record ClocksEntry(
    ClockEntry Firm, ClockEntry Customer, IReadOnlyList<ClockMonthEntry> ByMonth, bool Diverges, string DivergenceReason);

/// <summary>One clock over all cases, open cases treated as open (Kaplan–Meier).</summary>
/// <param name="Figure">Opens the cases that never start this clock's end: the open ones.</param>
/// <param name="Definition">From what to what, in words.</param>
/// <param name="Cases">Cases whose clock started.</param>
/// <param name="Closed">Of those, stopped.</param>
/// <param name="Open">Of those, running at the horizon.</param>
/// <param name="GaveUp">Of those, lost: the customer will never get there.</param>
/// <param name="Median">The median, with its interval.</param>
/// <param name="P90">The 90th percentile, with its interval.</param>
/// <param name="Curve">Share reached by each time, as steps; at most 200 points.</param>
public sealed record ClockEntry(
    string Figure, string Definition, int Cases, int Closed, int Open, int GaveUp,
    DurationEstimateEntry Median, DurationEstimateEntry P90, IReadOnlyList<CurvePointEntry> Curve);

/// <summary>A duration with its interval.</summary>
/// <param name="Seconds">The estimate, or null where fewer cases have got there.</param>
/// <param name="LowSeconds">Lower end of the 95 % interval, or null.</param>
/// <param name="HighSeconds">Upper end, or null where it lies beyond what was observed.</param>
public sealed record DurationEstimateEntry(double? Seconds, double? LowSeconds, double? HighSeconds);

/// <summary>One step of a curve.</summary>
/// <param name="Seconds">Time since the start.</param>
/// <param name="Share">Share that got there by then.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
public sealed record CurvePointEntry(double Seconds, double Share, double Low, double High);

/// <summary>Both clocks for the cases begun in one month.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Month">Such as <c>2026-03</c>.</param>
/// <param name="Cases">Cases begun.</param>
/// <param name="Firm">Median on the firm's clock.</param>
/// <param name="FirmOpen">Of the cases, running on the firm's clock.</param>
/// <param name="Customer">Median on the customer's clock.</param>
/// <param name="CustomerOpen">Of the cases, running on the customer's clock.</param>
public sealed record ClockMonthEntry(
    string Figure, string Month, int Cases, DurationEstimateEntry Firm, int FirmOpen, DurationEstimateEntry Customer, int CustomerOpen);

/// <summary>A rule the log gives away (row 35).</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Kind"><c>answerHardlyVaries</c>, <c>fixedWait</c>, <c>weekdayWait</c> or <c>repeatedApproval</c>.</param>
/// <param name="Activity">The activity that asks, waits or approves.</param>
/// <param name="Text">The suspicion in one sentence, with its numbers.</param>
/// <param name="Count">How often the usual answer, or the wait, or the repeat.</param>
/// <param name="Total">Out of how many.</param>
/// <param name="Cases">Cases touched.</param>
/// <param name="Answer">The usual answer, weekday or length in words; null where it has none.</param>
/// <param name="OtherShareHigh">95 % upper bound on the share of the other answers; null for other kinds.</param>
/// <param name="WaitSeconds">Hours it costs customers in all, in seconds; null where it costs none.</param>
/// <param name="IsSuggested">Whether the map does not name it as a rule check.</param>
public sealed record RuleSuspectEntry(
    string Figure, string Kind, string Activity, string Text, int Count, int Total, int Cases,
    string? Answer, double? OtherShareHigh, double? WaitSeconds, bool IsSuggested);

/// <summary>Points of failure (F3) and hand-off density (F4), observed; three numbers always, as the sum alone hides a swap.</summary>
/// <param name="MomentsOfTruth">Distinct Moments of Truth that happened.</param>
/// <param name="Breakpoints">Distinct hand-off pairs that happened.</param>
/// <param name="Rules">Rule checks of the map that happened, and rule suspects.</param>
/// <param name="HandOffDensity">Breakpoints over Moments of Truth, or null where there is none.</param>
/// <param name="Hint">What a density below 3 suggests (PF3), or null.</param>
public sealed record PointsOfFailureEntry(int MomentsOfTruth, int Breakpoints, int Rules, double? HandOffDensity, string? Hint);

/// <summary>Something to remove or improve, with what goes with it (F17 on the observed causes).</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Rank">1-based; equal ranks are ties.</param>
/// <param name="Kind"><c>momentOfTruth</c>, <c>breakpoint</c> or <c>rule</c>.</param>
/// <param name="Name">What.</param>
/// <param name="Verb">What the method says to do with it: <c>remove or improve</c>, <c>remove</c>, or <c>challenge</c> (§6 point 9).</param>
/// <param name="Why">One sentence.</param>
/// <param name="Cases">Cases touched.</param>
/// <param name="Events">Events that go with it.</param>
/// <param name="Breakpoints">Hand-offs that go with it.</param>
/// <param name="Hours">Hours that customers waited with it until their outcome was reached or lost; all kinds are ranked by this one quantity.</param>
/// <param name="HoursBasis"><c>elapsed</c>: what the hours are.</param>
/// <param name="ProcessingHours">Hours of work that go with it, or null without starts and for breakpoints.</param>
/// <param name="Cost">Cost that goes with it, or null.</param>
/// <param name="GoesWith">The work that goes with it, most frequent first.</param>
/// <param name="IsSmall">Whether fewer than 30 cases stand behind it: too few to rank by.</param>
/// <param name="IsSuggested">Whether it rests on a suggestion nobody has confirmed.</param>
public sealed record CandidateEntry(
    string Figure, int Rank, string Kind, string Name, string Verb, string Why, int Cases, int Events, int Breakpoints,
    double Hours, string HoursBasis, double? ProcessingHours, double? Cost, IReadOnlyList<CountEntry> GoesWith, bool IsSmall, bool IsSuggested);

/// <summary>A finding in a sentence.</summary>
/// <param name="Figure">Opens the cases, or null where there are none behind it.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Page">The page of the workspace that shows more, such as <c>failure-demand</c>.</param>
public sealed record HeadlineEntry(string? Figure, string Text, string Page);
