using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What a look's estimates come to at its boundary.</summary>
internal sealed class LookFindings
{
    public LookFindings(LookReading reading, LookRight right, EffectCurve curve, SampleRatioCheck ratio)
    {
        (Reading, Right, Ratio) = (reading, right, ratio);
        var (primary, sign) = (reading.Plan.Primary, reading.Plan.Primary.Better == Direction.Higher ? 1 : -1);
        var interval = curve.At(right.Bound);
        var nothing = EffectCurve.NothingOn(reading.Primary.Scale);

        // The boundary and the interval read the same test twice; where a score and an exact method disagree, both must agree to stop.
        var isCrossed = Math.Abs(curve.Z) >= right.Bound && (interval.Low > nothing || interval.High < nothing);
        BetterZ = sign * curve.Z;
        (IsBetter, IsWorse) = (isCrossed && BetterZ > 0, isCrossed && BetterZ < 0);
        HasEnded = isCrossed || reading.IsLast;
        Measured = reading.Primary;
        Shown = Show(curve, interval);
        Guardrails = [.. reading.Plan.Guardrails.Select((guardrail, index) =>
            OutsideIn.Experiments.Guardrails.Judge(guardrail, reading.Guardrails.ElementAtOrDefault(index), right.Bound))];
        CanCompareMinimum = !OutsideIn.Experiments.Guardrails.ScalesDiffer(reading.Plan.EffectScale, reading.Primary.Scale);
        IsWorthwhileRuledOut = CanCompareMinimum && BestOf(Shown.Interval!.Value, sign, nothing) < reading.Plan.MinimumEffect;
        Economics = reading.Plan.Economics is { } economics ? EconomicGate.Of(economics, Shown, primary.Better) : null;
    }

    public LookReading Reading { get; }

    public LookRight Right { get; }

    public SampleRatioCheck Ratio { get; }

    public bool IsBetter { get; }

    public bool IsWorse { get; }

    /// <summary>The normal deviate in the better direction.</summary>
    public double BetterZ { get; }

    /// <summary>Whether a boundary was crossed, or this is the end.</summary>
    public bool HasEnded { get; }

    /// <summary>The estimate as a single look would have it.</summary>
    public EffectEstimate Measured { get; }

    /// <summary>The estimate that this look may show.</summary>
    public EffectEstimate Shown { get; }

    public IReadOnlyList<GuardrailFinding> Guardrails { get; }

    public bool CanCompareMinimum { get; }

    /// <summary>Whether the better end of the interval falls short of the smallest effect worth having.</summary>
    public bool IsWorthwhileRuledOut { get; }

    public EconomicGate? Economics { get; }

    /// <summary>Whether the value was taken back because several looks could have stopped.</summary>
    public bool IsCorrected => Right.Design is { Information.Count: > 1 } && HasEnded;

    private EffectEstimate Show(EffectCurve curve, Interval interval)
    {
        var shown = Measured with
        {
            Method = $"{Measured.Method}; {Right.Words}",
            Interval = interval,
            Level = 1 - Right.Alpha,
            PValue = Right.PValueOf(Measured, curve.Z, HasEnded),
        };
        if (Right.Design is not { Information.Count: > 1 } design || !HasEnded || curve.Z == 0)
        {
            return shown;
        }

        var corrected = StagewiseEstimate.Of(design, curve.Z, 1, 1 - Right.Alpha);
        return shown with
        {
            Method = $"{shown.Method}, median-unbiased by stage-wise ordering",
            Value = curve.Corrected(corrected.Value),
            Interval = new Interval(curve.Corrected(corrected.Interval.Low), curve.Corrected(corrected.Interval.High)),
        };
    }

    private static double BestOf(Interval interval, int sign, double nothing) => sign > 0 ? interval.High - nothing : nothing - interval.Low;
}
