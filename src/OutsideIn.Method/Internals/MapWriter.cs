using System.Text;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>A map to text. What equals the value taken when nothing is written is left out.</summary>
internal sealed class MapWriter
{
    private const int WidthMax = 100;

    private readonly StringBuilder _text = new();

    // Put before the next line: "- " opens an item, spaces line its other keys up.
    private string _lead = "";
    private string _indent = "";

    public string Write(OutsideInMap map)
    {
        Comment("A map for OutsideIn: what the customers need, and what the work is. Written out in docs/map.md.");
        Line("outsidein: 1");
        Organisation(map.Organisation, map.Objectives);
        Section("customers", map.Customers, Customer, "Who is served, and who is not wanted.", "type: funder, watcher, enabler, internal. wanted: yes, no, undecided.");
        Section("categories", map.Categories, Category, "Customers grouped by what they need, and which cases of the log are theirs.");
        Section(
            "outcomes",
            map.Outcomes,
            Outcome,
            "The Successful Customer Outcomes, most important first, and the events that show them.",
            "first need: the customer's clock starts. reached, lost: it stops. * stands for any run of characters.");
        Section(
            "activities",
            map.MappedActivities(),
            Activity,
            "The work. events: the activity names of the log that stand for it; its own name where none are given.",
            "is: moment of truth, internal, rule check.",
            "demand: value, or failure demand: chase, repeat, correction, complaint.",
            "Take 'suggested: yes' out where you agree; correct the rest.");
        Section("doers", map.Doers, Doer, "Who the resources and teams of the log are.", "is: customer, department, system, partner.");
        Gap("Activities whose events are hand-offs in themselves.");
        List("hand-offs", map.HandOffEvents, isAlways: true);
        return _text.ToString();
    }

    private void Organisation(Organisation organisation, IReadOnlyList<Objective> objectives)
    {
        if (organisation.Name.Length == 0 && objectives.Count == 0)
        {
            return;
        }

        Gap("Whose map it is, and what it wants to be or do: mission, vision, strategy, a line each.");
        Line("organisation:");
        _indent = _lead = "  ";
        Text("name", organisation.Name);
        List("objectives", [.. objectives.Select(static one => one.Name)]);
        _indent = _lead = "";
    }

    private void Customer(Customer customer)
    {
        Text("id", customer.Id);
        Text("name", customer.Name);
        Word("type", Words.PartyTypes.Of(customer.Type));
        Word("wanted", Words.Wanteds.Of(customer.Wanted));
        Text("value", customer.Value);
    }

    private void Category(CustomerCategory category)
    {
        Text("id", category.Id);
        Text("name", category.Name);
        Text("customer", category.Customer);
        Text("need", category.Definition);
        if (category.Cases is { } cases)
        {
            Word("cases", "");
            _indent = _lead = "      ";
            Text("attribute", cases.Attribute);
            List("values", cases.Values);
            _indent = _lead = "    ";
        }
    }

    private void Outcome(SuccessfulOutcome outcome)
    {
        Text("id", outcome.Id);
        Text("one-liner", outcome.OneLiner);
        Text("for", outcome.Category);
        Text("process", outcome.Process);
        List("first need", outcome.FirstNeed);
        List("reached", outcome.Reached);
        List("lost", outcome.Lost);
        List("opened", outcome.Opened);
        List("closed", outcome.Closed);
        Suggestion(outcome.IsSuggested, outcome.Reason);
    }

    private void Activity(MappedActivity activity)
    {
        Text("id", activity.Id);
        Text("name", activity.Name);
        Word("is", Words.WorkKinds.Of(activity.Kind));
        if (activity.Events is not [var only] || !string.Equals(only.Text, activity.Name, StringComparison.Ordinal))
        {
            List("events", activity.Events, isAlways: true);
        }

        Word("kind", activity.Moment is { } moment ? Words.MomentKinds.Of(moment) : null);
        Word("begun by", activity.Initiator is { } initiator ? Words.Initiators.Of(initiator) : null);
        Word("demand", activity.Demand is DemandKind.Unmarked ? null : Words.DemandKinds.Of(activity.Demand));
        Text("answer", activity.Answer);
        Word("contributes", activity.Contributes switch { true => "yes", false => "no", null => null });
        Suggestion(activity.IsSuggested, activity.Reason);
    }

    private void Doer(Doer doer)
    {
        Text("id", doer.Id);
        Text("name", doer.Name);
        Word("is", Words.DoerKinds.Of(doer.Kind));
        List("resources", doer.Resources);
        List("teams", doer.Teams);
        Suggestion(doer.IsSuggested, doer.Reason);
    }

    private void Suggestion(bool isSuggested, string? reason)
    {
        Word("suggested", isSuggested ? "yes" : null);
        Text("because", reason);
    }

    private void Section<T>(string name, IReadOnlyList<T> items, Action<T> write, params ReadOnlySpan<string> comments)
    {
        Gap(comments);
        Line(items.Count == 0 ? $"{name}: []" : $"{name}:");
        foreach (var item in items)
        {
            (_lead, _indent) = ("  - ", "    ");
            write(item);
        }

        _indent = _lead = "";
    }

    private void Gap(params ReadOnlySpan<string> comments)
    {
        _text.Append('\n');
        foreach (var comment in comments)
        {
            Comment(comment);
        }
    }

    private void Comment(string comment) => _text.Append("# ").Append(comment).Append('\n');

    private void Word(string key, string? word)
    {
        if (word is not null)
        {
            Line(word.Length == 0 ? $"{key}:" : $"{key}: {word}");
        }
    }

    private void Text(string key, string? text)
    {
        if (text is null)
        {
            return;
        }

        if (!YamlText.IsBlock(text))
        {
            Line($"{key}: {YamlText.Of(text)}");
            return;
        }

        Line($"{key}: {(text[^1] == '\n' ? "|" : "|-")}");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            _text.Append(line.Length == 0 ? "" : _indent + "  ").Append(line).Append('\n');
        }
    }

    private void List(string key, IReadOnlyList<NamePattern> patterns, bool isAlways = false) =>
        List(key, [.. patterns.Select(static pattern => pattern.Text)], isAlways);

    private void List(string key, IReadOnlyList<string> texts, bool isAlways = false)
    {
        if (texts.Count == 0 && !isAlways)
        {
            return;
        }

        var written = texts.Select(YamlText.Of).ToArray();
        var line = $"{key}: [{string.Join(", ", written)}]";
        if (_indent.Length + line.Length <= WidthMax)
        {
            Line(line);
            return;
        }

        Line($"{key}:");
        foreach (var item in written)
        {
            _text.Append(_indent).Append("  - ").Append(item).Append('\n');
        }
    }

    private void Line(string line)
    {
        _text.Append(_lead).Append(line).Append('\n');
        _lead = _indent;
    }
}
