using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

/// <summary><c>experiment check</c> and <c>experiment analyse</c> on the sample's pilot, whose plan was locked before it began.</summary>
public sealed class ExperimentLookCommandTests(ExperimentLookCommandTests.Sample sample) : IClassFixture<ExperimentLookCommandTests.Sample>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Fact]
    public async Task A_check_shows_the_run_and_nothing_of_its_outcomes()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("check", "--as-of", "2025-09-14"));

        Assert.StartsWith("The run looks sound so far: 10 in \"as usual\" and 10 in \"call ahead\".", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("locked on 2025-07-30; look 1 of 4", _terminal.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("points", _terminal.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("better", _terminal.Data, StringComparison.Ordinal);
        Assert.Single(await LinesAsync());
    }

    [Fact]
    public async Task Looks_are_written_down_once_each_and_the_verdict_comes_when_it_may()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("analyse", "--as-of", "2025-09-07"));
        Assert.StartsWith("Not yet: ", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("Written as entry 2 of ", _terminal.Talk, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, await RunAsync("analyse", "--as-of", "2025-09-07"));
        Assert.Contains("The same was looked at before: entry 2 of ", _terminal.Talk, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, await RunAsync("analyse", "--prior", "0,10", "--took-up", "has \"Call ahead\""));
        Assert.Contains("is better with “call ahead”, and every guardrail holds.", _terminal.Data.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Second opinion, with a belief of 0 % ± 10 % before", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains(
            "Taken up by 100.0 points more than in the control. Everybody of one arm took it up and nobody of the other: the uptake has no error.",
            _terminal.Data.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(3, (await LinesAsync()).Length);
    }

    [Fact]
    public async Task A_list_that_was_drawn_may_say_who_was_given_what()
    {
        var rows = Enumerable.Range(1, 20).Select(static team => $"Team {team:00},{(team % 2 == 0 ? "call ahead" : "as usual")}");
        var list = _folder.Write("list.csv", "unit,arm\r\n" + string.Join("\r\n", rows));

        await RunAsync("check", "--list", list, "--json", "-");

        var check = JsonDocument.Parse(_terminal.Output).RootElement;
        Assert.Equal([10, 10], check.GetProperty("arms").EnumerateArray().Select(static arm => arm.GetProperty("units").GetInt32()));
    }

    [Fact]
    public async Task A_schedule_of_blocks_may_too()
    {
        var list = _folder.Write("blocks.csv", "block,starts,counts from,ends,arm\r\n1,2025-08-04 00:00,2025-08-05 00:00,2025-09-01 00:00,as usual\r\n2,2025-09-01 00:00,2025-09-02 00:00,2025-10-01 00:00,call ahead\r\n");

        await RunAsync("check", "--list", list, "--json", "-");

        Assert.Equal("block", JsonDocument.Parse(_terminal.Output).RootElement.GetProperty("unit").GetString());
    }

    [Fact]
    public async Task The_locked_plan_is_followed_and_a_map_that_says_otherwise_is_told_or_followed_as_exploratory()
    {
        var map = await File.ReadAllTextAsync(Map, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Map, map.Replace("minimum effect: 5%", "minimum effect: 2%", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await RunAsync("check");
        Assert.Contains("The locked plan is followed.", _terminal.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("Exploratory", _terminal.Data, StringComparison.Ordinal);

        await RunAsync("check", "--follow-map");
        Assert.Contains("Exploratory: \"minimum effect\" was \"0.05\", and is \"0.02\" now.", _terminal.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CL079", "--arms", "arm", "--list", "x.csv")]
    [InlineData("CL079", "--list", "nowhere.csv")]
    [InlineData("CL080", "--prior", "sure")]
    [InlineData("CL004", "--as-of", "yesterday")]
    [InlineData("DG032", "--arms", "armm")]
    [InlineData("PR044", "--took-up", "count of events")]
    public async Task What_cannot_be_looked_at_is_told_and_costs_no_look(string code, params string[] options)
    {
        Assert.Equal(ExitCode.Problem, await RunAsync("analyse", options));

        Assert.StartsWith(code, _terminal.Talk, StringComparison.Ordinal);
        Assert.Single(await LinesAsync());
    }

    [Theory]
    [InlineData("", "lists nothing")]
    [InlineData("team,group\nTeam 01,a\n", "has the columns team, group")]
    [InlineData("block,starts,counts from,ends,arm\n1,2025-08-04,soon,2025-09-01,as usual\n", "\"soon\" in column \"counts from\", row 2")]
    public async Task A_list_that_cannot_be_read_is_told_with_its_place(string text, string says)
    {
        Assert.Equal(ExitCode.Problem, await RunAsync("check", "--list", _folder.Write("list.csv", text)));

        Assert.Contains(says, _terminal.Talk.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_breaks_the_reader_of_lists() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(NonNull<string> Rows, bool IsSchedule)>(), one =>
        {
            var heading = one.IsSchedule ? "block,starts,counts from,ends,arm" : "unit,changes on,counts from";

            if (!ArmsFile.Read(_folder.Write("any.csv", $"{heading}\n{one.Rows.Get}")).TryGet(out _, out var problem))
            {
                Assert.Equal("CL079", problem.Code);
                Assert.False(string.IsNullOrEmpty(problem.Hint));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public async Task Without_a_log_there_is_nothing_to_look_at()
    {
        Assert.Equal(ExitCode.Problem, await CommandLine.RunAsync(["experiment", "analyse", Map, "EX1"], _terminal.Terminal));

        Assert.StartsWith("CL078", _terminal.Talk, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private string Map
    {
        get
        {
            var map = _folder.At("pilot.map.yaml");
            if (!File.Exists(map))
            {
                File.Copy(sample.At("pilot.map.yaml"), map);
                File.Copy(sample.At("pilot.map.ledger.jsonl"), _folder.At("pilot.map.ledger.jsonl"));
            }

            return map;
        }
    }

    private Task<int> RunAsync(string command, params string[] options) =>
        CommandLine.RunAsync(["experiment", command, Map, "EX1", "--log", sample.At("pilot.csv"), .. options], _terminal.Terminal);

    private Task<string[]> LinesAsync() => File.ReadAllLinesAsync(_folder.At("pilot.map.ledger.jsonl"), TestContext.Current.CancellationToken);

    /// <summary>The sample's files, written once.</summary>
    public sealed class Sample : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public string At(string name) => _folder.At("try/" + name);

        public async ValueTask InitializeAsync()
        {
            using var terminal = new TerminalDouble();
            Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["sample", _folder.At("try")], terminal.Terminal));
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
