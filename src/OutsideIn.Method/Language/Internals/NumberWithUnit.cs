using System.Collections.Frozen;

namespace OutsideIn.Method.Internals;

/// <summary>Whether a text holds a number with its unit, which answers the question a warning word dodges (F1).</summary>
internal static class NumberWithUnit
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberWords = Lookup(
        "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = Lookup(
        "percent second minute hour day week month year time call step page point pp customer euro pound dollar km m kg litre degree kilometre metre mile mb gb h min sec s ms d k p pence cent people children");

    /// <summary>What may stand between a number and its unit.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Between = Lookup(
        "working business calendar consecutive more fewer less percentage different full hundred thousand million per of out in to");

    /// <summary>What makes the number behind it a name: Terminal 5, Phase 2.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Designators = Lookup(
        "terminal phase level tier stage step version windows iso gate room floor line platform grade band zone chapter section article type class wave sprint release route part ward number");

    public static bool IsIn(string text, ReadOnlySpan<Token> tokens)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (IsMeasured(text, tokens, at))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsNumber(string text, Token token) => token.IsNumber(text) || NumberWords.Contains(token.Of(text));

    private static bool IsMeasured(string text, ReadOnlySpan<Token> tokens, int at)
    {
        var token = tokens[at];
        if (!IsNumber(text, token) || (at > 0 && Designators.Contains(tokens[at - 1].Of(text))))
        {
            return false;
        }

        var word = token.Of(text);
        if (HasSign(text, token) || IsClock(word) || HasUnitInside(word))
        {
            return true;
        }

        if (at > 0 && tokens[at - 1].Of(text).Equals("from", StringComparison.OrdinalIgnoreCase) && at + 2 < tokens.Length
            && tokens[at + 1].Of(text).Equals("to", StringComparison.OrdinalIgnoreCase) && IsNumber(text, tokens[at + 2]))
        {
            return true;
        }

        return !IsYear(word) && IsFollowedByUnit(text, tokens, at);
    }

    private static bool IsFollowedByUnit(string text, ReadOnlySpan<Token> tokens, int at)
    {
        for (var next = at + 1; next < tokens.Length && next <= at + 3 && tokens[next - 1].JoinsNext; next++)
        {
            var word = tokens[next].Of(text);
            if (Units.Contains(word) || IsPlural(word))
            {
                return true;
            }

            if (!Between.Contains(word))
            {
                // "9 of 10", "19 out of 20": a share.
                return IsNumber(text, tokens[next]) && next > at + 1;
            }
        }

        return false;
    }

    private static bool IsPlural(ReadOnlySpan<char> word) =>
        word.Length > 3 && char.IsAsciiLetterLower(word[0]) && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i');

    private static bool HasSign(string text, Token token)
    {
        var next = token.End;
        while (next < text.Length && text[next] is ' ' or '\u00A0' or '\u202F')
        {
            next++;
        }

        return (next < text.Length && text[next] is '%' or '‰' or '€' or '£' or '$' or '°')
            || (token.Start > 0 && text[token.Start - 1] is '€' or '£' or '$');
    }

    private static bool IsClock(ReadOnlySpan<char> word) => word.Length is 4 or 5 && word.Contains(':');

    private static bool HasUnitInside(ReadOnlySpan<char> word)
    {
        var letter = word.IndexOfAnyExceptInRange('0', '9');
        return letter > 0 && char.IsLetter(word[letter]) && Units.Contains(word[letter..]);
    }

    private static bool IsYear(ReadOnlySpan<char> word) => word.Length == 4 && (word.StartsWith("19") || word.StartsWith("20"));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
