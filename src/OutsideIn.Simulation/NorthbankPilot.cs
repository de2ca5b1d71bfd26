using OutsideIn.Events;

namespace OutsideIn.Simulation;

/// <summary>A pilot of the sample organisation: half of its claims teams call customers ahead, by lot; the others work as usual.</summary>
/// <remarks>
/// Illustrative throughout. What is planted: every team has a pace of its own, everybody gets a little quicker over the year whatever is
/// done, and from <see cref="PilotStarts"/> on calling ahead shortens the wait for the repair and saves chases. So a plain before and after
/// shows too much, and counting cases instead of teams is too sure.
/// </remarks>
public static class NorthbankPilot
{
    /// <summary>The seed used where none is given.</summary>
    public const ulong DefaultSeed = 27;

    /// <summary>Number of teams; half of them call ahead.</summary>
    public const int TeamCount = 20;

    /// <summary>The first day on which half of the teams call ahead.</summary>
    public static readonly DateOnly PilotStarts = new(2025, 8, 4);

    /// <summary>By how much calling ahead shortens the mean wait for the repair.</summary>
    public const double RepairShortened = 0.25;

    /// <summary>Which share of chases calling ahead saves.</summary>
    public const double ChasesSaved = 0.35;

    /// <summary>Id of the pilot in its map.</summary>
    public const string Experiment = "EX1";

    /// <summary>The name of the arm that calls ahead.</summary>
    public const string CallAhead = "call ahead";

    /// <summary>The name of the control.</summary>
    public const string AsUsual = "as usual";

    // 2025-02-03T00:00:00Z, a Monday, and the last midnight of the log.
    private const long FirstDay = 1_738_540_800;
    private const int DayCount = 310;
    private const double CasesPerTeamAndDay = 1.1;
    private const double MeanRepairDays = 13;
    private const double QuickerOverTheYear = 0.25;
    private const double DaysBetweenChases = 9;

    /// <summary>The pilot's map as YAML, its plan among it, in the format of docs/map.md.</summary>
    public static string MapYaml { get; } = SampleFile.Read("pilot.yaml");

    /// <summary>Generates the log. A pure function of its seed.</summary>
    /// <param name="seed">The same seed gives the same log.</param>
    /// <returns>Claims of 2025 with their team and, since the pilot began, their arm; what had not ended by the horizon is not in it.</returns>
    public static EventLog Generate(ulong seed = DefaultSeed)
    {
        var log = new EventLogBuilder();
        var arm = log.Attribute("arm", AttributeKind.Text, AttributeLevel.Case);
        var damage = log.Attribute("damage", AttributeKind.Text, AttributeLevel.Case);
        var callsAhead = CallingTeams(seed);
        var number = 0;
        for (var team = 0; team < TeamCount; team++)
        {
            var chance = RandomSource.Open(seed, $"team {team}");
            var pace = Math.Exp(0.18 * Normal(chance));
            for (var at = 0.0; (at += chance.NextExponential(1 / CasesPerTeamAndDay)) < DayCount;)
            {
                number++;
                var isPilot = FirstDay + (long)(at * SampleCalendar.Day) >= PilotSecond;
                var claim = new PilotClaim($"P-{number + 20_000}", team, callsAhead[team] && isPilot, chance.NextUnit() < 0.3);
                if (Tell(log, claim, (at, pace), chance) && isPilot)
                {
                    arm.SetText(log.Case(claim.Name) - 1, callsAhead[team] ? CallAhead : AsUsual);
                }

                damage.SetText(log.Case(claim.Name) - 1, claim.IsHeavy ? "heavy" : "light");
            }
        }

        return log.Build();
    }

    /// <summary>Writes a log of this sample as CSV, as <see cref="NorthbankSample.WriteCsv"/>.</summary>
    public static void WriteCsv(EventLog log, TextWriter target) => NorthbankSample.WriteCsv(log, target);

    /// <summary>The name of a team, 0-based.</summary>
    public static string TeamName(int team) => $"Team {team + 1:00}";

    private static long PilotSecond => new DateTimeOffset(PilotStarts, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();

    // By lot: the teams with the smaller half of one draw each.
    private static bool[] CallingTeams(ulong seed)
    {
        var lot = RandomSource.Open(seed, "lot");
        var draws = Enumerable.Range(0, TeamCount).Select(_ => lot.NextUnit()).ToArray();
        var middle = draws.Order().ElementAt(TeamCount / 2);
        return Array.ConvertAll(draws, draw => draw < middle);
    }

    private static bool Tell(EventLogBuilder log, PilotClaim claim, (double Day, double Pace) begin, RandomSource chance)
    {
        var (now, isWritten) = (begin.Day, false);
        var speed = begin.Pace * (1 - (QuickerOverTheYear * begin.Day / DayCount)) * (claim.IsHeavy ? 1.5 : 1) * (claim.CallsAhead ? 1 - RepairShortened : 1);
        Happens("Report the claim", 0);
        Happens("Assess the damage", 0.5 + chance.NextExponential(1.5));
        if (claim.CallsAhead)
        {
            Happens("Call ahead", 0.5);
        }

        var wait = 2 + chance.NextExponential(MeanRepairDays * speed);
        var patience = DaysBetweenChases / (claim.CallsAhead ? 1 - ChasesSaved : 1);
        for (var left = wait; ;)
        {
            var until = chance.NextExponential(patience);
            if (until > left)
            {
                Happens("Repair the car", left);
                break;
            }

            left -= until;
            Happens("Ask where it stands", until);
        }

        Happens("Collect the car", 0.3 + chance.NextExponential(0.8));
        return isWritten;

        void Happens(string activity, double days)
        {
            now += days;
            if (now >= DayCount)
            {
                return;
            }

            isWritten = true;
            log.Add(new EventRow(log.Case(claim.Name), log.Activity(activity), (FirstDay + (long)(now * SampleCalendar.Day)) * 1_000_000)
            {
                Team = log.Name(ColumnRole.Team, TeamName(claim.Team)),
            });
        }
    }

    // Box and Muller (1958), one of the two.
    private static double Normal(RandomSource chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextUnit())) * Math.Cos(2 * Math.PI * chance.NextUnit());

    private sealed record PilotClaim(string Name, int Team, bool CallsAhead, bool IsHeavy);
}
