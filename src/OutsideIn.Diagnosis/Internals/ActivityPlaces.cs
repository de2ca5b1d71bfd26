using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>[activity codes] The cases each activity happens in, begins, ends, and happens again in; null where there is none.</summary>
internal sealed record ActivityPlaces(FigureList?[] Any, FigureList?[] Starts, FigureList?[] Ends, FigureList?[] Again)
{
    public static ActivityPlaces Of(EventLog log, FigureBook book)
    {
        var count = log.Activities.NameCount + 1;
        var places = new ActivityPlaces(new FigureList?[count], new FigureList?[count], new FigureList?[count], new FigureList?[count]);

        // The case each activity was last seen in, so that nothing is cleared between cases.
        var lastCase = new int[count];
        Array.Fill(lastCase, MappedLog.NoRow);
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                var activity = log.Activities[row];
                if (lastCase[activity] == caseIndex)
                {
                    Open(places.Again, activity, "repeat").Add(caseIndex);
                }

                Open(places.Any, activity, "activity").Add(caseIndex);
                lastCase[activity] = caseIndex;
            }

            Open(places.Starts, log.Activities[first], "start").Add(caseIndex);
            Open(places.Ends, log.Activities[end - 1], "end").Add(caseIndex);
        }

        return places;

        FigureList Open(FigureList?[] lists, int activity, string kind) =>
            lists[activity] ??= book.Open(kind, log.Activities.NameOf(activity)!);
    }
}
