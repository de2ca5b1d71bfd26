using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Checks;

public sealed partial class CheckDocumentTests
{
    private static readonly CheckOptions Options = new(new DateOnly(2026, 11, 21));

    [Fact]
    public void A_statement_folded_over_lines_has_the_place_of_its_entry()
    {
        var weasel = Weasel("""
            outsidein: 2
            outcomes:
              - one-liner: Home
                statements:
                  - text: >-
                      Settle claims
                      quickly
            """);

        Assert.Equal((5, 9, (int?)null), (weasel.Line, weasel.Column, weasel.Length));
    }

    [Fact]
    public void The_words_of_an_earlier_entry_are_not_taken_for_its_own()
    {
        var weasel = Weasel("""
            outsidein: 2
            organisation: { name: Be quick }
            outcomes:
              - one-liner: Be quick
                statements: [{ id: s, text: Be quick }]
            """);

        Assert.Equal((5, 36, (int?)5), (weasel.Line, weasel.Column, weasel.Length));
    }

    [Fact]
    public void The_page_of_the_layout_has_a_line_for_every_name_and_no_other()
    {
        var page = File.ReadAllText(Path.GetFullPath(Path.Combine(Here(), "../../../../docs/check-json.md"))).ReplaceLineEndings("\n");
        var onPage = Section().Matches(page).ToDictionary(
            static section => section.Groups["name"].Value,
            static section => Row().Matches(section.Groups["body"].Value).Select(static row => row.Groups[1].Value).ToList(),
            StringComparer.Ordinal);

        Type[] records = [typeof(CheckDocument), typeof(CheckCounts), typeof(CheckedFinding), typeof(CheckedAcceptance)];
        Assert.Equal(["the document", "counts", "findings[]", "accepted[]"], onPage.Keys);
        foreach (var (names, record) in onPage.Values.Zip(records))
        {
            Assert.Equal(record.GetProperties().Select(static one => JsonNamingPolicy.CamelCase.ConvertName(one.Name)), names);
        }
    }

    private static CheckedFinding Weasel(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var document = CheckDocument.Of(MapYaml.Read(text, "map.yaml"), "map.yaml", Options, _ => lines);
        return document.Findings.Single(static one => one.Code is "SCO-06");
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [GeneratedRegex(@"^## `(?<name>[^`]+)`\n(?<body>.*?)(?=^## |\z)", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
