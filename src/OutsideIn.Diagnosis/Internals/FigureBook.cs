namespace OutsideIn.Diagnosis;

/// <summary>Collects the cases behind each figure while the sections are computed. Not thread-safe; used once.</summary>
internal sealed class FigureBook
{
    private readonly Dictionary<string, FigureList> _figures = new(StringComparer.Ordinal);

    /// <summary>The list of a figure, opened on first use: <c>moment/Report by phone</c>, <c>breakpoint/Claims&gt;Legal</c>.</summary>
    public FigureList Open(string figure)
    {
        if (!_figures.TryGetValue(figure, out var list))
        {
            list = new FigureList(figure);
            _figures.Add(figure, list);
        }

        return list;
    }

    /// <summary>The list of the figure <c>kind/name</c>.</summary>
    public FigureList Open(string kind, string name) => Open(Id(kind, name));

    /// <summary>The list of the figure <c>kind/from&gt;to</c>.</summary>
    public FigureList Open(string kind, string from, string to) => Open(Id(kind, from, to));

    /// <summary>Gives a second figure the cases of another, which must be complete.</summary>
    public string Alias(string figure, string other)
    {
        if (figure != other)
        {
            var list = Open(figure);
            foreach (var caseIndex in Open(other).Cases)
            {
                list.Add(caseIndex);
            }
        }

        return figure;
    }

    public static string Id(string kind, string name) => $"{kind}/{name}";

    // A name with ">" in it must not make two pairs look alike.
    public static string Id(string kind, string from, string to) => $"{kind}/{from.Replace('>', '›')}>{to.Replace('>', '›')}";

    public FigureCases ToFigureCases() => new(_figures.ToDictionary(
        static pair => pair.Key, static pair => pair.Value.ToSorted(), StringComparer.Ordinal));
}

/// <summary>The cases of one figure. Adding the same case many times in a row costs nothing.</summary>
internal sealed class FigureList(string id)
{
    private readonly List<int> _cases = [];
    private bool _isAscending = true;

    public string Id => id;

    /// <summary>Number of cases, right as long as cases were added in ascending order.</summary>
    public int Count => _cases.Count;

    public IReadOnlyList<int> Cases => _cases;

    public void Add(int caseIndex)
    {
        if (_cases.Count > 0)
        {
            if (_cases[^1] == caseIndex)
            {
                return;
            }

            _isAscending &= _cases[^1] < caseIndex;
        }

        _cases.Add(caseIndex);
    }

    public int[] ToSorted() => _isAscending ? [.. _cases] : [.. _cases.Distinct().Order()];
}
