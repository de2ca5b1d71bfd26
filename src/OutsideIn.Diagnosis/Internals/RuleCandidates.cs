using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>The rules among the candidates: rule checks of the map that happened, and what the log gives away.</summary>
internal static class RuleCandidates
{
    private const string Verb = "challenge";
    private const string Elapsed = "elapsed";

    public static IReadOnlyList<CandidateEntry> Compute(
        MappedLog mapped, FigureBook book, IReadOnlyList<RuleSuspectEntry> suspects)
    {
        var byName = suspects.ToLookup(suspect => NameOf(mapped, suspect.Activity), StringComparer.Ordinal);
        var tallies = Tallied(mapped, book, byName);
        var candidates = new List<CandidateEntry>();
        for (var work = 1; work < tallies.Length; work++)
        {
            if (tallies[work] is { } tally)
            {
                var (meaning, own) = (mapped.Works[work], byName[mapped.Works[work].Name].ToArray());
                candidates.Add(meaning.IsRuleCheck ? tally.ToEntry(mapped, meaning, own) : FromSuspects(meaning.Name, own, tally.Hours));
            }
        }

        return candidates;
    }

    private static RuleTally?[] Tallied(MappedLog mapped, FigureBook book, ILookup<string, RuleSuspectEntry> suspects)
    {
        var isRule = Array.ConvertAll(mapped.Works, work => work.IsRuleCheck || suspects.Contains(work.Name));
        var tallies = new RuleTally?[mapped.Works.Length];
        for (var caseIndex = 0; caseIndex < mapped.CaseCount; caseIndex++)
        {
            var (first, end) = mapped.Log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                var work = mapped.WorkAt(row);
                if (isRule[work])
                {
                    (tallies[work] ??= new RuleTally(book.Open("rule", mapped.Works[work].Name))).Add(mapped, caseIndex, row, first);
                }
            }
        }

        return tallies;
    }

    private static string NameOf(MappedLog mapped, string activity) =>
        mapped.Log.Activities.CodeOf(activity) is var code and > 0 ? mapped.Activities[code].Name : activity;

    // Suspicions about one activity overlap in time: the longest of their waits is counted, never their sum, and never more than
    // customers waited for the activity at all.
    private static CandidateEntry FromSuspects(string name, RuleSuspectEntry[] suspects, double hoursMax)
    {
        var widest = suspects.MaxBy(static suspect => (suspect.WaitSeconds ?? 0, suspect.Cases))!;
        var events = suspects.Max(static suspect => suspect.Count);
        return new CandidateEntry(
            widest.Figure, 0, Candidates.RuleKind, name, Verb, string.Join(" ", suspects.Select(static suspect => suspect.Text)),
            widest.Cases, events, 0, Math.Min(hoursMax, (widest.WaitSeconds ?? 0) / Plain.SecondsPerHour), Elapsed, null, null, [],
            widest.Cases < Candidates.SmallCases, suspects.Any(static suspect => suspect.IsSuggested));
    }

    private sealed class RuleTally(FigureList cases)
    {
        private int _events;
        private int _breakpoints;
        private long _customerMicros;
        private long _processingMicros;
        private double _cost;

        /// <summary>Hours that passed for customers between the event before it and its end, up to the outcome.</summary>
        public double Hours => (double)_customerMicros / Measured.MicrosPerHour;

        public void Add(MappedLog mapped, int caseIndex, int row, int first)
        {
            var log = mapped.Log;
            cases.Add(caseIndex);
            _events++;
            _breakpoints += mapped.HandOffs.IsHandOff[row] ? 1 : 0;
            var until = mapped.Outcomes.WaitsUntilMicros(log, caseIndex);
            var from = row > first ? log.TimeMicros[row - 1] : log.BeginMicros[row];
            _customerMicros += Math.Max(0, Math.Min(log.TimeMicros[row], until) - Math.Min(from, until));
            _processingMicros += log.TimeMicros[row] - log.BeginMicros[row];
            _cost += log.HasCosts && !double.IsNaN(log.Costs[row]) ? log.Costs[row] : 0;
        }

        public CandidateEntry ToEntry(MappedLog mapped, ActivityMeaning work, RuleSuspectEntry[] suspects)
        {
            var why = $"Asked {CountText.Of(_events, "time", "times")} in {CountText.Of(cases.Count, "case", "cases")}; "
                + $"{Plain.Hours(Hours)} passed for customers between the event before it and its answer.";
            return new CandidateEntry(
                cases.Id, 0, Candidates.RuleKind, work.Name, Verb,
                string.Join(" ", suspects.Select(static suspect => suspect.Text).Append(why)),
                cases.Count, _events, _breakpoints, Hours, Elapsed,
                mapped.Log.HasStarts ? (double)_processingMicros / Measured.MicrosPerHour : null,
                mapped.Log.HasCosts ? _cost : null, [],
                cases.Count < Candidates.SmallCases, work.IsSuggested);
        }
    }
}
