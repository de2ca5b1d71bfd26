namespace OutsideIn.Method.Internals;

/// <summary>Writes a map over the text it was read from: what did not change stays as it stands, with its comments.</summary>
internal static class MapRewriter
{
    /// <summary>The text; a new one, without the old comments, where the old one is too unlike a block of keys to be kept.</summary>
    public static string Rewrite(string text, OutsideInMap map)
    {
        var body = text.StartsWith('\uFEFF') ? text[1..] : text;
        var (root, before, sources) = MapReader.ReadWithSources(body);
        if (root is null || root.IsFlow || root.Children.Count == 0)
        {
            return Sameness.Same(MapReader.Root, before, map) ? text : MapWriter.Write(map);
        }

        var isWhole = YamlFields.Find(root, MapReader.IncludeKey) is null;
        if (isWhole && Sameness.Same(MapReader.Root, before, map))
        {
            return text;
        }

        if (YamlFields.Find(root, MapReader.VersionKey) is { Text: "1" })
        {
            return TextMigration.FromVersion1(body) is { } forward ? Rewrite(forward, map) : MapWriter.Write(map);
        }

        var lines = new TextLines(body);
        var stale = StaleNames.Between(before, map);

        // An entry without an id has one made of its name and those of others; where that no longer gives the same, it is written down.
        foreach (var writesIds in (bool[])[false, true])
        {
            var rewriter = new BlockRewriter(lines, sources, stale) { WritesIds = writesIds };
            var written = string.Concat(rewriter.Document(root, before, map));
            if (Sameness.Same(MapReader.Root, MapYaml.Read(written, "").Map, map))
            {
                return text[..(text.Length - body.Length)] + written;
            }
        }

        return MapWriter.Write(map);
    }
}
