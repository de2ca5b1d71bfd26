using System.Text.RegularExpressions;
using System.Xml.Linq;
using OutsideIn.Method;
using OutsideIn.Method.Internals;

namespace OutsideIn.Tests.Method;

/// <summary>The doc comments of the map's records, put for somebody who writes a map and knows no records.</summary>
internal static partial class MapComments
{
    private static readonly Dictionary<string, XElement> Members =
        XDocument.Load(Path.ChangeExtension(typeof(OutsideInMap).Assembly.Location, ".xml"))
            .Descendants("member").ToDictionary(static member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    public static string Of(Type type) => Text($"T:{type.FullName}");

    public static string Of(FieldFormat field) => field.IsId
        ? "Short id, unique in the whole map: letters, digits, -, _ and . only. Made of the name where none is written."
        : Text($"P:{field.Property.DeclaringType!.FullName}.{field.Property.Name}");

    /// <summary>What each word of a fixed set means, in the order of the set.</summary>
    public static IEnumerable<(string Word, string Meaning)> Words(FieldFormat field) =>
        from word in field.Words!.All
        let value = field.Words.Find(word)!
        select (word, Text($"F:{value.GetType().FullName}.{value}"));

    private static string Text(string member)
    {
        Assert.True(Members.TryGetValue(member, out var comment), $"{member} has no doc comment.");
        var text = Spaces().Replace(string.Concat(comment.Element("summary")!.Nodes().Select(Spell)), " ").Trim();

        // A key is left out where a property is null, and an id may be a name.
        text = Nulls().Replace(text, "");
        text = text.StartsWith("Id of ", StringComparison.Ordinal) ? "Id or name of " + text[6..]
            : text.StartsWith("Ids of ", StringComparison.Ordinal) ? "Ids or names of " + text[7..]
            : text.Replace(": ids of ", ": ids or names of ", StringComparison.Ordinal).Replace("name or id of", "name or id of", StringComparison.Ordinal);
        return text;
    }

    private static string Spell(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => Keys.OfProperty(see.Attribute("cref")!.Value.Split('.')[^1]),
        XElement element => string.Concat(element.Nodes().Select(Spell)),
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"([;,]( or)? null [^.;:]*|\. Null [^.]*)(?=[.;:])|; <c>""""</c>[^.]*|; """" where[^.]*", RegexOptions.None, 1000)]
    private static partial Regex Nulls();
}
