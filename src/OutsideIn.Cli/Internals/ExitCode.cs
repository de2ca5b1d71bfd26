namespace OutsideIn.Cli;

/// <summary>What a command says to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The request or the data could not be served; the reason stands on standard error.</summary>
    public const int Problem = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Something outside failed: a disk, a port.</summary>
    public const int OutsideFailed = 3;

    /// <summary>Stopped by the person, as shells number it.</summary>
    public const int Cancelled = 130;
}
