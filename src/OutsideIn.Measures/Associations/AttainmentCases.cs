namespace OutsideIn.Measures;

/// <summary>Whether each case attained something, how long after its start that was certain, and its stratum: made once, asked for many pieces of work. Immutable; safe to share.</summary>
public sealed class AttainmentCases
{
    /// <summary>Prepares cases. O(cases log cases).</summary>
    /// <param name="sides">[cases] Met, missed or open; others are left out.</param>
    /// <param name="certainAfter">[cases] How long after the case's start the answer was certain or, where open, how long the case has been known; any unit.</param>
    /// <param name="strata">The strata of the same cases.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a time is not a number.</exception>
    public AttainmentCases(ReadOnlySpan<Side> sides, ReadOnlySpan<double> certainAfter, CaseStrata strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        if (sides.Length != certainAfter.Length || sides.Length != strata.Codes.Length)
        {
            throw new ArgumentException($"There are {sides.Length} sides, {certainAfter.Length} times and {strata.Codes.Length} cases with a stratum.", nameof(sides));
        }

        var (order, times) = (new List<int>(sides.Length), new List<double>(sides.Length));
        for (var index = 0; index < sides.Length; index++)
        {
            if (double.IsNaN(certainAfter[index]))
            {
                throw new ArgumentException("A time is not a number.", nameof(certainAfter));
            }

            if (sides[index] is Side.Met or Side.Missed or Side.Open)
            {
                order.Add(index);
                times.Add(certainAfter[index]);
            }
        }

        (Order, Times, Strata) = ([.. order], [.. times], strata);
        Array.Sort(Times, Order);
        (Sides, StratumOf) = (new Side[Order.Length], new int[Order.Length]);
        for (var row = 0; row < Order.Length; row++)
        {
            (Sides[row], StratumOf[row]) = (sides[Order[row]], strata.Codes[Order[row]]);
            OpenCount += Sides[row] == Side.Open ? 1 : 0;
        }

        CaseCount = sides.Length;
    }

    /// <summary>Cases that have an answer or are still open.</summary>
    public int Count => Order.Length;

    /// <summary>How many of them are open.</summary>
    public int OpenCount { get; }

    internal int CaseCount { get; }

    /// <summary>[rows] The case of each row; rows stand by <see cref="Times"/>.</summary>
    internal int[] Order { get; }

    internal double[] Times { get; }

    internal Side[] Sides { get; }

    internal int[] StratumOf { get; }

    internal CaseStrata Strata { get; }
}
