using OutsideIn.Events;
using OutsideIn.Storage;

namespace OutsideIn.Web;

/// <summary>A file taken in and not imported yet. It goes when it is imported, discarded or pushed out by newer ones.</summary>
internal sealed class Upload(WorkFolder folder, string fileName, string path, string? mapYaml) : IDisposable
{
    private readonly Lock _starting = new();
    private ImportJob? _job;

    /// <summary>The folder's name: unguessable enough for this computer, and no part of any path a caller can bend.</summary>
    public string Id { get; } = Path.GetFileName(folder.Path);

    public string FileName { get; } = fileName;

    public string? MapYaml { get; } = mapYaml;

    public long Length { get; } = new FileInfo(path).Length;

    public ImportJob? Job => _job;

    public LogSource Source => new(FileName, () => File.OpenRead(path), Length);

    /// <summary>Starts the import, or gives the one that runs; one that failed or was cancelled makes room for the next.</summary>
    public ImportJob Start(Func<ImportJob> start)
    {
        lock (_starting)
        {
            if (_job is null || _job.HasStopped)
            {
                _job?.Dispose();
                _job = start();
            }

            return _job;
        }
    }

    public void Dispose()
    {
        _job?.Dispose();
        folder.Dispose();
    }
}
