namespace OutsideIn.Diagnosis;

/// <summary>What customers were waiting for when they made a failure contact: the step before it, ranked by count.</summary>
internal static class FailureSteps
{
    public static PrecedingStepEntry[] Of(MappedLog mapped, FailureContacts contacts, FigureBook book)
    {
        var log = mapped.Log;
        var steps = new Step?[log.Activities.NameCount + 1];
        var events = new int[steps.Length];
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                events[log.Activities[row]]++;
                if (row > first && contacts.IsFailure(row))
                {
                    var code = log.Activities[row - 1];
                    var step = steps[code] ??= new Step(book.Open("failureStep", log.Activities.NameOf(code)!));
                    var next = row + 1 < end ? log.Activities[row + 1] : 0;
                    step.Add(caseIndex, Math.Max(0, log.BeginMicros[row] - log.TimeMicros[row - 1]), next);
                }
            }
        }

        return
        [
            .. steps.Select((step, code) => (Step: step, Code: code)).Where(static one => one.Step is not null)
                .Select(one => Entry(mapped, one.Step!, one.Code, events[one.Code]))
                .OrderByDescending(static one => one.Contacts).ThenBy(static one => one.Step, StringComparer.Ordinal),
        ];
    }

    private static PrecedingStepEntry Entry(MappedLog mapped, Step step, int code, int events)
    {
        var names = mapped.Log.Activities;
        var (median, p90) = Measured.MedianAndP90(step.Waits.ToArray());
        return new PrecedingStepEntry(
            step.Figure.Id,
            names.NameOf(code)!,
            step.Waits.Count,
            step.Figure.Count,
            median,
            p90,
            Measured.Share(step.Waits.Count, events),
            names.NameOf(step.UsualNext));
    }

    private sealed class Step(FigureList figure)
    {
        private readonly Dictionary<int, int> _nexts = [];

        public FigureList Figure => figure;

        public List<long> Waits { get; } = [];

        /// <summary>Activity code of what most often came after the contact, or 0 where nothing ever did.</summary>
        public int UsualNext => _nexts.Count == 0
            ? 0
            : _nexts.OrderByDescending(static one => one.Value).ThenBy(static one => one.Key).First().Key;

        public void Add(int caseIndex, long waitMicros, int next)
        {
            figure.Add(caseIndex);
            Waits.Add(waitMicros);
            if (next != 0)
            {
                _nexts[next] = _nexts.GetValueOrDefault(next) + 1;
            }
        }
    }
}
