using System.Text.Json;
using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>What the log holds and how it was read.</summary>
internal static class LogFigures
{
    public static LogSection Compute(MappedLog mapped, Variants variants, DiagnosisOptions options)
    {
        var log = mapped.Log;
        return new LogSection(
            options.LogName,
            log.EventCount,
            log.CaseCount,
            log.Activities.NameCount,
            variants.Count,
            Measured.Instant(log.FirstMicros),
            Measured.Instant(log.LastMicros),
            Measured.Instant(mapped.HorizonMicros),
            Camel(options.Lifecycle.ToString()),
            log.HasStarts,
            log.Resources is not null,
            log.Teams is not null,
            log.HasCosts);
    }

    public static QualitySection Quality(ImportReport report) => new(
        report.Format,
        report.RowsRead,
        report.RowsKept,
        report.RowsRefused,
        [.. report.Refused.Select(static row => new RefusedEntry(row.Line, row.Column, row.Value, row.Reason))],
        [.. report.Roles.Select(static role => new RoleEntry(Camel(role.Role.ToString()), role.Column, role.Reason, role.Confidence))],
        [
            .. report.Columns.SelectMany(static column => column.MissingTokens.Select(
                token => new MissingTokenEntry(column.Name, token.Token, token.Reason))),
        ],
        report.Notes);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
