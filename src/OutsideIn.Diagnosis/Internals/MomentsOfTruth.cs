using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>The Moments of Truth that happened (row 29) and the last contact of every case (row 24).</summary>
internal static class MomentsOfTruth
{
    public const string Kind = "moment";
    private const string LastKind = "lastContact";
    private const int ChannelsListedMax = 10;

    public static (ContactsEntry Contacts, IReadOnlyList<MomentOfTruthEntry> Moments) Compute(MappedLog mapped, FigureBook book)
    {
        var tallies = new Tally?[mapped.Works.Length];
        var (contactCases, between) = (0, new List<long>());
        for (var caseIndex = 0; caseIndex < mapped.CaseCount; caseIndex++)
        {
            var last = Walk(mapped, book, caseIndex, tallies, between);
            if (last != MappedLog.NoRow)
            {
                contactCases++;
                tallies[mapped.WorkAt(last)]!.AddLast(caseIndex, last, mapped.Outcomes);
            }
        }

        var happened = tallies.OfType<Tally>().OrderByDescending(static tally => tally.Events).ThenBy(static tally => tally.Work).ToArray();
        var events = happened.Sum(static tally => tally.Events);
        var waits = between.Count == 0 ? default((double, double)?) : Measured.MedianAndP90(Sorting.SpanOf(between));
        var contacts = new ContactsEntry(
            events, contactCases, mapped.CaseCount == 0 ? 0 : (double)events / mapped.CaseCount, waits?.Item1, waits?.Item2);
        return (contacts, [.. happened.Select(tally => tally.ToEntry(mapped))]);
    }

    private static int Walk(MappedLog mapped, FigureBook book, int caseIndex, Tally?[] tallies, List<long> between)
    {
        var log = mapped.Log;
        var (first, end) = log.RowsOf(caseIndex);
        var last = MappedLog.NoRow;
        for (var row = first; row < end; row++)
        {
            if (!mapped.IsContact[row])
            {
                continue;
            }

            var work = mapped.WorkAt(row);
            var tally = tallies[work] ??= new Tally(mapped, work, book);
            tally.Add(caseIndex, log.Channels is null ? CodedColumn.Missing : log.Channels[row]);
            if (last != MappedLog.NoRow)
            {
                var since = Math.Max(0, log.BeginMicros[row] - log.TimeMicros[last]);
                between.Add(since);
                tally.Since.Add(since);
            }

            last = row;
        }

        return last;
    }

    private sealed class Tally(MappedLog mapped, int work, FigureBook book)
    {
        private readonly FigureList _cases = book.Open(Kind, mapped.Works[work].Name);
        private readonly FigureList _lastCases = book.Open(LastKind, mapped.Works[work].Name);
        private readonly Dictionary<int, int> _channels = [];
        private int _caseIndex = -1;
        private bool _isRepeated;
        private int _casesWithRepeat;
        private int _repeats;
        private int _lastClosed;
        private int _lastFollowed;
        private int _lastPreceded;

        public int Work => work;

        public int Events { get; private set; }

        public List<long> Since { get; } = [];

        public void Add(int caseIndex, int channel)
        {
            Events++;
            _channels[channel] = _channels.GetValueOrDefault(channel) + 1;
            if (caseIndex != _caseIndex)
            {
                (_caseIndex, _isRepeated) = (caseIndex, false);
                _cases.Add(caseIndex);
                return;
            }

            _repeats++;
            _casesWithRepeat += _isRepeated ? 0 : 1;
            _isRepeated = true;
        }

        public void AddLast(int caseIndex, int row, CaseOutcomes outcomes)
        {
            _lastCases.Add(caseIndex);
            _lastClosed += outcomes.Status[caseIndex] == CaseOutcome.Open ? 0 : 1;
            if (outcomes.Status[caseIndex] == CaseOutcome.Reached)
            {
                (outcomes.LastRows[caseIndex] >= row ? ref _lastFollowed : ref _lastPreceded)++;
            }
        }

        public MomentOfTruthEntry ToEntry(MappedLog log)
        {
            var meaning = log.Works[work];
            return new MomentOfTruthEntry(
                _cases.Id, meaning.Name, meaning.Mapped?.Moment is { } moment ? Words.Of(moment) : null, Words.Of(meaning.Demand),
                meaning.IsSuggested, Events, _cases.Count, (double)_cases.Count / log.CaseCount, _casesWithRepeat, _repeats,
                Since.Count == 0 ? null : Measured.MedianAndP90(Sorting.SpanOf(Since)).Median,
                _lastCases.Id, _lastCases.Count,
                OutcomeFigures.ReachedOfClosed(log, _lastFollowed, _lastClosed),
                _lastPreceded,
                OutcomeFigures.ReachedOfClosed(log, _cases.Cases),
                ChannelsOf(log.Log.Channels));
        }

        private CountEntry[] ChannelsOf(CodedColumn? channels) => channels is null
            ? []
            : [.. _channels
                .Where(static pair => pair.Key != CodedColumn.Missing)
                .OrderByDescending(static pair => pair.Value)
                .ThenBy(static pair => pair.Key)
                .Take(ChannelsListedMax)
                .Select(pair => new CountEntry(channels.NameOf(pair.Key)!, pair.Value))];
    }
}
