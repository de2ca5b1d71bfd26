using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>The findings in plain sentences, most important first: the outcome, what fails, what causes it, what to do.</summary>
/// <remarks>
/// A sentence is written only where there is something to say. Shares of events carry the interval of a simple count: events of
/// one case are not independent, so it is a lower bound on the doubt.
/// </remarks>
internal static class Headlines
{
    private const string MapPage = "map";
    private const int SuspectsTold = 3;

    public static IReadOnlyList<HeadlineEntry> Compute(MappedLog mapped, MapSection map, DiagnosisSection diagnosis) =>
    [
        .. Suggested(map),
        .. Outcome(mapped, diagnosis.Outcome),
        .. Clocks(diagnosis.Clocks),
        .. WorstMoment(mapped, diagnosis),
        .. FailureDemand(diagnosis.FailureDemand),
        .. TopCause(mapped, diagnosis),
        .. Uncaused(mapped, diagnosis),
        .. HandOffs(diagnosis.Breakpoints),
        .. RuleSuspects(diagnosis.RuleSuspects),
        .. TopCandidate(mapped, diagnosis.Candidates),
    ];

    private static IEnumerable<HeadlineEntry> Suggested(MapSection map)
    {
        if (map.IsSuggested)
        {
            yield return new HeadlineEntry(
                null,
                "No map was given: what is a contact and what shows the outcome was suggested from names, values and position. "
                    + "Read every figure as provisional until somebody who knows the work has corrected the map.",
                MapPage);
        }
    }

    private static IEnumerable<HeadlineEntry> Outcome(MappedLog mapped, OutcomeEntry outcome)
    {
        if (mapped.Outcomes.Main is not { } main)
        {
            yield return new HeadlineEntry(
                null, "The map names no outcome, so the log cannot say whether customers got what they came for.", MapPage);
            yield break;
        }

        var open = outcome.Open == 0 ? "None is still open." : $"{CountText.Of(outcome.Open, "case is", "cases are")} still open.";
        yield return mapped.Outcomes.CanBeLost
            ? new HeadlineEntry(
                outcome.LostFigure,
                $"{Plain.Share(outcome.ReachedOfClosed)} of the closed cases reached \"{main.OneLiner}\"; "
                    + $"{CountText.Of(outcome.Lost, "case", "cases")} lost it. {open}",
                "outcome")
            : new HeadlineEntry(
                outcome.OpenFigure,
                $"{CountText.Of(outcome.Reached, "case", "cases")} of {CountText.Of(mapped.CaseCount)} reached \"{main.OneLiner}\". {open} "
                    + "The map names nothing that loses the outcome, so customers who gave up are counted as open.",
                "outcome");
    }

    private static IEnumerable<HeadlineEntry> Clocks(ClocksEntry clocks)
    {
        if (clocks.Customer.Median.Seconds is { } customer && clocks.Firm.Median.Seconds is { } firm)
        {
            yield return new HeadlineEntry(
                clocks.Customer.Figure,
                $"Half of the customers had what they came for within {DurationText.OfSeconds(customer)}{Interval(clocks.Customer.Median)} of "
                    + $"their first sign of need (n = {CountText.Of(clocks.Customer.Cases)}, open cases counted as open); on the "
                    + $"firm's own clock half of the cases were closed within {DurationText.OfSeconds(firm)}{Interval(clocks.Firm.Median)}.",
                "clocks");
        }

        if (clocks.Diverges && clocks.DivergenceReason is { } reason)
        {
            yield return new HeadlineEntry(clocks.Customer.Figure, reason, "clocks");
        }
    }

    private static string Interval(DurationEstimateEntry estimate) => estimate is { LowSeconds: { } low, HighSeconds: { } high }
        ? $" ({DurationText.OfSeconds(low)} to {DurationText.OfSeconds(high)})"
        : string.Empty;

    private static IEnumerable<HeadlineEntry> WorstMoment(MappedLog mapped, DiagnosisSection diagnosis)
    {
        if (WorstContact.Of(mapped, diagnosis) is { } worst)
        {
            yield return new HeadlineEntry(
                worst.Moment.Figure,
                $"Cases with \"{worst.Moment.Activity}\" reached the outcome in {Plain.Share(worst.With)}, the others in "
                    + $"{Plain.Share(worst.Without)}. The two go together; that alone does not make one the cause of the other.",
                "moments");
        }
    }

    private static IEnumerable<HeadlineEntry> FailureDemand(FailureDemandEntry demand)
    {
        if (demand.Share is not { Whole: > 0, Part: > 0 })
        {
            yield break;
        }

        var after = demand.PrecededBy.Count == 0
            ? string.Empty
            : $" Most often customers had waited since \"{demand.PrecededBy[0].Step}\" "
                + $"({CountText.Of(demand.PrecededBy[0].Contacts, "contact", "contacts")}, median wait {DurationText.OfSeconds(demand.PrecededBy[0].MedianWaitSeconds)}).";
        var basis = demand.Basis switch
        {
            "marked" => string.Empty,
            "both" => " Some of them are suspected by rule, not marked in the map.",
            _ => " All of them are suspected by rule; the map marks none.",
        };
        yield return new HeadlineEntry(
            demand.Figure,
            $"{Plain.Share(demand.Share)} of the contacts that customers begin arise only because something failed: they chase, repeat, "
                + $"correct or complain.{after}{basis}",
            "failure-demand");
    }

