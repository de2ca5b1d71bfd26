namespace OutsideIn.Events;

/// <summary>When each event of a document started.</summary>
internal sealed class XesStarts(XesField? field)
{
    /// <summary>The start of an event, or <see cref="EventRow.NoStart"/>, which is what a missing time is in a column.</summary>
    public long At(int row, int trace)
    {
        var times = field is null ? default : field.Column.Times;
        var index = field?.Level == AttributeLevel.Case ? trace : row;
        return index < times.Length ? times[index] : EventRow.NoStart;
    }
}
