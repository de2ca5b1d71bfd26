using System.Text.RegularExpressions;

namespace OutsideIn.Tidy.Tests;

/// <summary>What no analyzer looks at: dead code in comments, regions, and the words we do not use.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Folders = ["docs", "src", "tests", "api", "bench"];

    [Fact]
    public void Sources_carry_no_dead_code_and_no_regions()
    {
        var wrong =
            from path in Repo.SourceFiles("src")
            from line in Findings(File.ReadAllText(path))
            select $"{Path.GetFileName(path)}: {line}";
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("        // var times = cases.Select(x => x.Count);")]
    [InlineData("    #region counts")]
    [InlineData("        // if (done) { return; }")]
    public void Planted_faults_are_found(string line) => Assert.NotEmpty(Findings(line));

    [Theory]
    [InlineData("        // Sorted already: the builder sorts once, so that kernels never do.")]
    [InlineData("    /// <summary>Number of cases; never zero.</summary>")]
    public void Prose_is_left_alone(string line) => Assert.Empty(Findings(line));

    [Fact]
    public void No_file_carries_the_marks_of_a_merge()
    {
        var wrong =
            from folder in Folders
            from path in Directory.EnumerateFiles(Path.Combine(Repo.Root, folder), "*", SearchOption.AllDirectories)
            where Path.GetExtension(path) is ".md" or ".cs" or ".txt" or ".yaml" or ".tsx" or ".ts" or ".csproj"
            where !path.Contains("node_modules", StringComparison.Ordinal) && MergeMark().IsMatch(File.ReadAllText(path))
            select Path.GetRelativePath(Repo.Root, path);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD")]
    [InlineData(">>>>>>> 531297f (a commit)")]
    public void Planted_marks_of_a_merge_are_found(string line) => Assert.Matches(MergeMark(), "before\n" + line);

    private static IEnumerable<string> Findings(string text) => Fault().Matches(text).Select(static m => m.Value.Trim());

    [GeneratedRegex(@"^[ \t]*(#region.*|//(?!/)[^\n]*[;{}][ \t]*)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Fault();

    [GeneratedRegex(@"^(<{7}|>{7}) ", RegexOptions.Multiline, 1000)]
    private static partial Regex MergeMark();
}
