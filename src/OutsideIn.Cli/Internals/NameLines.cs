using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>Names for other programs: one a line, never broken.</summary>
internal static class NameLines
{
    public static void Show(IAnsiConsole console, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            console.Profile.Out.Writer.WriteLine(name);
        }
    }
}
