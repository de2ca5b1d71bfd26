namespace OutsideIn.Web;

/// <summary>Where the workspace keeps its data and how it is reached.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>The port tried first where nobody names one.</summary>
    public const int UsualPort = 5080;

    /// <summary>The folder that holds logs and maps; made where it is missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The loopback port; 0 for any free one.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>The clock that dates what is stored.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether the sample organisation is put on the shelf where it is not there yet. Default: yes.</summary>
    public bool WithSample { get; init; } = true;

    /// <summary>The largest file taken in, bytes. Default 2 GiB.</summary>
    public long UploadBytesMax { get; init; } = 2L << 30;

    /// <summary>The folder used where nobody names one: <c>OUTSIDEIN_DATA</c>, else the user's application-data folder.</summary>
    public static string UsualDataFolder
    {
        get
        {
            var named = Environment.GetEnvironmentVariable("OUTSIDEIN_DATA");
            return string.IsNullOrWhiteSpace(named)
                ? Path.Combine(
                    Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                    "OutsideIn")
                : Path.GetFullPath(named);
        }
    }
}
