using OutsideIn.Method;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>Reads a map for a command.</summary>
internal static class MapFile
{
    /// <summary>The map of a file, or null where there is none or it has errors; what is wrong with it is printed.</summary>
    public static OutsideInMap? Read(Terminal terminal, string path)
    {
        if (!MapYaml.ReadFile(path).TryGet(out var document, out var problem))
        {
            ProblemText.Show(terminal, problem);
            return null;
        }

        foreach (var diagnostic in document.Diagnostics)
        {
            terminal.Talk.WriteLine(diagnostic.ToString());
        }

        return document.HasErrors ? null : document.Map;
    }
}
