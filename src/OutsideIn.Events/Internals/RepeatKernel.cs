using System.Numerics;

namespace OutsideIn.Events;

/// <summary>Kernel that counts the repeats of activities within cases.</summary>
internal static class RepeatKernel
{
    /// <summary>Counts the repeats of every activity.</summary>
    /// <param name="caseStarts">[cases + 1] Row at which each case begins, ascending; the last entry is the number of rows.</param>
    /// <param name="activities">[rows] 1 ≤ code ≤ names.</param>
    /// <param name="tallies">[names + 1] Written, by code; must come zeroed.</param>
    /// <returns>Number of cases with any repeat.</returns>
    /// <remarks>O(rows), no allocation.</remarks>
    public static int Count<TCode>(ReadOnlySpan<int> caseStarts, ReadOnlySpan<TCode> activities, Span<RepeatTally> tallies)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts[^1], activities.Length, nameof(caseStarts));

        var casesWithRepeats = 0;
        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            var hasRepeat = false;
            var first = caseStarts[c];
            for (var row = first; row < caseStarts[c + 1]; row++)
            {
                ref var tally = ref tallies[int.CreateTruncating(activities[row])];
                if (tally.RowNumberLast > first)
                {
                    hasRepeat = true;
                    tally.Add(row + 1 - tally.RowNumberLast, c + 1);
                }

                tally.RowNumberLast = row + 1;
            }

            casesWithRepeats += hasRepeat ? 1 : 0;
        }

        return casesWithRepeats;
    }
}

/// <summary>Running counts of one activity's repeats.</summary>
internal struct RepeatTally
{
    public int RowNumberLast;
    public int Cases;
    public int CaseNumberLast;
    public int Repeats;
    public int SelfLoops;
    public int SelfLoopCases;
    public int SelfLoopCaseNumberLast;
    public int GapMin;

    /// <summary>Counts a repeat so many rows after the one before.</summary>
    public void Add(int gap, int caseNumber)
    {
        GapMin = Repeats == 0 ? gap : Math.Min(GapMin, gap);
        Repeats++;
        Cases += CaseNumberLast == caseNumber ? 0 : 1;
        CaseNumberLast = caseNumber;
        if (gap == 1)
        {
            SelfLoops++;
            SelfLoopCases += SelfLoopCaseNumberLast == caseNumber ? 0 : 1;
            SelfLoopCaseNumberLast = caseNumber;
        }
    }
}
