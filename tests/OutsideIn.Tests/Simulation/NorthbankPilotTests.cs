using OutsideIn.Events;
using OutsideIn.Simulation;

namespace OutsideIn.Tests.Simulation;

/// <summary>What is planted in the pilot, counted in the raw log.</summary>
public sealed class NorthbankPilotTests
{
    private static readonly EventLog Log = NorthbankPilot.Generate();

    [Fact]
    public void Half_of_the_teams_call_ahead_and_no_team_is_in_both_arms()
    {
        var arm = Log.Attributes.Single(static one => one.Name == "arm").Texts!;
        var arms = Enumerable.Range(0, Log.CaseCount).Where(one => arm[one] != CodedColumn.Missing)
            .Select(one => (Team: Log.Teams!.TextAt(Log.RowsOf(one).First), Arm: arm.TextAt(one))).Distinct().ToList();

        Assert.Equal(NorthbankPilot.TeamCount, arms.Count);
        Assert.Equal(NorthbankPilot.TeamCount / 2, arms.Count(static one => one.Arm == NorthbankPilot.CallAhead));
    }

    [Fact]
    public void Cases_have_an_arm_from_the_first_day_of_the_pilot_on()
    {
        var arm = Log.Attributes.Single(static one => one.Name == "arm").Texts!;
        var start = new DateTimeOffset(NorthbankPilot.PilotStarts, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1_000;

        for (var index = 0; index < Log.CaseCount; index++)
        {
            Assert.Equal(Log.TimeMicros[Log.RowsOf(index).First] >= start, arm[index] != CodedColumn.Missing);
        }
    }

    [Fact]
    public void Calling_ahead_saves_chases_and_the_year_gets_quicker_anyway()
    {
        var arm = Log.Attributes.Single(static one => one.Name == "arm").Texts!;
        double ChasesOf(string? name) => Enumerable.Range(0, Log.CaseCount).Where(one => arm.TextAt(one) == name && Ended(one)).Average(Chases);

        Assert.InRange(ChasesOf(NorthbankPilot.CallAhead) / ChasesOf(NorthbankPilot.AsUsual), 0.4, 0.75);
        Assert.True(ChasesOf(NorthbankPilot.AsUsual) < ChasesOf(null));
    }

    [Fact]
    public void The_same_seed_gives_the_same_log()
    {
        var (one, other) = (new StringWriter(), new StringWriter());
        NorthbankPilot.WriteCsv(NorthbankPilot.Generate(3), one);
        NorthbankPilot.WriteCsv(NorthbankPilot.Generate(3), other);

        Assert.Equal(one.ToString(), other.ToString());
    }

    private static bool Ended(int index) => Log.Activities.TextAt(Log.RowsOf(index).End - 1) == "Collect the car";

    private static int Chases(int index)
    {
        var (first, end) = Log.RowsOf(index);
        return Enumerable.Range(first, end - first).Count(static row => Log.Activities.TextAt(row) == "Ask where it stands");
    }
}
