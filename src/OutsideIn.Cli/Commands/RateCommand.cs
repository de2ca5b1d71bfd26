using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary><c>outsidein rate MAP</c>: every rating of a map, and with a log what happened beside what is said.</summary>
internal static class RateCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var adjust = new Option<string[]>("--adjust")
        {
            Description = "An attribute of the log's cases to compare like with like by, beside category, first contact and month of start; repeat it for several.",
            HelpName = "COLUMN",
        };
        var cases = new Option<string>("--cases")
        {
            Description = "Print the names of the cases behind a figure that comes from the log, one a line, instead of the tables.",
            HelpName = "FIGURE",
        };
        var command = new MapAnswer<RatedMap>(
            (given, parsed, stop) => Rate(given, parsed.GetValue(adjust) ?? [], stop),
            (terminal, given, parsed, ratings) => parsed.GetValue(cases) is { } figure
                ? FigureNames.Show(terminal, ratings.Cases, given.Diagnosis?.Log ?? new EventLogBuilder().Build(), figure)
                : Show(terminal, given, ratings)).Create(
                "rate",
                "Prints every rating of a map: points of failure, line of sight, rewards, costing, stop list, mask, challenges and steps (docs/ratings.md). With --log also what happened: conformance of every customer, surveys beside it, and which work goes with the outcome.",
                terminal,
                clock);
        command.Add(adjust);
        command.Add(cases);
        return command;
    }

    private static Result<RatedMap> Rate(MapWithLog given, string[] adjustFor, CancellationToken stop)
    {
        if (given.Diagnosis is null)
        {
            return new RatedMap(MapRatings.Of(given.Map, given.Today), null);
        }

        var ratings = MapRatings.Of(given.Map, given.Today, MapEvidence.Of(given.Diagnosis, given.Map));
        return LogRatings.Of(given.Diagnosis, given.Map, new LogRatingOptions { AdjustFor = adjustFor }, stop)
            .Then<RatedMap>(fromLog => new RatedMap(ratings, fromLog));
    }

    private static int Show(Terminal terminal, MapWithLog given, RatedMap ratings)
    {
        var index = MapIndex.Of(given.Map);
        new RatingsSummary(terminal.Data, index).Show(ratings);
        if (ratings.FromLog is { } fromLog)
        {
            new LogRatingsSummary(terminal.Data, index).Show(fromLog);
        }

        return ExitCode.Done;
    }
}
