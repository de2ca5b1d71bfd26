using System.Runtime.CompilerServices;

namespace OutsideIn.Web.Tests;

/// <summary>Compares text with a file on record; APPROVE=1 rewrites the record.</summary>
internal static class Approved
{
    public static string Root { get; } = FindRoot();

    public static void Check(string path, string got)
    {
        var file = Path.Combine(Root, path);
        var onRecord = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (string.Equals(onRecord, got, StringComparison.Ordinal))
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(file, got);
            return;
        }

        File.WriteAllText(Path.ChangeExtension(file, ".received.json"), got);
        Assert.Fail($"{path} is not what the code says now. If the change is meant, run the tests once with APPROVE=1 and commit the file.");
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OutsideIn.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("OutsideIn.slnx is not above the tests.");
    }
}
