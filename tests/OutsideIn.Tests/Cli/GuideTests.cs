using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using OutsideIn.Cli;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

/// <summary>The commands of the guides about measures are run, and print what the guides show.</summary>
public sealed partial class GuideTests(GuideTests.SampleFolder sample) : IClassFixture<GuideTests.SampleFolder>
{
    private const string ExitCodeLine = "exit code ";

    public static TheoryData<string> Guides => new("is-our-promise-kept", "what-one-kind-of-customer-gets", "scorecard-in-a-pipeline", "did-it-work", "what-drives-it");

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Every_command_prints_what_the_guide_shows(string guide)
    {
        var blocks = Console().Matches(Text(guide)).Select(static one => one.Groups["lines"].Value).ToArray();

        Assert.NotEmpty(blocks);
        foreach (var block in blocks)
        {
            await RunAsync(block.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public void The_map_of_the_pipeline_guide_is_one_without_errors()
    {
        var yaml = MapBlock().Match(Text("scorecard-in-a-pipeline")).Groups["yaml"].Value;

        var map = MapYaml.Read("outsidein: 2\n" + yaml, "guide.yaml");

        Assert.Empty(map.Diagnostics);
        Assert.Empty(OutsideIn.Diagnosis.MeasureChecks.Check(map.Map, null));
    }

    private async Task RunAsync(string[] block)
    {
        using var terminal = new TerminalDouble();
        var line = block[0][("$ outsidein ".Length)..];
        string[] words = [.. Word().Matches(line).Select(one => Unquoted(one.Value)).Select(word => word.StartsWith("try", StringComparison.Ordinal) ? sample.At(word) : word)];

        var code = await CommandLine.RunAsync(words, terminal.Terminal);

        var said = Plain(terminal.Data + terminal.Talk).Replace(sample.Path + "/", "", StringComparison.Ordinal);
        var from = 0;
        foreach (var expected in block[1..].Where(static one => !one.StartsWith(ExitCodeLine, StringComparison.Ordinal)).Select(Plain))
        {
            var at = said.IndexOf(expected, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{line}\ndoes not print, in this order:\n{expected}\nbut:\n{said}");
            from = at + expected.Length;
        }

        var exit = Array.Find(block, static one => one.StartsWith(ExitCodeLine, StringComparison.Ordinal));
        Assert.Equal(exit is null ? "exit code 0" : exit, $"{ExitCodeLine}{code}");
    }

    // Tables are as wide as the terminal: only the words count.
    private static string Plain(string text) => Blanks().Replace(text, " ").Trim();

    private static string Unquoted(string word) => word is ['"' or '\'', .., '"' or '\''] ? word[1..^1] : word;

    private static string Text(string guide) => File.ReadAllText(Path.Combine(Root(), $"docs/guides/{guide}.md"), Encoding.UTF8).ReplaceLineEndings("\n");

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex(@"```console\n(?<lines>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Console();

    [GeneratedRegex(@"```yaml\n(?<yaml>metrics:.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex MapBlock();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|[^ ]+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    /// <summary>A folder with the sample, written once.</summary>
    public sealed class SampleFolder : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public string Path => _folder.At("").TrimEnd('/');

        public string At(string name) => _folder.At(name);

        public async ValueTask InitializeAsync()
        {
            using var terminal = new TerminalDouble();
            Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["sample", At("try")], terminal.Terminal));
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
