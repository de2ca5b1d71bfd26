using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Whether a driver counts the very events the outcome is made of: it would explain the outcome by itself.</summary>
internal static class OwnEvents
{
    private const double Mostly = 0.5;

    /// <summary>Whether at least half of the events an outcome counts, or asks after, are counted by a driver too.</summary>
    public static bool AreIn(ComparedMeasure outcome, MeasureSyntax driver)
    {
        if (CountedBy(outcome.Plan.Syntax.Value) is not { } own || CountedBy(driver.Value) is not { } others || driver.Where is not null)
        {
            return false;
        }

        var (asked, counted) = (Mask(outcome.Log, own), Mask(outcome.Log, others));
        var (all, both) = (0, 0);
        for (var row = 0; row < asked.Length; row++)
        {
            all += asked[row] ? 1 : 0;
            both += asked[row] && counted[row] ? 1 : 0;
        }

        return all > 0 && both >= Mostly * all;
    }

    private static EventsSyntax? CountedBy(ValueSyntax value) => value switch
    {
        CountSyntax count => count.Events,
        RepeatsSyntax repeats => repeats.Events,
        HasSyntax has => has.Events,
        _ => null,
    };

    private static bool[] Mask(MeasuredLog log, EventsSyntax events) => events.Sort switch
    {
        EventSort.Named => Named(log, [.. events.Names.Select(static name => name.Text)]),
        EventSort.Contact => log.IsContact!.Value.ToArray(),
        EventSort.FailureContact => log.IsFailureContact!.Value.ToArray(),
        EventSort.Handoff => log.IsHandoff!.Value.ToArray(),
        _ => [.. Enumerable.Repeat(true, log.Log.EventCount)],
    };

    /// <summary>[events] The events of some names: activities of that name, and those of an entry of the map that is called so.</summary>
    public static bool[] Named(MeasuredLog log, IReadOnlyList<string> names)
    {
        NamePattern[] own = [.. names.Select(static name => new NamePattern(name))];
        NamePattern[] patterns = [.. own, .. log.MapNames.Where(entry => Array.Exists(own, one => one.Matches(entry.Name))).SelectMany(static entry => entry.Events)];
        bool[] isNamed = [false, .. log.Log.Activities.Names.Select(name => Array.Exists(patterns, one => one.Matches(name)))];
        var mask = new bool[log.Log.EventCount];
        for (var row = 0; row < mask.Length; row++)
        {
            mask[row] = isNamed[log.Log.Activities[row]];
        }

        return mask;
    }
}
