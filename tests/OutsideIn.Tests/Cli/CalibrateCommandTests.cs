using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class CalibrateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Fact]
    public async Task One_part_is_printed_with_its_aims()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("--part", "durations"));

        Assert.Contains("Durations", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("goal 5: at most 6 %, met", string.Join(' ', _terminal.Data.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("aims are met.", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_of_ones_own_is_answered_with_its_rates()
    {
        string[] options = ["--log", _folder.Write("log.csv", Log()), "--measure", "count of \"Chase\"", "--unit", "team", "--runs", "100"];

        Assert.Equal(ExitCode.Done, await RunAsync(options));
        Assert.StartsWith("Where nothing was done, comparing 2 arms of these 8 units", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("each team once", _terminal.Data, StringComparison.Ordinal);

        using var json = new TerminalDouble();
        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["calibrate", .. options, "--json", "-"], json.Terminal));
        using var answer = JsonDocument.Parse(json.Output);
        Assert.Equal(2, answer.RootElement.GetProperty("rates").GetArrayLength());
    }

    [Fact]
    public async Task What_does_not_go_together_is_a_usage_error_and_an_unknown_part_a_problem()
    {
        Assert.Equal(ExitCode.Usage, await RunAsync("--unit", "team"));
        Assert.Equal(ExitCode.Usage, await RunAsync("--part", "looking", "--log", "x.csv"));
        Assert.Equal(ExitCode.Problem, await RunAsync("--part", "loking"));
        Assert.Contains("CL094", _terminal.Talk, StringComparison.Ordinal);
        Assert.Contains("looking", _terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public void A_miss_that_is_not_on_record_is_told_from_one_that_is()
    {
        var subject = new CalibrationSubject("7", "a method", "a situation", "false alarms");
        var known = CalibrationSuite.KnownMisses[0];
        CalibrationPart[] parts =
        [
            new("Good", () => [CalibrationRow.AtMost(subject, 5, 100, 0.06)]),
            new("Bad", () => [CalibrationRow.AtMost(subject, 50, 100, 0.06), CalibrationRow.Within(new CalibrationSubject("8", known.Method, known.Situation, known.Figure), 99, 100, new Interval(0.93, 0.97))]),
        ];

        var answer = CalibrationAnswer.Run(parts, new Progress<double>(), CancellationToken.None);

        Assert.Equal(["Good", "Bad"], answer.Parts.Select(static part => part.Name));
        Assert.Equal([null, known.Why], answer.Missed.Select(static one => one.Why));
        CalibrationScreen.Show(_terminal.Terminal.Data, answer);
        Assert.Contains("1 of 3 aims are met, 1 is missed as is on record, 1 is missed and not on record.", _terminal.Data, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    // Eight teams of ten cases, each chased as often as its place says, more or less.
    private static string Log()
    {
        var lines = Enumerable.Range(0, 80).SelectMany(static n =>
        {
            var start = new DateTime(2026, 1, 1, 9, 0, 0, DateTimeKind.Utc).AddHours(n);
            string[] steps = ["Report", .. Enumerable.Repeat("Chase", (n % 8) + (n % 3)), "Solve"];
            return steps.Select((step, at) => $"c{n},{step},{start.AddHours(at):yyyy-MM-ddTHH:mm:ssZ},t{n % 8}");
        });
        return "case,activity,time,team\n" + string.Join('\n', lines) + "\n";
    }

    private async Task<int> RunAsync(params string[] options) => await CommandLine.RunAsync(["calibrate", .. options], _terminal.Terminal);
}
