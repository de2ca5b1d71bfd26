using System.Text.Json.Serialization;
using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Whether the arms were alike before anything was done. Immutable.</summary>
/// <param name="Covariate">What was known before.</param>
/// <param name="StandardisedDifference">Difference of the means over the root of the mean variance; below 0.1 is usually called alike. NaN where nothing varies.</param>
/// <param name="PValue">How often chance sets the arms at least that far apart; null where an arm does not vary.</param>
/// <param name="IsAlarm">Whether that is below <see cref="AlarmBelow"/>: the assignment, not chance, is then the first suspect.</param>
/// <remarks>Sources: Austin (2009), Balance diagnostics, Statistics in Medicine 28 (standardised difference); the alarm level as for sample ratios.</remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record CovariateBalance(string Covariate, double StandardisedDifference, double? PValue, bool IsAlarm)
{
    /// <summary>The p-value below which a difference is an alarm: one in a thousand, so that a list of covariates does not cry wolf.</summary>
    public const double AlarmBelow = 0.001;

    /// <summary>Of one covariate, known before assignment.</summary>
    /// <param name="covariate">Its name.</param>
    /// <param name="control">Its moments in control.</param>
    /// <param name="treatment">Its moments in the treatment.</param>
    public static CovariateBalance Of(string covariate, Moments control, Moments treatment)
    {
        var spread = Math.Sqrt((control.Variance + treatment.Variance) / 2);
        var test = WelchComparison.Of(new MeanSums(control), new MeanSums(treatment), ComparisonOptions.Default);
        var apart = treatment.Mean - control.Mean;
        return new CovariateBalance(covariate, apart == 0 ? 0 : apart / spread, test.PValue, test.PValue < AlarmBelow);
    }

    /// <summary>The same as a check beside an estimate.</summary>
    public AssumptionCheck AsCheck() => new(
        $"The arms were alike in {Covariate} before.", PValue is null ? null : !IsAlarm,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Standardised difference {StandardisedDifference:0.000}{(PValue is { } p ? $", p = {p:0.0000}" : string.Empty)}."));
}
