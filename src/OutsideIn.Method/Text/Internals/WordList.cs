using System.Reflection;

namespace OutsideIn.Method.Internals;

/// <summary>The written word of each value of a fixed set, in the order in which messages list them.</summary>
internal sealed class WordList
{
    private readonly Dictionary<string, object> _values = new(Keys.Alike);
    private readonly Dictionary<object, string> _words = [];

    public WordList(Type set)
    {
        var all = new List<string>();
        foreach (var field in set.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(static field => field.MetadataToken))
        {
            var (word, value) = (field.GetCustomAttribute<WordAttribute>()?.Word ?? Keys.Small(field.Name), field.GetValue(null)!);
            all.Add(word);
            _values[word] = value;
            _words[value] = word;
        }

        All = all;
    }

    public IReadOnlyList<string> All { get; }

    public string Of(object value) => _words[value];

    public object? Find(string written) => _values.GetValueOrDefault(written);
}
