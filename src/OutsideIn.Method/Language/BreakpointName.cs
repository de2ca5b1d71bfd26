using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>Whether a breakpoint's name says what happens: "do something, to something, to get something" (P8, row 33). Pure; safe to share.</summary>
public static class BreakpointName
{
    /// <summary>Whether a name begins with a verb, has an object, and ends with a purpose, as "Send the form to the assessor to get a valuation" does.</summary>
    /// <remarks>A purpose is "to" with a verb, "so that", "in order to" or "for" with a thing; "to the assessor" is none.</remarks>
    public static bool SaysWhat(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var list = TokenList.Of(name);
        var tokens = list.Items;
        if (tokens.Length < 4 || Part(name, tokens, 0) != "verb")
        {
            return false;
        }

        // The object takes at least one word that is no article.
        var at = 1;
        while (at < tokens.Length && Part(name, tokens, at) == "article")
        {
            at++;
        }

        for (var next = at + 1; next < tokens.Length - 1; next++)
        {
            var part = Part(name, tokens, next);
            if (part == "purpose" || (part == "particle" && Part(name, tokens, next + 1) == "verb"))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Part(string name, ReadOnlySpan<Token> tokens, int at) => OtherWords.NameParts.Longest(name, tokens, at).Value;
}
