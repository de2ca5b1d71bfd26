using System.Text.Json;
using System.Text.RegularExpressions;

namespace OutsideIn.Tests.Support;

/// <summary>Numbers of an oracle file that no test holds against ours.</summary>
/// <param name="Where">A pattern of their paths, such as <c>cases\[4\]\.coef</c>.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Why">What stands in the way.</param>
internal sealed record OracleLeft(string Where, int Count, string Why);

/// <summary>What one file of shared/oracles/statistics holds, and how much of it is compared.</summary>
/// <param name="Name">The file, without its ending.</param>
/// <param name="Numbers">All its numbers.</param>
/// <param name="Given">A pattern of the paths of what a case is given, which is put into our methods and not compared.</param>
/// <param name="Results">How many numbers are results.</param>
internal sealed record OracleFile(string Name, int Numbers, string Given, int Results)
{
    /// <summary>Results that are not compared.</summary>
    public IReadOnlyList<OracleLeft> Left { get; init; } = [];

    /// <summary>How many results are compared.</summary>
    public int Compared => Results - Left.Sum(static one => one.Count);

    /// <summary>Whether a path is of what a case is given.</summary>
    public bool IsGiven(string path) => Given.Length > 0 && Fits(Given, path);

    /// <summary>Whether a path fits a pattern.</summary>
    public static bool Fits(string pattern, string path) => Regex.IsMatch(path, pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));

    /// <summary>The paths of all numbers of a file: <c>cases[4].coef[0]</c>; the texts NaN, Infinity and -Infinity are numbers too.</summary>
    public static IReadOnlyList<string> Paths(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return [.. Paths(document.RootElement, "")];
    }

    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(one => Paths(one.Value, path.Length == 0 ? one.Name : $"{path}.{one.Name}")),
        JsonValueKind.Array => element.EnumerateArray().Index().SelectMany(one => Paths(one.Item, $"{path}[{one.Index}]")),
        JsonValueKind.Number => [path],
        JsonValueKind.String when element.GetString() is "NaN" or "Infinity" or "-Infinity" => [path],
        _ => [],
    };
}
