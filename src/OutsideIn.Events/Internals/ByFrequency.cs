namespace OutsideIn.Events;

/// <summary>The order of every list of figures: most frequent first, then by the names' characters, so that it never varies.</summary>
internal static class ByFrequency
{
    public static int Compare((int Count, string First, string Second) one, (int Count, string First, string Second) other)
    {
        var byCount = other.Count.CompareTo(one.Count);
        if (byCount != 0)
        {
            return byCount;
        }

        var byFirst = string.CompareOrdinal(one.First, other.First);
        return byFirst != 0 ? byFirst : string.CompareOrdinal(one.Second, other.Second);
    }
}
