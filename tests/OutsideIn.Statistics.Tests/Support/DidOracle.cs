using System.Text.Json;

namespace OutsideIn.Tests.Support;

/// <summary>The data behind shared/oracles/statistics/did.json: treated, after, outcome, further columns and clusters of one case.</summary>
internal sealed record DidData(double[] Treated, double[] After, double[] Outcome, IReadOnlyList<double[]> Controls, string[]? Clusters);

internal static class DidOracle
{
    private static readonly Dictionary<string, string> Logged = new() { ["lintst"] = "intst", ["lland"] = "land", ["larea"] = "area", ["lrprice"] = "rprice" };

    public static JsonElement Case(string id) => Oracle.Cases("did.json").Single(one => one.GetProperty("id").GetString() == id);

    public static DidData Read(string id) => id switch
    {
        "card_krueger_fte" => Fte(),
        "kielmc_rprice" => Houses("rprice", []),
        "kielmc_lrprice_controls" => Houses("lrprice", ["age", "agesq", "lintst", "lland", "larea", "rooms", "baths"]),
        "injury_ky_ldurat" => Injury(),
        "daycare_fines_late_pickups" => DayCare(),
        "organ_donation_california" => Organs(),
        _ => throw new ArgumentException(id, nameof(id)),
    };

    private static DidData Fte()
    {
        var data = ModelData.Read("njmin.csv").Where(static row => row("fte") is not ("" or "NA"));
        return new(Flags(data.Texts("state"), "New Jersey"), Flags(data.Texts("year"), "1993"), data.Numbers("fte"), [], null);
    }

    private static DidData Houses(string outcome, string[] controls)
    {
        var data = ModelData.Read("r_wooldridge_kielmc.csv");
        return new(data.Numbers("nearinc"), data.Numbers("y81"), Column(outcome), [.. controls.Select(Column)], null);

        // The file's logarithms are rounded to single precision; the oracle took its own.
        double[] Column(string name) => Logged.TryGetValue(name, out var plain) ? [.. data.Numbers(plain).Select(static value => Math.Log(value))] : data.Numbers(name);
    }

    private static DidData Injury()
    {
        var data = ModelData.Read("r_wooldridge_injury.csv").Where(static row => row("ky") == "1");
        return new(data.Numbers("highearn"), data.Numbers("afchnge"), data.Numbers("ldurat"), [], null);
    }

    private static DidData DayCare()
    {
        var data = ModelData.Read("r_openintro_daycare_fines.csv");
        double[] after = [.. data.Numbers("week").Select(static week => week >= 5 ? 1.0 : 0)];
        return new(Flags(data.Texts("group"), "test"), after, data.Numbers("late_pickups"), [], data.Texts("center"));
    }

    private static DidData Organs()
    {
        var data = ModelData.Read("r_causaldata_organ_donations.csv");
        double[] after = [.. data.Numbers("Quarter_Num").Select(static quarter => quarter >= 4 ? 1.0 : 0)];
        return new(Flags(data.Texts("State"), "California"), after, data.Numbers("Rate"), [], data.Texts("State"));
    }

    private static double[] Flags(string[] texts, string one) => [.. texts.Select(text => text == one ? 1.0 : 0)];
}
