using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Confidence sequences for counts, exact however small they are: a share, or two streams of events such as contacts.</summary>
/// <remarks>
/// Source: Robbins (1970), Statistical methods related to the law of the iterated logarithm: the likelihood ratio mixed over a beta
/// distribution is a martingale (Ville), so that it holds at every look at once. Two Poisson streams: given their sum, one is
/// binomial with the share of its exposure.
/// </remarks>
/// <param name="First">Parameter a of the beta mixture, &gt; 0.</param>
/// <param name="Second">Parameter b, &gt; 0.</param>
public readonly record struct BetaBinomialSequence(double First, double Second)
{
    /// <summary>The logarithm of the evidence that a share is not <paramref name="share"/>.</summary>
    /// <param name="successes">0 ≤ successes ≤ count.</param>
    /// <param name="count">How many were seen.</param>
    /// <param name="share">The share held against, 0 &lt; share &lt; 1.</param>
    public double LogEvidence(double successes, double count, double share)
    {
        Levels.ThrowUnlessInside(share);
        return Mixed(successes, count) - (successes * Math.Log(share)) - ((count - successes) * SmallNumbers.LogOnePlus(-share));
    }

    /// <summary>The p-value that may be read at every look.</summary>
    public double PValue(double successes, double count, double share) => Math.Min(1, Math.Exp(-LogEvidence(successes, count, share)));

    /// <summary>Every share that was not shown to be wrong.</summary>
    /// <param name="successes">0 ≤ successes ≤ count.</param>
    /// <param name="count">How many were seen; 0 leaves everything possible.</param>
    /// <param name="alpha">The share of sequences that may ever miss, 0 &lt; alpha &lt; 1.</param>
    public Interval Interval(double successes, double count, double alpha)
    {
        Levels.ThrowUnlessInside(alpha);
        if (!(count > 0))
        {
            return new Interval(0, 1);
        }

        // The evidence is least at the share seen and rises to either side.
        var (mixed, least, aim) = (Mixed(successes, count), successes / count, -Math.Log(alpha));
        return new Interval(
            successes == 0 ? 0 : Search.Root(share => aim - Against(share), double.Epsilon, least),
            successes == count ? 1 : Search.Root(share => Against(share) - aim, least, 1 - 1e-16));

        double Against(double share) =>
            mixed - (successes == 0 ? 0 : successes * Math.Log(share)) - (successes == count ? 0 : (count - successes) * SmallNumbers.LogOnePlus(-share));
    }

    /// <summary>The ratio of two streams' rates, second over first, that was not shown to be wrong.</summary>
    /// <param name="first">Events of the first stream.</param>
    /// <param name="firstExposure">Its exposure, &gt; 0.</param>
    /// <param name="second">Events of the second stream.</param>
    /// <param name="secondExposure">Its exposure, &gt; 0.</param>
    /// <param name="alpha">0 &lt; alpha &lt; 1.</param>
    public Interval RateRatio(double first, double firstExposure, double second, double secondExposure, double alpha)
    {
        var share = Interval(second, first + second, alpha);
        var scale = firstExposure / secondExposure;
        return new Interval(
            share.Low / (1 - share.Low) * scale,
            share.High >= 1 ? double.PositiveInfinity : share.High / (1 - share.High) * scale);
    }

    private double Mixed(double successes, double count) =>
        LogBeta(First + successes, Second + count - successes) - LogBeta(First, Second);

    private static double LogBeta(double a, double b) => GammaFunction.Log(a) + GammaFunction.Log(b) - GammaFunction.Log(a + b);
}
