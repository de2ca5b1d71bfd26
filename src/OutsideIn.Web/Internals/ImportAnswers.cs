using System.Text.Json;
using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>What a person says about how a file is to be read; what is left out is detected.</summary>
/// <param name="Name">What the log is to be called, or null for the file's name.</param>
/// <param name="Columns">Columns by role (<c>case</c>, <c>activity</c>, <c>time</c>, …).</param>
/// <param name="TimeFormat">The pattern of times, or null.</param>
/// <param name="TimeZone">The zone of times without an offset, such as <c>Europe/London</c>, or null for UTC.</param>
/// <param name="Lifecycle"><c>instances</c>, <c>all</c> or <c>complete</c>, or null for instances.</param>
internal sealed record ImportAnswers(
    string? Name = null,
    IReadOnlyDictionary<string, string>? Columns = null,
    string? TimeFormat = null,
    string? TimeZone = null,
    Lifecycle? Lifecycle = null)
{
    /// <summary>The options of the reader, or <c>WB012</c> for a role or zone nobody knows.</summary>
    public Result<ImportOptions> ToOptions()
    {
        var columns = new Dictionary<ColumnRole, string>();
        foreach (var (name, column) in Columns ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (!Enum.TryParse<ColumnRole>(name, ignoreCase: true, out var role) || !Enum.IsDefined(role))
            {
                return Unknown($"There is no role '{name}'.", $"The roles are {string.Join(", ", Enum.GetValues<ColumnRole>().Select(KeyOf))}.");
            }

            if (!string.IsNullOrEmpty(column))
            {
                columns[role] = column;
            }
        }

        TimeZoneInfo? zone = null;
        if (!string.IsNullOrWhiteSpace(TimeZone) && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out zone))
        {
            return Unknown($"This computer knows no time zone '{TimeZone}'.", "Give a name such as Europe/London.");
        }

        return new ImportOptions
        {
            Columns = columns,
            TimeFormat = string.IsNullOrWhiteSpace(TimeFormat) ? null : TimeFormat,
            TimeZone = zone,
            Lifecycle = Lifecycle ?? Events.Lifecycle.Instances,
        };
    }

    /// <summary>A role as it stands in JSON.</summary>
    public static string KeyOf(ColumnRole role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    private static Problem Unknown(string message, string hint) => new(ProblemKind.Invalid, "WB012", message, hint);
}
