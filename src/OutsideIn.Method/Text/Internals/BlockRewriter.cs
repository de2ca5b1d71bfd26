namespace OutsideIn.Method.Internals;

/// <summary>Writes changed records over the lines their keys stand on. Every line that no change touches is given back as it is.</summary>
internal sealed class BlockRewriter(TextLines lines, IReadOnlyDictionary<object, YamlNode> sources, StaleNames stale)
{
    /// <summary>Whether entries that stand in the text without an id get theirs.</summary>
    public bool WritesIds { get; init; }

    /// <summary>The lines of the whole document.</summary>
    public IReadOnlyList<string> Document(YamlNode root, OutsideInMap before, OutsideInMap after) =>
        Keys(new Span(MapReader.Root, root, 1, lines.Count), before, after);

    // A group of keys, each on lines of its own, that stands on these lines.
    private sealed record Span(GroupFormat Format, YamlNode Node, int First, int Last)
    {
        public int Indent => Node.Place.Column - 1;

        public bool IsRoot => ReferenceEquals(Format, MapReader.Root);

        // Where among the keys a new one belongs.
        public int Order(FieldFormat field)
        {
            if (!IsRoot)
            {
                return field.Index;
            }

            for (var index = 0; index < SectionGuide.All.Count; index++)
            {
                if (ReferenceEquals(SectionGuide.All[index].Field, field))
                {
                    return index;
                }
            }

            return int.MaxValue;
        }
    }

    // Lines that belong together: those before a key, and its own.
    private sealed record Chunk(FieldFormat? Field, IEnumerable<string> Lead, IEnumerable<string> Body);

    private List<string> Keys(Span span, object before, object after)
    {
        var chunks = new List<Chunk>();
        var written = new HashSet<FieldFormat>();
        var end = span.First - 1;
        for (var index = 0; index + 1 < span.Node.Children.Count; index += 2)
        {
            var (key, value) = (span.Node.Children[index], span.Node.Children[index + 1]);
            var field = key.Shape == YamlShape.Text ? span.Format.Find(key.Text) : null;
            var (first, last) = (key.Line, Math.Max(key.EndLine, value.EndLine));
            var lead = lines.Whole(end + 1, first - 1);
            if (field is not null && written.Add(field))
            {
                var body = Key(span, field, new Pair(key, value, first, last), before, after);
                chunks.Add(new Chunk(field, body is null ? [] : lead, body ?? []));
            }
            else if (!span.IsRoot || !YamlFields.Is(key, MapReader.IncludeKey))
            {
                chunks.Add(new Chunk(null, lead, lines.Whole(first, last)));
            }

            end = last;
        }

        foreach (var field in span.Format.Fields.Where(field => !written.Contains(field) && IsNew(span, field, before, after)))
        {
            var at = chunks.FindLastIndex(chunk => chunk.Field is { } other && span.Order(other) < span.Order(field));
            chunks.Insert(at < 0 ? FirstPlace(span, chunks) : at + 1, new Chunk(field, [], New(span, field, after)));
        }

        return [.. chunks.SelectMany(static chunk => chunk.Lead.Concat(chunk.Body)), .. lines.Whole(end + 1, span.Last)];
    }

    // Behind what is no key of the map, such as its version.
    private static int FirstPlace(Span span, List<Chunk> chunks) =>
        span.IsRoot ? Math.Max(chunks.FindIndex(static chunk => chunk.Field is not null), chunks.TakeWhile(static chunk => chunk.Field is null).Count()) : 0;

    private bool IsNew(Span span, FieldFormat field, object before, object after)
    {
        if (field.IsId)
        {
            return WritesIds || (span.Format.NameField is { } name && !Sameness.Same(name, before, after));
        }

        return !GroupWriter.IsSilent(field, after);
    }

    private IEnumerable<string> New(Span span, FieldFormat field, object after) =>
        Ended(span.IsRoot ? MapWriter.Section(field, (OutsideInMap)after) : GroupWriter.Text(field, after, span.Indent));

    private IEnumerable<string> Ended(string text) => text.Split('\n')[..^1].Select(line => line + lines.End);

    private sealed record Pair(YamlNode Key, YamlNode Value, int First, int Last);

    // The lines of a key that stands in the text; null where it goes.
    private IEnumerable<string>? Key(Span span, FieldFormat field, Pair pair, object before, object after)
    {
        if (Sameness.Same(field, before, after) && !stale.IsIn(field, pair.Value))
        {
            return !WritesIds || field.Group is not { IsEntry: true } ? lines.Whole(pair.First, pair.Last) : Items(field, pair, before, after);
        }

        if (field.Group is not null && field.List is not null && IsBlock(pair) && (field.Items(after).Count > 0 || Blocks(field, pair, before).Exists(static block => block.Record is null)))
        {
            return Items(field, pair, before, after);
        }

        return Inner(field, pair, before, after) ?? (!span.IsRoot && GroupWriter.IsSilent(field, after) ? null : WithComment(pair, GroupWriter.Text(field, after, span.Indent)));
    }

