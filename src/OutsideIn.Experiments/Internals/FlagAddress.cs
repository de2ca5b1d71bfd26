using System.Globalization;

namespace OutsideIn.Experiments;

/// <summary>A variation somebody asks for in an address, to look at it: <c>?my-test=1</c> (GrowthBook SDK specification 0.8.0, getQueryStringOverride).</summary>
internal static class FlagAddress
{
    /// <summary>The variation's place; null where the address asks for none that is there.</summary>
    public static int? VariationIn(string address, string key, int count)
    {
        var query = address.Split('#')[0].Split('?', 2).ElementAtOrDefault(1) ?? "";
        var asked = query.Split('&').Select(static pair => pair.Split('=', 2)).FirstOrDefault(pair => pair.Length == 2 && pair[0] == key)?[1];
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < count ? index : null;
    }
}
