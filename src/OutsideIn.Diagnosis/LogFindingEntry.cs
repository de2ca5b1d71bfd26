namespace OutsideIn.Diagnosis;

/// <summary>A finding that takes a log, as a check of the map would print it.</summary>
/// <param name="Code">Its code, such as <c>MET-08</c>.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>information</c>.</param>
/// <param name="Title">What is wrong in a few words.</param>
/// <param name="Message">The reason, with the figures it rests on.</param>
/// <param name="Hint">The question it dodges.</param>
/// <param name="Subject">The entry of the map it is about, such as <c>outcomes/road</c>; null where the map has none.</param>
/// <param name="Accepted">Why somebody accepts it, as the map says; null where it stands.</param>
/// <param name="Page">The page that explains it, relative to the root of the repository.</param>
public sealed record LogFindingEntry(
    string Code, string Severity, string Title, string Message, string Hint, string? Subject, string? Accepted, string Page);
