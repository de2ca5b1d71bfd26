using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>F11 from what happened: the designed acts of each Moment of Truth, asked of every case in which it happened.</summary>
public static class LogConformance
{
    /// <summary>The conformance of every experience of a map whose criteria have measures.</summary>
    /// <remarks>
    /// A criterion is asked of the cases in which its Moment of Truth happened; an answer that is still open stays open. The formula is
    /// <see cref="Conformance.Rating"/>, the one of hand-counted observations; volumes are the cases in which a Moment of Truth happened.
    /// Intervals: Wilson's at the effective size that the ratings of the cases give, so that criteria which fail together widen it.
    /// </remarks>
    /// <param name="measured">The log, as <see cref="MeasuredLogs"/> lays the map over it.</param>
    /// <param name="map">The same map.</param>
    /// <param name="options">Level of the intervals.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The rating, the cases behind it, and the rating of each case.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static LogConformanceResult Of(MeasuredLog measured, OutsideInMap map, LogRatingOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(options);
        return Of(measured, MappedLog.Of(measured.Log, map, measured.HorizonMicros), options, stop);
    }

    /// <summary>The same of a map already laid over its log.</summary>
    internal static LogConformanceResult Of(MeasuredLog measured, MappedLog mapped, LogRatingOptions options, CancellationToken stop)
    {
        var answers = CriterionAnswers.Of(measured, mapped, options, stop);
        var (book, perCase) = (new FigureBook(), new CaseRatings(mapped.CaseCount));
        var kept = mapped.Map.Moments.Where(Conformance.IsPart).ToLookup(static one => one.Experience ?? "", StringComparer.OrdinalIgnoreCase);
        List<ExperienceAsHappened> experiences = [];
        foreach (var id in mapped.Map.Experiences.Select(static one => one.Id).Append(""))
        {
            MomentAnswers[] moments = [.. kept[id].Select(moment => answers.Of(moment)).OfType<MomentAnswers>()];
            if (moments.Length > 0)
            {
                experiences.Add(Of(id, moments, [.. kept[id]], mapped, (options, book, perCase)));
            }
        }

        return new LogConformanceResult(new LogConformanceRating(experiences, answers.LeftOut), book.ToFigureCases(), perCase.ToArray());
    }

    private static ExperienceAsHappened Of(
        string id, MomentAnswers[] moments, MomentOfTruth[] kept, MappedLog mapped, (LogRatingOptions Options, FigureBook Book, CaseRatings PerCase) to)
    {
        var groups = new CodedColumn(
            [.. mapped.Map.Categories.Select(static one => one.Name)], Array.ConvertAll(mapped.Categories, static one => one + 1));
        var everyone = new CodedColumn(["every case"], Enumerable.Repeat(1, mapped.CaseCount).ToArray());
        var all = new GroupConformance(moments, everyone, 1, to.Options.Level);
        ConformanceFigure[] each = [.. Enumerable.Range(1, groups.NameCount).Select(code => new GroupConformance(moments, groups, code, to.Options.Level).Experience())];
        return new ExperienceAsHappened(
            id.Length == 0 ? null : id,
            all.Experience(),
            [.. moments.Select((one, index) => one.ToEntry(all.Moment(index), to.Book))],
            [.. mapped.Map.Categories.Zip(each).Where(static pair => pair.Second.Cases > 0).Select(static pair => new CategoryConformance(pair.First.Name, pair.Second))],
            to.PerCase.Add(moments),
            [.. kept.Where(static one => one.Criteria.Count == 0).Select(static one => one.Id)]);
    }
}

/// <summary>Conformance as it happened, the cases behind it, and the rating of each case.</summary>
/// <param name="Rating">The figures.</param>
/// <param name="Cases">The cases behind them, of the log they were taken from.</param>
/// <param name="ByCase">[cases] Mean of the ratings of the Moments of Truth that happened in the case, 0 to 1; NaN where none was answered.</param>
public sealed record LogConformanceResult(LogConformanceRating Rating, FigureCases Cases, ReadOnlyMemory<double> ByCase);
