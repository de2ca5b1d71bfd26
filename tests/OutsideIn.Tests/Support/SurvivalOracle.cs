using System.Globalization;
using System.Text.Json;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Support;

/// <summary>One case of shared/oracles/statistics/survival_km_logrank.json with its observations.</summary>
/// <param name="Case">The case.</param>
/// <param name="Durations">[observations] As given.</param>
/// <param name="IsClosed">[observations] Whether the event was seen.</param>
/// <param name="Groups">[observations] The group's name.</param>
internal sealed record SurvivalOracle(JsonElement Case, double[] Durations, bool[] IsClosed, string[] Groups)
{
    /// <summary>The case of that id; skips the test where the shared files are absent.</summary>
    public static SurvivalOracle Of(string id)
    {
        var one = Oracle.Cases("survival_km_logrank.json").Single(c => c.GetProperty("id").GetString() == id);
        return !one.TryGetProperty("time", out _)
            ? FromRiskSets(one)
            : new SurvivalOracle(
                one,
                one.GetProperty("time").Numbers(),
                [.. one.GetProperty("event").Numbers().Select(static closed => closed != 0)],
                [.. one.GetProperty("group").EnumerateArray().Select(static group =>
                    group.ValueKind == JsonValueKind.String ? group.GetString()! : group.GetDouble().ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>Group numbers in the order of the names a test lists.</summary>
    public int[] NumbersOf(string[] names) => [.. Groups.Select(group => Array.IndexOf(names, group))];

    /// <summary>The observations of one group.</summary>
    public DurationGroup Group(string name)
    {
        var rows = Enumerable.Range(0, Durations.Length).Where(row => Groups[row] == name).ToArray();
        return new DurationGroup(
            rows.Select(row => Durations[row]).ToArray(),
            rows.Select(row => IsClosed[row] ? CompetingEnd.Reached : CompetingEnd.Open).ToArray());
    }

    // Where the oracle gives no observations its curves do: who left a risk set without an event was open from then on.
    private static SurvivalOracle FromRiskSets(JsonElement one)
    {
        List<(double Duration, bool IsClosed, string Group)> rows = [];
        foreach (var group in one.GetProperty("groups").EnumerateObject())
        {
            var (waiting, last) = (group.Value.GetProperty("n").GetInt32(), 0.0);
            foreach (var step in group.Value.GetProperty("km").EnumerateArray())
            {
                var (atRisk, events, time) = (step.GetProperty("n_risk").GetInt32(), step.GetProperty("events").GetInt32(), step.GetProperty("t").Number());
                rows.AddRange(Enumerable.Repeat((last, false, group.Name), waiting - atRisk));
                rows.AddRange(Enumerable.Repeat((time, true, group.Name), events));
                (waiting, last) = (atRisk - events, time);
            }

            rows.AddRange(Enumerable.Repeat((Math.Max(last, group.Value.GetProperty("rmst_tau").Number()), false, group.Name), waiting));
        }

        return new SurvivalOracle(
            one, [.. rows.Select(static row => row.Duration)], [.. rows.Select(static row => row.IsClosed)], [.. rows.Select(static row => row.Group)]);
    }
}
