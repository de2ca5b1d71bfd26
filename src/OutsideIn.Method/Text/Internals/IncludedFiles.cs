using System.Globalization;
using System.Text;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>Reads a map's file and the files it includes into one tree. Every file is read once, inside the folder of the first, up to a depth and a number.</summary>
internal sealed class IncludedFiles
{
    public const int DepthMax = 8;
    public const int CountMax = 100;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly DiagnosticList _diagnostics;
    private readonly string _top;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private long _left = MapYaml.LengthMax;

    private IncludedFiles(string path, DiagnosticList diagnostics)
    {
        (_diagnostics, _top) = (diagnostics, Path.GetDirectoryName(Path.GetFullPath(path))!);
        _read.Add(Path.GetFullPath(path));
    }

    /// <summary>The tree of a file's text with everything it includes; null where the text holds no map.</summary>
    public static YamlNode? Gather(string text, string path, DiagnosticList diagnostics)
    {
        var root = MapReader.Tree(text, path, diagnostics, isFirst: true);
        if (root is null || YamlFields.Find(root, MapReader.IncludeKey) is not { IsNothing: false } include)
        {
            return root;
        }

        var files = new IncludedFiles(path, diagnostics) { _left = MapYaml.LengthMax - text.Length };
        files.Include(root, include, path, depth: 1);
        return root;
    }

    /// <summary>The text of a file, or why there is none.</summary>
    public static (string? Text, ProblemKind Kind, string Reason) ReadText(string path, long lengthMax)
    {
        try
        {
            // Four bytes a character at most: a longer file is too long however it is written.
            var length = new FileInfo(path).Length;
            return length > 4 * lengthMax
                ? (null, ProblemKind.Conflict, length.ToString("N0", CultureInfo.InvariantCulture))
                : (Utf8.GetString(File.ReadAllBytes(path)), default, "");
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, ProblemKind.NotFound, "it is not there");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or DecoderFallbackException or NotSupportedException)
        {
            return (null, ProblemKind.Invalid, wrong is DecoderFallbackException ? "it is not UTF-8 text" : wrong.Message.TrimEnd('.'));
        }
    }

    private void Include(YamlNode root, YamlNode include, string from, int depth)
    {
        foreach (var named in include.Shape == YamlShape.List ? include.Children : [include])
        {
            if (named.Shape != YamlShape.Text)
            {
                _diagnostics.Error(named, "MP010", $"'include' of a map holds {named.ShapeWords}.", "Expected the path of a file, or a list of paths.");
            }
            else if (PathOf(named, from, depth) is { } path && TextOf(named, path) is { } text && MapReader.Tree(text, path, _diagnostics, isFirst: false) is { } part)
            {
                Merge(part, root);
                if (YamlFields.Find(part, MapReader.IncludeKey) is { IsNothing: false } inner)
                {
                    Include(root, inner, path, depth + 1);
                }
            }
        }
    }

    // The path as it is shown and opened; null, with a diagnostic, where it may not be.
    private string? PathOf(YamlNode named, string from, int depth)
    {
        var quoted = DiagnosticList.Quoted(named.Text);
        var written = named.Text.Trim().Replace('\\', '/');
        var isBad = written.Length == 0 || written.Any(char.IsControl);
        if (isBad || Path.IsPathRooted(written) || written.Contains(':', StringComparison.Ordinal))
        {
            _diagnostics.Error(named, "MP040", $"{quoted} is not a path inside the folder of the map.", "Write the path from the file you are in, such as claims/moments.yaml.");
            return null;
        }

        var path = Path.Combine(Path.GetDirectoryName(from) ?? "", written);
        var full = Path.GetFullPath(path);
        if (!full.StartsWith(_top + Path.DirectorySeparatorChar, StringComparison.Ordinal) || IsLink(full))
        {
            _diagnostics.Error(named, "MP040", $"{quoted} leaves the folder of the map.", $"Put the file into {DiagnosticList.Quoted(_top)} or a folder within it; links are not followed.");
            return null;
        }

        if (depth > DepthMax || _read.Count > CountMax)
        {
            var limit = depth > DepthMax ? $"{DepthMax} deep" : $"{CountMax} of them";
            _diagnostics.Error(named, "MP042", $"{quoted} is not read: files include files at most {limit}.", "Name the files in the first one, and put small ones together.");
            return null;
        }

        if (!_read.Add(full))
        {
            _diagnostics.Error(named, "MP041", $"{quoted} is included twice, or includes itself.", "Each file is read once; take this line out.");
            return null;
        }

        return path;
    }

    private bool IsLink(string full)
    {
        for (var at = full; at is not null && at.Length > _top.Length; at = Path.GetDirectoryName(at))
        {
            if (new FileInfo(at).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private string? TextOf(YamlNode named, string path)
    {
        var (text, kind, reason) = ReadText(path, _left);
        if (kind == ProblemKind.Conflict || text?.Length > _left)
        {
            var limit = MapYaml.LengthMax.ToString("N0", CultureInfo.InvariantCulture);
            _diagnostics.Error(named, "MP002", $"With {DiagnosticList.Quoted(named.Text)} the map is longer than {limit} characters.", "Is this a part of a map?");
            return null;
        }

        if (text is null)
        {
            _diagnostics.Error(named, "MP039", $"The file {DiagnosticList.Quoted(named.Text)} cannot be read: {reason}.", "Check its path, which counts from the file that names it, and save it as UTF-8 text.");
            return null;
        }

        _left -= text.Length;
        return text;
    }

    // Lists of entries are joined; anything else that stands twice is refused as a key that is written twice.
    private static void Merge(YamlNode part, YamlNode root)
    {
        for (var index = 0; index + 1 < part.Children.Count; index += 2)
        {
            var (key, value) = (part.Children[index], part.Children[index + 1]);
            if (YamlFields.Is(key, MapReader.VersionKey) || YamlFields.Is(key, MapReader.IncludeKey))
            {
                continue;
            }

            var isList = key.Shape == YamlShape.Text && MapReader.Root.Find(key.Text) is { List: not null };
            if (isList && value.Shape == YamlShape.List && YamlFields.Find(root, key.Text) is { } known && (known.Shape == YamlShape.List || known.IsNothing))
            {
                Join(root, known, value);
            }
            else
            {
                root.Children.AddRange([key, value]);
            }
        }
    }

    private static void Join(YamlNode root, YamlNode known, YamlNode more)
    {
        if (known.Shape == YamlShape.List)
        {
            known.Children.AddRange(more.Children);
            return;
        }

        // A section that is named and left empty.
        root.Children[root.Children.IndexOf(known)] = more;
    }
}
