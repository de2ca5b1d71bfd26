using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>Rules the log gives away: what a person should ask about.</summary>
/// <param name="Cards">How many of each kind.</param>
/// <param name="Explanations">What each kind that was found means and what to ask.</param>
/// <param name="Suspects">The suspects.</param>
internal sealed record RulesView(IReadOnlyList<CardView> Cards, IReadOnlyList<string> Explanations, TableView Suspects);

/// <summary>GET /api/logs/{id}/rules</summary>
internal static class GetRules
{
    private static readonly (string Kind, string Title, string Explanation)[] Kinds =
    [
        ("answerHardlyVaries", "Answer hardly varies",
            "A decision that never or hardly ever says no costs every case a step and changes nothing. Ask: what would happen if nobody asked?"),
        ("fixedWait", "Waits of a fixed length",
            "Waits that pile up on one length come from a rule or a nightly job, not from work. Ask: who set this length, and is the reason still true?"),
        ("weekdayWait", "Waits for a weekday",
            "Work that is done on one day of the week makes everybody else wait for it. Ask: why not every day?"),
        ("repeatedApproval", "Approvals in a row",
            "The second approval seldom finds what the first did not, and both rely on the other. Ask: which one would anybody miss?"),
    ];

    public static LogPage Page { get; } = new LogPage<RulesView>(
        "rules", "GetRules", "Rules the log gives away: to be made explicit and challenged.", Build, static view => [view.Suspects]);

    public static RulesView Build(OpenLog log)
    {
        var suspects = log.Document.Diagnosis.RuleSuspects;
        var found = Kinds.Where(kind => suspects.Any(one => one.Kind == kind.Kind)).ToArray();
        return new RulesView(
            [.. Kinds.Select(kind => Card(kind.Title, [.. suspects.Where(one => one.Kind == kind.Kind)]))],
            [.. found.Select(static kind => $"{kind.Title}: {kind.Explanation}")],
            Suspects(suspects));
    }

    private static CardView Card(string title, RuleSuspectEntry[] suspects)
    {
        var waited = suspects.Sum(static one => one.WaitSeconds ?? 0);
        return new CardView(
            title, Say.Count(suspects.Length),
            suspects.Length == 0 ? "none found" : waited > 0 ? $"customers waited {Say.Duration(waited)} in all" : "no wait of its own",
            null, null, null, "plain");
    }

    private static string KindName(string kind) => Array.Find(Kinds, one => one.Kind == kind).Title ?? kind;

    private static TableView Suspects(IReadOnlyList<RuleSuspectEntry> suspects) =>
        new TableBuilder<RuleSuspectEntry>("suspects", "Rule suspects", "A suspicion is a question to ask, not a verdict. Identify the rule, make it explicit, challenge it.")
            .Text("activity", "Where", static one => one.Activity, marks: static one => Words.MarksOf("rule", "unmarked", one.IsSuggested))
            .Text("kind", "Suspicion", static one => KindName(one.Kind))
            .Text("text", "What the log shows", static one => one.Text)
            .Add(
                new ColumnView("count", "Times", ColumnKind.Number, "How often, out of how many."),
                static one => new CellView($"{Say.Count(one.Count)} of {Say.Count(one.Total)}", one.Count, null, []))
            .Count("cases", "Cases", static one => one.Cases, static one => one.Figure)
            .Share("other", "Others at most", static one => one.OtherShareHigh, explain: "95 % upper bound on the share of all other answers.")
            .Duration("wait", "Waited in all", static one => one.WaitSeconds, explain: "What it cost customers over all cases.")
            .OrElse("No rule shows itself in this log.")
            .Build(suspects);
}
