namespace OutsideIn.Method;

/// <summary>Every rating of a map, each with what it was computed from: what <c>outsidein rate</c> prints.</summary>
/// <param name="Version">Version of this document's layout; grows when a reader of the previous one would misread it.</param>
/// <param name="Organisation">Whose map it is.</param>
/// <param name="Today">The day from which ages were counted.</param>
/// <param name="PointsOfFailure">F3, F4.</param>
/// <param name="Alignment">F5 of the metrics.</param>
/// <param name="Expectations">Rows 5 and 49.</param>
/// <param name="ExpectationWork">F5 of the work.</param>
/// <param name="LineOfSight">F6.</param>
/// <param name="Metrics">Row 16.</param>
/// <param name="GreenAndRed">What became better for us beside what became worse for the customer.</param>
/// <param name="Subjectivity">F10, one a metric.</param>
/// <param name="Rewards">F8.</param>
/// <param name="Costing">F9.</param>
/// <param name="Conformance">F11, one an experience.</param>
/// <param name="Demand">F12, F13.</param>
/// <param name="Experiments">F14, of the experiments whose three figures are written down.</param>
/// <param name="Risks">F15, gravest first.</param>
/// <param name="Opportunities">PF15.</param>
/// <param name="Crowns">F16, one an action whose numbers were read.</param>
/// <param name="Areas">Row 19.</param>
/// <param name="Removable">Row 37.</param>
/// <param name="StopList">Row 38.</param>
/// <param name="Effort">Row 45.</param>
/// <param name="Moments">Rows 30, 31, 60.</param>
/// <param name="Needs">Rows 28, 42.</param>
/// <param name="Counts">Row 34.</param>
/// <param name="People">Rows 56, 59.</param>
/// <param name="Walks">Row 58.</param>
/// <param name="Mask">F19.</param>
/// <param name="Steps">Row 63.</param>
/// <param name="Challenges">Row 64.</param>
public record MapRatings(
    int Version, string Organisation, DateOnly Today,
    FailurePointsRating PointsOfFailure, AlignmentRating Alignment, ExpectationRating Expectations, IReadOnlyList<ExpectationWork> ExpectationWork,
    LineOfSightRating LineOfSight, MetricMixRating Metrics, GreenAndRed GreenAndRed, IReadOnlyList<SubjectivityLevel> Subjectivity,
    RewardRating Rewards, CostingRating Costing, IReadOnlyList<ExperienceConformance> Conformance, DemandRating Demand,
    IReadOnlyList<GateVerdict> Experiments, IReadOnlyList<RiskCell> Risks, IReadOnlyList<NeedOpportunity> Opportunities,
    IReadOnlyList<ActionCrown> Crowns, AlignmentAreasRating Areas, RemovableWorkRating Removable, IReadOnlyList<StopCandidate> StopList,
    PlanEffortRating Effort, MomentRating Moments, NeedRating Needs, IReadOnlyList<RoleCounts> Counts, PeopleRating People,
    IReadOnlyList<WalkFigures> Walks, MaskRating Mask, IReadOnlyList<MethodStep> Steps, IReadOnlyList<Challenge> Challenges)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The ratings of a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="today">The day from which ages are counted.</param>
    /// <param name="log">What a log adds to the evidence; null without one.</param>
    public static MapRatings Of(OutsideInMap map, DateOnly today, LogEvidence? log = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        var graph = CausalGraph.Of(map);
        var landscape = PerformanceLandscape.Of(map);
        var index = MapIndex.Of(map);
        var mask = OutsideInMask.Of(landscape, graph, log);
        return new MapRatings(
            CurrentVersion, map.Organisation.Name, today,
            Method.PointsOfFailure.Of(map, graph), Method.Alignment.Of(landscape), ExpectationRatings.Of(map), Method.Alignment.OfExpectations(landscape),
            Method.LineOfSight.Of(landscape, graph), MetricMix.Of(map), MetricTrend.Contradiction(map), [.. map.Metrics.Select(Method.Subjectivity.Of)],
            RewardAlignment.Of(landscape), OutcomeCosting.Of(landscape), Method.Conformance.Of(map), FailureDemand.Of(map),
            [.. map.Experiments.Select(ExperimentGate.Of).OfType<GateVerdict>()], ImpactRisk.Of(map), ImpactRisk.Opportunities(map),
            [.. map.Actions.Select(action => (action.Id, Verdict: CrownVerdict.Of(action, index))).Where(static one => one.Verdict is not null).Select(static one => new ActionCrown(one.Id, one.Verdict!))],
            AlignmentAreas.Of(landscape), RemovableWork.Of(map, graph), Method.StopList.Of(landscape),
            PlanEffort.Of(map), MomentRatings.Of(map), NeedRatings.Of(map), WorkCounts.Of(map), PeopleRatings.Of(landscape, today),
            Walked(map), mask, TenSteps.Of(map), FiveChallenges.Of(map, mask, today));
    }

    // Moments of Truth stand for a walk where nobody has walked the experience.
    private static WalkFigures[] Walked(OutsideInMap map)
    {
        var walked = map.Walkthroughs.Select(static one => one.Experience ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. map.Walkthroughs.Select(WalkthroughFigures.Of),
            .. map.Experiences.Where(one => !walked.Contains(one.Id)).Select(one => WalkthroughFigures.OfExperience(map, one.Id)).Where(static one => one.ElapsedMinutes > 0),
        ];
    }
}

/// <summary>The triple crown of an action (F16).</summary>
/// <param name="Action">Id of the action.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record ActionCrown(string Action, CrownVerdict Verdict);
