using System.Diagnostics;
using OutsideIn.Events;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>Reads a log; what takes over two seconds shows a bar with events per second and the time remaining.</summary>
internal sealed class ReadingProgress : IProgress<ImportProgress>
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _guard = new();
    private ImportProgress _latest;

    /// <inheritdoc/>
    public void Report(ImportProgress value)
    {
        lock (_guard)
        {
            _latest = value;
        }
    }

    public static async Task<Result<ImportedLog>> ReadAsync(
        Terminal terminal, LogSource source, ImportOptions options, CancellationToken stop)
    {
        var progress = new ReadingProgress();
        var reading = Task.Run(() => LogImport.Read(source, options, progress, stop), stop);
        if (await Task.WhenAny(reading, Task.Delay(Quiet, stop)) != reading)
        {
            await progress.ShowAsync(terminal, reading);
        }

        return await reading;
    }

    private Task ShowAsync(Terminal terminal, Task reading) => terminal.Talk.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async bar =>
        {
            var line = bar.AddTask("Reading", maxValue: Latest().BytesTotal ?? 1);
            line.IsIndeterminate = Latest().BytesTotal is null;
            while (!reading.IsCompleted)
            {
                var now = Latest();
                var perSecond = (long)(now.Events / _clock.Elapsed.TotalSeconds);
                line.Description = $"{CountText.Of(now.Events)} events, {CountText.Of(perSecond)} a second";
                line.Value = now.BytesTotal is null ? 0 : now.BytesRead;
                await Task.WhenAny(reading, Task.Delay(Redraw));
            }
        });

    private ImportProgress Latest()
    {
        lock (_guard)
        {
            return _latest;
        }
    }
}
