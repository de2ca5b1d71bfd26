using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>Adds up the internal work that no path of the map leads from to an outcome.</summary>
internal static class OrphanTally
{
    public const string Kind = "orphan";
    private const int ExamplesMax = 3;

    public static OrphanWorkRating Of(MappedLog mapped, WorkTimes times, IReadOnlyList<WorkAssociation> pairs, FigureBook book)
    {
        var landscape = PerformanceLandscape.Of(mapped.Map);
        var seen = pairs.Where(static one => one is { Grade: >= EvidenceGrade.Observed, IsUndone: false })
            .ToLookup(static one => (one.Work, one.Direction), static one => one.Measure);
        var hasHours = mapped.Log.HasStarts;
        var (whole, orphans) = (0.0, new List<OrphanWork>());
        for (var work = 1; work < mapped.Works.Length; work++)
        {
            var (events, micros) = Tally(mapped, times, work);
            whole += hasHours ? Hours(micros) : events;
            if (events > 0 && !HasPath(mapped.Works[work], landscape))
            {
                orphans.Add(Entry(mapped, times, work, book) with
                {
                    Events = events,
                    Hours = hasHours ? Hours(micros) : null,
                    Higher = [.. seen[(mapped.Works[work].Name, EvidenceDirection.Higher)]],
                    Lower = [.. seen[(mapped.Works[work].Name, EvidenceDirection.Lower)]],
                });
            }
        }

        double Size(OrphanWork one) => one.Hours ?? one.Events;
        return new OrphanWorkRating(
            hasHours ? "hours" : "events", whole, orphans.Sum(Size), orphans.Where(static one => one.Higher.Count == 0).Sum(Size),
            [.. orphans.OrderByDescending(Size).ThenBy(static one => one.Work, StringComparer.Ordinal)]);
    }

    // A rule has no links of its own in a map; that somebody has judged that it contributes stands for one.
    private static bool HasPath(ActivityMeaning meaning, PerformanceLandscape landscape) => meaning.Mapped is { } mapped
        && (landscape.ReachesOutcome(mapped.Id) || (mapped is { Entry: BusinessRule or Breakpoint, Contributes: true }));

    private static (long Events, long Micros) Tally(MappedLog mapped, WorkTimes times, int work)
    {
        var (events, micros) = (0L, 0L);
        foreach (var row in times.RowsOf(work))
        {
            if (!mapped.IsContact[row])
            {
                events++;
                micros += Math.Max(0, mapped.Log.TimeMicros[row] - mapped.Log.BeginMicros[row]);
            }
        }

        return (events, micros);
    }

    private static OrphanWork Entry(MappedLog mapped, WorkTimes times, int work, FigureBook book)
    {
        var (meaning, list) = (mapped.Works[work], book.Open(Kind, mapped.Works[work].Name));
        foreach (var row in times.RowsOf(work))
        {
            if (!mapped.IsContact[row])
            {
                list.Add(times.CaseOf(row));
            }
        }

        return new OrphanWork(
            meaning.Name, meaning.Mapped?.Id, 0, null, list.Count, [], [], list.Id, [.. list.Cases.Take(ExamplesMax).Select(index => mapped.Log.CaseNames[index])]);
    }

    private static double Hours(long micros) => micros / (double)Measured.MicrosPerHour;
}
