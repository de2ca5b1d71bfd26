using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What an analysis of drivers says in plain sentences, and what to do next.</summary>
internal static class DriverWords
{
    public const string Told = "told";
    public const string NotSettled = "notSettled";
    public const string NotShown = "notShown";
    public const string Refused = "refused";

    // A first place held less often than this would not come out again.
    private const double StableFrom = 0.8;

    /// <summary>In one word: whether any driver goes with the outcome, and whether it is settled which comes first.</summary>
    public static string AnswerOf(DriverReport report, DriverQuestion asked, bool isYesNo) =>
        PValue(report, asked, isYesNo) > 1 - asked.Level ? NotShown
        : asked.Drivers.Count == 1 || report.Drivers[0].RankStability >= StableFrom ? Told
        : NotSettled;

    public static string Sentence(string answer, LogDrivers told, DriverReport report, IReadOnlyList<DriverEntry> entries)
    {
        var (first, outcome, together) = (entries[0], $"the {told.Outcome} of “{told.Measure}”", $"{ShareText.Of(Math.Clamp(report.RSquared, 0, 1))} of how it varies");
        var said = (answer, entries.Count) switch
        {
            (NotShown, _) => $"None of these drivers is seen to go with {outcome}: together they explain {together}, no more than chance would.",
            (_, 1) => $"{first.Name} goes with {outcome}: it explains {together}. {Goes(first)}",
            (NotSettled, _) => $"Which driver {outcome} goes with most is not settled: {first.Name} {first.ShareText} and {entries[1].Name} {entries[1].ShareText} of what all {entries.Count} explain, which is {together}.",
            _ => $"{first.Name} goes most with {outcome}: {first.ShareText} of what the {entries.Count} drivers explain together, which is {together}. {Goes(first)}",
        };
        return (char.ToUpperInvariant(said[0]) + said[1..]) + (answer == NotShown ? "" : " This is association, not cause.");
    }

    public static string Next(string answer, IReadOnlyList<DriverEntry> entries) => answer == NotShown
        ? "Look at other drivers (--by), or at what happened in single cases: outsidein diagnose."
        : $"To see whether it is the cause, design an experiment that changes {entries[0].Name} for some by lot: outsidein experiment plan.";

    private static string Goes(DriverEntry driver) => driver.Step == "yes"
        ? $"Yes rather than no goes with {driver.EffectText}, the others the same."
        : $"{(driver.Step == "1" ? "One" : char.ToUpperInvariant(driver.Step[0]) + driver.Step[1..])} more goes with {driver.EffectText}, the others the same.";

    // Whether all drivers together explain more than chance: F, or of a yes or no the gain in likelihood.
    private static double PValue(DriverReport report, DriverQuestion asked, bool isYesNo)
    {
        var (drivers, rows) = (asked.Drivers.Count, (double)report.Count);
        if (!isYesNo)
        {
            var rest = rows - drivers - 1;
            return FDistribution.UpperTail(report.RSquared / drivers / ((1 - report.RSquared) / rest), drivers, rest);
        }

        var share = asked.Outcome.Average();
        var alone = rows * ((share * Math.Log(share)) + ((1 - share) * Math.Log(1 - share)));
        return ChiSquareDistribution.UpperTail(-2 * alone * report.RSquared, drivers);
    }
}
