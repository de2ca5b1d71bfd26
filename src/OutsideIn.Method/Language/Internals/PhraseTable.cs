namespace OutsideIn.Method.Internals;

/// <summary>Words and terms to be found in a text, each with what it stands for; the longest term that begins at a word wins.</summary>
/// <remarks>A tree of words, so that a text is read once: O(words × longest term), with nothing allocated.</remarks>
internal sealed class PhraseTable<T>
    where T : class
{
    private readonly Node _root = new();

    /// <summary>Adds a term as the lexicon files write it: words apart by gaps or hyphens, <c>a|b</c>, <c>&lt;n&gt;</c>, <c>&lt;end&gt;</c>, CAPITALS.</summary>
    public void Add(string term, T value) => Add(_root, term.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries), value);

    /// <summary>Adds words as somebody wrote them, without any notation.</summary>
    public void AddPlain(string written, T value)
    {
        using var list = TokenList.Of(written);
        var node = _root;
        foreach (var token in list.Items)
        {
            node = node.Child(token.Of(written).ToString());
        }

        if (node != _root)
        {
            node.Value ??= value;
        }
    }

    /// <summary>The longest term that begins at a word, and how many words it has; null and 0 where none does.</summary>
    public (T? Value, int Words) Longest(string text, ReadOnlySpan<Token> tokens, int first)
    {
        var (node, found, words) = (_root, (T?)null, 0);
        for (var at = first; at < tokens.Length; at++)
        {
            node = node.Next(text, tokens[at]);
            if (node is null)
            {
                break;
            }

            var value = node.ValueAt(text, tokens[at], isEnd: !tokens[at].JoinsNext);
            if (value is not null)
            {
                (found, words) = (value, at - first + 1);
            }

            if (!tokens[at].JoinsNext)
            {
                break;
            }
        }

        return (found, words);
    }

    /// <summary>The first term anywhere in a text, as the text writes it; null where there is none.</summary>
    public (T? Value, string? Written) First(string text)
    {
        using var list = TokenList.Of(text);
        var tokens = list.Items;
        for (var at = 0; at < tokens.Length; at++)
        {
            var (value, words) = Longest(text, tokens, at);
            if (value is not null)
            {
                return (value, text[tokens[at].Start..tokens[at + words - 1].End]);
            }
        }

        return (null, null);
    }

    private static void Add(Node node, ReadOnlySpan<string> words, T value)
    {
        if (words.IsEmpty)
        {
            node.Value ??= value;
            return;
        }

        if (words[0] == "<end>")
        {
            node.AtEnd ??= value;
            return;
        }

        foreach (var word in words[0].Split('|'))
        {
            var next = word == "<n>" ? node.Number ??= new Node() : node.Child(word);
            if (words.Length == 1 && word.Length > 1 && word.All(char.IsAsciiLetterUpper))
            {
                next.InCapitals ??= value;
            }
            else
            {
                Add(next, words[1..], value);
            }
        }
    }

    private sealed class Node
    {
        private Dictionary<string, Node>? _children;

        public T? Value { get; set; }

        public T? AtEnd { get; set; }

        public T? InCapitals { get; set; }

        public Node? Number { get; set; }

        public Node Child(string word)
        {
            _children ??= new(StringComparer.OrdinalIgnoreCase);
            if (!_children.TryGetValue(word, out var child))
            {
                _children[word] = child = new Node();
            }

            return child;
        }

        public Node? Next(string text, Token token)
        {
            if (_children is not null && _children.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token.Of(text), out var child))
            {
                return child;
            }

            return Number is not null && token.IsNumber(text) ? Number : null;
        }

        public T? ValueAt(string text, Token token, bool isEnd)
        {
            // A text that is all in capitals says nothing by them.
            var isCapitals = InCapitals is not null
                && !token.Of(text).ContainsAnyInRange('a', 'z') && text.AsSpan().ContainsAnyInRange('a', 'z');
            return isCapitals ? InCapitals : isEnd && AtEnd is not null ? AtEnd : Value;
        }
    }
}
