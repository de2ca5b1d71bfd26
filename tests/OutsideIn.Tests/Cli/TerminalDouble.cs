using OutsideIn.Cli;
using Spectre.Console;

namespace OutsideIn.Tests.Cli;

/// <summary>A terminal that keeps what was said.</summary>
internal sealed class TerminalDouble : IDisposable
{
    private readonly StringWriter _data = new();
    private readonly StringWriter _talk = new();
    private readonly MemoryStream _output = new();

    public TerminalDouble() => Terminal = new Terminal(On(_data), On(_talk), () => _output);

    public Terminal Terminal { get; }

    public string Data => _data.ToString();

    public string Talk => _talk.ToString();

    public byte[] Output => _output.ToArray();

    public void Dispose()
    {
        _data.Dispose();
        _talk.Dispose();
        _output.Dispose();
    }

    private static IAnsiConsole On(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 160;
        return console;
    }
}
