using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>A branch of the fan-out: one activity the cause spawned.</summary>
internal sealed record CausedActivityView(string Name, IReadOnlyList<string> Marks, string Text, double Share);

/// <summary>A Moment of Truth and the work that fans out from it.</summary>
/// <param name="Key">Unique in the picture; stands in the address while the row is open.</param>
/// <param name="Cause">The Moment of Truth, or that there is none.</param>
/// <param name="Marks">Its shapes and badges.</param>
/// <param name="IsWithoutCause">Whether it is the work before the first contact.</param>
/// <param name="Contacts">Its contacts in words.</param>
/// <param name="Work">The internal events it spawned, in words.</param>
/// <param name="WorkShare">The same relative to the longest row.</param>
/// <param name="Figure">Opens its cases.</param>
/// <param name="Details">Hand-offs, elapsed and processing time, cost.</param>
/// <param name="Summary">The row in a sentence.</param>
/// <param name="Activities">What it spawned, most first.</param>
/// <param name="More">How many activities are left out, in words, or null.</param>
internal sealed record CauseView(
    string Key, string Cause, IReadOnlyList<string> Marks, bool IsWithoutCause, string Contacts, string Work, double WorkShare, string Figure,
    IReadOnlyList<FactView> Details, string Summary, IReadOnlyList<CausedActivityView> Activities, string? More);

/// <summary>The cause-of-work tree.</summary>
/// <param name="Causes">Every cause, most work first; work without a cause is last.</param>
/// <param name="Reconciliation">That contacts and work inside add up to the log, with the numbers.</param>
/// <param name="Reconciles">Whether they do.</param>
/// <param name="Table">The tree as a table, with its total.</param>
/// <param name="Activities">Which cause spawned which activity, as a table.</param>
internal sealed record CausesView(
    IReadOnlyList<CauseView> Causes, string Reconciliation, bool Reconciles, TableView Table, TableView Activities);

/// <summary>GET /api/logs/{id}/causes</summary>
internal static class GetCauses
{
    private const string NoCause = "Work without a cause";
    private const int ActivitiesMax = 24;

    public static LogPage Page { get; } = new LogPage<CausesView>(
        "causes", "GetCauses", "The work each Moment of Truth spawned; adds up to the log.", Build, static view => [view.Table, view.Activities]);

    public static CausesView Build(OpenLog log)
    {
        var (document, diagnosis) = (log.Document, log.Document.Diagnosis);
        var demands = new Dictionary<string, MomentOfTruthEntry>(StringComparer.Ordinal);
        foreach (var one in diagnosis.MomentsOfTruth)
        {
            demands[one.Activity] = one;
        }

        var kinds = new Dictionary<string, MapActivityEntry>(StringComparer.Ordinal);
        foreach (var one in document.Map.Activities)
        {
            kinds[one.Name] = one;
        }

        IReadOnlyList<string> CauseMarks(CauseOfWorkEntry one) => one.Cause is { } cause && demands.TryGetValue(cause, out var moment)
            ? Words.MarksOf("momentOfTruth", moment.Demand, moment.IsSuggested)
            : one.Cause is null ? [] : ["moment"];
        IReadOnlyList<string> WorkMarks(string activity) => kinds.TryGetValue(activity, out var kind)
            ? Words.MarksOf(kind.Kind, kind.Demand, kind.IsSuggested)
            : ["internal"];
        var longest = Math.Max(1, diagnosis.CauseOfWork.Select(static one => one.Events).DefaultIfEmpty(1).Max());
        return new CausesView(
            [.. diagnosis.CauseOfWork.Select((one, at) => Cause(one, at, longest, CauseMarks(one), WorkMarks))],
            Reconciliation(diagnosis.CauseOfWorkTotal),
            diagnosis.CauseOfWorkTotal.Reconciles,
            Table(diagnosis, CauseMarks),
            Activities(diagnosis.CauseOfWork, WorkMarks));
    }

    private static string Reconciliation(CauseOfWorkTotalEntry total) =>
        $"{Say.Count(total.Contacts, "contact", "contacts")} + {Say.Count(total.Events, "event", "events")} of work inside "
        + $"{(total.Contacts + total.Events == total.LogEvents ? "=" : "≠")} {Say.Count(total.LogEvents, "event", "events")} of the log; "
        + $"{Say.Count(total.Breakpoints, "hand-off", "hand-offs")} and {Say.Duration(total.ElapsedSeconds)} of elapsed time are put down to a cause, each once. "
        + (total.Reconciles ? "Nothing is counted twice and nothing is left out." : "These do not add up: do not rely on this page, and report it.");

