using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>Whether each case attained what one measure is about, and when that was certain.</summary>
/// <param name="Id">Id of the metric or the outcome.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">What counts as attained.</param>
/// <param name="Sides">[cases] Met, missed, open, or not counted.</param>
/// <param name="CertainAfter">[cases] Microseconds after the start of the case at which that was certain; where open, for how long the case is known.</param>
internal sealed record Attainment(string Id, string Name, string Text, Side[] Sides, double[] CertainAfter)
{
    public AttainedMeasure ToEntry() => new(
        Id, Name, Text, Sides.Count(static one => one is Side.Met or Side.Missed or Side.Open), Sides.Count(static one => one == Side.Open),
        Sides.Count(static one => one == Side.Met));
}
