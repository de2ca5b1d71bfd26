using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>Checks which events are meant: names the map or the log knows, and sorts the map tells apart.</summary>
internal sealed class EventsChecks(MeasureSchema schema, DiagnosticList found)
{
    private HashSet<string>? _logNames;

    public void Of(AnchorSyntax anchor)
    {
        if (anchor is EventAnchorSyntax one)
        {
            Of(one.Events);
        }
    }

    public void Of(HasSyntax has)
    {
        Of(has.Events);
        if (has.Anchor is { } anchor)
        {
            Of(anchor);
        }
    }

    public void Of(EventsSyntax events)
    {
        switch (events.Sort)
        {
            case EventSort.Contact when !schema.KnowsContacts:
                found.Error("ME136", "Only a map says which events are contacts, and there is none that does.", "Give a map with Moments of Truth, or name the activities, such as count of \"Chase call\".", events.Span);
                break;
            case EventSort.FailureContact when !schema.KnowsFailureContacts:
                found.Error("ME137", "Only a map says which contacts are failure demand, and there is none that does.", "Mark the Moments of Truth of the map, or name the activities, such as count of \"Chase call\".", events.Span);
                break;
            case EventSort.Handoff when !schema.KnowsHandoffs:
                found.Error("ME138", "Handoffs are not known of this log.", "Give a map with breakpoints, or a log with teams or people; or name the activities.", events.Span);
                break;
            case EventSort.Named:
                foreach (var name in events.Names)
                {
                    Of(name);
                }

                break;
        }
    }

    private void Of(NameSyntax name)
    {
        // A bare or empty name was refused when it was read.
        if (!name.IsQuoted || string.IsNullOrWhiteSpace(name.Text) || found.IsFull)
        {
            return;
        }

        var pattern = new NamePattern(name.Text);
        if (IsInLog(pattern))
        {
            return;
        }

        var entries = schema.MapNames.Where(one => pattern.Matches(one.Name)).ToList();
        if (entries.Count > 0)
        {
            if (schema.HasLog && !entries.Exists(one => one.Events.Any(IsInLog)))
            {
                found.Note("ME142", $"{QuoteMarks.Quote(name.Text)} stands in the map, and the log has no such event.", "Check whether the log covers it, and the names of events the map gives for it.", name.Span);
            }

            return;
        }

        if (!schema.HasLog)
        {
            Unseen(name, pattern);
            return;
        }

        Unknown(name);
    }

    private void Unseen(NameSyntax name, NamePattern pattern)
    {
        if (schema.MapNames.Count > 0 && !schema.MapNames.Any(one => one.Events.Any(known => pattern.Matches(known.Text) || known.Matches(name.Text))))
        {
            found.Note(
                "ME145", $"The map has no entry {QuoteMarks.Quote(name.Text)}; whether the log has it is seen when the measure runs.",
                DiagnosticList.DidYouMean(name.Text, Names()) ?? "Check the spelling against the names of activities in the log.", name.Span);
        }
    }

    private void Unknown(NameSyntax name)
    {
        var kinds = name.Text.Contains('*', StringComparison.Ordinal) ? "matches" : "has";
        var message = kinds == "matches"
            ? $"{QuoteMarks.Quote(TokenCursor.Shortened(name.Text))} matches no name in the map or the log."
            : $"Neither the map nor the log has the name {QuoteMarks.Quote(TokenCursor.Shortened(name.Text))}.";
        var hint = DiagnosticList.DidYouMean(name.Text.Replace("*", "", StringComparison.Ordinal), Names())
            ?? (schema.ActivityNames.Count == 0 ? "The log has no activities." : $"Activities of the log are {DiagnosticList.Some(schema.ActivityNames)}.");
        found.Error("ME130", message, hint, name.Span);
    }

    private IEnumerable<string> Names() => schema.ActivityNames.Concat(schema.MapNames.Select(static one => one.Name));

    private bool IsInLog(NamePattern pattern)
    {
        _logNames ??= [.. schema.ActivityNames.Select(NamePattern.Fold)];
        return pattern.IsWild ? _logNames.Any(one => pattern.MatchesFolded(one)) : _logNames.Contains(NamePattern.Fold(pattern.Text));
    }
}
