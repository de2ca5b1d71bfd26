using System.Runtime.CompilerServices;

namespace OutsideIn.Tests.Support;

/// <summary>Public logs and independent results that stand beside the checkout and are never part of it.</summary>
internal static class SharedData
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../../../../shared"));

    /// <summary>The full path of a file or folder; skips the test where the checkout stands alone.</summary>
    public static string At(string relative)
    {
        var path = Path.Combine(Root, relative);
        Assert.SkipUnless(
            File.Exists(path) || Directory.Exists(path),
            $"The public data are not beside this checkout (looked for shared/{relative}).");
        return path;
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
