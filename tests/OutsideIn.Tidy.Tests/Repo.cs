using System.Reflection;
using System.Runtime.CompilerServices;

namespace OutsideIn.Tidy.Tests;

/// <summary>The checkout the tests look at.</summary>
internal static class Repo
{
    public static string Root { get; } = FindRoot();

    /// <summary>The rooms that are libraries; Cli, the one executable, offers nothing to others.</summary>
    public static IReadOnlyList<Assembly> Rooms { get; } =
    [
        .. Directory.EnumerateDirectories(Path.Combine(Root, "src"))
            .Select(static folder => Path.GetFileName(folder))
            .Where(static room => !string.Equals(room, "OutsideIn.Cli", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Assembly.Load),
    ];

    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = new FileInfo(here).Directory; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OutsideIn.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("OutsideIn.slnx is not above the tests.");
    }
}
