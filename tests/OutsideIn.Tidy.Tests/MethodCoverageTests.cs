using System.Globalization;
using System.Text.RegularExpressions;

namespace OutsideIn.Tidy.Tests;

/// <summary>docs/method-coverage.md has a row for everything the method names, and each row points at code and a test that are there, or says why not.</summary>
public sealed partial class MethodCoverageTests
{
    private static readonly string Page = Path.Combine(Repo.Root, "docs", "method-coverage.md");

    private static readonly IReadOnlyList<CoverageRow> Rows = [.. File.ReadLines(Page).Select(Read).OfType<CoverageRow>()];

    [Fact]
    public void Every_row_of_the_method_is_there_once()
    {
        IEnumerable<string> expected =
        [
            .. Enumerable.Range(1, 65).Select(Number).SelectMany(static row => row == "62" ? ["62", "62b"] : new[] { row }),
            .. Enumerable.Range(1, 19).Select(static number => $"F{Number(number)}"),
            .. Enumerable.Range(1, 32).Select(static number => $"§6.{Number(number)}"),
        ];
        Assert.Equal(expected, Rows.Select(static row => row.Number));
    }

    [Fact]
    public void No_row_points_nowhere() => Assert.Empty(Rows.SelectMany(Faults));

    [Theory]
    [InlineData("| 1 | Outcome | | [`A`](../tests/OutsideIn.Tidy.Tests/Repo.cs) | |", "nothing")]
    [InlineData("| 1 | Outcome | [`Repo`](../src/Gone.cs) | [`Repo`](../tests/OutsideIn.Tidy.Tests/Repo.cs) | |", "no file")]
    [InlineData("| 1 | Outcome | [`Gone`](../tests/OutsideIn.Tidy.Tests/Repo.cs) | [`Repo`](../tests/OutsideIn.Tidy.Tests/Repo.cs) | |", "does not speak of")]
    [InlineData("| 1 | Outcome | – | – | |", "no reason")]
    public void The_rule_bites_on_a_planted_row(string line, string fault) =>
        Assert.Contains(Faults(Read(line)!), found => found.Contains(fault, StringComparison.Ordinal));

    private static CoverageRow? Read(string line)
    {
        var cells = line.Split('|').Select(static cell => cell.Trim()).ToArray();
        return cells.Length == 7 && RowNumber().IsMatch(cells[1]) ? new CoverageRow(cells[1], cells[3], cells[4], cells[5]) : null;
    }

    // A dash in place of code or test asks for a written reason.
    private static IEnumerable<string> Faults(CoverageRow row)
    {
        foreach (var (what, cell) in new[] { ("code", row.Code), ("test", row.Test) })
        {
            var links = Link().Matches(cell);
            if (links.Count == 0 && cell != "–")
            {
                yield return $"Row {row.Number} has nothing for its {what}.";
            }

            if (cell == "–" && row.Why.Length < 20)
            {
                yield return $"Row {row.Number} has no {what} and no reason.";
            }

            foreach (var fault in links.SelectMany(link => FaultsOf(row, link.Groups[1].Value, link.Groups[2].Value)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> FaultsOf(CoverageRow row, string name, string target)
    {
        var path = Path.GetFullPath(Path.Combine(Repo.Root, "docs", target));
        if (!File.Exists(path))
        {
            yield return $"Row {row.Number}: there is no file {target}.";
        }
        else if (!File.ReadAllText(path).Contains(name, StringComparison.Ordinal))
        {
            yield return $"Row {row.Number}: {target} does not speak of {name}.";
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(F|§6\.)?\d+b?$", RegexOptions.None, 1000)]
    private static partial Regex RowNumber();

    [GeneratedRegex(@"\[`?([^\]`]+)`?\]\(([^)]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    private sealed record CoverageRow(string Number, string Code, string Test, string Why);
}
