using OutsideIn.Events;

namespace OutsideIn.Web;

/// <summary>A role, the column that has it or null, and why.</summary>
internal sealed record RoleView(
    string Role, string Title, string Help, bool IsRequired, string? Column, string? Reason, string? Confidence);

/// <summary>A column of the file: what it holds and a few of its values.</summary>
internal sealed record FileColumnView(string Name, string Kind, string? TimePattern, IReadOnlyList<string> Samples);

/// <summary>A question only a person can answer. <paramref name="Role"/> is null where it is about the pattern of times.</summary>
internal sealed record QuestionView(string Code, string Text, string? Role, IReadOnlyList<string> Choices);

/// <summary>A file that was taken in, as far as a look at its head tells.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FileName">Its name.</param>
/// <param name="SuggestedName">What the log could be called.</param>
/// <param name="Size">Its size.</param>
/// <param name="Format">Its format.</param>
/// <param name="HasMap">Whether a map came with it.</param>
/// <param name="Questions">What must be answered before it can be imported.</param>
/// <param name="Roles">Every role and the column that has it.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Head">Its first rows, as they stand.</param>
internal sealed record UploadView(
    string Id,
    string FileName,
    string SuggestedName,
    string Size,
    string Format,
    bool HasMap,
    IReadOnlyList<QuestionView> Questions,
    IReadOnlyList<RoleView> Roles,
    IReadOnlyList<FileColumnView> Columns,
    IReadOnlyList<IReadOnlyList<string>> Head)
{
    private static readonly (ColumnRole Role, string Title, string Help, bool IsRequired)[] AllRoles =
    [
        (ColumnRole.Case, "Case", "Which customer's matter the row belongs to.", true),
        (ColumnRole.Activity, "Activity", "What was done.", true),
        (ColumnRole.Time, "Time", "When it was recorded or ended.", true),
        (ColumnRole.Start, "Start", "When it began, where the log says so.", false),
        (ColumnRole.Resource, "Resource", "The person or system that did it.", false),
        (ColumnRole.Team, "Team", "The team or department that did it.", false),
        (ColumnRole.System, "System", "The information system it was done in.", false),
        (ColumnRole.Channel, "Channel", "How the contact came in, such as phone or web.", false),
        (ColumnRole.Customer, "Customer", "Whose case it is.", false),
        (ColumnRole.Cost, "Cost", "What it cost.", false),
    ];

    public static UploadView Of(Upload upload, LogInspection found) => new(
        upload.Id,
        upload.FileName,
        NameOf(upload.FileName),
        Say.Bytes(upload.Length),
        found.Format,
        upload.MapYaml is not null,
        [.. found.Questions.Select(static one => new QuestionView(
            one.Code, one.Text, one.Role is { } role ? ImportAnswers.KeyOf(role) : null, one.Choices))],
        [.. AllRoles.Select(one => RoleOf(one, found.Roles))],
        [.. found.Columns.Select(static one => new FileColumnView(one.Name, KindOf(one.Kind), one.TimePattern, one.Samples))],
        found.Head);

    private static RoleView RoleOf((ColumnRole Role, string Title, string Help, bool IsRequired) role, IReadOnlyList<RoleChoice> chosen)
    {
        var choice = chosen.FirstOrDefault(one => one.Role == role.Role);
        return new RoleView(
            ImportAnswers.KeyOf(role.Role), role.Title, role.Help, role.IsRequired,
            choice?.Column, choice?.Reason, choice is null ? null : Say.Percent(Math.Round(choice.Confidence, 2)));
    }

    private static string KindOf(AttributeKind kind) => kind switch
    {
        AttributeKind.Number => "numbers",
        AttributeKind.Time => "times",
        AttributeKind.YesNo => "yes or no",
        _ => "text",
    };

    private static string NameOf(string fileName)
    {
        var name = fileName;
        foreach (var ending in (ReadOnlySpan<string>)[".gz", ".zip", ".csv", ".tsv", ".txt", ".xes"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && name.Length > ending.Length)
            {
                name = name[..^ending.Length];
            }
        }

        return name.Length <= 100 ? name : name[..100];
    }
}

/// <summary>How far an import has come, in words and as a share.</summary>
/// <param name="State">How far.</param>
/// <param name="Title">The same in words.</param>
/// <param name="Events">Events read.</param>
/// <param name="Rate">Events a second, or null before there is one.</param>
/// <param name="Remaining">Time left, or null where it cannot be told.</param>
/// <param name="Share">Share of the file's bytes read, or null where the size is unknown.</param>
/// <param name="LogId">The log it became, once it is done.</param>
/// <param name="Problem">Why it was refused, or null.</param>
internal sealed record ImportView(
    ImportState State, string Title, string Events, string? Rate, string? Remaining, double? Share, string? LogId, ProblemReply? Problem)
{
    public static ImportView Of(ImportJob job)
    {
        var (progress, seconds) = (job.Progress, job.Elapsed.TotalSeconds);
        double? share = progress.BytesTotal is > 0 and { } total ? Math.Min(1, (double)progress.BytesRead / total) : null;
        var isReading = job.State == ImportState.Reading && progress.Events > 0 && seconds > 0.2;
        return new ImportView(
            job.State,
            TitleOf(job.State),
            Say.Count(progress.Events, "event", "events"),
            isReading ? Say.Count((long)(progress.Events / seconds)) + " events a second" : null,
            isReading && share is > 0.02 ? "about " + Say.Duration(Math.Ceiling(seconds / share.Value * (1 - share.Value))) + " left" : null,
            job.State == ImportState.Reading ? share : 1,
            job.LogId,
            job.Problem is null ? null : ProblemReply.Of(job.Problem));
    }

    private static string TitleOf(ImportState state) => state switch
    {
        ImportState.Reading => "Reading the file",
        ImportState.Storing => "Keeping the log",
        ImportState.Diagnosing => "Working out the diagnosis",
        ImportState.Done => "Done",
        ImportState.Refused => "The file was refused",
        _ => "Cancelled",
    };
}
