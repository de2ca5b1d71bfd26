using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>With what right a look reads an estimate: how many deviates away from nothing counts, and what the p-value is.</summary>
internal sealed record LookRight(double Bound, double Alpha, string Words, GroupSequentialDesign? Design, double MixtureRatio)
{
    /// <summary>Of the look a reading is.</summary>
    public static Result<LookRight> Of(LookReading reading)
    {
        // Several arms against one control: each comparison has its part of the false alarms (Bonferroni).
        var alpha = reading.Plan.Alpha / Math.Max(1, reading.Plan.Arms.Count - 1);
        return reading.Plan.Looks.Rule switch
        {
            LookRule.AtEnd => new LookRight(NormalDistribution.UpperQuantile(alpha / 2), alpha, "one look, at the end", null, 0),
            LookRule.GroupSequential => Spent(reading, alpha),
            _ => AnyTime(reading, alpha),
        };
    }

    /// <summary>The p-value that this look may show; null while a group-sequential experiment goes on.</summary>
    public double? PValueOf(EffectEstimate estimate, double z, bool hasEnded)
    {
        if (Design is not null)
        {
            return hasEnded ? StagewiseEstimate.Of(Design, z, 1, 1 - Alpha).PValue : null;
        }

        return MixtureRatio > 0 ? ConfidenceSequence.PValue(z, 1, Math.Sqrt(MixtureRatio)) : estimate.PValue;
    }

    private static Result<LookRight> Spent(LookReading reading, double alpha)
    {
        if (!SpendingFunction.Named(reading.Plan.Looks.Spending).TryGet(out var spending, out var problem))
        {
            return problem;
        }

        var options = new GroupSequentialOptions(alpha, spending) { EndsWithLastLook = reading.IsLast, SpendingTimes = reading.Times };
        if (!GroupSequentialDesign.Of(reading.Information, options).TryGet(out var design, out problem))
        {
            return problem;
        }

        var look = reading.Information.Count;
        return new LookRight(design.UpperBounds[^1], alpha, $"look {look} of {Math.Max(look, reading.Plan.Looks.Count)}, {spending.Name} spending", design, 0);
    }

    private static LookRight AnyTime(LookReading reading, double alpha)
    {
        var units = reading.SequenceUnits ?? reading.UnitsPerLook[^1].Sum();
        var tuning = reading.TuningUnits ?? ConfidenceSequence.UsualTuningUnits;
        return new LookRight(
            ConfidenceSequence.Boundary(units, tuning, alpha),
            alpha,
            "a confidence sequence, which may be read at any time",
            null,
            units / ConfidenceSequence.TunedVariance(tuning, alpha));
    }
}