    // What brings the matter in causes most work nearly always; what comes after it is the news.
    private static IEnumerable<HeadlineEntry> TopCause(MappedLog mapped, DiagnosisSection diagnosis)
    {
        var total = diagnosis.CauseOfWorkTotal;
        var wanted = Wanted(mapped);
        var causes = diagnosis.CauseOfWork.Where(static entry => entry is { Cause: not null, Events: > 0 }).ToArray();
        var avoidable = Array.Find(causes, entry => !wanted.Contains(entry.Cause!));
        if ((avoidable ?? causes.FirstOrDefault()) is { } top)
        {
            var besides = avoidable is null || ReferenceEquals(avoidable, causes[0])
                ? string.Empty
                : "After the contacts that bring the matter in or contribute to the outcome, ";
            yield return new HeadlineEntry(
                top.Figure,
                $"{besides}\"{top.Cause}\" causes the most work: {Plain.Share(Measured.Share(top.Events, total.Events))} of all internal "
                    + $"events, and {CountText.Of(top.Breakpoints)} of {CountText.Of(total.Breakpoints, "hand-off", "hand-offs")}.",
                "causes");
        }
    }

    private static IEnumerable<HeadlineEntry> Uncaused(MappedLog mapped, DiagnosisSection diagnosis)
    {
        if (diagnosis.CauseOfWork.FirstOrDefault(static entry => entry.Cause is null) is { Events: > 0 } none)
        {
            yield return new HeadlineEntry(
                none.Figure,
                $"{Plain.Share(Measured.Share(none.Cases, mapped.CaseCount))} of the cases begin with work before any contact the log "
                    + $"knows: {CountText.Of(none.Events, "event", "events")} without a cause. Either a contact is missing from log or map, or "
                    + "nobody asked for the work.",
                "causes");
        }
    }

    private static IEnumerable<HeadlineEntry> HandOffs(BreakpointsEntry breakpoints)
    {
        if (breakpoints.Pairs.Count == 0)
        {
            yield break;
        }

        var slowest = breakpoints.Pairs.MaxBy(static pair => pair.TotalWaitSeconds)!;
        var back = breakpoints.PingPong.Count == 0
            ? string.Empty
            : $" \"{breakpoints.PingPong[0].A}\" sends work to \"{breakpoints.PingPong[0].B}\" and gets it back "
                + $"{CountText.Of(breakpoints.PingPong[0].Count, "time", "times")}.";
        yield return new HeadlineEntry(
            breakpoints.Figure,
            $"Work changes hands {CountText.Of(breakpoints.Total, "time", "times")} in {CountText.Of(breakpoints.Cases, "case", "cases")}. "
                + $"The most time goes by from \"{slowest.From}\" to \"{slowest.To}\": {CountText.Of(slowest.Count, "hand-off", "hand-offs")}, "
                + $"median wait {DurationText.OfSeconds(slowest.MedianWaitSeconds)}.{back}",
            "breakpoints");
    }

    private static IEnumerable<HeadlineEntry> RuleSuspects(IReadOnlyList<RuleSuspectEntry> suspects) => suspects
        .Take(SuspectsTold)
        .Select(static suspect => new HeadlineEntry(suspect.Figure, suspect.Text, "rules"));

    // The contact that brings the matter in causes most of the work and is the last thing to remove; it stays in the list.
    private static IEnumerable<HeadlineEntry> TopCandidate(MappedLog mapped, IReadOnlyList<CandidateEntry> candidates)
    {
        var wanted = Wanted(mapped);
        if (candidates.FirstOrDefault(one => !one.IsSmall && !(one.Kind == Candidates.MomentKind && wanted.Contains(one.Name))) is { } top)
        {
            var kind = top.Kind == Candidates.BreakpointKind ? "the hand-off " : top.Kind == Candidates.RuleKind ? "the rule behind " : string.Empty;
            yield return new HeadlineEntry(
                top.Figure,
                $"First to {top.Verb}: {kind}\"{top.Name}\", in {CountText.Of(top.Cases, "case", "cases")}. {top.Why}",
                "candidates");
        }
    }

    private static HashSet<string> Wanted(MappedLog mapped)
    {
        var firstNeeds = NameMatching.AnyOf(
            mapped.Log.Activities.Names, [.. mapped.Map.Outcomes.SelectMany(static outcome => outcome.FirstNeed)]);
        return mapped.Activities
            .Where((one, code) => one.Mapped?.Contributes ?? (firstNeeds[code] || one.Demand == DemandKind.Value))
            .Select(static one => one.Name)
            .ToHashSet(StringComparer.Ordinal);
    }
}
