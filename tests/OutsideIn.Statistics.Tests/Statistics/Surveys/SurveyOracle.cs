using System.Text.Json;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>The cases of shared/oracles/statistics/survey.json by kind.</summary>
internal static class SurveyOracle
{
    public static JsonElement[] Of(string kind)
    {
        var cases = Oracle.Cases("survey.json").Where(one => one.GetProperty("kind").GetString() == kind).ToArray();
        Assert.NotEmpty(cases);
        return cases;
    }

    /// <summary>Compares an interval at 1e-9 and says how many numbers that were.</summary>
    public static int Compare(JsonElement expected, double low, double high)
    {
        Oracle.AssertNear(expected[0].Number(), low, 1e-9);
        Oracle.AssertNear(expected[1].Number(), high, 1e-9);
        return 2;
    }

    /// <summary>Compares a number at 1e-9 and says that it was one.</summary>
    public static int Compare(JsonElement expected, double actual)
    {
        Oracle.AssertNear(expected.Number(), actual, 1e-9);
        return 1;
    }
}
