using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>A tree of values to a map. Never fails: what is wrong is left out and said.</summary>
internal sealed class MapReader
{
    private static readonly string[] Sections = ["customers", "categories", "outcomes", "activities", "doers"];

    private readonly DiagnosticList _diagnostics;
    private readonly IdBook _ids;
    private readonly MapItem _root;
    private IReadOnlyList<Objective> _objectives = [];
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    private MapReader(YamlNode root, DiagnosticList diagnostics)
    {
        _diagnostics = diagnostics;
        _ids = new IdBook(diagnostics);
        _root = new MapItem(root, "a map", diagnostics);
    }

    public static OutsideInMap Nothing => OutsideInMap.Empty;

    public static MapDocument Read(string text, string file)
    {
        var diagnostics = new DiagnosticList(file);
        var (root, isWhole) = YamlTree.Read(text, diagnostics);
        diagnostics.IsCutShort = !isWhole;
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var map = Nothing;
        if (root is { Shape: YamlShape.Fields })
        {
            var reader = new MapReader(root, diagnostics);
            (map, places) = (reader.Read(), reader._places);
        }
        else if (isWhole)
        {
            var found = root is null || root.IsNothing ? "nothing" : root.ShapeWords;
            diagnostics.ErrorAt(
                root?.Line ?? 1, root?.Column ?? 1, "MP005", $"A map was expected, and the document holds {found}.", "Begin with a line 'outsidein: 1'.");
        }

        return new MapDocument(map, diagnostics.InOrder(), places);
    }

    private OutsideInMap Read()
    {
        if (!ReadVersion())
        {
            return Nothing;
        }

        var organisation = ReadOrganisation(_root.Take("organisation"));
        var sections = Sections
            .Select(section => (section, items: ItemsOf(section)))
            .Select(part => (part.section, part.items, ids: _ids.Claim(part.section, part.items)))
            .ToDictionary(static part => part.section, static part => (part.items, part.ids), StringComparer.Ordinal);
        var customers = Section("customers", "a customer", sections["customers"], ReadCustomer);
        var categories = Section("categories", "a category", sections["categories"], ReadCategory);
        var outcomes = ReadOutcomes(sections["outcomes"]);
        var work = Section("activities", "an activity", sections["activities"], ActivityReader.Read);
        var map = new OutsideInMap
        {
            Organisation = organisation,
            Objectives = _objectives,
            Customers = customers,
            Categories = categories,
            Outcomes = outcomes,
            Moments = [.. work.OfType<MomentOfTruth>()],
            Rules = [.. work.OfType<BusinessRule>()],
            Activities = [.. work.OfType<Activity>()],
            Doers = Section("doers", "a doer", sections["doers"], ReadDoer),
            HandOffEvents = _root.Patterns("hand-offs") ?? [],
        };
        if (_root.Find("hand-offs") is { } handOffs)
        {
            _places["hand-offs"] = _diagnostics.PlaceOf(handOffs);
        }

        _root.Finish();
        return map;
    }

    private bool ReadVersion()
    {
        var node = _root.Take("outsidein");
        var version = 1.ToString(CultureInfo.InvariantCulture);
        if (node is null)
        {
            _diagnostics.Missing(
                _root.Node, "MP006", "The document does not say which version of the written map it is.", $"Begin with a line 'outsidein: {version}'.");
            return true;
        }

        if (node.Shape == YamlShape.Text && string.Equals(node.Text, version, StringComparison.Ordinal))
        {
            return true;
        }

        var written = node.Shape == YamlShape.Text ? DiagnosticList.Quoted(node.Text) : "What stands here";
        var isNewer = int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1;
        _diagnostics.Error(
            node,
            "MP007",
            isNewer ? $"The map is of version {written}, which is newer than this program." : $"{written} is not a version of the written map.",
            isNewer ? $"Update the program; it reads version {version}." : $"Expected: {version}.");
        return !isNewer;
    }

    private Organisation ReadOrganisation(YamlNode? node)
    {
        if (node is null)
        {
            return Nothing.Organisation;
        }

        // A name alone is enough.
        if (node.Shape == YamlShape.Text && !string.IsNullOrWhiteSpace(node.Text))
        {
            return new Organisation { Name = node.Text };
        }

        if (AsItem(node, "organisation", "the organisation") is not { } item)
        {
            return Nothing.Organisation;
        }

        var organisation = new Organisation { Name = item.RequiredText("name", "") };
        _objectives = [.. (item.Texts("objectives") ?? []).Select(static (text, index) => new Objective { Id = $"objective-{index + 1}", Name = text })];
        item.Finish();
        return organisation;
    }

    private List<YamlNode> ItemsOf(string section)
    {
        switch (_root.Take(section))
        {
            case null:
                return [];
            case { Shape: YamlShape.List } list:
                return list.Children;
            case var other:
                _diagnostics.Error(other, "MP010", $"'{section}' of a map holds {other.ShapeWords}.", "Expected a list: put '- ' in front of each item.");
                return [];
        }
    }

