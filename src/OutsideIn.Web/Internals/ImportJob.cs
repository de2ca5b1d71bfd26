using Microsoft.Extensions.Logging;
using OutsideIn.Events;
using OutsideIn.Storage;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>How far an import has come.</summary>
internal enum ImportState
{
    Reading,
    Storing,
    Diagnosing,
    Done,
    Refused,
    Cancelled,
}

/// <summary>What an import works with.</summary>
internal sealed record ImportTools(LogLibrary Library, TimeProvider Clock, ILogger Logger);

/// <summary>What is imported, and how.</summary>
internal sealed record ImportOrder(LogSource Source, ImportOptions Options, NewLog Log);

/// <summary>One import in the background: reading, storing, diagnosing.</summary>
internal sealed class ImportJob : IProgress<ImportProgress>, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stop;
    private readonly ImportTools _tools;
    private readonly ImportOrder _order;
    private readonly long _began;
    private readonly Lock _telling = new();
    private ImportProgress _progress;

    private ImportJob(ImportOrder order, ImportTools tools)
    {
        (_order, _tools, _stop) = (order, tools, _stopping.Token);
        _began = tools.Clock.GetTimestamp();
        _progress = new ImportProgress(0, order.Source.Length, 0);
    }

    public ImportState State { get; private set; }

    /// <summary>The log it became, once it is done.</summary>
    public string? LogId { get; private set; }

    /// <summary>Why it was refused.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Ends when the import does, however it does.</summary>
    public Task Ending { get; private set; } = Task.CompletedTask;

    public bool HasStopped => State is ImportState.Refused or ImportState.Cancelled;

    /// <summary>What was read so far.</summary>
    public ImportProgress Progress
    {
        get
        {
            lock (_telling)
            {
                return _progress;
            }
        }
    }

    /// <summary>Time since it began.</summary>
    public TimeSpan Elapsed => _tools.Clock.GetElapsedTime(_began);

    public static ImportJob Start(ImportOrder order, ImportTools tools)
    {
        var job = new ImportJob(order, tools);
        job.Ending = Task.Run(job.Run);
        return job;
    }

    /// <summary>Cancels the import where it still runs; nothing of it is kept.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    public void Report(ImportProgress value)
    {
        lock (_telling)
        {
            _progress = value;
        }
    }

    private async Task Run()
    {
        try
        {
            var added = LogImport.Read(_order.Source, _order.Options, this, _stop).Then(Store);
            if (added.TryGet(out var entry, out var problem))
            {
                State = ImportState.Diagnosing;
                await _tools.Library.Open(entry.Id, _stop);
                (LogId, State) = (entry.Id, ImportState.Done);
            }
            else
            {
                (Problem, State) = (problem, ImportState.Refused);
            }
        }
        catch (OperationCanceledException)
        {
            State = ImportState.Cancelled;
        }
#pragma warning disable CA1031 // The door of background work: whatever fails here is told to the person who waits for it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            ImportLog.Failed(_tools.Logger, _order.Source.Name, failure);
            Problem = new Problem(
                ProblemKind.Invalid, "WB011", $"Importing {_order.Source.Name} failed: {failure.Message}",
                "Nothing was stored. The terminal that serves the workspace shows more.");
            State = ImportState.Refused;
        }
    }

    private Result<WorkspaceEntry> Store(ImportedLog imported)
    {
        _stop.ThrowIfCancellationRequested();
        Report(new ImportProgress(_order.Source.Length ?? 0, _order.Source.Length, imported.Log.EventCount));
        State = ImportState.Storing;
        return _tools.Library.Workspace.Add(_order.Log, imported);
    }
}

/// <summary>What the terminal is told about imports.</summary>
internal static partial class ImportLog
{
    [LoggerMessage(1, LogLevel.Error, "WB011: importing {Source} failed")]
    public static partial void Failed(ILogger logger, string source, Exception failure);
}
