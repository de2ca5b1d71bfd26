namespace OutsideIn.Storage;

/// <summary>What a workspace says about one of its logs without opening it.</summary>
/// <param name="Id">Its id, as it stands in addresses: small letters, digits and hyphens.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Source">The file it came from, by name only.</param>
/// <param name="IsSample">Whether it is made up, to show what the workspace does.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="Events">Number of events.</param>
/// <param name="Cases">Number of cases.</param>
/// <param name="First">The earliest instant of the log.</param>
/// <param name="Last">The latest instant of the log.</param>
/// <param name="MapRevision">0 where no map was given; grows by one with each map put in its place or taken away.</param>
/// <param name="HasMap">Whether a person gave a map; else the program suggests one.</param>
public sealed record WorkspaceEntry(
    string Id,
    string Name,
    string Source,
    bool IsSample,
    DateTimeOffset AddedAt,
    int Events,
    int Cases,
    DateTimeOffset First,
    DateTimeOffset Last,
    int MapRevision,
    bool HasMap);

/// <summary>The logs of a workspace.</summary>
/// <param name="Entries">Those that can be read, by name.</param>
/// <param name="Damaged">One problem for each folder that cannot.</param>
public sealed record WorkspaceShelf(IReadOnlyList<WorkspaceEntry> Entries, IReadOnlyList<OutsideIn.Vocabulary.Problem> Damaged);

/// <summary>A log to be put into a workspace.</summary>
/// <param name="Name">What people call it; its id is made from it.</param>
/// <param name="Source">The file it came from, by name only.</param>
/// <param name="IsSample">Whether it is made up.</param>
/// <param name="MapYaml">The map's text as the person gave it, or null.</param>
public sealed record NewLog(string Name, string Source, bool IsSample, string? MapYaml);
