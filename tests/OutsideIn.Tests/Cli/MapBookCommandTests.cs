using System.Text;
using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Documents;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class MapBookCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    private OutsideInMap Stored => MapYaml.ReadFile(_folder.At("map.yaml")).TryGet(out var document, out _) ? document.Map : throw new InvalidOperationException("No map.");

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    [Fact]
    public async Task A_map_goes_out_is_changed_and_comes_back_with_the_difference_shown_and_a_copy_kept()
    {
        var before = MapYaml.Write(HandoutMaps.Insurer);
        var (map, book) = (_folder.Write("map.yaml", before), _folder.At("book.xlsx"));
        Assert.Equal(ExitCode.Done, await RunAsync("map", "export", map, book));
        Book(book, HandoutMaps.Insurer with { Skills = [new Skill { Id = "s-listen", Name = "Listening" }] });

        Assert.Equal(ExitCode.Done, await RunAsync("map", "import", map, book, "--yes"));

        Assert.Contains("name: Deciding on the first call -> Listening", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 removed, 1 changed, 0 moved.", _terminal.Data, StringComparison.Ordinal);
        Assert.Equal("Listening", Stored.Skills[0].Name);
        Assert.Equal(before, File.ReadAllText(map + ".bak"));
    }

    [Fact]
    public async Task The_comments_of_the_map_outlive_the_import()
    {
        var map = _folder.Write("map.yaml", "# Ours, since May\n" + MapYaml.Write(HandoutMaps.Insurer).Replace("skills:\n", "skills: # ask Jo\n", StringComparison.Ordinal));
        var book = Book(_folder.At("book.xlsx"), HandoutMaps.Insurer with { Skills = [new Skill { Id = "s-listen", Name = "Listening" }] });

        Assert.Equal(ExitCode.Done, await RunAsync("map", "import", map, book, "--yes"));

        var text = File.ReadAllText(map);
        Assert.StartsWith("# Ours, since May\n", text, StringComparison.Ordinal);
        Assert.Contains("skills: # ask Jo\n", text, StringComparison.Ordinal);
        Assert.Contains("Listening", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_in_several_files_is_not_joined_unasked()
    {
        const string before = "outsidein: 2\ninclude: [skills.yaml]\norganisation: Northbank\n";
        _folder.Write("skills.yaml", "outsidein: 2\nskills: [{ id: s-listen, name: Listening }]\n");
        var map = _folder.Write("map.yaml", before);
        var book = Book(_folder.At("book.xlsx"), Stored with { Skills = [new Skill { Id = "s-listen", Name = "Hearing" }] });

        Assert.Equal(ExitCode.Problem, await RunAsync("map", "import", map, book, "--yes"));

        Assert.Contains("CL055", _terminal.Talk, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(map));
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_written()
    {
        var before = MapYaml.Write(HandoutMaps.Insurer);
        var map = _folder.Write("map.yaml", before);
        var book = Book(_folder.At("book.xlsx"), HandoutMaps.Insurer with { Skills = [new Skill { Id = "s-listen", Name = "Listening" }] });

        Assert.Equal(ExitCode.Done, await RunAsync("map", "import", map, book));

        Assert.Equal(before, File.ReadAllText(map));
        Assert.False(File.Exists(map + ".bak"));
        Assert.Contains("Nothing was written", _terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_with_errors_changes_nothing()
    {
        var before = MapYaml.Write(HandoutMaps.Insurer);
        var map = _folder.Write("map.yaml", before);
        var book = Book(_folder.At("book.xlsx"), HandoutMaps.Insurer with { Skills = [] });

        Assert.Equal(ExitCode.Problem, await RunAsync("map", "import", map, book, "--yes"));

        Assert.Contains("Sheet 'Needs', row 2", _terminal.Talk, StringComparison.Ordinal);
        Assert.Contains("s-listen", _terminal.Talk, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(map));
    }

    [Fact]
    public async Task A_book_alone_makes_a_new_map()
    {
        var book = Book(_folder.At("book.xlsx"), HandoutMaps.Insurer);

        Assert.Equal(ExitCode.Done, await RunAsync("map", "import", _folder.At("map.yaml"), book, "--yes"));

        Assert.Equal(10, Stored.Moments.Count);
    }

    [Fact]
    public async Task Two_maps_or_a_map_and_a_book_are_compared()
    {
        var map = _folder.Write("map.yaml", MapYaml.Write(HandoutMaps.Insurer));
        var other = _folder.Write("other.yaml", MapYaml.Write(HandoutMaps.Insurer with { Units = [new OrgUnit { Id = "claims", Name = "Claims" }] }));
        var book = Book(_folder.At("book.xlsx"), HandoutMaps.Insurer);

        Assert.Equal(ExitCode.Done, await RunAsync("map", "diff", map, other));
        Assert.Equal(ExitCode.Done, await RunAsync("map", "diff", map, book));
        Assert.Equal(ExitCode.Done, await RunAsync("map", "diff", map, other, "--json"));

        Assert.Contains("+ claims Claims", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("No difference.", _terminal.Data, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(_terminal.Output));
        var change = Assert.Single(json.RootElement.GetProperty("changes").EnumerateArray());
        Assert.Equal("added", change.GetProperty("kind").GetString());
        Assert.Equal("units", change.GetProperty("section").GetString());
    }

    [Fact]
    public async Task Two_revolutions_of_an_outcome_are_compared()
    {
        var outcomes = HandoutMaps.Insurer.Outcomes[0];
        var map = _folder.Write("map.yaml", MapYaml.Write(HandoutMaps.Insurer with
        {
            Outcomes = [outcomes, new SuccessfulOutcome { Id = "sco-old", Name = "Claim settled", Experience = outcomes.Experience, Category = outcomes.Category }],
        }));

        Assert.Equal(ExitCode.Done, await RunAsync("map", "diff", map, "--outcome", "sco-road"));

        Assert.Contains("one-liner: Claim settled -> Back on the road", _terminal.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CL051", "export", "map.yaml")]
    [InlineData("CL053", "import", "no-such-book.xlsx")]
    [InlineData("CL053", "diff", "no-such-book.xlsx")]
    [InlineData("MP061", "import", "map.yaml")]
    public async Task What_is_not_there_or_in_the_way_is_named(string code, string command, string file)
    {
        var map = _folder.Write("map.yaml", MapYaml.Write(HandoutMaps.Insurer));

        Assert.Equal(ExitCode.Problem, await RunAsync("map", command, map, _folder.At(file)));

        Assert.Contains(code, _terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_with_one_revolution_has_nothing_to_be_compared_with()
    {
        var map = _folder.Write("map.yaml", MapYaml.Write(HandoutMaps.Insurer));

        Assert.Equal(ExitCode.Problem, await RunAsync("map", "diff", map));

        Assert.Contains("CL054", _terminal.Talk, StringComparison.Ordinal);
    }

    private static string Book(string path, OutsideInMap map)
    {
        File.Delete(path);
        using var stream = File.Create(path);
        Assert.True(MapWorkbook.Write(map, stream).TryGet(out _, out var problem), problem?.Message);
        return path;
    }

    private Task<int> RunAsync(params string[] line) => CommandLine.RunAsync(line, _terminal.Terminal);
}
