using System.Globalization;
using System.Text;

namespace OutsideIn.Measures.Internals;

/// <summary>Cuts a text into tokens. Never fails; what cannot be a token is told and left out. O(characters).</summary>
internal sealed class MeasureLexer
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private readonly List<MeasureDiagnostic> _diagnostics;
    private readonly FigureLexer _figures;
    private int _depth;
    private bool _isDoubtful;

    private MeasureLexer(string text, List<MeasureDiagnostic> diagnostics)
    {
        (_text, _diagnostics) = (text, diagnostics);
        _figures = new FigureLexer(text, diagnostics);
    }

    /// <summary>The tokens of a text, the last of which is its end.</summary>
    public static IReadOnlyList<Token> Cut(string text, List<MeasureDiagnostic> diagnostics)
    {
        var lexer = new MeasureLexer(text, diagnostics);
        var at = 0;
        while (at < text.Length)
        {
            at = lexer.Next(at);
        }

        lexer.Add(new Token(TokenKind.End, new TextSpan(text.Length, 0), ""));
        return lexer._tokens;
    }

    private void Add(Token token)
    {
        _tokens.Add(_isDoubtful ? token with { IsDoubtful = true } : token);
        _isDoubtful = false;
    }

    private int Next(int at)
    {
        var first = _text[at];
        if (char.IsWhiteSpace(first) || first is '\u200B' or '\uFEFF')
        {
            return at + 1;
        }

        if (first == '#')
        {
            var line = _text.IndexOf('\n', at);
            return line < 0 ? _text.Length : line;
        }

        if (QuoteMarks.ClosersOf(first) is { IsEmpty: false })
        {
            return Quoted(at);
        }

        if (FigureLexer.IsFigureAt(_text, at))
        {
            var token = _figures.Read(at, _depth > 0);
            Add(token);
            return token.Span.End;
        }

        return IsLetter(first) ? Word(at) : Sign(at);
    }

    private int Word(int at)
    {
        var end = at + 1;
        while (end < _text.Length && (IsLetter(_text[end]) || char.IsAsciiDigit(_text[end]) || JoinsAt(end)))
        {
            end++;
        }

        // The mark of customers' belongs to the word.
        if (end < _text.Length && QuoteMarks.IsApostrophe(_text[end]) && _text[end - 1] is 's' && (end + 1 == _text.Length || char.IsWhiteSpace(_text[end + 1])))
        {
            end++;
        }

        var written = _text[at..end];
        Add(new Token(TokenKind.Word, new TextSpan(at, end - at), written.Replace('\u2019', '\'').ToLowerInvariant()) { Written = written });
        return end;
    }

    // The ' of customer's, the - of hand-off, the . of p99.5, the : of case:amount.
    private bool JoinsAt(int at) => _text[at] is '\'' or '\u2019' or '-' or '\u2011' or '.' or ':' or '/'
        && at + 1 < _text.Length && (IsLetter(_text[at + 1]) || char.IsAsciiDigit(_text[at + 1]));

    private static bool IsLetter(char one) =>
        char.IsAsciiLetter(one) || one == '_'
        || (one > '\u00A0' && QuoteMarks.ClosersOf(one).IsEmpty && one is not ('\u2264' or '\u2265' or '\u2260' or '\u2212')
            && !char.IsWhiteSpace(one) && !char.IsPunctuation(one) && char.GetUnicodeCategory(one) != UnicodeCategory.CurrencySymbol);

    private int Quoted(int at)
    {
        var closers = QuoteMarks.ClosersOf(_text[at]);
        var name = new StringBuilder();
        var end = at + 1;
        for (; end < _text.Length && _text[end] is not ('\n' or '\r'); end++)
        {
            if (!closers.Contains(_text[end]))
            {
                name.Append(_text[end]);
            }
            else if (end + 1 < _text.Length && _text[end + 1] == _text[end])
            {
                name.Append(_text[end++]);
            }
            else if (QuoteMarks.IsApostrophe(_text[end]) && end > at + 1 && end + 1 < _text.Length
                && char.IsLetter(_text[end - 1]) && char.IsLetter(_text[end + 1]))
            {
                name.Append(_text[end]);
            }
            else
            {
                Add(new Token(TokenKind.Quoted, new TextSpan(at, end + 1 - at), name.ToString()));
                return end + 1;
            }
        }

        var text = name.ToString().TrimEnd();
        var span = new TextSpan(at, _text.AsSpan(at, end - at).TrimEnd().Length);
        _diagnostics.Add(new MeasureDiagnostic(
            MeasureSeverity.Error, "ME103", "A quotation mark is opened here and never closed.",
            $"Close it where the name ends, for example {QuoteMarks.Quote(Shortened(text.Length == 0 ? "Claim reported" : text))}.", span));
        Add(new Token(TokenKind.Quoted, span, text) { IsClosed = false });
        return end;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private int Sign(int at)
    {
        var (length, comparison) = ComparisonAt(at);
        if (length > 0)
        {
            var written = _text.Substring(at, length);
            if (written is "=<" or "=>")
            {
                _diagnostics.Add(new MeasureDiagnostic(
                    MeasureSeverity.Error, "ME104", $"\"{written}\" is no comparison.", $"Write {(written == "=<" ? "<=" : ">=")}.", new TextSpan(at, length)));
            }

            Add(new Token(TokenKind.Comparison, new TextSpan(at, length), written) { Comparison = comparison });
            return at + length;
        }

        switch (_text[at])
        {
            case '(':
                _depth++;
                Add(new Token(TokenKind.OpenParenthesis, new TextSpan(at, 1), "("));
                return at + 1;
            case ')':
                _depth--;
                Add(new Token(TokenKind.CloseParenthesis, new TextSpan(at, 1), ")"));
                return at + 1;
            case ',':
                Add(new Token(TokenKind.Comma, new TextSpan(at, 1), ","));
                return at + 1;
            default:
                return Refused(at);
        }
    }

    private (int Length, Comparison Comparison) ComparisonAt(int at) => (_text[at], at + 1 < _text.Length ? _text[at + 1] : ' ') switch
    {
        ('<', '=') or ('=', '<') => (2, Comparison.AtMost),
        ('>', '=') or ('=', '>') => (2, Comparison.AtLeast),
        ('!', '=') or ('<', '>') => (2, Comparison.NotEqual),
        ('=', '=') => (2, Comparison.Equal),
        ('<', _) => (1, Comparison.Less),
        ('>', _) => (1, Comparison.More),
        ('=', _) => (1, Comparison.Equal),
        ('\u2264', _) => (1, Comparison.AtMost),
        ('\u2265', _) => (1, Comparison.AtLeast),
        ('\u2260', _) => (1, Comparison.NotEqual),
        _ => (0, Comparison.Equal),
    };

    // A run of signs that mean nothing is one mistake, not many.
    private int Refused(int at)
    {
        var end = at + 1;
        while (end < _text.Length && IsMeaningless(end))
        {
            end++;
        }

        var written = _text[at..end];
        var hint = written.Trim() switch
        {
            "&" or "&&" or "+" => "To join conditions write and; to join names write or.",
            "|" or "||" => "Write or.",
            "!" => "Write not.",
            "*" => "For every event write count of events; inside a name * matches any run of characters, as in \"Complaint*\".",
            ";" or "." => "Leave it out: a measure ends without a stop.",
            "%" => "Write the figure in front of it, such as 95%.",
            "€" or "$" or "£" or "¥" => "Leave the currency out and write the bare number, such as 1000.",
            _ => "Leave it out. Names that hold such signs stand between quotation marks.",
        };
        _diagnostics.Add(new MeasureDiagnostic(
            MeasureSeverity.Error, "ME104", $"\"{Shortened(written.Trim())}\" has no meaning here.", hint, new TextSpan(at, written.TrimEnd().Length)));
        _isDoubtful = true;
        return end;
    }

    private bool IsMeaningless(int at) =>
        _text[at] is not ('#' or '(' or ')' or ',') && !char.IsWhiteSpace(_text[at]) && !IsLetter(_text[at]) && QuoteMarks.ClosersOf(_text[at]).IsEmpty
        && !FigureLexer.IsFigureAt(_text, at) && ComparisonAt(at).Length == 0;
}
