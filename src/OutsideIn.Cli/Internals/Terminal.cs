using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>Where a command speaks: data to one side, talk to the other.</summary>
internal sealed record Terminal(IAnsiConsole Data, IAnsiConsole Talk, Func<Stream> OpenStandardOutput)
{
    private const int WidthWhenRedirected = 120;

    /// <summary>Where a person's lines come from, or a file's.</summary>
    public TextReader Input { get; init; } = Console.In;

    /// <summary>The process's own standard output and error.</summary>
    public static Terminal OfProcess()
    {
        var data = On(Console.Out, Console.IsOutputRedirected);
        var talk = On(Console.Error, Console.IsErrorRedirected);
        return new Terminal(data, talk, Console.OpenStandardOutput);
    }

    private static IAnsiConsole On(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (isRedirected)
        {
            console.Profile.Width = WidthWhenRedirected;
        }

        return console;
    }
}
