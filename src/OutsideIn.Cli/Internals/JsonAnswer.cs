using System.Text.Json;
using System.Text.Json.Serialization;
using OutsideIn.Diagnosis;

namespace OutsideIn.Cli;

/// <summary>An answer as JSON, where a command's <c>--json</c> asked for it.</summary>
internal static class JsonAnswer
{
    // A map may hold figures whose product no number can hold; that is told as "Infinity" rather than by a crash.
    private static readonly JsonSerializerOptions Indented = new(DiagnosisJson.Options)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes the answer to a file, or for "-" to standard output; to nowhere where none is named.</summary>
    /// <returns>Whether standard output is still free for the answer in tables.</returns>
    public static bool Write<T>(Terminal terminal, string? file, T answer)
    {
        if (file is "-")
        {
            using var output = terminal.OpenStandardOutput();
            JsonSerializer.Serialize(output, answer, Indented);
            return false;
        }

        if (file is not null)
        {
            WholeFile.Write(file, stream => JsonSerializer.Serialize(stream, answer, Indented));
        }

        return true;
    }
}