    private List<T> Section<T>(
        string section, string what, (List<YamlNode> Items, string?[] Ids) part, Func<MapItem, string, (T Value, string Name)> read)
        where T : class
    {
        var all = new List<T>();
        for (var index = 0; index < part.Items.Count; index++)
        {
            var node = part.Items[index];
            if (AsItem(node, section, what) is not { } item)
            {
                continue;
            }

            _ = item.Text("id");
            var nameKey = section is "outcomes" ? "one-liner" : "name";
            var id = part.Ids[index] ?? _ids.Make(section, NameOf(node, nameKey), node);
            var (value, name) = read(item, id);
            item.Finish();
            if (_ids.IsFirst(id, node) && _places.TryAdd(value is MapEntry entry ? entry.Subject : $"{section}/{id}", _diagnostics.PlaceOf(node)))
            {
                _ids.Enter(section, id, name);
                all.Add(value);
            }
        }

        return all;
    }

    private MapItem? AsItem(YamlNode node, string section, string what)
    {
        if (node.Shape == YamlShape.Fields)
        {
            return new MapItem(node, what, _diagnostics);
        }

        var found = node.IsNothing ? "nothing" : node.Shape == YamlShape.Text ? DiagnosticList.Quoted(node.Text) : node.ShapeWords;
        _diagnostics.Error(node, "MP010", $"{char.ToUpperInvariant(what[0])}{what[1..]} was expected in '{section}', and there is {found}.", "Expected keys, such as 'name: …'.");
        return null;
    }

    private static string NameOf(YamlNode item, string key)
    {
        for (var index = 0; index + 1 < item.Children.Count; index += 2)
        {
            if (item.Children[index].Shape == YamlShape.Text
                && string.Equals(Keys.Fold(item.Children[index].Text), Keys.Fold(key), StringComparison.Ordinal))
            {
                return item.Children[index + 1].Text;
            }
        }

        return "";
    }

    private (Customer Value, string Name) ReadCustomer(MapItem item, string id)
    {
        var name = item.RequiredText("name", id);
        return (new Customer
        {
            Id = id,
            Name = name,
            Type = item.Choice("type", Words.PartyTypes) ?? PartyType.Funder,
            Wanted = item.Choice("wanted", Words.Wanteds) ?? Wanted.Undecided,
            Value = item.Text("value"),
        }, name);
    }

    private (CustomerCategory Value, string Name) ReadCategory(MapItem item, string id)
    {
        var name = item.RequiredText("name", id);
        var customer = Reference(item, "customer", "customers", "customer", isRequired: true) ?? "";
        return (new CustomerCategory { Id = id, Name = name, Customer = customer, Definition = item.Text("need"), Cases = ReadCases(item.Take("cases")) }, name);
    }

    private CaseSelector? ReadCases(YamlNode? node)
    {
        if (node is null || AsItem(node, "cases", "a choice of cases") is not { } item)
        {
            return null;
        }

        var selector = new CaseSelector { Attribute = item.RequiredText("attribute", ""), Values = item.Patterns("values") ?? [] };
        item.Finish();
        return selector.Attribute.Length == 0 ? null : selector;
    }

    private string? Reference(MapItem item, string key, string section, string what, bool isRequired = false)
    {
        var node = item.Take(key);
        if (node is { Shape: YamlShape.Text })
        {
            return _ids.Find(section, node, what);
        }

        if (node is not null)
        {
            _ = item.Text(key);
        }
        else if (isRequired)
        {
            item.Missing(key);
        }

        return null;
    }

    private List<SuccessfulOutcome> ReadOutcomes((List<YamlNode> Items, string?[] Ids) part)
    {
        var all = new List<SuccessfulOutcome>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var outcome in Section("outcomes", "an outcome", part, ReadOutcome))
        {
            var place = _places[$"outcomes/{outcome.Id}"];
            if (places.TryAdd(NamePattern.Fold(outcome.OneLiner), place.Line))
            {
                all.Add(outcome);
                continue;
            }

            _diagnostics.ErrorAt(
                place.Line,
                place.Column,
                "MP015",
                $"Two outcomes are called {DiagnosticList.Quoted(outcome.OneLiner)}.",
                $"The other is on line {places[NamePattern.Fold(outcome.OneLiner)]}. Give each its own one-liner.");
        }

        return all;
    }

    private (SuccessfulOutcome Value, string Name) ReadOutcome(MapItem item, string id)
    {
        var oneLiner = item.RequiredText("one-liner", id);
        var outcome = new SuccessfulOutcome
        {
            Id = id,
            Name = oneLiner,
            Category = Reference(item, "for", "categories", "category"),
            Process = item.Text("process"),
            FirstNeed = item.Patterns("first need") ?? [],
            Reached = item.Patterns("reached") ?? [],
            Lost = item.Patterns("lost") ?? [],
            Opened = item.Patterns("opened") ?? [],
            Closed = item.Patterns("closed") ?? [],
            Reason = item.Text("because"),
            IsSuggested = item.YesOrNo("suggested") ?? false,
        };
        if (outcome.Reached.Count == 0 && !_diagnostics.IsCutShort)
        {
            _diagnostics.Warning(
                item.Node, "MP022", $"Nothing shows that the outcome {DiagnosticList.Quoted(oneLiner)} was reached.", "Write 'reached:' and the events that show it.");
        }

        return (outcome, oneLiner);
    }

    private (Doer Value, string Name) ReadDoer(MapItem item, string id)
    {
        var name = item.RequiredText("name", id);
        return (new Doer
        {
            Id = id,
            Name = name,
            Kind = item.RequiredChoice("is", Words.DoerKinds) ?? DoerKind.Department,
            Resources = item.Patterns("resources") ?? [],
            Teams = item.Patterns("teams") ?? [],
            Reason = item.Text("because"),
            IsSuggested = item.YesOrNo("suggested") ?? false,
        }, name);
    }
}
