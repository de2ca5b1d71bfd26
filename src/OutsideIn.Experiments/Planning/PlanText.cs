using System.Security.Cryptography;
using System.Text;
using OutsideIn.Experiments.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>The canonical text of a plan: what is locked, and what its hash is of.</summary>
/// <remarks>
/// One line a key in a fixed order, <c>key: value</c>, lines ended by a line feed, numbers in the shortest form that reads
/// back the same, line breaks and backslashes inside a value written as <c>\n</c>, <c>\r</c> and <c>\\</c>. Two plans have one text exactly
/// when they are equal, on every machine and in every build that writes the same <see cref="Version"/>.
/// </remarks>
public static class PlanText
{
    /// <summary>The version of the text this build writes; a text of another is refused.</summary>
    public const int Version = 1;

    internal const string Head = "OutsideIn plan, version ";

    /// <summary>The text of a plan; it ends with a line feed.</summary>
    public static string Of(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder().Append(Head).Append(Version).Append('\n');
        foreach (var (key, value) in PlanLines.Of(plan))
        {
            text.Append(key).Append(": ").Append(Escaped(value)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>SHA-256 of the text in UTF-8, as 64 small hexadecimal digits.</summary>
    public static string HashOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Reads a text back.</summary>
    /// <returns>The plan whose text it is; <c>EX001</c> where it is no plan of this version, <c>EX002</c> with the line that cannot be read or the key that is missing.</returns>
    public static Result<ExperimentPlan> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        if (!string.Equals(lines[0], $"{Head}{Version}", StringComparison.Ordinal))
        {
            return new Problem(
                ProblemKind.Invalid, "EX001", $"This is no plan of version {Version}: it begins with \"{lines[0][..Math.Min(lines[0].Length, 60)]}\".",
                "Give the text as it was locked. One of a newer version needs a newer program.");
        }

        return PlanReading.Read(lines);
    }

    private static string Escaped(string value) => value.Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal)
        .Replace("\r", @"\r", StringComparison.Ordinal);
}
