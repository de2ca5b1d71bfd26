using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>Something to remove, improve or challenge, with what goes with it.</summary>
/// <param name="Rank">Its rank, with that it is a tie where it is one.</param>
/// <param name="Marks">Its shape, and whether it is suggested.</param>
/// <param name="KindName">What it is.</param>
/// <param name="Name">Which.</param>
/// <param name="Verb">What the method says to do with it.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Hours">The hours that go with it, and what they are.</param>
/// <param name="HoursShare">The same relative to the most.</param>
/// <param name="Figure">Opens its cases.</param>
/// <param name="Facts">Cases, events, hand-offs, cost.</param>
/// <param name="GoesWith">The work that goes with it.</param>
/// <param name="Caution">That it rests on few cases, or null.</param>
internal sealed record CandidateView(
    string Rank, IReadOnlyList<string> Marks, string KindName, string Name, string Verb, string Why, string Hours, double HoursShare,
    string Figure, IReadOnlyList<FactView> Facts, string? GoesWith, string? Caution);

/// <summary>What to do: candidates ranked by the work that goes with them.</summary>
/// <param name="Cards">Points of failure.</param>
/// <param name="Reading">How the ranking is to be read.</param>
/// <param name="Candidates">The first of them.</param>
/// <param name="Limit">That the table has more, or null.</param>
/// <param name="Table">All of them.</param>
internal sealed record CandidatesView(
    IReadOnlyList<CardView> Cards, string Reading, IReadOnlyList<CandidateView> Candidates, string? Limit, TableView Table);

/// <summary>GET /api/logs/{id}/candidates</summary>
internal static class GetCandidates
{
    private const int ShownMax = 20;

    public static LogPage Page { get; } = new LogPage<CandidatesView>(
        "candidates", "GetCandidates", "What to remove, improve or challenge, ranked by what goes with it.", Build, static view => [view.Table]);

    public static CandidatesView Build(OpenLog log)
    {
        var diagnosis = log.Document.Diagnosis;
        var candidates = diagnosis.Candidates;
        var tied = candidates.GroupBy(static one => one.Rank).Where(static one => one.Skip(1).Any()).Select(static one => one.Key).ToHashSet();
        var most = Math.Max(double.Epsilon, candidates.Select(static one => one.Hours).DefaultIfEmpty(1).Max());
        return new CandidatesView(
            Cards(diagnosis.PointsOfFailure), Reading(candidates),
            [.. candidates.Take(ShownMax).Select(one => Candidate(one, tied.Contains(one.Rank), most))],
            candidates.Count > ShownMax ? $"The first {Say.Count(ShownMax)} of {Say.Count(candidates.Count)}; the table has all." : null,
            Table(candidates, tied));
    }

    private static string Reading(IReadOnlyList<CandidateEntry> candidates)
    {
        if (candidates.Count == 0)
        {
            return "Nothing was found to remove or improve.";
        }

        return "Ranked by the hours that passed for customers while each was the cause; hours of work stand beside them where the log says when work started."
            + " The hours of two candidates may be the same hours: they do not add up. What goes with a cause would go if the cause were removed; a trial shows whether it does.";
    }

    private static List<CardView> Cards(PointsOfFailureEntry points) =>
    [
        new CardView("Moments of Truth", Say.Count(points.MomentsOfTruth), "remove or improve", "Distinct kinds of contact that happened.", null, "moments", "customer"),
        new CardView("Breakpoints", Say.Count(points.Breakpoints), "remove", "Distinct hand-offs that happened.", null, "breakpoints", "plain"),
        new CardView("Rules", Say.Count(points.Rules), "challenge", "Rule checks and rule suspects that happened.", null, "rules", "plain"),
        new CardView(
            "Points of failure", Say.Count(points.MomentsOfTruth + points.Breakpoints + points.Rules), points.Hint,
            "All three together. Watch each by itself: the sum alone hides a swap of one for another.", null, null, "failure"),
    ];

    private static CandidateView Candidate(CandidateEntry one, bool isTied, double most)
    {
        List<FactView> facts =
        [
            new("Cases", Say.Count(one.Cases), one.Figure), new("Events", Say.Count(one.Events), null), new("Hand-offs", Say.Count(one.Breakpoints), null),
        ];
        if (one.ProcessingHours is { } processing)
        {
            facts.Add(new FactView("Hours of work", Say.Amount(processing), null));
        }

        if (one.Cost is { } cost)
        {
            facts.Add(new FactView("Cost", Say.Amount(cost), null));
        }

        return new CandidateView(
            isTied ? $"{Say.Count(one.Rank)} (tie)" : Say.Count(one.Rank),
            Words.MarksOf(one.Kind, "unmarked", one.IsSuggested), KindName(one.Kind), one.Name, one.Verb, one.Why,
            $"{Say.Amount(one.Hours)} hours {BasisName(one.HoursBasis)}", one.Hours / most, one.Figure, facts,
            CountedNames.Text(one.GoesWith, 6), one.IsSmall ? "Fewer than 30 cases: too few to rank by." : null);
    }

    private static string KindName(string kind) => kind switch
    {
        "momentOfTruth" => "Moment of Truth",
        "breakpoint" => "Breakpoint",
        "rule" => "Rule",
        _ => kind,
    };

    private static string BasisName(string basis) => basis == "processing" ? "of work" : "elapsed";

    private static TableView Table(IReadOnlyList<CandidateEntry> candidates, HashSet<int> tied) =>
        new TableBuilder<CandidateEntry>("candidates", "All candidates")
            .Add(
                new ColumnView("rank", "Rank", ColumnKind.Number, "Equal ranks are ties."),
                one => new CellView(tied.Contains(one.Rank) ? $"{Say.Count(one.Rank)} =" : Say.Count(one.Rank), one.Rank, null, []))
            .Text("name", "What", static one => one.Name, static one => one.Figure, static one => Words.MarksOf(one.Kind, "unmarked", one.IsSuggested))
            .Text("verb", "Do", static one => one.Verb)
            .Count("cases", "Cases", static one => one.Cases, static one => one.Figure)
            .Count("events", "Events", static one => one.Events)
            .Count("breakpoints", "Hand-offs", static one => one.Breakpoints)
            .Add(new ColumnView("hours", "Hours elapsed", ColumnKind.Number, "Hours that passed for customers while it was the cause."), static one => new CellView(Say.Amount(one.Hours), one.Hours, null, []))
            .Add(new ColumnView("processing", "Hours of work", ColumnKind.Number, "Where the log says when work started."), static one => new CellView(Say.Amount(one.ProcessingHours), one.ProcessingHours, null, []))
            .Add(new ColumnView("cost", "Cost", ColumnKind.Number, null), static one => new CellView(Say.Amount(one.Cost), one.Cost, null, []))
            .Text("caution", "Note", static one => one.IsSmall ? "fewer than 30 cases" : "")
            .OrElse("Nothing was found to remove or improve.")
            .Build(candidates);
}
