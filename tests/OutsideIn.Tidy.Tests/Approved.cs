namespace OutsideIn.Tidy.Tests;

/// <summary>Compares text with a file on record; writes what it got beside it when they differ.</summary>
internal static class Approved
{
    public static void Check(string path, string got)
    {
        var file = Path.Combine(Repo.Root, path);
        var onRecord = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (string.Equals(onRecord, got, StringComparison.Ordinal))
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, got);
            return;
        }

        File.WriteAllText(Path.ChangeExtension(file, ".received.txt"), got);
        Assert.Fail($"{path} is not what the code says now. First difference: {FirstDifference(onRecord, got)}. "
            + "If the change is meant, run the tests once with APPROVE=1 and commit the file.");
    }

    private static string FirstDifference(string onRecord, string got)
    {
        var (old, now) = (onRecord.Split('\n'), got.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length))
            .First(i => !string.Equals(old.ElementAtOrDefault(i), now.ElementAtOrDefault(i), StringComparison.Ordinal));
        return $"line {line + 1}, was '{old.ElementAtOrDefault(line)}', is '{now.ElementAtOrDefault(line)}'";
    }
}
