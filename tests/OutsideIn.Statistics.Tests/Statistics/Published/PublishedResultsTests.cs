using System.Runtime.CompilerServices;
using System.Text;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>
/// Published results, reproduced from the raw public data to the digits that were printed. Where the data do not give a figure, it stands
/// in the table with what they give and why. Each says where its digits were read.
/// </summary>
public sealed class PublishedResultsTests
{
    private const string Begin = "<!-- The table below is made of the published results the tests reproduce; a test writes it with APPROVE=1. -->\n";
    private const string End = "<!-- End of the table. -->\n";

    private static IReadOnlyList<PublishedResult> All => [.. PublishedExperiments.All, .. PublishedDesigns.All, .. PublishedDurations.All, .. PublishedSurveys.All];

    [Fact]
    public void Every_published_figure_comes_out_as_printed_or_says_why_not() => Assert.All(All, static one =>
    {
        var ours = one.Ours();
        Assert.True(one.Printed == ours == one.Why is null, $"{one.File}, {one.Figure}: printed {one.Printed}, ours {ours}.");
    });

    [Fact]
    public void Every_public_data_set_gives_a_published_figure_but_one()
    {
        var files = Directory.GetFiles(SharedData.At("data/experiments"), "*.csv").Select(static file => Path.GetFileName(file));
        var reproduced = All.Where(static one => one.Why is null).Select(static one => one.File).ToHashSet();

        Assert.Equal(["r_experimentr_nickerson.csv"], files.Where(file => !reproduced.Contains(file)));
    }

    [Fact]
    public void The_table_in_the_documentation_is_what_was_reproduced()
    {
        SharedData.At("data/experiments");
        var path = Path.Combine(Here(), "../../../../docs/methods.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var made = page[..begin] + Table() + page[end..];
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, made);
        }

        Assert.Equal(made, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Table()
    {
        var table = new StringBuilder("| study | figure | published | ours | source | digits |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var one in All)
        {
            table.Append($"| {one.Study} | {one.Figure} | {one.Printed} | {one.Ours()}{(one.Why is null ? "" : $": {one.Why}")} | {one.Source} | {one.Seen.ToString().ToLowerInvariant()} |\n");
        }

        return table.ToString();
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
