using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>An arm as a mean: units, the (adjusted) mean, the variance of one unit, and the mean before adjustment, by which relative effects divide.</summary>
internal readonly record struct ArmMean(double Count, double Mean, double Variance, double Baseline)
{
    public double SquaredError => Variance / Count;

    public static ArmMean Of(Moments values) => new(values.Count, values.Mean, values.Variance, values.Mean);
}

/// <summary>Both arms as means, and the variance of (treatment − control) ÷ |control|.</summary>
internal readonly record struct ArmPair(ArmMean Control, ArmMean Treatment, double RelativeVariance)
{
    public double Difference => Treatment.Mean - Control.Mean;

    /// <summary>Covariance of the two means; 0 unless something was estimated from both arms together.</summary>
    public double Between { get; init; }

    public double DifferenceVariance => Treatment.SquaredError + Control.SquaredError - (2 * Between);

    public double Relative => Difference / Math.Abs(Control.Baseline);

    /// <summary>Arms that were not adjusted: the delta method on two independent means.</summary>
    public static ArmPair Of(ArmMean control, ArmMean treatment)
    {
        var (square, ratio) = (control.Mean * control.Mean, treatment.Mean / control.Mean);
        return new ArmPair(control, treatment, (treatment.SquaredError + (control.SquaredError * ratio * ratio)) / square);
    }

    /// <summary>Welch's degrees of freedom.</summary>
    public double Degrees => DegreesOf(Control.SquaredError, Treatment.SquaredError);

    /// <summary>The same on the log scale, where each arm's error counts relative to its mean.</summary>
    public double LogDegrees => DegreesOf(
        Control.SquaredError / (Control.Mean * Control.Mean), Treatment.SquaredError / (Treatment.Mean * Treatment.Mean));

    private double DegreesOf(double control, double treatment) =>
        (control + treatment) * (control + treatment)
            / ((control * control / (Control.Count - 1)) + (treatment * treatment / (Treatment.Count - 1)));
}
