using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>One group of keys being read. Every key a caller asks for becomes a known one; <see cref="Finish"/> refuses the rest.</summary>
internal sealed class MapItem
{
    private static readonly string[] YesNo = ["yes", "no"];

    private readonly string _what;
    private readonly DiagnosticList _diagnostics;
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> _written = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    /// <param name="node">A node of the shape <see cref="YamlShape.Fields"/>.</param>
    /// <param name="what">What it is, for messages: "an activity".</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public MapItem(YamlNode node, string what, DiagnosticList diagnostics)
    {
        (Node, _what, _diagnostics) = (node, what, diagnostics);
        for (var index = 0; index + 1 < node.Children.Count; index += 2)
        {
            var (key, value) = (node.Children[index], node.Children[index + 1]);
            if (key.Shape != YamlShape.Text)
            {
                diagnostics.Error(key, "MP010", $"The key of {what} is {key.ShapeWords}.", "Expected a word and a colon.");
            }
            else if (!_written.TryAdd(Keys.Fold(key.Text), (key, value)))
            {
                var first = _written[Keys.Fold(key.Text)].Key;
                diagnostics.Error(
                    key, "MP009", $"The key {DiagnosticList.Quoted(key.Text)} is written twice in {what}.", $"It was first written on line {first.Line}. Keep one.");
            }
        }
    }

    public YamlNode Node { get; }

    /// <summary>What was written for a key, or null when nothing was.</summary>
    public YamlNode? Take(string key)
    {
        _known.Add(key);
        return Find(key);
    }

    /// <summary>As <see cref="Take"/>, for a key that is known already.</summary>
    public YamlNode? Find(string key) =>
        _written.TryGetValue(Keys.Fold(key), out var found) && !found.Value.IsNothing ? found.Value : null;

    public string? Text(string key) => Take(key) is { } node ? TextOf(node, key) : null;

    /// <summary>The text of a key that has to be there and may not be blank; <paramref name="otherwise"/> where it is not.</summary>
    public string RequiredText(string key, string otherwise)
    {
        if (Take(key) is not { } node)
        {
            Missing(key);
            return otherwise;
        }

        return NotBlank(node, TextOf(node, key), key) ?? otherwise;
    }

    public void Missing(string key) =>
        _diagnostics.Missing(Node, "MP012", $"{char.ToUpperInvariant(_what[0])}{_what[1..]} has no '{key}'.", $"Write '{key}:' under it.");

    /// <summary>A list of texts that are not blank; one text counts as a list of one. Null when the key is not written.</summary>
    public List<string>? Texts(string key)
    {
        if (Take(key) is not { } node)
        {
            return null;
        }

        if (node.Shape == YamlShape.Fields)
        {
            WrongShape(node, key, "a list");
            return [];
        }

        var texts = new List<string>();
        foreach (var child in node.Shape == YamlShape.List ? node.Children : [node])
        {
            if (child.IsNothing)
            {
                Blank(child, key);
            }
            else if (NotBlank(child, TextOf(child, key), key) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    public IReadOnlyList<NamePattern>? Patterns(string key) => Texts(key)?.ConvertAll(static text => new NamePattern(text));

    /// <summary>One of a fixed set of words, or null when the key is not written or the word is none of them.</summary>
    public T? Choice<T>(string key, Words<T> words)
        where T : struct, Enum
    {
        if (Take(key) is not { } node || TextOf(node, key) is not { } text)
        {
            return null;
        }

        var found = words.Find(text);
        if (found is null)
        {
            NoneOf(node, key, text, words.All);
        }

        return found;
    }

    /// <summary>As <see cref="Choice"/>, for a key that has to be there; null, with a diagnostic, when it is not.</summary>
    public T? RequiredChoice<T>(string key, Words<T> words)
        where T : struct, Enum
    {
        var found = Choice(key, words);
        if (Find(key) is null)
        {
            _diagnostics.Missing(
                Node, "MP012", $"{char.ToUpperInvariant(_what[0])}{_what[1..]} has no '{key}'.", $"Write '{key}:' and one of: {string.Join(", ", words.All)}.");
        }

        return found;
    }

    public bool? YesOrNo(string key)
    {
        if (Take(key) is not { } node || TextOf(node, key) is not { } text)
        {
            return null;
        }

        switch (Keys.Fold(text))
        {
            case "YES" or "TRUE":
                return true;
            case "NO" or "FALSE":
                return false;
            default:
                NoneOf(node, key, text, YesNo);
                return null;
        }
    }

    /// <summary>Refuses a key that means nothing for an item of this sort.</summary>
    public void RefuseBecause(string key, string reason, string hint)
    {
        if (_written.TryGetValue(Keys.Fold(key), out var found) && !found.Value.IsNothing)
        {
            _diagnostics.Error(found.Key, "MP018", $"'{key}' has no meaning here: {reason}", hint);
        }
    }

    /// <summary>Refuses every key nobody asked for.</summary>
    public void Finish()
    {
        var folded = _known.Select(Keys.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, found) in _written)
        {
            if (!folded.Contains(key))
            {
                var quoted = DiagnosticList.Quoted(found.Key.Text);
                _diagnostics.Error(
                    found.Key, "MP008", $"{quoted} is not a key of {_what}.", DiagnosticList.Expected(found.Key.Text, _known));
            }
        }
    }

    private string? TextOf(YamlNode node, string key)
    {
        if (node.Shape == YamlShape.Text)
        {
            return node.Text;
        }

        WrongShape(node, key, "a text");
        return null;
    }

    private string? NotBlank(YamlNode node, string? text, string key)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            Blank(node, key);
            return null;
        }

        return text;
    }

    private void WrongShape(YamlNode node, string key, string expected) =>
        _diagnostics.Error(node, "MP010", $"'{key}' of {_what} holds {node.ShapeWords}.", $"Expected {expected}.");

    private void Blank(YamlNode node, string key) =>
        _diagnostics.Error(node, "MP013", $"'{key}' of {_what} holds an empty text.", "Write something, or take it out.");

    private void NoneOf(YamlNode node, string key, string text, IReadOnlyCollection<string> right) =>
        _diagnostics.Error(
            node, "MP011", $"{DiagnosticList.Quoted(text)} is not a value of '{key}'.", DiagnosticList.Expected(text, right));
}
