using System.Text;
using OutsideIn.Method;

namespace OutsideIn.Tidy.Tests;

/// <summary>docs/findings has a page for every sort of finding and no other, and each page says what the catalogue says.</summary>
public sealed class FindingPagesTests
{
    private static readonly string Folder = Path.Combine(Repo.Root, "docs/findings");

    [Fact]
    public void Every_finding_has_a_page_and_every_page_a_finding() => Assert.Equal(
        MapChecks.Catalogue.Select(static kind => kind.Code).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Folder, "*.md").Select(static path => Path.GetFileNameWithoutExtension(path))
            .Where(static name => name is not "README").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_page_begins_as_the_catalogue_says()
    {
        var wrong =
            from kind in MapChecks.Catalogue
            let page = Path.Combine(Repo.Root, kind.Page)
            where !File.ReadAllText(page).ReplaceLineEndings("\n").StartsWith(Head(kind), StringComparison.Ordinal)
            select $"{kind.Page} has to begin with:\n{Head(kind)}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_index_lists_the_catalogue() => Approved.Check("docs/findings/README.md", Index());

    private static string Head(FindingKind kind) =>
        $"""
        # {kind.Code}: {kind.Title}

        | severity | from | may be accepted |
        | --- | --- | --- |
        | {SeverityOf(kind)} | {kind.Source} | {(kind.IsAcceptable ? "yes" : "no")} |

        """.ReplaceLineEndings("\n");

    private static string Index()
    {
        var text = new StringBuilder("# Findings\n\n");
        text.Append("What `outsidein check` and the workspace say about a map ([how to check one](../checking.md)). ");
        text.Append("Codes are never reused; rows, formulas and sections are those of the method. This page is made from the catalogue; a test keeps the two equal.\n");
        foreach (var family in MapChecks.Catalogue.GroupBy(static kind => kind.Family))
        {
            text.Append($"\n## {family.Key}: {FamilyOf(family.Key)}\n\n| code | severity | what | from |\n| --- | --- | --- | --- |\n");
            foreach (var kind in family)
            {
                text.Append($"| [{kind.Code}]({kind.Code}.md) | {SeverityOf(kind)} | {kind.Title} | {kind.Source} |\n");
            }
        }

        return text.ToString();
    }

    private static string SeverityOf(FindingKind kind) =>
        kind.Severity.ToString().ToLowerInvariant() + (kind.Otherwise is { } other ? $", or {other.ToString().ToLowerInvariant()}" : "");

    private static string FamilyOf(string family) => family switch
    {
        "SCO" => "outcomes and their six questions",
        "MET" => "metrics",
        "MOT" => "Moments of Truth",
        "BPT" => "breakpoints",
        "BRL" => "business rules",
        "WRK" => "work, systems, people and rewards",
        "CUS" => "customers, needs and risks",
        "ACT" => "actions",
        "PRC" => "experiences and walks",
        "DEM" => "demand",
        "EXP" => "experiments",
        _ => "acceptances",
    };
}
