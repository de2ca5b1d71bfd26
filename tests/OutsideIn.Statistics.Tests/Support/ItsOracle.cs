using System.Text.Json;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Support;

/// <summary>The series of shared/oracles/statistics/its.json and its_reml_ar1.json with the columns they are explained by.</summary>
internal static class ItsOracle
{
    /// <summary>One group of its.json's cases; skips the test where it is absent.</summary>
    public static IReadOnlyList<JsonElement> Cases(string group)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.At("oracles/statistics/its.json")));
        return [.. document.RootElement.GetProperty("cases").GetProperty(group).Clone().EnumerateArray()];
    }

    /// <summary>y ~ 1 + t + step + time since, or the seat belts' own columns.</summary>
    public static (DesignMatrix Design, double[] Outcome) Of(JsonElement one) =>
        one.GetProperty("id").GetString() == "uk_seatbelts_log_drivers"
            ? Seatbelts()
            : (Segmented(one.GetProperty("y").GetArrayLength(), one.GetProperty("break_after").GetInt32()), one.GetProperty("y").Numbers());

    public static DesignMatrix Segmented(int count, int before)
    {
        var (time, step, since) = (new double[count], new double[count], new double[count]);
        for (var row = 0; row < count; row++)
        {
            time[row] = row + 1;
            step[row] = row >= before ? 1 : 0;
            since[row] = Math.Max(0, row + 1 - before);
        }

        return DesignMatrix.WithConstant(["time", "step", "slope_change"], [time, step, since]);
    }

    private static (DesignMatrix Design, double[] Outcome) Seatbelts()
    {
        var data = ModelData.Read("r_datasets_Seatbelts.csv");
        var rows = Enumerable.Range(0, data.RowCount).ToArray();
        var names = new List<string> { "year", "law", "log_petrol" };
        List<double[]> columns =
        [
            [.. rows.Select(row => row / 12.0)],
            data.Numbers("law"),
            [.. data.Numbers("PetrolPrice").Select(static value => Math.Log(value))],
        ];
        for (var month = 1; month < 12; month++)
        {
            names.Add($"m{month + 1}");
            columns.Add([.. rows.Select(row => row % 12 == month ? 1.0 : 0)]);
        }

        return (DesignMatrix.WithConstant(names, columns), [.. data.Numbers("drivers").Select(static value => Math.Log(value))]);
    }
}
