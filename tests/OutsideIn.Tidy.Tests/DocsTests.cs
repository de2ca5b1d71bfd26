using System.Text.RegularExpressions;

namespace OutsideIn.Tidy.Tests;

/// <summary>Code in the docs is cut out of tests that run; no page may carry a block of its own.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Every_snippet_in_the_docs_is_the_code_of_the_test_it_names()
    {
        var snippets = Snippets();
        var wrong = new List<string>();
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Repo.Root, "docs"), "*.md", SearchOption.AllDirectories))
        {
            foreach (Match block in Block().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")))
            {
                var (name, body) = (block.Groups["name"].Value, block.Groups["body"].Value);
                if (!snippets.TryGetValue(name, out var code) || !string.Equals(code, body, StringComparison.Ordinal))
                {
                    wrong.Add($"{Path.GetFileName(page)}: {name}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_problem_list_and_the_code_name_the_same_codes()
    {
        var inCode = Repo.SourceFiles("src").SelectMany(static path => Code().Matches(File.ReadAllText(path)))
            .Select(static m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var inDocs = Row().Matches(File.ReadAllText(Path.Combine(Repo.Root, "docs/problems.md")))
            .Select(static m => m.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(inDocs, inCode);
    }

    private static Dictionary<string, string> Snippets() => Repo.SourceFiles("tests")
        .SelectMany(static path => Region().Matches(File.ReadAllText(path).ReplaceLineEndings("\n")))
        .ToDictionary(static m => m.Groups["name"].Value, static m => Dedent(m.Groups["body"].Value), StringComparer.Ordinal);

    private static string Dedent(string code)
    {
        var lines = code.TrimEnd().Split('\n');
        var indent = lines.Where(static l => l.Trim().Length > 0).Min(static l => l.Length - l.TrimStart().Length);
        return string.Join('\n', lines.Select(l => l.Length >= indent ? l[indent..] : "")) + "\n";
    }

    [GeneratedRegex(@"<!-- snippet: (?<name>[\w-]+) -->\n```csharp\n(?<body>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"// snippet: (?<name>[\w-]+)\n(?<body>.*?)\n\s*// end-snippet", RegexOptions.Singleline, 1000)]
    private static partial Regex Region();

    [GeneratedRegex("\"([A-Z]{2}\\d{3})\"", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `([A-Z]{2}\d{3})` \|", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
