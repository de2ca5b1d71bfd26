using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Simulation;

namespace OutsideIn.Bench;

/// <summary>One made-up event. Resource is null where nobody is named.</summary>
internal readonly record struct SyntheticEvent(int Case, string Activity, DateTime Time, string? Resource, string Team);

/// <summary>
/// A service process of 24 steps, 8 teams and 96 people with skipped, repeated and reworked steps: about 16 events a case, the
/// same for the same number of events on every machine.
/// </summary>
internal static class SyntheticLog
{
    private const int Steps = 24;
    private const int Teams = 8;
    private const int PeopleOfTeam = 12;
    private static readonly string[] Activities = Names("Step", Steps);
    private static readonly string[] People = Names("Person", Teams * PeopleOfTeam);
    private static readonly string[] TeamNames = Names("Team", Teams);

    public static IEnumerable<SyntheticEvent> Events(int count)
    {
        var (arrivals, route, time, who) = (
            RandomSource.Open(7, "arrivals"), RandomSource.Open(7, "route"), RandomSource.Open(7, "time"), RandomSource.Open(7, "who"));
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var caseNumber = 0;
        while (count > 0)
        {
            caseNumber++;
            start = start.AddMilliseconds(Math.Ceiling(arrivals.NextExponential(600_000)));
            var now = start;
            for (var step = 0; step >= 0 && count > 0; step = Next(step, route.NextUnit()), count--)
            {
                var team = step * 7 % Teams;
                var person = (team * PeopleOfTeam) + (int)(who.NextUnit() * PeopleOfTeam);
                yield return new SyntheticEvent(
                    caseNumber, Activities[step], now, who.NextUnit() < 0.02 ? null : People[person], TeamNames[team]);
                now = now.AddMilliseconds(Math.Ceiling(time.NextExponential(60_000 * (1 << (step % 12)))));
            }
        }
    }

    public static void WriteCsv(TextWriter text, int count)
    {
        text.Write("case_id,activity,timestamp,resource,team\n");
        foreach (var one in Events(count))
        {
            text.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"C{one.Case:D7},{one.Activity},{one.Time:yyyy-MM-ddTHH:mm:ss.fffZ},{one.Resource},{one.Team}\n"));
        }
    }

    public static EventLog Build(int count)
    {
        var builder = new EventLogBuilder();
        foreach (var one in Events(count))
        {
            var micros = (one.Time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            builder.Add(new EventRow(
                builder.Case(one.Case.ToString(CultureInfo.InvariantCulture)), builder.Activity(one.Activity), micros)
            {
                Resource = one.Resource is null ? 0 : builder.Name(ColumnRole.Resource, one.Resource),
                Team = builder.Name(ColumnRole.Team, one.Team),
            });
        }

        return builder.Build();
    }

    // Mostly the next step; else the same again, back to rework, one left out, or the end.
    private static int Next(int step, double draw) => draw switch
    {
        < 0.03 => step,
        < 0.08 => Math.Max(0, step - 3),
        < 0.20 when step + 2 < Steps => step + 2,
        > 0.97 => -1,
        _ => step + 1 < Steps ? step + 1 : -1,
    };

    private static string[] Names(string kind, int count)
    {
        var names = new string[count];
        for (var i = 0; i < count; i++)
        {
            names[i] = string.Create(CultureInfo.InvariantCulture, $"{kind} {i + 1:D2}");
        }

        return names;
    }
}
