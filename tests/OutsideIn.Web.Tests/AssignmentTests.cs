using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Simulation;
using Spectre.Console;

namespace OutsideIn.Web.Tests;

/// <summary>Lists and schedules over the API, on the pilot with its twenty teams.</summary>
public sealed class AssignmentTests
{
    private const string Assign = PilotWorkspace.Experiment + "/assign";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_units_of_the_log_are_given_their_arm_in_balance_and_the_same_each_time()
    {
        await using var pilot = await PilotWorkspace.Start(isLocked: false);

        var list = await pilot.Post(Assign, new { });
        await pilot.Post($"{PilotWorkspace.Experiment}/lock", new { });
        var again = await pilot.Post(Assign, new { });

        Assert.Equal(20, list.GetProperty("rows").GetArrayLength());
        Assert.Equal([10, 10], list.GetProperty("balance")[0].GetProperty("counts").EnumerateArray().Select(static one => one.GetInt32()));
        Assert.Equal(list.GetProperty("rows").GetRawText(), again.GetProperty("rows").GetRawText());
        Assert.Equal((false, true), (list.GetProperty("isLocked").GetBoolean(), again.GetProperty("isLocked").GetBoolean()));
    }

    [Theory]
    [InlineData("blocks")]
    [InlineData("matched")]
    [InlineData("hash")]
    [InlineData("stepped")]
    [InlineData("switchback")]
    public async Task A_list_is_byte_by_byte_the_one_the_command_writes(string method)
    {
        await using var pilot = await PilotWorkspace.Start();
        using var reply = await pilot.Send(Assign + "?format=csv", new { method, count = 4 });
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Stop));

        var file = await CommandsList(pilot.Folder, "--method", method, "--count", "4");

        Assert.Equal(await File.ReadAllBytesAsync(file, Stop), await reply.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(("text/csv", "EX1-list.csv"), (reply.Content.Headers.ContentType!.MediaType, reply.Content.Headers.ContentDisposition!.FileName));
    }

    [Fact]
    public async Task Units_may_be_sent_and_the_list_be_asked_for_by_what_is_accepted()
    {
        await using var pilot = await PilotWorkspace.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Assign, UriKind.Relative))
        {
            Content = new StringContent("""{"units":[{"id":"=1+1","stratum":"North"},{"id":"b","stratum":"North"}]}""", new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Accept.ParseAdd("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        using var reply = await pilot.Client.SendAsync(request, Stop);

        Assert.Equal("EX1-list.xlsx", reply.Content.Headers.ContentDisposition!.FileName);
        await using var zip = new ZipArchive(await reply.Content.ReadAsStreamAsync(Stop));
        using var sheet = new StreamReader(zip.Entries.First(static one => one.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)).Open());
        var text = await sheet.ReadToEndAsync(Stop);
        Assert.Contains("=1+1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "EX003", "/api/logs/pilot/experiments/EX9/assign", "{}")]
    [InlineData(400, "WB019", Assign + "?format=pdf", "{}")]
    [InlineData(400, "EX051", Assign, """{"block":3}""")]
    [InlineData(400, "EX052", Assign, """{"units":[{"id":"a"},{"id":"a"}]}""")]
    [InlineData(422, "EX053", Assign, """{"units":[{"id":"a"}]}""")]
    [InlineData(404, "EX019", Assign, """{"strata":["regoin"]}""")]
    [InlineData(400, "EX063", Assign, """{"method":"switchback","count":2000000000}""")]
    [InlineData(400, "WB005", Assign, """{"method":"dice"}""")]
    public async Task What_cannot_be_assigned_is_a_problem(int status, string code, string address, string body)
    {
        await using var pilot = await PilotWorkspace.Start();

        Assert.Equal((status, code), await pilot.Refused(address, JsonSerializer.Deserialize<JsonElement>(body)));
    }

    private static async Task<string> CommandsList(string folder, params string[] options)
    {
        var (log, map, list) = (Path.Combine(folder, "pilot.csv"), Path.Combine(folder, "pilot.yaml"), Path.Combine(folder, "list.csv"));
        await using (var writer = new StreamWriter(log))
        {
            NorthbankSample.WriteCsv(PilotWorkspace.Log, writer);
        }

        await File.WriteAllTextAsync(map, NorthbankPilot.MapYaml, Stop);
        await using var said = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(said) });
        var exit = await CommandLine.RunAsync(["experiment", "assign", map, "EX1", "--log", log, .. options, "-o", list], new Terminal(console, console, static () => Stream.Null));
        Assert.True(exit == ExitCode.Done, said.ToString());
        return list;
    }
}
