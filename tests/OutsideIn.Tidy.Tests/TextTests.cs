using System.Text.RegularExpressions;

namespace OutsideIn.Tidy.Tests;

/// <summary>What no analyzer looks at: dead code in comments, regions, and the words we do not use.</summary>
public sealed partial class TextTests
{
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

    private static IEnumerable<string> Findings(string text) => Fault().Matches(text).Select(static m => m.Value.Trim());

    [GeneratedRegex(@"^[ \t]*(#region.*|//(?!/)[^\n]*[;{}][ \t]*)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Fault();
}
