namespace OutsideIn.Statistics;

/// <summary>How many are still waiting and how many have reached it, with the errors of both: the curve at one time.</summary>
/// <remarks>
/// Between two observations that leave while open nobody leaves unknown, so that the stretch is a plain multinomial count: all that ended
/// in it can be taken at once, in any order, and the estimate and its Greenwood-type variance are those of one step per time.
/// Source: Aalen and Johansen (1978); the variance as the recursion of Andersen, Borgan, Gill and Keiding (1993), Statistical models based
/// on counting processes, §4.4.1, of which Greenwood's is the case without anyone lost.
/// </remarks>
/// <param name="AtRisk">Observations still waiting.</param>
/// <param name="Waiting">Share that has neither reached nor lost it.</param>
/// <param name="Reached">Share that has reached it.</param>
/// <param name="WaitingVariance">Variance of <paramref name="Waiting"/>.</param>
/// <param name="ReachedVariance">Variance of <paramref name="Reached"/>.</param>
/// <param name="Covariance">Of the two.</param>
public readonly record struct IncidenceState(
    int AtRisk, double Waiting, double Reached, double WaitingVariance, double ReachedVariance, double Covariance)
{
    /// <summary>Before anything happened to so many.</summary>
    public static IncidenceState Of(int count) => new(count, 1, 0, 0, 0, 0);

    /// <summary>Standard error of the share that has reached it.</summary>
    public double Error => Math.Sqrt(Math.Max(0, ReachedVariance));

    /// <summary>After a stretch in which so many reached and lost it.</summary>
    public IncidenceState After(int reached, int lost)
    {
        if (reached + lost == 0)
        {
            return this;
        }

        double n = AtRisk;
        var (p, stay, square) = (reached / n, (AtRisk - reached - lost) / n, Waiting * Waiting / n);
        return new IncidenceState(
            AtRisk - reached - lost,
            Waiting * stay,
            Reached + (Waiting * reached / n),
            (stay * stay * WaitingVariance) + (square * stay * (1 - stay)),
            ReachedVariance + (p * p * WaitingVariance) + (2 * p * Covariance) + (square * p * (1 - p)),
            (stay * Covariance) + (stay * p * WaitingVariance) - (square * stay * p));
    }

    /// <summary>After so many left while still waiting.</summary>
    public IncidenceState Without(int open) => this with { AtRisk = AtRisk - open };
}
