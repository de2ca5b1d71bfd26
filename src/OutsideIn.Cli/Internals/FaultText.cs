using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>What is wrong with the text of a measure or an objective, with the place under it.</summary>
internal static class FaultText
{
    public static void Show(IAnsiConsole console, IReadOnlyList<MeasureFaultEntry> faults, string measure, string? objective)
    {
        foreach (var one in faults)
        {
            var severity = one.Severity == "error" ? MeasureSeverity.Error : MeasureSeverity.Note;
            var diagnostic = new MeasureDiagnostic(severity, one.Code, one.Message, one.Hint, new TextSpan(one.Start, one.Length));
            console.WriteLine(MeasureDiagnosticText.Render(one.In == "objective" ? objective! : measure, diagnostic));
        }
    }
}
