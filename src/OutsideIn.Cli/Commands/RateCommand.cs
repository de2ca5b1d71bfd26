using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Method;

namespace OutsideIn.Cli;

/// <summary><c>outsidein rate MAP</c>: every rating of a map.</summary>
internal static class RateCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock) =>
        new MapAnswer<MapRatings>(
            Rate,
            static (terminal, given, ratings) => new RatingsSummary(terminal.Data, MapIndex.Of(given.Map)).Show(ratings)).Create(
                "rate",
                "Prints every rating of a map: points of failure, line of sight, rewards, costing, stop list, mask, challenges and steps (docs/ratings.md).",
                terminal,
                clock);

    private static MapRatings Rate(MapWithLog given)
    {
        var evidence = given.Diagnosis is null ? null : MapEvidence.Of(given.Diagnosis, given.Map);
        return ConformanceInterval.On(MapRatings.Of(given.Map, given.Today, evidence));
    }
}
