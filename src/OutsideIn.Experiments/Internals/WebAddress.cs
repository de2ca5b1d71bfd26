namespace OutsideIn.Experiments;

/// <summary>A web address, or a pattern of one, in its parts as they are written.</summary>
/// <param name="Host">With its port; empty where none is named.</param>
/// <param name="Path">Without the slashes at its ends.</param>
/// <param name="Query">What follows the question mark, pair by pair.</param>
/// <param name="Fragment">What follows the number sign.</param>
internal sealed record WebAddress(string Host, string Path, IReadOnlyList<string> Query, string Fragment)
{
    /// <summary>The parts of a text. Without a scheme, what stands before the first slash is a host where it has a full stop in it.</summary>
    public static WebAddress Of(string text)
    {
        var (rest, fragment) = Cut(text, '#');
        (rest, var query) = Cut(rest, '?');
        var scheme = rest.IndexOf("://", StringComparison.Ordinal);
        var (start, path) = Cut(scheme < 0 ? rest : rest[(scheme + 3)..], '/');
        var (host, tail) = scheme >= 0 || start.Contains('.', StringComparison.Ordinal) ? (start, path) : ("", rest);
        return new WebAddress(host, tail.Trim('/'), [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries)], fragment);
    }

    /// <summary>The first value of a name in the query, with its escapes undone; null where it is not there.</summary>
    public string? ValueOf(string name) => Query.Where(pair => NameIn(pair) == name).Select(ValueIn).FirstOrDefault();

    /// <summary>The name of a pair of the query, with its escapes undone.</summary>
    public static string NameIn(string pair) => Plain(Cut(pair, '=').Before);

    /// <summary>The value of a pair of the query, with its escapes undone.</summary>
    public static string ValueIn(string pair) => Plain(Cut(pair, '=').After);

    private static (string Before, string After) Cut(string text, char mark)
    {
        var place = text.IndexOf(mark, StringComparison.Ordinal);
        return place < 0 ? (text, "") : (text[..place], text[(place + 1)..]);
    }

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
