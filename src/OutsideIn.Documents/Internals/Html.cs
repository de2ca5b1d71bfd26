using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace OutsideIn.Documents.Internals;

/// <summary>Markup that is safe to write. Only a literal of this room, or a text that was escaped, can be one.</summary>
internal readonly record struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public static Html None { get; } = new("");

    public string Markup => _markup ?? "";

    public bool IsNone => Markup.Length == 0;

    /// <summary>Markup with holes: what is put into a hole is escaped, unless it is markup already.</summary>
    public static Html Of(HtmlHoles holes) => new(holes.Finish());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(static part => part.Markup)));

    public static Html Join<T>(IEnumerable<T> items, Func<T, Html> each) => Join(items.Select(each));

    public static Html Join(string between, IEnumerable<Html> parts) =>
        new(string.Join(Escaped(between), parts.Select(static part => part.Markup)));

    /// <summary>Markup that is a file of this room, such as its style sheet.</summary>
    public static Html OfOwn(string markup) => new(markup);

    /// <summary>A text as HTML shows it. Control characters, which no document may hold, become U+FFFD.</summary>
    public static string Escaped(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var written = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            _ = letter switch
            {
                '&' => written.Append("&amp;"),
                '<' => written.Append("&lt;"),
                '>' => written.Append("&gt;"),
                '"' => written.Append("&quot;"),
                '\'' => written.Append("&#39;"),
                '\n' or '\t' => written.Append(letter),
                _ when char.IsSurrogatePair(text, index) => written.Append(letter).Append(text[++index]),
                _ when char.IsControl(letter) || char.IsSurrogate(letter) => written.Append('\uFFFD'),
                _ => written.Append(letter),
            };
        }

        return written.ToString();
    }
}

/// <summary>Takes the literals and holes of <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlHoles(int literalLength, int formattedCount)
{
    private readonly StringBuilder _written = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string literal) => _written.Append(literal);

    public void AppendFormatted(string? text) => _written.Append(Html.Escaped(text));

    public void AppendFormatted(Html markup) => _written.Append(markup.Markup);

    public void AppendFormatted(Html? markup) => _written.Append(markup?.Markup);

    public void AppendFormatted(int number) => _written.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double number) => _written.Append(number.ToString("0.##", CultureInfo.InvariantCulture));

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
        {
            _written.Append(part.Markup);
        }
    }

    public string Finish() => _written.ToString();
}
