using System.Globalization;
using System.IO.Compression;
using System.Text;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class ExperimentAssignCommandTests : IDisposable
{
    private static readonly string ByTeam = ExperimentPlanCommandTests.Map.Replace("unit: case", "unit: team", StringComparison.Ordinal);

    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Fact]
    public async Task A_list_of_units_is_balanced_within_strata_and_the_same_each_time()
    {
        var units = Units(40, static at => at % 4 == 0 ? "North" : "South");

        Assert.Equal(ExitCode.Done, await RunAsync("--units", units, "-o", _folder.At("one.csv")));
        Assert.Equal(ExitCode.Done, await RunAsync("--units", units, "-o", _folder.At("two.csv")));

        var rows = Rows("one.csv");
        Assert.Equal(["unit", "arm", "stratum", "block"], rows[0]);
        Assert.Equal(rows, Rows("two.csv"));
        Assert.Equal((20, 5, 15), (Count(rows, "Text message", null), Count(rows, "Text message", "North"), Count(rows, "As today", "South")));
        Assert.Matches("North +5 +5", _terminal.Data);
        Assert.Contains("The plan is not locked as it stands.", _terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_one_that_a_spreadsheet_opens()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("--units", Units(4, static _ => "=1+1"), "-o", _folder.At("list.xlsx")));

        using var zip = ZipFile.OpenRead(_folder.At("list.xlsx"));
        using var sheet = new StreamReader(zip.Entries.First(static one => one.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)).Open());
        var text = await sheet.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("u003", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_are_those_of_the_log_and_their_stratum_the_one_most_of_their_events_have()
    {
        Assert.Equal(ExitCode.Done, await RunMapAsync(ByTeam, "--log", Log(), "-o", _folder.At("list.csv")));

        var rows = Rows("list.csv");
        Assert.Equal(["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7"], rows.Skip(1).Select(static row => row[0]));
        Assert.Equal(["East", "West", "East", "West", "East", "West", "East", "West"], rows.Skip(1).Select(static row => row[2]));
        Assert.Equal(4, Count(rows, "Text message", null));
        Assert.Equal(2, Count(rows, "Text message", "East"));
    }

    [Fact]
    public async Task Teams_alike_in_their_outcome_before_are_matched()
    {
        Assert.Equal(ExitCode.Done, await RunMapAsync(ByTeam.Replace("strata: region", "notes: none", StringComparison.Ordinal), "--log", Log(), "--method", "matched", "-o", _folder.At("list.csv")));

        // Teams t0 to t7 tell the day of 0 to 7 of their 8 claims: neighbours are sets.
        var rows = Rows("list.csv");
        Assert.Equal(["1", "1", "2", "2", "3", "3", "4", "4"], rows.Skip(1).Select(static row => row[3]));
        Assert.All(rows.Skip(1).GroupBy(static row => row[3]), static set => Assert.Equal(2, set.Select(static row => row[1]).Distinct().Count()));
    }

    [Fact]
    public async Task A_file_may_bring_the_outcome_before_itself()
    {
        var file = _folder.Write("teams.csv", "name;score\n\"B; team\";2.5\nA;1\nC;2\nD;0.5\n");

        Assert.Equal(ExitCode.Done, await RunMapAsync(ByTeam.Replace("strata: region", "notes: none", StringComparison.Ordinal), "--units", file, "--before", "score", "--method", "matched", "-o", _folder.At("list.csv")));

        var rows = Rows("list.csv").Skip(1).ToDictionary(static row => row[0], static row => row[3], StringComparer.Ordinal);
        Assert.Equal((rows["D"], rows["C"]), (rows["A"], rows["B; team"]));
    }

    [Fact]
    public async Task By_hash_each_unit_has_the_arm_a_program_would_give_it()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("--units", Units(400, static _ => "x"), "--method", "hash", "-o", _folder.At("list.csv")));

        // Binomial with 400 and 1/2: 160 to 240 is four standard deviations each way.
        Assert.InRange(Count(Rows("list.csv"), "Text message", null), 160, 240);
    }

    [Fact]
    public async Task A_switchback_gives_everybody_each_arm_equally_often()
    {
        Assert.Equal(ExitCode.Done, await RunMapAsync(ExperimentPlanCommandTests.Map.Replace("unit: case", "unit: week", StringComparison.Ordinal), "--count", "6", "--washout", "1", "-o", _folder.At("list.csv")));

        var rows = Rows("list.csv");
        Assert.Equal(["1", "2026-01-05 00:00", "2026-01-06 00:00", "2026-01-12 00:00"], rows[1].Take(4));
        Assert.Equal(3, rows.Skip(1).Count(static row => row[4] == "Text message"));
    }

    [Fact]
    public async Task In_a_stepped_roll_out_every_unit_has_its_day()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("--units", Units(6, static _ => "x"), "--method", "stepped", "--count", "3", "--days", "14", "-o", _folder.At("list.csv")));

        Assert.Equal(
            [("2026-01-19", 2), ("2026-02-02", 2), ("2026-02-16", 2)],
            Rows("list.csv").Skip(1).GroupBy(static row => row[2]).OrderBy(static step => step.Key, StringComparer.Ordinal).Select(static step => (step.Key, step.Count())));
    }

    [Theory]
    [InlineData("CL074", "-o", "list.csv")]
    [InlineData("CL075", "--units", "units.csv", "--strata", "regoin", "-o", "list.csv")]
    [InlineData("CL075", "--units", "units.csv", "--before", "region", "-o", "list.csv")]
    [InlineData("CL075", "--units", "nowhere.csv", "-o", "list.csv")]
    [InlineData("CL076", "--units", "units.csv", "-o", "list.txt")]
    [InlineData("CL076", "--units", "units.csv", "-o", "units.csv")]
    [InlineData("EX056", "--units", "units.csv", "--method", "matched", "-o", "list.csv")]
    [InlineData("EX054", "--method", "switchback", "--count", "2", "-o", "list.csv")]
    [InlineData("EX063", "--method", "switchback", "--count", "2000000000", "-o", "list.csv")]
    [InlineData("EX063", "--units", "units.csv", "--method", "stepped", "--count", "2", "--days", "2000000000", "-o", "list.csv")]
    public async Task What_cannot_be_assigned_is_refused_and_nothing_is_written(string code, params string[] options)
    {
        Units(4, static _ => "North");

        Assert.Equal(ExitCode.Problem, await RunAsync([.. options.Select(one => one.Contains('.', StringComparison.Ordinal) ? _folder.At(one) : one)]));

        Assert.StartsWith(code, _terminal.Talk, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("list.csv")));
    }

    [Fact]
    public async Task A_schedule_needs_a_day_to_start_on()
    {
        Assert.Equal(ExitCode.Problem, await RunMapAsync(ExperimentPlanCommandTests.Map.Replace("start: 2026-01-05", "notes: soon", StringComparison.Ordinal), "--method", "switchback", "-o", _folder.At("list.csv")));

        Assert.StartsWith("EX062", _terminal.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EX018", "unit: branch")]
    [InlineData("EX019", "strata: regoin")]
    public async Task A_log_that_does_not_tell_units_or_strata_is_told(string code, string says)
    {
        var map = says.StartsWith("unit", StringComparison.Ordinal)
            ? ExperimentPlanCommandTests.Map.Replace("unit: case", says, StringComparison.Ordinal)
            : ByTeam.Replace("strata: region", says, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Problem, await RunMapAsync(map, "--log", Log(), "-o", _folder.At("list.csv")));

        Assert.Contains(code, _terminal.Talk, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private static int Count(List<string[]> rows, string arm, string? stratum) => rows.Skip(1).Count(row => row[1] == arm && (stratum is null || row[2] == stratum));

    private List<string[]> Rows(string name) => [.. File.ReadAllLines(_folder.At(name)).Select(static line => line.Split(','))];

    private string Units(int count, Func<int, string> region) => _folder.Write(
        "units.csv", "id,region\n" + string.Concat(Enumerable.Range(0, count).Select(at => string.Create(CultureInfo.InvariantCulture, $"u{at:000},{region(at)}\n"))));

    // Eight teams of eight claims; team t tells the day of t of them, and even teams are in the East but for one event.
    private string Log()
    {
        var text = new StringBuilder("case,activity,time,team,region\n");
        for (var team = 0; team < 8; team++)
        {
            for (var claim = 0; claim < 8; claim++)
            {
                var region = team % 2 == 0 && claim > 0 ? "East" : "West";
                text.Append(CultureInfo.InvariantCulture, $"c{team}{claim},Claim reported,2026-01-0{team + 1}T08:0{claim}:00Z,t{team},{region}\n");
                if (claim < team)
                {
                    text.Append(CultureInfo.InvariantCulture, $"c{team}{claim},Day told,2026-01-0{team + 1}T09:0{claim}:00Z,t{team},{region}\n");
                }
            }
        }

        return _folder.Write("claims.csv", text.ToString());
    }

    private Task<int> RunAsync(params string[] options) => RunMapAsync(ExperimentPlanCommandTests.Map, options);

    private Task<int> RunMapAsync(string map, params string[] options) =>
        CommandLine.RunAsync(["experiment", "assign", _folder.Write("map.yaml", map), "x-day", .. options], _terminal.Terminal);
}
