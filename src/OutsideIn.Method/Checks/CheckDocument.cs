using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>How many there are of each.</summary>
/// <param name="Errors">Findings and reading problems that are errors.</param>
/// <param name="Warnings">Those that are warnings.</param>
/// <param name="Information">Those worth knowing.</param>
/// <param name="Accepted">Findings somebody accepts; they count nowhere else.</param>
public sealed record CheckCounts(int Errors, int Warnings, int Information, int Accepted);

/// <summary>A finding with the place where it is written.</summary>
/// <param name="Code">The code: of docs/findings, or of docs/problems.md for what could not be read.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">What is wrong in a few words; null for what could not be read.</param>
/// <param name="Message">The reason, one sentence.</param>
/// <param name="Hint">The question it dodges, or the fix; null where nothing helps.</param>
/// <param name="Subject">The entry it is about, such as <c>breakpoints/b1</c>; null for the map as a whole.</param>
/// <param name="File">The file, as it was given or included.</param>
/// <param name="Line">The line, counted from 1; 1 for the map as a whole.</param>
/// <param name="Column">The column in UTF-16 units, counted from 1.</param>
/// <param name="Length">How many characters of that line it is about; null where it is about the whole entry.</param>
/// <param name="Page">The page that explains it, relative to the root of the repository.</param>
public sealed record CheckedFinding(
    string Code, Severity Severity, string? Title, string Message, string? Hint, string? Subject, string File, int Line, int Column, int? Length, string Page);

/// <summary>A finding somebody accepts.</summary>
/// <param name="Finding">The finding as it would stand.</param>
/// <param name="Because">The reason, as written.</param>
/// <param name="By">Who accepts it; null where nobody is named.</param>
/// <param name="Until">The last day on which it is accepted; null for good.</param>
public sealed record CheckedAcceptance(CheckedFinding Finding, string Because, string? By, DateOnly? Until);

/// <summary>Everything wrong with a written map, in the order of its text: what could not be read and what the checks found. Immutable.</summary>
/// <param name="Version">The version of this layout; it grows only when a reader of the one before would misread the new one.</param>
/// <param name="Map">The map's file, as it was given.</param>
/// <param name="Today">The day the map was checked for.</param>
/// <param name="Counts">How many there are of each.</param>
/// <param name="Findings">What stands, by file, line and column; the map's own file first.</param>
/// <param name="Accepted">What somebody accepts, in the same order.</param>
public sealed record CheckDocument(
    int Version, string Map, DateOnly Today, CheckCounts Counts, IReadOnlyList<CheckedFinding> Findings, IReadOnlyList<CheckedAcceptance> Accepted)
{
    /// <summary>The version of the layout this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Whether anything that stands is an error.</summary>
    public bool HasErrors() => Counts.Errors > 0;

    /// <summary>Checks a map that was read, and finds the place of everything.</summary>
    /// <param name="document">The map as it was read, with its reading problems.</param>
    /// <param name="file">The map's file, as it was given.</param>
    /// <param name="options">How it is checked.</param>
    /// <param name="linesOf">The lines of a file of the map by its name, for the place of single words; null where it cannot be read again.</param>
    public static CheckDocument Of(MapDocument document, string file, CheckOptions options, Func<string, IReadOnlyList<string>?> linesOf)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(linesOf);
        var result = MapChecks.Check(document.Map, options);
        var places = new FindingPlaces(document, file, linesOf);
        List<CheckedFinding> findings = [.. places.InOrder(document.Diagnostics.Concat(options.Besides).Concat(result.Findings).Select(places.Place), static one => one)];
        List<CheckedAcceptance> accepted =
        [
            .. places.InOrder(
                result.Accepted.Select(one => new CheckedAcceptance(places.Place(one.Finding), one.By.Reason, one.By.By, one.By.Until)), static one => one.Finding),
        ];
        var counts = new CheckCounts(Count(Severity.Error), Count(Severity.Warning), Count(Severity.Information), accepted.Count);
        return new CheckDocument(CurrentVersion, file, options.Today, counts, findings, accepted);

        int Count(Severity severity) => findings.Count(one => one.Severity == severity);
    }
}
