using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>Which events leave a case resolved or closed. Immutable.</summary>
/// <remarks>
/// Where a column of the log records the state of the case and one of its values is resolved or closed, it decides, as such columns
/// agree with the reopenings that two service desks recorded themselves. Else the map's closing events decide, else the words of
/// the activities.
/// </remarks>
internal sealed class ClosingStates
{
    private static readonly string[] StateColumns =
        ["lifecycle:transition", "lifecycle", "status", "state", "case status", "case state", "incident state", "ticket status"];

    private readonly CodedColumn _column;
    private readonly bool[] _isClosing;

    private ClosingStates(CodedColumn column, bool[] isClosing, bool areStates) =>
        (_column, _isClosing, AreStates) = (column, isClosing, areStates);

    /// <summary>Whether a column of states decides, so that a closed case which goes on was reopened.</summary>
    public bool AreStates { get; }

    public static ClosingStates Of(MappedLog mapped, OutcomeSigns[] signs)
    {
        var log = mapped.Log;
        foreach (var attribute in log.Attributes)
        {
            if (attribute is { Kind: AttributeKind.Text, Level: AttributeLevel.Event } && IsStateColumn(attribute.Name))
            {
                var closing = ByWords(attribute.Texts!.Names, isState: true);
                if (closing.Contains(value: true))
                {
                    return new ClosingStates(attribute.Texts, closing, areStates: true);
                }
            }
        }

        var byMap = new bool[log.Activities.NameCount + 1];
        foreach (var sign in signs)
        {
            for (var code = 1; code < byMap.Length; code++)
            {
                byMap[code] |= sign.Closed[code];
            }
        }

        return new ClosingStates(
            log.Activities, signs.Any(static sign => sign.NamesClosed) ? byMap : ByWords(log.Activities.Names, isState: false), areStates: false);
    }

    /// <summary>Whether the event at a row leaves its case resolved or closed.</summary>
    public bool IsClosing(int row) => _isClosing[_column[row]];

    private static bool IsStateColumn(string name) =>
        StateColumns.Contains(name.Trim().Replace('_', ' '), StringComparer.OrdinalIgnoreCase);

    private static bool[] ByWords(IReadOnlyList<string> names, bool isState)
    {
        var closing = new bool[names.Count + 1];
        for (var code = 1; code < closing.Length; code++)
        {
            var words = new ActivityWords(names[code - 1]);
            closing[code] = isState
                ? words.FirstWith("closed$", "resolved$") is not null
                : words.FirstWith("closed$", "resolved$", "closure$") is not null || words.All is ["close", ..] or ["closing", ..];
        }

        return closing;
    }
}
