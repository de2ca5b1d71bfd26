using System.Buffers;

namespace OutsideIn.Method.Internals;

/// <summary>A word or a number of a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="JoinsNext">Whether only a gap or a hyphen stands between it and the next, so that both may be one term.</param>
internal readonly record struct Token(int Start, int End, bool JoinsNext)
{
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);

    public bool IsNumber(string text) => char.IsAsciiDigit(text[Start]);
}

/// <summary>The words and numbers of a text in order, in a borrowed array. O(characters).</summary>
internal readonly ref struct TokenList : IDisposable
{
    private readonly Token[] _rented;

    private TokenList(Token[] rented, int count)
    {
        _rented = rented;
        Items = rented.AsSpan(0, count);
    }

    public ReadOnlySpan<Token> Items { get; }

    public static TokenList Of(string text)
    {
        var rented = ArrayPool<Token>.Shared.Rent((text.Length / 2) + 1);
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = EndOfWord(text, at);
            var (joins, next) = Gap(text, end);
            rented[count++] = new Token(at, end, joins);
            at = next;
        }

        return new TokenList(rented, count);
    }

    public void Dispose() => ArrayPool<Token>.Shared.Return(_rented);

    private static int EndOfWord(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsInside(text, end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>An apostrophe between letters, and a point, comma or colon between digits, are part of the word.</summary>
    private static bool IsInside(string text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return false;
        }

        return text[at] switch
        {
            '\'' or '\u2019' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]),
            '.' or ',' or ':' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
            _ => false,
        };
    }

    private static (bool Joins, int Next) Gap(string text, int end)
    {
        var at = end;
        var hyphens = 0;
        for (; at < text.Length && !char.IsLetterOrDigit(text[at]); at++)
        {
            if (text[at] is '-' or '\u2010' or '\u2011')
            {
                hyphens++;
            }
            else if (!char.IsWhiteSpace(text[at]))
            {
                return (false, at);
            }
        }

        return (hyphens <= 1 && at < text.Length, at);
    }
}
