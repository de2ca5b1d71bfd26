namespace OutsideIn.Measures.Internals;

/// <summary>What may stand at a place that is no fixed word.</summary>
internal enum Slot
{
    /// <summary>The name of an activity, between quotation marks.</summary>
    Activity,

    /// <summary>A column of numbers.</summary>
    NumberColumn,

    /// <summary>A column whose values can be told apart.</summary>
    DistinctColumn,

    /// <summary>A column to filter by.</summary>
    FilterColumn,

    /// <summary>A column to filter by, or a word for one of a whole case.</summary>
    CaseFilterColumn,

    /// <summary>The name of a calendar, between quotation marks.</summary>
    Calendar,

    /// <summary>A unit of time behind the figure in front of the place.</summary>
    Unit,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary>A value to compare a column with.</summary>
    Value,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A percentage.</summary>
    Percent,
}

/// <summary>Words that may stand at a place, with what they say.</summary>
/// <param name="Text">The words.</param>
/// <param name="Explanation">What they say, a few words without a full stop.</param>
internal sealed record Phrase(string Text, string Explanation)
{
    /// <summary>The first of the words.</summary>
    public string FirstWord { get; } = Text.Split(' ')[0];
}
