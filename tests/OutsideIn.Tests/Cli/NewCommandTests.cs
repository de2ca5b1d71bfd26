using OutsideIn.Cli;
using OutsideIn.Method;

namespace OutsideIn.Tests.Cli;

public sealed class NewCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outsidein-new").FullName;

    private string File1 => Path.Combine(_folder, "my.yaml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_six_questions_answered_make_a_map()
    {
        using var terminal = new TerminalDouble();

        var code = await Run(
            terminal,
            [
                "Northbank", "Driver whose car is damaged", "Pays the premium", "Staged accidents", "", "Needs wheels tomorrow",
                "Weeks", "no", "", "Getting back on the road", "We book a car", "", "We check twice", "",
                "90% of drivers are driving again within 24 hours of first report", "", "Back on the road",
            ]);

        Assert.Equal(ExitCode.Done, code);
        var document = MapYaml.Read(File.ReadAllText(File1), File1);
        Assert.Empty(document.Diagnostics);
        var map = document.Map;
        Assert.Equal("Northbank", map.Organisation.Name);
        Assert.Equal([Wanted.Yes, Wanted.No], map.Customers.Select(static one => one.Wanted));
        Assert.Equal("Needs wheels tomorrow", Assert.Single(map.Categories).Definition);
        Assert.Equal("Getting back on the road", Assert.Single(map.Experiences).Name);
        var outcome = Assert.Single(map.Outcomes);
        Assert.Equal(("Back on the road", OutcomeState.Answered), (outcome.Name, outcome.State));
        Assert.Equal([1, 2, 3, 4, 4, 5, 6], outcome.Answers.Select(static one => one.Question));
        Assert.False(Assert.Single(outcome.Expectations).KnownBefore);
        Assert.Equal([true, false], outcome.Impacts.Select(static one => one.Helps));
        Assert.Contains("6 of 6 questions have an answer", terminal.Talk, StringComparison.Ordinal);
        Assert.Contains("SMART 2 of 5", terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weasel_word_of_a_statement_is_asked_about_and_a_customers_words_are_not()
    {
        using var terminal = new TerminalDouble();

        await Run(
            terminal,
            [
                "", "", "", "As soon as possible", "", "", "Getting paid quickly", "", "",
                "Settle claims quickly", "Drivers are paid within 3 days of the crash", "", "Fast",
            ]);

        Assert.Contains("error \"quickly\": Within how long, from what event?", terminal.Talk, StringComparison.Ordinal);
        Assert.Single(terminal.Talk.Split("error \""), static part => part.StartsWith("quickly", StringComparison.Ordinal));
        Assert.DoesNotContain("error \"As soon", terminal.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("error \"Fast", terminal.Talk, StringComparison.Ordinal);
        Assert.Equal("Drivers are paid within 3 days of the crash", Assert.Single(MapYaml.Read(File.ReadAllText(File1), "x").Map.Outcomes[0].Statements).Name);
    }

    [Fact]
    public async Task A_person_goes_back_takes_an_answer_out_and_leaves_the_rest_open()
    {
        using var terminal = new TerminalDouble();

        await Run(terminal, ["Nrothbank", "<", "Northbank", "Driver", "<", "-", "Rider", "Pays"]);

        var map = MapYaml.Read(File.ReadAllText(File1), "x").Map;
        Assert.Equal("Northbank", map.Organisation.Name);
        Assert.Equal("Rider", Assert.Single(map.Customers).Name);
        Assert.Contains("1 of 6 questions have an answer; open: 2, 3, 4, 5, 6.", terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_one_liner_the_outcome_says_that_it_has_none()
    {
        using var terminal = new TerminalDouble();

        await Run(terminal, ["", "", "", "Weeks"]);

        var outcome = Assert.Single(MapYaml.Read(File.ReadAllText(File1), "x").Map.Outcomes);
        Assert.Contains("Question 6 is still open", outcome.Notes, StringComparison.Ordinal);
        Assert.Null(Assert.Single(outcome.Expectations).KnownBefore);
    }

    [Fact]
    public async Task Nothing_answered_writes_nothing()
    {
        using var terminal = new TerminalDouble();

        Assert.Equal(ExitCode.Done, await Run(terminal, []));
        Assert.False(File.Exists(File1));
    }

    [Fact]
    public async Task A_file_that_is_there_is_never_written_over_and_nothing_is_asked()
    {
        await File.WriteAllTextAsync(File1, "mine", TestContext.Current.CancellationToken);
        using var terminal = new TerminalDouble();

        Assert.Equal(ExitCode.Problem, await Run(terminal, ["Northbank"]));
        Assert.Equal(ExitCode.Problem, await Run(terminal, [], "--from", "insurer"));
        Assert.Contains("CL040", terminal.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("Whose map", terminal.Talk, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(File1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_sample_is_written_as_it_is_comments_included()
    {
        using var terminal = new TerminalDouble();

        Assert.Equal(ExitCode.Done, await Run(terminal, [], "--from", "Insurer"));
        Assert.Equal(SampleMaps.Find("insurer")!.Text, await File.ReadAllTextAsync(File1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_sample_that_is_none_is_answered_with_those_there_are()
    {
        using var terminal = new TerminalDouble();

        Assert.Equal(ExitCode.Problem, await Run(terminal, [], "--from", "bank"));
        Assert.Contains("CL041", terminal.Talk, StringComparison.Ordinal);
        Assert.Contains("call-centre", terminal.Talk, StringComparison.Ordinal);
        Assert.False(File.Exists(File1));
    }

    [Fact]
    public async Task The_list_names_every_sample()
    {
        using var terminal = new TerminalDouble();

        Assert.Equal(ExitCode.Done, await Run(terminal, [], "--list"));
        Assert.All(SampleMaps.All, sample => Assert.Contains(sample.Id, terminal.Data, StringComparison.Ordinal));
        Assert.False(File.Exists(File1));
    }

    private Task<int> Run(TerminalDouble terminal, string[] lines, params string[] options) => CommandLine.RunAsync(
        ["new", File1, .. options], terminal.Terminal with { Input = new StringReader(string.Join('\n', lines)) });
}
