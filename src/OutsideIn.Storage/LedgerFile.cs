using OutsideIn.Experiments;
using OutsideIn.Vocabulary;

namespace OutsideIn.Storage;

/// <summary>The ledger of experiments on the disk: a file to which lines are only ever added.</summary>
/// <remarks>
/// Several processes may add at once: each holds the file by itself while it reads, judges and adds, and waits its turn. What is
/// added is on the disk when the call returns. A line that was cut off in being written stays where it is and is told
/// (<see cref="LedgerReading.Faults"/>); the next one goes below it. Failures of the disk pass through as the exceptions they are.
/// </remarks>
public sealed class LedgerFile
{
    private const int Tries = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly string _path;
    private readonly TimeProvider _clock;

    /// <summary>The ledger at a path; nothing is opened yet.</summary>
    /// <param name="path">Where it stands, or will.</param>
    /// <param name="clock">The clock by which it waits.</param>
    public LedgerFile(string path, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(clock);
        (_path, _clock) = (Path.GetFullPath(path), clock);
    }

    /// <summary>What the ledger says.</summary>
    /// <returns>Its entries and faults; an empty ledger where there is no file; <c>EX017</c> where another program holds it for longer than five seconds.</returns>
    public async Task<Result<LedgerReading>> ReadAsync(CancellationToken stop)
    {
        if (!File.Exists(_path))
        {
            return LedgerReading.Empty;
        }

        if (!(await OpenAsync(FileMode.Open, FileAccess.Read, stop)).TryGet(out var file, out var problem))
        {
            return problem;
        }

        await using (file)
        {
            return LedgerText.Read(await BytesOf(file, stop));
        }
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="make">Makes the entry of what stands in the ledger now; while it does nobody else adds.</param>
    /// <param name="stop">Stops the waiting; once writing has begun it is finished.</param>
    /// <returns>The entry with its number; the refusal of <paramref name="make"/> or of <see cref="LedgerRules.Refusal"/>; <c>EX017</c> where another program holds the file for longer than five seconds.</returns>
    public async Task<Result<NumberedEntry>> AppendAsync(Func<LedgerReading, Result<LedgerEntry>> make, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (!(await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, stop)).TryGet(out var file, out var problem))
        {
            return problem;
        }

        await using (file)
        {
            var bytes = await BytesOf(file, stop);
            var ledger = LedgerText.Read(bytes);
            if (!make(ledger).TryGet(out var entry, out problem) || (problem = LedgerRules.Refusal(ledger, entry)) is not null)
            {
                return problem;
            }

            byte[] ending = bytes is [] or [.., (byte)'\n'] ? [] : [(byte)'\n'];
            file.Write([.. ending, .. LedgerText.LineOf(entry, ledger.LastHash)]);
            file.Flush(flushToDisk: true);
            return new NumberedEntry(bytes.AsSpan().Count((byte)'\n') + ending.Length + 1, entry);
        }
    }

    private static async Task<byte[]> BytesOf(FileStream file, CancellationToken stop)
    {
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, stop);
        return bytes;
    }

    // ERROR_SHARING_VIOLATION of Windows; EAGAIN of Linux and of macOS.
    private static bool IsHeld(IOException failure) => failure.HResult is unchecked((int)0x80070020) or 11 or 35;

    private async Task<Result<FileStream>> OpenAsync(FileMode mode, FileAccess access, CancellationToken stop)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return new FileStream(_path, mode, access, access == FileAccess.Read ? FileShare.ReadWrite : FileShare.None);
            }
            catch (IOException held) when (IsHeld(held) && left > 0)
            {
                await Task.Delay(Pause, _clock, stop);
            }
            catch (IOException held) when (IsHeld(held))
            {
                return new Problem(ProblemKind.Conflict, "EX017", $"The ledger {_path} is held by another program.", "Close what has it open, and try again.");
            }
        }
    }
}
