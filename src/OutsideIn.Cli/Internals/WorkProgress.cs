using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>Work on a log that was read; what takes over two seconds shows a bar.</summary>
internal sealed class WorkProgress : IProgress<double>
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);

    private double _share;

    /// <inheritdoc/>
    public void Report(double value) => Volatile.Write(ref _share, value);

    /// <summary>Does the work on another thread and waits for it.</summary>
    public static async Task<T> RunAsync<T>(Terminal terminal, string name, Func<IProgress<double>, T> work, CancellationToken stop)
    {
        var progress = new WorkProgress();
        var working = Task.Run(() => work(progress), stop);
        if (await Task.WhenAny(working, Task.Delay(Quiet, stop)) != working)
        {
            await progress.ShowAsync(terminal, name, working);
        }

        return await working;
    }

    private Task ShowAsync(Terminal terminal, string name, Task working) => terminal.Talk.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async bar =>
        {
            var line = bar.AddTask(name, maxValue: 1);
            while (!working.IsCompleted)
            {
                line.Value = Volatile.Read(ref _share);
                await Task.WhenAny(working, Task.Delay(Redraw));
            }
        });
}
