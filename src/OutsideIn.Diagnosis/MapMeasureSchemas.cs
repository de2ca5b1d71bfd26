using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>What a measure may speak of where there is a map and no log.</summary>
public static class MapMeasureSchemas
{
    /// <summary>The names, the calendars and the knowledge of a map. What only a log can tell, such as breakpoints and the start of events, is taken as given.</summary>
    public static MeasureSchema Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new MeasureSchema
        {
            HasLog = false,
            MapNames = MapEventNames.Of(map),
            Calendars = [.. map.Calendars.Select(static one => one.Name)],
            HasStarts = true,
            KnowsContacts = map.Moments.Count > 0,
            KnowsFailureContacts = map.Moments.Count > 0,
            KnowsHandoffs = true,
            KnowsEnds = map.Outcomes.Any(static one => one.Reached.Count + one.Lost.Count + one.Closed.Count > 0),
            KnowsClocks = map.Outcomes.Count > 0,
        };
    }
}
