using System.Collections.Concurrent;
using OutsideIn.Experiments;

namespace OutsideIn.Tests.Support;

/// <summary>The rows of each part of the calibration, simulated once for all tests.</summary>
internal static class MeasuredParts
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<CalibrationRow>>> Rows = new(StringComparer.Ordinal);

    public static IReadOnlyList<CalibrationRow> Of(string name) => Rows.GetOrAdd(
        name, static part => new Lazy<IReadOnlyList<CalibrationRow>>(CalibrationSuite.Parts.Single(one => one.Name == part).Measure)).Value;
}
