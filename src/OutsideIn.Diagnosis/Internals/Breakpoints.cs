namespace OutsideIn.Diagnosis;

/// <summary>The internal hand-offs that happened (row 33): by pair, there and back, and against the outcome.</summary>
internal static class Breakpoints
{
    public const string Kind = "breakpoint";
    public const string Any = "breakpoints/any";
    private const string PingPongKind = "pingPong";
    private const string BandKind = "handOffs";
    private const string NotRecorded = "not recorded";

    /// <summary>Where each band of hand-offs per case begins; the last is open.</summary>
    private static readonly int[] BandStarts = [0, 1, 2, 3, 5, 8, 13];

    public static BreakpointsEntry Compute(MappedLog mapped, CaseClocks clocks, FigureBook book)
    {
        var handOffs = mapped.HandOffs;
        var pairs = new Dictionary<(int From, int To), PairTally>();
        var perCase = new int[mapped.CaseCount];
        var any = book.Open(Any);
        foreach (var item in handOffs.Items)
        {
            any.Add(item.Case);
            perCase[item.Case]++;
            if (!pairs.TryGetValue((item.From, item.To), out var pair))
            {
                pair = new PairTally(NameOf(mapped, item.From), NameOf(mapped, item.To), book);
                pairs.Add((item.From, item.To), pair);
            }

            pair.Add(item, mapped.CauseWorkAt(item.Row));
        }

        var entries = pairs.Values
            .Select(pair => pair.ToEntry(mapped))
            .OrderByDescending(static pair => pair.Count)
            .ThenBy(static pair => pair.From, StringComparer.Ordinal)
            .ThenBy(static pair => pair.To, StringComparer.Ordinal)
            .ToArray();
        return new BreakpointsEntry(
            any.Id, handOffs.Basis, handOffs.Reason, handOffs.Items.Length, any.Count,
            mapped.CaseCount == 0 ? 0 : (double)handOffs.Items.Length / mapped.CaseCount,
            entries, PingPong(mapped, book), AgainstOutcome(mapped, clocks, book, perCase));
    }

    /// <summary>The name of a doer, or what stands for an unknown one.</summary>
    public static string NameOf(MappedLog mapped, int doer) =>
        doer == DoerColumn.Unknown ? NotRecorded : mapped.Doers.NameOf(doer);

    private static PingPongEntry[] PingPong(MappedLog mapped, FigureBook book)
    {
        var items = mapped.HandOffs.Items;
        var trips = new Dictionary<(int A, int B), (FigureList Cases, List<long> Micros)>();
        for (var index = 0; index + 1 < items.Length; index++)
        {
            var (there, back) = (items[index], items[index + 1]);
            if (!IsRoundTrip(there, back))
            {
                continue;
            }

            if (!trips.TryGetValue((there.From, there.To), out var trip))
            {
                trip = (book.Open(PingPongKind, NameOf(mapped, there.From), NameOf(mapped, there.To)), []);
                trips.Add((there.From, there.To), trip);
            }

            trip.Cases.Add(there.Case);
            trip.Micros.Add(Math.Max(0, back.TakenMicros - there.LeftMicros));
        }

        return [.. trips
            .Select(trip => new PingPongEntry(
                trip.Value.Cases.Id, NameOf(mapped, trip.Key.A), NameOf(mapped, trip.Key.B), trip.Value.Micros.Count,
                trip.Value.Cases.Count, Measured.MedianAndP90(Sorting.SpanOf(trip.Value.Micros)).Median))
            .OrderByDescending(static trip => trip.Count)
            .ThenBy(static trip => trip.Figure, StringComparer.Ordinal)];
    }

    private static bool IsRoundTrip(HandOff there, HandOff back) =>
        there.Case == back.Case && there.To == back.From && back.To == there.From && there.From != there.To && back.IsTaken
        && there.From != DoerColumn.Unknown && there.To != DoerColumn.Unknown;

    private static OutcomeBandEntry[] AgainstOutcome(MappedLog mapped, CaseClocks clocks, FigureBook book, int[] perCase)
    {
        if (mapped.HandOffs.Basis == HandOffs.ByNothing)
        {
            return [];
        }

        var lists = BandStarts.Select((_, band) => book.Open(BandKind, BandName(band))).ToArray();
        for (var caseIndex = 0; caseIndex < perCase.Length; caseIndex++)
        {
            var band = BandStarts.Length - 1;
            while (perCase[caseIndex] < BandStarts[band])
            {
                band--;
            }

            lists[band].Add(caseIndex);
        }

        return [.. lists
            .Select((list, band) => (List: list, Name: BandName(band)))
            .Where(static band => band.List.Count > 0)
            .Select(band => new OutcomeBandEntry(
                band.List.Id, band.Name, band.List.Count, OutcomeFigures.ReachedOfClosed(mapped, band.List.Cases),
                ClockEntries.Median(band.List.Cases.Select(one => clocks.Customer[one])).Seconds))];
    }

    private static string BandName(int band)
    {
        var first = BandStarts[band];
        if (band == BandStarts.Length - 1)
        {
            return $"{first} or more";
        }

        var last = BandStarts[band + 1] - 1;
        return first == last ? $"{first}" : $"{first}–{last}";
    }

    private sealed class PairTally(string from, string to, FigureBook book)
    {
        private readonly FigureList _cases = book.Open(Kind, from, to);
        private readonly List<long> _waits = [];
        private readonly Dictionary<int, int> _causes = [];
        private int _count;

        public void Add(HandOff item, int cause)
        {
            _count++;
            _cases.Add(item.Case);
            _causes[cause] = _causes.GetValueOrDefault(cause) + 1;
            if (item.IsTaken)
            {
                _waits.Add(item.WaitMicros);
            }
        }

        public BreakpointPairEntry ToEntry(MappedLog mapped)
        {
            var (median, p90) = _waits.Count == 0 ? (0, 0) : Measured.MedianAndP90(Sorting.SpanOf(_waits));
            return new BreakpointPairEntry(
                _cases.Id, from, to, _count, _cases.Count, median, p90, Measured.Seconds(_waits.Sum()),
                Sorting.MostFrequentFirst(_causes.Select(pair => (CauseOfWork.NameOf(mapped, pair.Key), pair.Value))));
        }
    }
}
