using System.Globalization;
using OutsideIn.Method.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>The map as a YAML document that a person writes and reads. The layout is in docs/map.md.</summary>
public static class MapYaml
{
    /// <summary>The longest text read, in UTF-16 units; longer is refused unread.</summary>
    public const int LengthMax = 16_000_000;

    /// <summary>Reads a map. Never fails: what cannot be read is left out and said in the diagnostics.</summary>
    /// <param name="text">The YAML text. One that includes files is refused with <c>MP043</c> and read without them.</param>
    /// <param name="fileName">The name that diagnostics show.</param>
    /// <returns>
    /// The map with every diagnostic, at most 200 and a last one that counts the rest. The map is empty where the text is
    /// too long, holds control characters, is nested too deep, unfolds into too much, or is of a newer version.
    /// </returns>
    public static MapDocument Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        return text.Length > LengthMax ? TooLong(fileName, text.Length) : MapReader.Read(text, fileName);
    }

    /// <summary>Reads a map from a UTF-8 file and the files it includes; a file that is too long is refused before it is read.</summary>
    /// <param name="path">The file's path; diagnostics show it as given, and included files by their path from the same place.</param>
    /// <returns>As <see cref="Read"/>; or problem <c>MP001</c> when the file cannot be opened or is not UTF-8.</returns>
    public static Result<MapDocument> ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var (text, kind, reason) = IncludedFiles.ReadText(path, LengthMax);
        if (text is not null)
        {
            return text.Length > LengthMax ? TooLong(path, text.Length) : MapReader.ReadFile(text, path);
        }

        return kind switch
        {
            ProblemKind.Conflict => TooLong(path, new FileInfo(path).Length),
            ProblemKind.NotFound => new Problem(kind, "MP001", $"There is no file '{path}'.", "Check the path of the map."),
            _ => new Problem(kind, "MP001", $"The map '{path}' cannot be read: {reason}.", "Save it as a UTF-8 text file that you may read."),
        };
    }

    /// <summary>Writes a map for a person to read and edit, with a comment before each section.</summary>
    /// <remarks>
    /// Reading the text gives an equal map, for every map that keeps the promises of <see cref="OutsideInMap"/>. Half a
    /// surrogate pair, which is no character, becomes U+FFFD.
    /// </remarks>
    /// <returns>YAML text that ends with a line feed.</returns>
    public static string Write(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return MapWriter.Write(map);
    }

    /// <summary>Writes a map over the text of another, usually the one it was read from before it was changed.</summary>
    /// <remarks>
    /// An entry that did not change stands as it stood, with its comments, empty lines and spelling. In an entry that did,
    /// the same holds for its keys. What is gone takes the comment lines above it along; what is new stands where the map
    /// has it, at the end where it was added there. Keys that are unknown stay. A text of an older version
    /// is brought forward first. One in brackets, and one whose anchors no longer serve, is written anew, as <see cref="Write"/> does. A text that includes files is
    /// given the whole map, and includes nothing any more.
    /// </remarks>
    /// <param name="text">The YAML text, with or without faults.</param>
    /// <param name="map">The map the text is to read as.</param>
    /// <returns>Text that reads as <paramref name="map"/>; the very same text where it does already.</returns>
    public static string Rewrite(string text, OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(map);
        return text.Length > LengthMax ? Write(map) : MapRewriter.Rewrite(text, map);
    }

    /// <summary>A text of an older version as text of the newest, with its comments; any other text as it is.</summary>
    /// <param name="text">The YAML text, with or without faults.</param>
    /// <returns>Text that reads as the given text does.</returns>
    public static string BringForward(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var body = text.TrimStart('\uFEFF');
        var isOld = text.Length <= LengthMax && MapReader.VersionOf(body) is 1;
        return isOld ? TextMigration.FromVersion1(body) ?? Write(Read(body, "").Map) : text;
    }

    private static MapDocument TooLong(string file, long length)
    {
        var (found, limit) = (length.ToString("N0", CultureInfo.InvariantCulture), LengthMax.ToString("N0", CultureInfo.InvariantCulture));
        var diagnostic = new MapDiagnostic(
            Severity.Error,
            "MP002",
            $"The text is {found} characters long, and a map may have {limit}.",
            "Is this a map? A log is given first, and the map behind '--map'.",
            new Place(file, 1, 1));
        return new MapDocument(OutsideInMap.Empty, [diagnostic], new Dictionary<string, Place>(StringComparer.Ordinal));
    }
}
