using OutsideIn.Events;
using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>Says what a measure may speak of, given a log.</summary>
public static class MeasureSchemas
{
    /// <summary>The schema of a log with what a map says of it. O(events).</summary>
    /// <remarks>Columns: the source's own in their order, then the words of roles that the log has; start, end and category are for filters of cases only.</remarks>
    public static MeasureSchema Of(MeasuredLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var frequencies = AttributeSummary.OfTexts("activity", AttributeLevel.Event, log.Log.Activities, log.Log.Activities.NameCount);
        return new MeasureSchema
        {
            HasLog = true,
            ActivityNames = [.. frequencies.Top.Select(static one => one.Value)],
            MapNames = log.MapNames,
            Columns =
            [
                .. log.Log.Attributes.Select(static one => new SchemaColumn(one.Name, one.Kind, one.Level)),
                .. NameResolution.Roles(log).Concat(NameResolution.CaseRoles(log)).Select(static one => new SchemaColumn(one.Name, one.Kind, one.Level) { IsRole = true }),
            ],
            Calendars = [.. log.Calendars.Select(static one => one.Name)],
            HasStarts = log.Log.HasStarts,
            KnowsContacts = log.IsContact is not null,
            KnowsFailureContacts = log.IsFailureContact is not null,
            KnowsHandoffs = log.IsHandoff is not null,
            KnowsEnds = log.EndRows is not null,
            KnowsClocks = log.CustomerClock is not null && log.FirmClock is not null,
        };
    }
}
