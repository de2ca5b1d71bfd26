using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>The Moments of Truth that happened, and what the last one left behind.</summary>
internal sealed record MomentsView(IReadOnlyList<CardView> Cards, TableView Moments, BarRowsView Last, TableView Repeats, TableView Channels);

/// <summary>GET /api/logs/{id}/moments</summary>
internal static class GetMoments
{
    public static LogPage Page { get; } = new LogPage<MomentsView>(
        "moments", "GetMoments", "The Moments of Truth that happened, and whether the outcome followed the last.", Build,
        static view => [view.Moments, view.Last.Table, view.Repeats, view.Channels]);

    public static MomentsView Build(OpenLog log)
    {
        var diagnosis = log.Document.Diagnosis;
        var moments = diagnosis.MomentsOfTruth;
        return new MomentsView(Cards(diagnosis), Moments(moments), Last(moments), Repeats(moments), Channels(moments));
    }

    private static List<CardView> Cards(DiagnosisSection diagnosis)
    {
        var (contacts, moments) = (diagnosis.Contacts, diagnosis.MomentsOfTruth);
        var suggested = moments.Count(static one => one.IsSuggested);
        var repeats = moments.Sum(static one => one.Repeats);
        return
        [
            new CardView(
                "Moments of Truth", Say.Count(moments.Count), suggested == 0 ? "all named by the map" : $"{Say.Count(suggested)} of them suggested",
                "Kinds of contact between the customer and the organisation that happened in this log.", null, null, "plain"),
            new CardView(
                "Contacts a case", Say.Mean(contacts.MeanPerCase), $"{Say.Count(contacts.Events, "contact", "contacts")} in {Say.Count(contacts.Cases, "case", "cases")}",
                "How often a customer has to deal with the organisation in one matter. Fewer is better.", null, null, "customer"),
            new CardView(
                "Between two contacts", Say.Duration(contacts.MedianSecondsBetween), $"nine in ten within {Say.Duration(contacts.P90SecondsBetween)}",
                "Median time from one contact to the next of the same case.", null, null, "plain"),
            new CardView(
                "The same contact again", Say.Share(contacts.Events == 0 ? null : (double)repeats / contacts.Events),
                $"{Say.Count(repeats)} of {Say.Count(contacts.Events, "contact", "contacts")}",
                "Contacts of a kind the same case had already. The customer had to do it again.", null, null, "failure"),
        ];
    }

    private static TableView Moments(IReadOnlyList<MomentOfTruthEntry> moments) =>
        new TableBuilder<MomentOfTruthEntry>("moments", "The Moments of Truth", "The method says of each: remove it or improve it.")
            .Text("activity", "Contact", static one => one.Activity, marks: static one => Words.MarksOf("momentOfTruth", one.Demand, one.IsSuggested))
            .Text("moment", "Between", static one => Words.Moment(one.Moment))
            .Text("demand", "Demand", static one => Words.Demand(one.Demand), explain: "Wanted by the customer, or only there because something failed: chase, repeat, correction, complaint.")
            .Count("events", "Contacts", static one => one.Events)
            .Count("cases", "Cases", static one => one.Cases, static one => one.Figure)
            .Share("caseShare", "Of all cases", static one => one.CaseShare)
            .Duration("since", "Wait before", static one => one.MedianSecondsSinceContact, explain: "Median time since the contact before it; empty where it is always the first.")
            .Count("closed", "Closed", static one => one.CasesReached.Whole, explain: "Of its cases, those that reached or lost the outcome.")
            .Share("reached", "Got the outcome", static one => one.CasesReached.Share, explain: "Of its closed cases.")
            .Text("interval", "95 % interval", static one => Words.Interval(one.CasesReached))
            .OrElse("No event of this log is a contact with the customer. Say in the map which activities are.")
            .Build(moments);

    private static BarRowsView Last(IReadOnlyList<MomentOfTruthEntry> moments)
    {
        MomentOfTruthEntry[] last = [.. moments.Where(static one => one.LastInCases > 0).OrderByDescending(static one => one.LastInCases)];
        var longest = Math.Max(1, last.Select(static one => one.LastInCases).DefaultIfEmpty(1).Max());
        return new BarRowsView(
            "last", "The last contact, and what followed it", "People remember the last contact, not the average one. Bars count cases whose last contact it is.",
            last.Length == 0
                ? "No case has a contact."
                : $"Most often the last contact is '{last[0].Activity}', in {Say.Count(last[0].LastInCases, "case", "cases")}.",
            [new BarLegendView("outcome followed", "reached"), new BarLegendView("outcome had come before", "before"), new BarLegendView("closed without the outcome", "firm"), new BarLegendView("still open", "muted")],
            [.. last.Take(BarRowsView.RowsMax).Select((one, at) => LastRow(one, at, longest))],
            BarRowsView.LimitOf(last.Length),
            LastTable(last));
    }

