namespace OutsideIn.Experiments;

/// <summary>Calibration of the estimators that work from sums: teams as units, rare successes, skewed means, ratios, covariates, uptake.</summary>
internal static class EstimationCalibration
{
    /// <summary>Every row of this part.</summary>
    public static IReadOnlyList<CalibrationRow> Rows() =>
    [
        .. ClusterSimulations.Rows(),
        .. LiftSimulations.Rows(),
        .. MeanSimulations.Rows(),
        .. AdjustmentSimulations.Rows(),
        .. UptakeSimulations.Rows(),
    ];
}