    private static CauseView Cause(
        CauseOfWorkEntry one, int at, int longest, IReadOnlyList<string> marks, Func<string, IReadOnlyList<string>> marksOf)
    {
        var most = Math.Max(1, one.Activities.Select(static work => work.Count).DefaultIfEmpty(1).Max());
        var name = one.Cause ?? NoCause;
        var contacts = one.Cause is null
            ? $"before the first contact, in {Say.Count(one.Cases, "case", "cases")}"
            : $"{Say.Count(one.Contacts, "contact", "contacts")} in {Say.Count(one.Cases, "case", "cases")}";
        var work = one.EventsPerContact is { } perContact
            ? $"{Say.Count(one.Events, "event", "events")} of work, {Say.Mean(perContact)} a contact"
            : $"{Say.Count(one.Events, "event", "events")} of work";
        return new CauseView(
            $"c{at}", name, marks, one.Cause is null, contacts, work, (double)one.Events / longest, one.Figure, Details(one),
            $"{name}: {contacts}, caused {work}",
            [.. one.Activities.Take(ActivitiesMax).Select(caused => new CausedActivityView(caused.Name, marksOf(caused.Name), Say.Count(caused.Count), (double)caused.Count / most))],
            one.Activities.Count > ActivitiesMax ? $"and {Say.Count(one.Activities.Count - ActivitiesMax)} more, in the table below" : null);
    }

    private static List<FactView> Details(CauseOfWorkEntry one)
    {
        List<FactView> facts = [new("Hand-offs", Say.Count(one.Breakpoints), null), new("Elapsed", Say.Duration(one.ElapsedSeconds), null)];
        if (one.ProcessingSeconds is { } processing)
        {
            facts.Add(new FactView("Work", Say.Duration(processing), null));
        }

        if (one.Cost is { } cost)
        {
            facts.Add(new FactView("Cost", Say.Amount(cost), null));
        }

        return facts;
    }

    private static TableView Table(DiagnosisSection diagnosis, Func<CauseOfWorkEntry, IReadOnlyList<string>> marksOf)
    {
        CauseRow[] rows =
        [
            .. diagnosis.CauseOfWork.Select(one => new CauseRow(one.Cause ?? NoCause, one, marksOf(one), one.Figure)),
            new CauseRow("All together", Total(diagnosis), [], null),
        ];
        return new TableBuilder<CauseRow>("causes", "The tree as a table")
            .Text("cause", "Cause", static row => row.Name, static row => row.Figure, static row => row.Marks)
            .Count("contacts", "Contacts", static row => row.One.Contacts)
            .Count("cases", "Cases", static row => row.Figure is null ? null : row.One.Cases, static row => row.Figure, "Cases have several causes, so these do not add up.")
            .Count("events", "Work inside", static row => row.One.Events, explain: "Internal events it spawned.")
            .Mean("perContact", "A contact", static row => row.One.EventsPerContact, explain: "Internal events for each contact.")
            .Count("breakpoints", "Hand-offs", static row => row.One.Breakpoints)
            .Duration("elapsed", "Elapsed", static row => row.One.ElapsedSeconds, explain: "Time that passed from each event to the next while it was the cause.")
            .Duration("processing", "Work", static row => row.One.ProcessingSeconds, explain: "Processing time, where the log says when work started.")
            .Add(new ColumnView("cost", "Cost", ColumnKind.Number, null), static row => CostCell(row.One.Cost))
            .Build(rows);
    }

    private static CauseOfWorkEntry Total(DiagnosisSection diagnosis)
    {
        var total = diagnosis.CauseOfWorkTotal;
        double? cost = diagnosis.CauseOfWork.Any(static one => one.Cost is not null) ? diagnosis.CauseOfWork.Sum(static one => one.Cost ?? 0) : null;
        return new CauseOfWorkEntry(
            "", null, total.Contacts, 0, total.Events, total.Contacts == 0 ? null : (double)total.Events / total.Contacts, total.Breakpoints,
            total.ElapsedSeconds, total.ProcessingSeconds, cost, []);
    }

    private static CellView CostCell(double? cost) => new(Say.Amount(cost), cost, null, []);

    private static TableView Activities(IReadOnlyList<CauseOfWorkEntry> causes, Func<string, IReadOnlyList<string>> marksOf) =>
        new TableBuilder<(CauseOfWorkEntry Cause, CountEntry Work)>("caused", "Which contact caused which work")
            .Text("cause", "Cause", static one => one.Cause.Cause ?? NoCause, static one => one.Cause.Figure)
            .Text("activity", "Work", static one => one.Work.Name, marks: one => marksOf(one.Work.Name))
            .Count("events", "Events", static one => one.Work.Count)
            .Share("share", "Of what it caused", static one => one.Cause.Events == 0 ? null : (double)one.Work.Count / one.Cause.Events)
            .OrElse("No contact caused any work inside.")
            .Build([.. causes.SelectMany(static one => one.Activities.Select(work => (one, work)))]);

    private sealed record CauseRow(string Name, CauseOfWorkEntry One, IReadOnlyList<string> Marks, string? Figure);
}
