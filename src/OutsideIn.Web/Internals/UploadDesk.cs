using OutsideIn.Storage;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>Where files stand between being taken in and being a log. Thread-safe.</summary>
internal sealed class UploadDesk(Workspace workspace) : IDisposable
{
    private const int HeldMax = 8;

    private readonly Lock _changing = new();
    private readonly List<Upload> _held = [];

    /// <summary>Holds a file; the oldest goes where there are too many.</summary>
    public void Hold(Upload upload)
    {
        Upload? pushed = null;
        lock (_changing)
        {
            _held.Add(upload);
            if (_held.Count > HeldMax)
            {
                pushed = _held.FirstOrDefault(static one => one.Job is null or { HasStopped: true }) ?? _held[0];
                _held.Remove(pushed);
            }
        }

        pushed?.Dispose();
    }

    /// <summary>The upload of this id, or <c>WB010</c>.</summary>
    public Result<Upload> Find(string id)
    {
        lock (_changing)
        {
            return _held.Find(one => string.Equals(one.Id, id, StringComparison.Ordinal)) is { } found
                ? found
                : new Problem(
                    ProblemKind.NotFound, "WB010", "This upload is no longer here: it was imported, cancelled, or the workspace was started anew.",
                    "Choose the file again under Logs.");
        }
    }

    /// <summary>Takes an upload off the desk and its file off the disk.</summary>
    public void Discard(Upload upload)
    {
        lock (_changing)
        {
            _held.Remove(upload);
        }

        upload.Dispose();
    }

    /// <summary>A folder for a file that is being taken in.</summary>
    public WorkFolder NewFolder() => workspace.NewWork();

    public void Dispose()
    {
        lock (_changing)
        {
            _held.ForEach(static one => one.Dispose());
            _held.Clear();
        }
    }
}