    // The keys of a group that stands below its own key; null for any other.
    private IEnumerable<string>? Inner(FieldFormat field, Pair pair, object before, object after)
    {
        var isBlock = field is { Group: not null, List: null } && pair.Value is { Shape: YamlShape.Fields, IsFlow: false } && pair.Value.Line > pair.Key.Line && pair.Value.EndLine <= pair.Last;
        return isBlock && field.Get(before) is { } old && field.Get(after) is { } now
            ? lines.Whole(pair.First, pair.Key.Line).Concat(Keys(new Span(field.Group!, pair.Value, pair.Key.Line + 1, pair.Last), old, now))
            : null;
    }

    // What stands behind the value on its line stays there.
    private string[] WithComment(Pair pair, string text)
    {
        var written = Ended(text).ToArray();
        var value = pair.Value;
        // An alias, and a bracket the text ends within, have no end to look behind.
        if (value.EndColumn > 0 && value.Line == pair.Key.Line && value.EndLine == value.Line && value.EndColumn <= lines[value.Line].Length)
        {
            var behind = lines[value.Line][(value.EndColumn - 1)..];
            if (behind.AsSpan().TrimStart().StartsWith("#"))
            {
                written[0] = written[0][..^lines.End.Length] + behind + lines.End;
            }
        }

        return written;
    }

    // A list whose items begin on lines of their own behind a dash.
    private bool IsBlock(Pair pair)
    {
        var last = pair.Key.Line;
        foreach (var item in pair.Value.Shape == YamlShape.List && !pair.Value.IsFlow ? pair.Value.Children : [])
        {
            if (item.Line <= last || item.EndLine > pair.Last || !lines[item.Line].AsSpan(0, item.Place.Column - 1).Trim().SequenceEqual("-"))
            {
                return false;
            }

            last = item.EndLine;
        }

        return last > pair.Key.Line;
    }

    private IEnumerable<string> Items(FieldFormat field, Pair pair, object before, object after)
    {
        if (!IsBlock(pair))
        {
            return Sameness.Same(field, before, after) && !WritesIds ? lines.Whole(pair.First, pair.Last) : WithComment(pair, GroupWriter.Text(field, after, pair.Key.Place.Column - 1));
        }

        var blocks = Blocks(field, pair, before);
        var left = new ItemBlocks(field.Group!, blocks);
        var result = new List<string>(lines.Whole(pair.First, pair.Key.Line));
        AddUnread(left.UnreadBehind(-1), result);
        foreach (var item in field.Items(after))
        {
            if (left.Take(item) is not { } index)
            {
                result.AddRange(Ended(GroupWriter.ItemText(field, item, lines.Indent(pair.Value.Line))));
                continue;
            }

            result.AddRange(lines.Whole(blocks[index].Lead, blocks[index].First - 1));
            result.AddRange(Item(field, blocks[index], item));
            AddUnread(left.UnreadBehind(index), result);
        }

        AddUnread(left.UnreadLeft(), result);
        return result.Concat(lines.Whole(blocks[^1].Last + 1, pair.Last));
    }

    private void AddUnread(IEnumerable<ItemBlock> blocks, List<string> result)
    {
        foreach (var block in blocks)
        {
            result.AddRange(lines.Whole(block.Lead, block.Last));
        }
    }

    private List<ItemBlock> Blocks(FieldFormat field, Pair pair, object before)
    {
        var records = new Dictionary<YamlNode, object>(ReferenceEqualityComparer.Instance);
        foreach (var record in field.Items(before))
        {
            if (sources.TryGetValue(record, out var source))
            {
                records[source] = record;
            }
        }

        var blocks = new List<ItemBlock>();
        var end = pair.Key.Line;
        foreach (var item in pair.Value.Children)
        {
            var last = item.EndLine;

            // A comment further in than the dash is about what stands above it.
            for (var line = last + 1; line < lines.Count && (lines.IsBlank(line) || (lines.IsComment(line) && lines.Indent(line) >= item.Place.Column - 1)); line++)
            {
                last = lines.IsComment(line) ? line : last;
            }

            blocks.Add(new ItemBlock(records.GetValueOrDefault(item), item, end + 1, item.Line, last));
            end = last;
        }

        return blocks;
    }

    private IEnumerable<string> Item(FieldFormat field, ItemBlock block, object after)
    {
        var isUntouched = Sameness.Same(field.Group!, block.Record!, after) && !WritesIds && !stale.IsIn(field.Group!, block.Node);
        if (isUntouched)
        {
            return lines.Whole(block.First, block.Last);
        }

        var line = lines[block.First];
        var dash = line.IndexOf('-', StringComparison.Ordinal);
        if (block.Node.Shape != YamlShape.Fields || block.Node.IsFlow)
        {
            return Ended(GroupWriter.ItemText(field, after, dash)).Concat(lines.Whole(block.Node.EndLine + 1, block.Last));
        }

        // The dash belongs to whatever key comes first.
        lines[block.First] = line[..dash] + ' ' + line[(dash + 1)..];
        var keys = Keys(new Span(field.Group!, block.Node, block.First, block.Last), block.Record!, after);
        lines[block.First] = line;
        var first = keys.FindIndex(static one => one.AsSpan().Trim() is { IsEmpty: false } text && !text.StartsWith("#"));
        keys[first] = keys[first][..dash] + '-' + keys[first][(dash + 1)..];
        return keys;
    }
}
