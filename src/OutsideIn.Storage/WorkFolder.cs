namespace OutsideIn.Storage;

/// <summary>A folder for work in progress, held by a lock file while its owner lives and swept away afterwards.</summary>
public sealed class WorkFolder : IDisposable
{
    private const string LockName = ".lock";
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private readonly FileStream _held;
    private bool _isGone;

    private WorkFolder(string path, FileStream held) => (Path, _held) = (path, held);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes one.</summary>
    /// <param name="path">The folder; not there yet.</param>
    internal static WorkFolder Make(string path)
    {
        Directory.CreateDirectory(path);
        var held = new FileStream(
            System.IO.Path.Combine(path, LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        return new WorkFolder(path, held);
    }

    /// <summary>Deletes the folders whose owner is gone; those of a running process are left alone.</summary>
    internal static void Sweep(IEnumerable<string> folders, TimeProvider clock)
    {
        foreach (var folder in folders)
        {
            if (IsAbandoned(folder, clock))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>Gives the folder its final name. It is work in progress no more.</summary>
    /// <returns>False where something of that name is there already.</returns>
    internal bool TryBecome(string path)
    {
        if (Directory.Exists(path))
        {
            return false;
        }

        // Let go first: some systems move no folder with an open file in it. The hour of grace covers the moment between.
        _held.Dispose();
        try
        {
            Directory.Move(Path, path);
        }
        catch (IOException) when (Directory.Exists(path))
        {
            return false;
        }

        _isGone = true;
        return true;
    }

    /// <summary>Deletes the folder and what is in it.</summary>
    public void Dispose()
    {
        _held.Dispose();
        if (!_isGone && Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        _isGone = true;
    }

    // A folder without its lock file may be one just made: it gets an hour before it counts as abandoned.
    private static bool IsAbandoned(string folder, TimeProvider clock)
    {
        var held = System.IO.Path.Combine(folder, LockName);
        if (!File.Exists(held))
        {
            return clock.GetUtcNow().UtcDateTime - Directory.GetLastWriteTimeUtc(folder) > Grace;
        }

        try
        {
            using var taken = new FileStream(held, FileMode.Open, FileAccess.Write, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
