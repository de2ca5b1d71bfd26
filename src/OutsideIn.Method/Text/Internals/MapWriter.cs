using System.Globalization;

namespace OutsideIn.Method.Internals;

/// <summary>A map to text. What equals the value taken when nothing is written is left out.</summary>
internal sealed class MapWriter
{
    private readonly GroupWriter _groups = new();

    /// <summary>The whole map.</summary>
    public static string Write(OutsideInMap map)
    {
        var writer = new MapWriter();
        writer.Head();
        var empty = new List<string>();
        foreach (var (field, guide) in SectionGuide.All)
        {
            if (guide.IsAlways || !GroupWriter.IsLeftOut(field, map))
            {
                writer.Add(field, guide, map);
            }
            else
            {
                empty.Add(field.Key);
            }
        }

        writer.Foot(empty);
        return writer._groups.ToString();
    }

    /// <summary>One section with its comments and the empty line before them.</summary>
    public static string Section(FieldFormat field, OutsideInMap map)
    {
        var writer = new MapWriter();
        writer.Add(field, SectionGuide.All.First(one => ReferenceEquals(one.Field, field)).Guide, map);
        return writer._groups.ToString();
    }

    private void Head()
    {
        _groups.Comment("A map for OutsideIn: what the customers need, and what the work is. Every key is told in docs/map.md.");
        _groups.Line(string.Create(CultureInfo.InvariantCulture, $"{MapReader.VersionKey}: {OutsideInMap.FormatVersion}"));
    }

    private void Add(FieldFormat field, SectionGuide guide, OutsideInMap map)
    {
        _groups.Line("");
        foreach (var comment in guide.Comments)
        {
            _groups.Comment(comment);
        }

        _groups.Field(field, map, indent: 0);
    }

    private void Foot(List<string> empty)
    {
        if (empty.Count == 0)
        {
            return;
        }

        _groups.Line("");
        _groups.Comment("Sections for when they are needed:");
        foreach (var line in empty.Chunk(8))
        {
            _groups.Comment("  " + string.Join(", ", line));
        }
    }
}
