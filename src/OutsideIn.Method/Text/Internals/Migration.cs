namespace OutsideIn.Method.Internals;

/// <summary>Trees of older versions of the written map to this one. Every value keeps the place where it is written.</summary>
internal static class Migration
{
    private const string ObjectivesKey = "objectives";
    private static readonly string[] MomentKeys = ["kind", "demand", "begun by"];
    private static readonly string[] WorkKinds = ["moment of truth", "internal", "rule check"];

    // Version 1 had one section for Moments of Truth, rules and activities, told apart by "is", and the objectives as texts of the organisation.
    public static YamlNode FromVersion1(YamlNode root, DiagnosticList diagnostics)
    {
        var forward = new YamlNode(YamlShape.Fields, root.Place) { EndLine = root.EndLine };
        for (var index = 0; index + 1 < root.Children.Count; index += 2)
        {
            var (key, value) = (root.Children[index], root.Children[index + 1]);
            if (YamlFields.Is(key, "activities") && value.Shape == YamlShape.List)
            {
                SplitWork(value, forward, diagnostics);
            }
            else if (YamlFields.Is(key, "organisation") && value.Shape == YamlShape.Fields)
            {
                TakeObjectives(key, value, forward);
            }
            else
            {
                forward.Children.AddRange([key, value]);
            }
        }

        return forward;
    }

    private static void SplitWork(YamlNode list, YamlNode forward, DiagnosticList diagnostics)
    {
        foreach (var item in list.Children)
        {
            var section = "activities";
            var moved = item;
            if (item.Shape == YamlShape.Fields)
            {
                var kind = KindOf(item, diagnostics);
                section = kind switch { 0 => "moments of truth", 2 => "business rules", _ => section };
                moved = WithoutStrangers(item, kind, diagnostics);
            }

            Add(forward, section, moved, list.Place);
        }
    }

    // Which of the three kinds of work; null, with a diagnostic, when it is none.
    private static int? KindOf(YamlNode item, DiagnosticList diagnostics)
    {
        if (YamlFields.Find(item, "is") is not { IsNothing: false } written)
        {
            diagnostics.Missing(item, "MP012", "An activity has no 'is'.", $"Write 'is:' and one of: {string.Join(", ", WorkKinds)}.");
            return null;
        }

        var kind = written.Shape == YamlShape.Text ? Array.FindIndex(WorkKinds, word => Keys.Alike.Equals(word, written.Text)) : -1;
        if (kind < 0)
        {
            var shown = written.Shape == YamlShape.Text ? DiagnosticList.Quoted(written.Text) : written.ShapeWords;
            diagnostics.Error(written, "MP011", $"{shown} is not a value of 'is'.", DiagnosticList.Expected(written.Text, WorkKinds));
            return null;
        }

        return kind;
    }

    private static YamlNode WithoutStrangers(YamlNode item, int? kind, DiagnosticList diagnostics)
    {
        var kept = new YamlNode(YamlShape.Fields, item.Place) { EndLine = item.EndLine, IsFlow = item.IsFlow };
        for (var index = 0; index + 1 < item.Children.Count; index += 2)
        {
            var (key, value) = (item.Children[index], item.Children[index + 1]);
            if (YamlFields.Is(key, "is"))
            {
                continue;
            }

            var isMoments = Array.Exists(MomentKeys, known => YamlFields.Is(key, known));
            var isStrange = (isMoments && kind != 0) || (YamlFields.Is(key, "answer") && kind != 2);
            if (!isStrange)
            {
                kept.Children.AddRange([key, value]);
            }
            else if (kind is not null && !value.IsNothing)
            {
                var (reason, word) = isMoments ? ("the activity is not a Moment of Truth.", WorkKinds[0]) : ("the activity is not a rule check.", WorkKinds[2]);
                diagnostics.Error(key, "MP018", $"'{key.Text}' has no meaning here: {reason}", $"Write 'is: {word}', or take the key out.");
            }
        }

        return kept;
    }

    private static void TakeObjectives(YamlNode key, YamlNode organisation, YamlNode forward)
    {
        var kept = new YamlNode(YamlShape.Fields, organisation.Place) { EndLine = organisation.EndLine, IsFlow = organisation.IsFlow };
        for (var index = 0; index + 1 < organisation.Children.Count; index += 2)
        {
            var (field, value) = (organisation.Children[index], organisation.Children[index + 1]);
            if (YamlFields.Is(field, ObjectivesKey) && value.Shape != YamlShape.Fields && !value.IsNothing)
            {
                foreach (var text in value.Shape == YamlShape.List ? value.Children : [value])
                {
                    Add(forward, ObjectivesKey, AsObjective(text), value.Place);
                }
            }
            else
            {
                kept.Children.AddRange([field, value]);
            }
        }

        forward.Children.AddRange([key, kept]);
    }

    private static YamlNode AsObjective(YamlNode text)
    {
        var objective = new YamlNode(YamlShape.Fields, text.Place) { EndLine = text.EndLine };
        objective.Children.AddRange([new YamlNode(YamlShape.Text, text.Place) { Text = "name", IsPlain = true }, text]);
        return objective;
    }

    private static void Add(YamlNode root, string section, YamlNode item, Place place)
    {
        var list = YamlFields.Find(root, section);
        if (list is not { Shape: YamlShape.List })
        {
            list = new YamlNode(YamlShape.List, place);
            root.Children.AddRange([new YamlNode(YamlShape.Text, place) { Text = section, IsPlain = true }, list]);
        }

        list.Children.Add(item);
        list.EndLine = item.EndLine;
    }
}
