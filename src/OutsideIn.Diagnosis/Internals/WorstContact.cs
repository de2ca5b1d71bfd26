namespace OutsideIn.Diagnosis;

/// <summary>The contact whose cases reach the outcome least often compared with the other cases.</summary>
internal sealed record WorstContact(MomentOfTruthEntry Moment, ShareEntry With, ShareEntry Without)
{
    /// <summary>Fewer closed cases than this on either side are not compared.</summary>
    private const int ClosedMin = 30;

    /// <summary>The widest gap between two shares whose intervals do not meet, or null where there is none.</summary>
    /// <remarks>A contact that itself shows the outcome, such as a letter of refusal, says nothing new and is left out.</remarks>
    public static WorstContact? Of(MappedLog mapped, DiagnosisSection diagnosis)
    {
        if (!mapped.Outcomes.CanBeLost)
        {
            return null;
        }

        var all = diagnosis.Outcome.ReachedOfClosed;
        var shown = mapped.Activities
            .Where((_, code) => mapped.Outcomes.ShowsReached[code] || mapped.Outcomes.ShowsLost[code])
            .Select(static one => one.Name)
            .ToHashSet(StringComparer.Ordinal);
        return diagnosis.MomentsOfTruth
            .Where(moment => !shown.Contains(moment.Activity))
            .Select(moment => Compared(moment, all))
            .Where(static one => one.With.Whole >= ClosedMin && one.Without.Whole >= ClosedMin && one.With.High < one.Without.Low)
            .MaxBy(static one => one.Without.Share - one.With.Share);
    }

    private static WorstContact Compared(MomentOfTruthEntry moment, ShareEntry all) => new(
        moment,
        moment.CasesReached,
        Measured.Share(all.Part - moment.CasesReached.Part, all.Whole - moment.CasesReached.Whole));
}
