using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What may be written next into a ledger.</summary>
public static class LedgerRules
{
    /// <summary>Whether a decision goes against the verdict of the last look.</summary>
    /// <param name="decision">What is decided.</param>
    /// <param name="verdict">The last verdict; null where nobody has looked.</param>
    /// <returns>
    /// Launching goes against everything but a better outcome whose guardrails hold; stopping against a better one and against
    /// "not yet"; going on against a verdict after which nothing is to be learned.
    /// </returns>
    public static bool IsOverride(LedgerDecision decision, ExperimentAnswer? verdict) => decision switch
    {
        LedgerDecision.Launch => verdict is not ExperimentAnswer.Better,
        LedgerDecision.Stop => verdict is ExperimentAnswer.Better or ExperimentAnswer.NotYet,
        _ => verdict is ExperimentAnswer.Better or ExperimentAnswer.Worse or ExperimentAnswer.NotShown or ExperimentAnswer.NotWorthwhile,
    };

    /// <summary>The decision as it is written down: an override where it goes against the last look.</summary>
    public static DecidedEntry Decision(LedgerReading ledger, DecidedEntry decided)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(decided);
        return decided with { IsOverride = IsOverride(decided.Decision, VerdictOf(ledger, decided.Experiment)) };
    }

    /// <summary>Why an entry may not be written; null where it may.</summary>
    /// <returns>
    /// <c>EX013</c> for a second lock of the same plan, or of another after somebody looked; <c>EX014</c> for an override without a reason or a decision by
    /// nobody; <c>EX015</c> for the result of what is no forecast and no decision; <c>EX016</c> for an interval that does not hold its value.
    /// </returns>
    public static Problem? Refusal(LedgerReading ledger, LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return entry switch
        {
            LockedEntry locked => OfLock(ledger, locked),
            DecidedEntry decided => OfDecision(decided),
            ForecastEntry forecast => OfFigure(forecast.Figure),
            ResultEntry result => OfResult(ledger, result) ?? OfFigure(result.Figure),
            LookedEntry { Effect: { } effect } => OfFigure(effect),
            _ => null,
        };
    }

    /// <summary>The verdict of the last look; null where nobody has looked.</summary>
    public static ExperimentAnswer? VerdictOf(LedgerReading ledger, string experiment)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.Of(experiment).Select(static one => one.Entry).OfType<LookedEntry>().LastOrDefault()?.Answer;
    }

    private static Problem? OfLock(LedgerReading ledger, LockedEntry locked)
    {
        if (ledger.LockOf(locked.Experiment) is not { } before)
        {
            return null;
        }

        if (string.Equals(before.Hash, locked.Hash, StringComparison.Ordinal))
        {
            return new Problem(ProblemKind.Conflict, "EX013", $"This plan of \"{locked.Experiment}\" is locked already, as {before.Hash[..Math.Min(12, before.Hash.Length)]}.", "Nothing needs to be done.");
        }

        return ledger.Of(locked.Experiment).Any(static one => one.Entry is LookedEntry)
            ? new Problem(
                ProblemKind.Conflict, "EX013", $"Somebody has looked at \"{locked.Experiment}\" already, so another plan of it would not be one made beforehand.",
                "Go on with the locked plan; what deviates from it is exploratory. A new plan is a new experiment, with an id of its own.")
            : null;
    }

    private static Problem? OfDecision(DecidedEntry decided)
    {
        if (string.IsNullOrWhiteSpace(decided.By))
        {
            return new Problem(ProblemKind.Invalid, "EX014", "A decision needs somebody who took it.", "Say who.");
        }

        return decided.IsOverride && string.IsNullOrWhiteSpace(decided.Reason)
            ? new Problem(
                ProblemKind.Invalid, "EX014", "This decision goes against what the data say so far, and gives no reason.",
                "Say why: it may be a good reason, and later it can be seen whether it was.")
            : null;
    }

    private static Problem? OfResult(LedgerReading ledger, ResultEntry result) =>
        ledger.Of(result.Experiment).Any(one => one.Number == result.Of && one.Entry is (ForecastEntry or DecidedEntry))
            ? null
            : new Problem(
                ProblemKind.NotFound, "EX015", $"Entry {result.Of} is no forecast and no decision about \"{result.Experiment}\".",
                "Give the number of one; the ledger shows them.");

    private static Problem? OfFigure(LedgerFigure figure) =>
        double.IsFinite(figure.Value) && figure.Low <= figure.Value && figure.Value <= figure.High
            ? null
            : new Problem(ProblemKind.Invalid, "EX016", $"The interval from {figure.Low:R} to {figure.High:R} does not hold its value {figure.Value:R}.", "Give low, value and high in that order.");
}
