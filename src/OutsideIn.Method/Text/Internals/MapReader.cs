using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>A tree of values to a map. Never fails: what is wrong is left out and said.</summary>
internal sealed class MapReader
{
    public const string VersionKey = "outsidein";
    public const string IncludeKey = "include";

    private static readonly string[] RootKeys = [VersionKey, IncludeKey];

    private readonly DiagnosticList _diagnostics;
    private readonly GroupReader _groups;

    private MapReader(DiagnosticList diagnostics, Dictionary<object, YamlNode>? sources = null)
    {
        _diagnostics = diagnostics;
        _groups = new GroupReader(diagnostics, new IdBook(diagnostics)) { Sources = sources };
    }

    public static GroupFormat Root { get; } = GroupFormat.Of(typeof(OutsideInMap));

    /// <summary>The one list of the map that has a subject of its own and is not of entries.</summary>
    public static FieldFormat HandOffs { get; } = Root.Fields.First(static field => string.Equals(field.Property.Name, nameof(OutsideInMap.HandOffEvents), StringComparison.Ordinal));

    /// <summary>The map of one text.</summary>
    public static MapDocument Read(string text, string file)
    {
        var diagnostics = new DiagnosticList();
        var root = Tree(text, file, diagnostics, isFirst: true);
        if (root is not null && YamlFields.Find(root, IncludeKey) is { IsNothing: false } include)
        {
            diagnostics.Error(include, "MP043", "A text that is in no file cannot include other files.", "Give the path of the file to the program, or put the sections of the included files into this text.");
        }

        return Read(root, diagnostics);
    }

    /// <summary>The map of a file's text and of the files it includes.</summary>
    public static MapDocument ReadFile(string text, string path)
    {
        var diagnostics = new DiagnosticList();
        return Read(IncludedFiles.Gather(text, path, diagnostics), diagnostics);
    }

    /// <summary>The version a text says it is of; null where it says none that can be read.</summary>
    public static int? VersionOf(string text)
    {
        var diagnostics = new DiagnosticList();
        return YamlTree.Read(text, "", diagnostics).Root is { Shape: YamlShape.Fields } root ? Version(root, diagnostics, isFirst: false, isWhole: true) : null;
    }

    /// <summary>The map of a tree of format <see cref="OutsideInMap.FormatVersion"/>; the empty map of none.</summary>
    public static MapDocument Read(YamlNode? root, DiagnosticList diagnostics)
    {
        if (root is null)
        {
            return new MapDocument(OutsideInMap.Empty, diagnostics.InOrder(), new Dictionary<string, Place>(StringComparer.Ordinal));
        }

        var reader = new MapReader(diagnostics);
        var map = reader.Read(root);
        return new MapDocument(map, diagnostics.InOrder(), reader._groups.Places);
    }

    /// <summary>The map of one text with the tree it was read from, and the node of each record; null for what holds no map.</summary>
    public static (YamlNode? Root, OutsideInMap Map, IReadOnlyDictionary<object, YamlNode> Sources) ReadWithSources(string text)
    {
        var diagnostics = new DiagnosticList();
        var sources = new Dictionary<object, YamlNode>(ReferenceEqualityComparer.Instance);
        var root = Tree(text, "", diagnostics, isFirst: true);
        return (root, root is null ? OutsideInMap.Empty : new MapReader(diagnostics, sources).Read(root), sources);
    }

    /// <summary>The tree of one text, brought forward to this format; null where it holds no map.</summary>
    public static YamlNode? Tree(string text, string file, DiagnosticList diagnostics, bool isFirst)
    {
        var (root, isWhole) = YamlTree.Read(text, file, diagnostics);
        diagnostics.IsCutShort |= !isWhole;
        if (root is not { Shape: YamlShape.Fields })
        {
            if (isWhole)
            {
                var found = root is null || root.IsNothing ? "nothing" : root.ShapeWords;
                diagnostics.ErrorAt(
                    root?.Place ?? new Place(file, 1, 1),
                    "MP005",
                    $"A map was expected, and the document holds {found}.",
                    string.Create(CultureInfo.InvariantCulture, $"Begin with a line 'outsidein: {OutsideInMap.FormatVersion}'."));
            }

            return null;
        }

        return Version(root, diagnostics, isFirst, isWhole) switch
        {
            null => null,
            1 => Migration.FromVersion1(root, diagnostics),
            _ => root,
        };
    }

    private OutsideInMap Read(YamlNode root)
    {
        _groups.Enter(Root, root);
        var map = (OutsideInMap)_groups.Read(Root, root, "a map", RootKeys)!;
        ReportOutcomes(map);
        return map;
    }

    // Null for a version that cannot be read.
    private static int? Version(YamlNode root, DiagnosticList diagnostics, bool isFirst, bool isWhole)
    {
        const int Newest = OutsideInMap.FormatVersion;
        var newest = Newest.ToString(CultureInfo.InvariantCulture);
        if (YamlFields.Find(root, VersionKey) is not { IsNothing: false } node)
        {
            if (isFirst && isWhole)
            {
                diagnostics.Error(root, "MP006", "The document does not say which version of the written map it is.", $"Begin with a line 'outsidein: {newest}'.");
            }

            return Newest;
        }

        var isNumber = int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (node.Shape == YamlShape.Text && isNumber && number is >= 1 and <= Newest)
        {
            return number;
        }

        var written = node.Shape == YamlShape.Text ? DiagnosticList.Quoted(node.Text) : "What stands here";
        var isNewer = isNumber && number > Newest;
        diagnostics.Error(
            node,
            "MP007",
            isNewer ? $"The map is of version {written}, which is newer than this program." : $"{written} is not a version of the written map.",
            isNewer ? $"Update the program; it reads versions 1 to {newest}." : $"Expected: {newest}.");
        return isNewer ? null : Newest;
    }

    private void ReportOutcomes(OutsideInMap map)
    {
        var seen = new Dictionary<(string Name, string? Experience, int Revolution), SuccessfulOutcome>();
        var hasLog = map.Doers.Count > 0 || map.HandOffEvents.Count > 0;
        foreach (var outcome in map.Outcomes)
        {
            var place = _groups.Places[outcome.Subject];
            var key = (NamePattern.Fold(outcome.Name), outcome.Experience, outcome.Revolution);
            if (!seen.TryAdd(key, outcome))
            {
                var other = _groups.Places[seen[key].Subject];
                _diagnostics.ErrorAt(
                    place,
                    "MP015",
                    $"Two outcomes are called {DiagnosticList.Quoted(outcome.Name)}.",
                    $"The other is on line {other.Line}. Give each its own one-liner, experience or revolution.");
            }

            var namesEvents = outcome.FirstNeed.Count + outcome.Lost.Count + outcome.Opened.Count + outcome.Closed.Count > 0;
            if (outcome.Reached.Count == 0 && (hasLog || namesEvents) && !_diagnostics.IsCutShort)
            {
                _diagnostics.WarningAt(place, "MP022", $"Nothing shows that the outcome {DiagnosticList.Quoted(outcome.Name)} was reached.", "Write 'reached:' and the events that show it.");
            }
        }
    }
}
