namespace OutsideIn.Statistics;

/// <summary>Whether values of treatment tend to lie above those of control, by their ranks. Immutable.</summary>
/// <param name="U">Pairs in which treatment lies above, ties counting half: 0 to control × treatment units.</param>
/// <param name="PValue">How often ranks would lie at least so far apart, on either side, were there no difference.</param>
/// <param name="PGreater">The same, treatment above only.</param>
/// <param name="PLess">The same, treatment below only.</param>
/// <param name="Method">The test's name.</param>
/// <remarks>Source: Mann and Whitney (1947), On a test of whether one of two random variables is stochastically larger, Annals of Mathematical Statistics 18.</remarks>
public sealed record RankTest(double U, double PValue, double PGreater, double PLess, string Method)
{
    // So many pairs are counted out exactly within a millisecond or two.
    private const long ExactPairsMax = 10_000;

    /// <summary>The test: exact where there are no ties and the samples are small, else by the normal distribution with tie and continuity correction.</summary>
    /// <param name="control">[units] The control's values, ascending, at least one.</param>
    /// <param name="treatment">[units] The treatment's, ascending.</param>
    /// <returns>The test; null where an arm is empty or all values are the same.</returns>
    public static RankTest? Of(ReadOnlySpan<double> control, ReadOnlySpan<double> treatment) =>
        PairOrder.Of(control, treatment) is { TieCubes: 0 } && (long)control.Length * treatment.Length <= ExactPairsMax
            ? Exact(control, treatment)
            : Normal(control, treatment, 0.5);

    /// <summary>By counting all orders of the values; right only without ties.</summary>
    internal static RankTest? Exact(ReadOnlySpan<double> control, ReadOnlySpan<double> treatment)
    {
        if (control.IsEmpty || treatment.IsEmpty)
        {
            return null;
        }

        var u = PairOrder.Of(control, treatment).U;
        var (above, below) = (RankOrders.UpperTail(control.Length, treatment.Length, u), RankOrders.UpperTail(control.Length, treatment.Length, ((double)control.Length * treatment.Length) - u));
        return new RankTest(u, Math.Min(1, 2 * Math.Min(above, below)), above, below, "Mann–Whitney, exact");
    }

    /// <summary>By the normal distribution, so much taken off for continuity.</summary>
    internal static RankTest? Normal(ReadOnlySpan<double> control, ReadOnlySpan<double> treatment, double continuity)
    {
        var order = PairOrder.Of(control, treatment);
        var spread = order.StandardError;
        if (!(spread > 0))
        {
            return null;
        }

        var above = order.U - ((double)control.Length * treatment.Length / 2);
        double Tail(double over) => NormalDistribution.Cumulative(-(over - continuity) / spread);
        return new RankTest(order.U, Math.Min(1, 2 * Tail(Math.Abs(above))), Tail(above), Tail(-above), "Mann–Whitney, normal with tie correction");
    }
}
