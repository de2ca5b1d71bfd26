using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OutsideIn.Experiments;

/// <summary>What the address a unit opened says about an experiment (GrowthBook SDK specification 0.8.0, getQueryStringOverride, urlRedirect).</summary>
internal static class FlagAddress
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>The place of a variation somebody asks for to look at it, <c>?my-test=1</c>; null where the address asks for none that is there.</summary>
    public static int? VariationIn(string address, string key, int count) =>
        int.TryParse(WebAddress.Of(address).ValueOf(key), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < count ? index : null;

    /// <summary>Whether patterns include an address: one that includes fits, or none is there, and none that excludes fits.</summary>
    public static bool IsTargeted(string address, JsonElement patterns)
    {
        var (including, excluding) = (
            patterns.Members().Where(static one => one.At("include").ValueKind != JsonValueKind.False).ToArray(),
            patterns.Members().Where(static one => one.At("include").ValueKind == JsonValueKind.False));
        return !excluding.Any(one => Fits(address, one)) && (including.Length == 0 ? patterns.Members().Any() : including.Any(one => Fits(address, one)));
    }

    /// <summary>An address a unit is sent to, with those pairs of the old one's query that it does not have itself.</summary>
    public static string WithQueryOf(string address, string old)
    {
        var own = WebAddress.Of(address);
        var names = own.Query.Select(WebAddress.NameIn).ToHashSet(StringComparer.Ordinal);
        var added = string.Join('&', WebAddress.Of(old).Query.Where(pair => names.Add(WebAddress.NameIn(pair))));
        if (added.Length == 0)
        {
            return address;
        }

        var parts = address.Split('#', 2);
        parts[0] += (own.Query.Count > 0 ? "&" : "?") + added;
        return string.Join('#', parts);
    }

    private static bool Fits(string address, JsonElement pattern) => pattern.At("type").AsString() switch
    {
        "simple" => Fits(WebAddress.Of(address), WebAddress.Of(pattern.At("pattern").AsText())),
        "regex" => Matches(address, pattern.At("pattern").AsText(), RegexOptions.ECMAScript),
        _ => false,
    };

    // A pattern without a host is for every host, and one without a fragment for every fragment; its path is always compared.
    private static bool Fits(WebAddress address, WebAddress pattern) =>
        (pattern.Host.Length == 0 || IsLike(address.Host, pattern.Host))
        && IsLike(address.Path, pattern.Path)
        && (pattern.Fragment.Length == 0 || IsLike(address.Fragment, pattern.Fragment))
        && pattern.Query.All(pair => IsLike(address.ValueOf(WebAddress.NameIn(pair)) ?? "", WebAddress.ValueIn(pair)));

    // Letters of either case; a star stands for any of them.
    private static bool IsLike(string text, string pattern) =>
        Matches(text, $"^{string.Join(".*", pattern.Split('*').Select(Regex.Escape))}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static bool Matches(string text, string pattern, RegexOptions options)
    {
        try
        {
            return Regex.IsMatch(text, pattern, options, PatternLimit);
        }
        catch (RegexParseException)
        {
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
