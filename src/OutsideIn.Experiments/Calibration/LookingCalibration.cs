namespace OutsideIn.Experiments;

/// <summary>Calibration of looking: daily looks, early stops, guardrails, the sample ratio over time.</summary>
internal static class LookingCalibration
{
    /// <summary>Every row of this part.</summary>
    public static IReadOnlyList<CalibrationRow> Rows() =>
    [
        .. LookSimulations.Rows(),
        .. StopSimulations.Rows(),
        .. GuardrailSimulations.Rows(),
        .. SampleRatioSimulations.Rows(),
    ];
}