    private static BarRowView LastRow(MomentOfTruthEntry one, int at, int longest)
    {
        var (reached, before, closed) = (one.OutcomeAfterLast.Part, one.OutcomeBeforeLast, one.OutcomeAfterLast.Whole);
        BarPartView Part(string name, int count, string tone) => new(name, Say.Count(count), (double)count / longest, tone, null);
        return new BarRowView(
            $"{at}", one.Activity, Words.MarksOf("momentOfTruth", one.Demand, one.IsSuggested),
            Say.Count(one.LastInCases, "case", "cases"), one.LastFigure,
            WhatFollowed(one),
            [Part("outcome followed", reached, "reached"), Part("outcome had come before", before, "before"), Part("closed without the outcome", closed - reached - before, "firm"), Part("still open", one.LastInCases - closed, "muted")]);
    }

    private static string WhatFollowed(MomentOfTruthEntry one)
    {
        var closed = one.OutcomeAfterLast.Whole;
        return one.OutcomeAfterLast.Share is null ? "none closed"
            : one.OutcomeBeforeLast > one.OutcomeAfterLast.Part ? $"outcome had come before in {Say.Count(one.OutcomeBeforeLast)} of {Say.Count(closed)} closed"
            : $"outcome followed in {Say.Share(one.OutcomeAfterLast.Share)} of {Say.Count(closed)} closed";
    }

    private static TableView LastTable(MomentOfTruthEntry[] last) =>
        new TableBuilder<MomentOfTruthEntry>("last", "The last contact of every case")
            .Text("activity", "Contact", static one => one.Activity, marks: static one => Words.MarksOf("momentOfTruth", one.Demand, one.IsSuggested))
            .Count("cases", "Last in cases", static one => one.LastInCases, static one => one.LastFigure)
            .Count("reached", "Outcome followed", static one => one.OutcomeAfterLast.Part)
            .Count("before", "Had come before", static one => one.OutcomeBeforeLast, explain: "The outcome came before the last contact, and not again after it.")
            .Count("not", "Closed without it", static one => one.OutcomeAfterLast.Whole - one.OutcomeAfterLast.Part - one.OutcomeBeforeLast)
            .Count("open", "Still open", static one => one.LastInCases - one.OutcomeAfterLast.Whole)
            .Share("share", "Share", static one => one.OutcomeAfterLast.Share, explain: "Of the closed cases.")
            .Share("low", "From", static one => one.OutcomeAfterLast.Low, explain: "Lower end of the 95 % interval.")
            .Share("high", "To", static one => one.OutcomeAfterLast.High, explain: "Upper end of the 95 % interval.")
            .OrElse("No case has a contact.")
            .Build(last);

    private static TableView Repeats(IReadOnlyList<MomentOfTruthEntry> moments) =>
        new TableBuilder<MomentOfTruthEntry>("repeats", "Contacts the customer had to make again")
            .Text("activity", "Contact", static one => one.Activity, marks: static one => Words.MarksOf("momentOfTruth", one.Demand, one.IsSuggested))
            .Count("repeats", "Repeats", static one => one.Repeats, explain: "Contacts after the first of their case.")
            .Count("cases", "Cases with a repeat", static one => one.CasesWithRepeat)
            .Share("share", "Of its cases", static one => one.Cases == 0 ? null : (double)one.CasesWithRepeat / one.Cases)
            .OrElse("No contact happens twice in a case.")
            .Build([.. moments.Where(static one => one.Repeats > 0).OrderByDescending(static one => one.Repeats)]);

    private static TableView Channels(IReadOnlyList<MomentOfTruthEntry> moments) =>
        new TableBuilder<(MomentOfTruthEntry Moment, CountEntry Channel)>("channels", "How contacts came in")
            .Text("activity", "Contact", static one => one.Moment.Activity)
            .Text("channel", "Channel", static one => one.Channel.Name)
            .Count("contacts", "Contacts", static one => one.Channel.Count)
            .Share("share", "Of the contact", static one => one.Moment.Events == 0 ? null : (double)one.Channel.Count / one.Moment.Events)
            .OrElse("The log does not say how contacts came in.")
            .Build([.. moments.SelectMany(static one => one.Channels.Select(channel => (one, channel)))]);
}
