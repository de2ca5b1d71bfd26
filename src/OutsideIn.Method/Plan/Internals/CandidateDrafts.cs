namespace OutsideIn.Method.Internals;

/// <summary>What could be done, from the map's judgements and its ratings: eliminate, merge, automate, improve, in this order.</summary>
internal static class CandidateDrafts
{
    public static IEnumerable<CandidateDraft> Of(OutsideInMap map, PerformanceLandscape landscape) =>
        [.. Stops(map, landscape), .. Removals(map), .. Merges(map), .. Automations(map), .. Improvements(map)];

    private static IEnumerable<CandidateDraft> Stops(OutsideInMap map, PerformanceLandscape landscape)
    {
        foreach (var task in StopList.Of(landscape))
        {
            var tier = task.DiesAt switch { Tier.Task => "at once", Tier.Activity => "at its activity", Tier.Output => "at an output", Tier.BusinessOutcome => "at a business outcome", _ => "before an objective" };
            var paid = task.RewardedBy.Count == 0 ? "" : ", and people are paid for it";
            yield return new CandidateDraft(
                ActionKind.Stop, $"Stop “{task.Name}”", [task.Task],
                new PlanReason($"It leads to no outcome: its path stops {tier}; no law or contract demands it{paid}."));
        }

        var index = MapIndex.Of(map);
        var perverse = RewardAlignment.Of(landscape).Perverse.PartIds.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var reward in map.Rewards.Where(one => perverse.Contains(one.Id)))
        {
            yield return new CandidateDraft(
                ActionKind.Stop, $"Stop paying for “{index.Find(reward.Metric)?.Name}”", [reward.Id],
                new PlanReason("It pays for an output that leads to no outcome: people become good at it."));
        }
    }

    private static IEnumerable<CandidateDraft> Removals(OutsideInMap map)
    {
        foreach (var moment in map.Moments.Where(static one => one.When != WorkState.ToBe))
        {
            if (WhyRemove(moment) is { } why)
            {
                yield return new CandidateDraft(ActionKind.Remove, $"Remove “{moment.Name}”", [moment.Id], new PlanReason(why));
            }
        }

        foreach (var rule in map.Rules.Where(static one => one.When != WorkState.ToBe))
        {
            if (WhyRetire(rule) is { } why)
            {
                yield return new CandidateDraft(ActionKind.Remove, $"Retire the rule “{rule.Name}”", [rule.Id], new PlanReason(why));
            }
        }

        foreach (var point in map.Breakpoints.Where(static one => one.When != WorkState.ToBe))
        {
            var why = point switch
            {
                { ChecksOf: not null } => "It checks a check.",
                { IsCheck: true } => "It is a check: whoever does the work can do it right the first time.",
                _ => "Once found, a breakpoint is removed.",
            };
            yield return new CandidateDraft(ActionKind.Remove, $"Remove the hand-off “{point.Name}”", [point.Id], new PlanReason(why));
        }
    }

    private static string? WhyRemove(MomentOfTruth moment) => moment switch
    {
        { Disposition: Disposition.Remove } => "It is decided that it goes.",
        { Disposition: Disposition.Keep or Disposition.Improve } => null,
        { Contributes: false } => "It does not help to produce the outcome.",
        _ when FailureDemand.IsFailure(moment.Demand) => "It arises only because something failed: take the cause away and it goes.",
        _ => null,
    };

    // A rule that a law demands is no candidate, whatever else is said of it.
    private static string? WhyRetire(BusinessRule rule) => rule switch
    {
        { Verdict: RuleVerdict.Retire } => "It is decided that it goes.",
        { Type: RuleType.Regulatory, Citation: not null } => null,
        { Verdict: RuleVerdict.Keep } => null,
        { OriginStillTrue: false } => $"What it was made for is no longer so{(rule.OriginReason is null ? "" : $": {rule.OriginReason}")}.",
        { Contributes: false } => "It does not help to produce the outcome.",
        _ => null,
    };

    private static IEnumerable<CandidateDraft> Merges(OutsideInMap map)
    {
        var index = MapIndex.Of(map);
        foreach (var moment in map.Moments.Where(static one => one is { Disposition: Disposition.Improve, Improvement: Improvement.Merge } or { MergedInto: not null }))
        {
            var into = index.Find<MomentOfTruth>(moment.MergedInto);
            yield return into is null
                ? new CandidateDraft(ActionKind.Merge, $"Merge “{moment.Name}” into another", [moment.Id], new PlanReason("It is decided that it becomes one with another."))
                : new CandidateDraft(ActionKind.Merge, $"Merge “{moment.Name}” into “{into.Name}”", [moment.Id, into.Id], new PlanReason("It is decided that the two become one."));
        }

        var kept = map.Moments.Where(static one => one.When != WorkState.ToBe && !PointsOfFailure.IsGoing(one) && WhyRemove(one) is null);
        foreach (var again in kept.SelectMany(static one => one.Asked.Select(what => (What: what.Trim(), one.Experience, Moment: one)))
            .GroupBy(static one => (one.What.ToUpperInvariant(), one.Experience?.ToUpperInvariant())))
        {
            MomentOfTruth[] asking = [.. again.Select(static one => one.Moment).DistinctBy(static one => one.Id, StringComparer.OrdinalIgnoreCase)];
            if (asking.Length > 1)
            {
                yield return new CandidateDraft(
                    ActionKind.Merge, $"Ask for “{again.First().What}” once", [.. asking.Select(static one => one.Id)],
                    new PlanReason($"The customer is asked for it at {asking.Length} Moments of Truth."));
            }
        }
    }

    private static IEnumerable<CandidateDraft> Automations(OutsideInMap map)
    {
        foreach (var moment in map.Moments.Where(static one => one.When != WorkState.ToBe && !PointsOfFailure.IsGoing(one)))
        {
            if (moment is { Disposition: Disposition.Improve, Improvement: Improvement.SelfServe }
                or { SelfServable: true, Kind: MomentKind.PersonPerson, Disposition: Disposition.Undecided, Contributes: not false, Demand: DemandKind.Unmarked or DemandKind.Value })
            {
                yield return new CandidateDraft(
                    ActionKind.Automate, $"Let the customer do “{moment.Name}” alone", [moment.Id], new PlanReason("The customer can do it alone."));
            }
        }

        foreach (var rule in map.Rules.Where(static one => one is { Mode: RuleMode.Manual, Verdict: RuleVerdict.Keep }))
        {
            yield return new CandidateDraft(
                ActionKind.Automate, $"Let a system apply the rule “{rule.Name}”", [rule.Id], new PlanReason("It stays, and people apply it by hand."));
        }
    }

    private static IEnumerable<CandidateDraft> Improvements(OutsideInMap map)
    {
        foreach (var moment in map.Moments.Where(static one => one.When != WorkState.ToBe && !PointsOfFailure.IsGoing(one) && WhyRemove(one) is null))
        {
            if (WhyImprove(moment) is { } why)
            {
                yield return new CandidateDraft(ActionKind.Improve, $"Improve “{moment.Name}”", [moment.Id], new PlanReason(why));
            }
        }

        foreach (var rule in map.Rules.Where(static one => one.Verdict == RuleVerdict.Rewrite))
        {
            yield return new CandidateDraft(ActionKind.Improve, $"Rewrite the rule “{rule.Name}”", [rule.Id], new PlanReason("It is decided that it is written anew."));
        }
    }

    private static string? WhyImprove(MomentOfTruth moment) => moment switch
    {
        { Disposition: Disposition.Improve, Improvement: Improvement.Simplify } => "It is decided that it takes fewer steps.",
        { Disposition: Disposition.Improve, Improvement: Improvement.Relocate } => "It is decided that it moves to where the need is.",
        { Disposition: Disposition.Improve, Improvement: Improvement.Enrich } => "It is decided that it gives more.",
        { Disposition: Disposition.Improve, Improvement: null } => "It is decided that it becomes better.",
        { Feel: Feel.Misery } => "Customers would warn others of it.",
        { FailureRate: > 0 } => "It fails customers.",
        _ when Conformance.Of(moment).Rating < 1 => "Acts it is designed of are not done.",
        _ => null,
    };
}
