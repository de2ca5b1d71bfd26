namespace OutsideIn.Statistics;

/// <summary>How two sorted samples lie to each other.</summary>
/// <param name="U">Pairs in which treatment lies above, ties counting half.</param>
/// <param name="TieCubes">Σ (t³ − t) over values that occur t times in both together; 0 without ties.</param>
/// <param name="ControlCount">How many of control.</param>
/// <param name="TreatmentCount">How many of treatment.</param>
internal readonly record struct PairOrder(double U, double TieCubes, double ControlCount, double TreatmentCount)
{
    /// <summary>Of U where the two do not differ.</summary>
    public double StandardError
    {
        get
        {
            var all = ControlCount + TreatmentCount;
            return Math.Sqrt(ControlCount * TreatmentCount / 12 * (all + 1 - (TieCubes / (all * (all - 1)))));
        }
    }

    public static PairOrder Of(ReadOnlySpan<double> control, ReadOnlySpan<double> treatment)
    {
        var (u, cubes, one, other) = (0.0, 0.0, 0, 0);
        while (one < control.Length || other < treatment.Length)
        {
            var value = one < control.Length && (other == treatment.Length || control[one] <= treatment[other]) ? control[one] : treatment[other];
            var (first, second) = (Count(control[one..], value), Count(treatment[other..], value));
            u += second * (one + (first / 2.0));
            double tied = first + second;
            cubes += (tied * tied * tied) - tied;
            (one, other) = (one + first, other + second);
        }

        return new PairOrder(u, cubes, control.Length, treatment.Length);
    }

    private static int Count(ReadOnlySpan<double> sorted, double value)
    {
        var count = 0;
        while (count < sorted.Length && sorted[count] == value)
        {
            count++;
        }

        return count;
    }
}
