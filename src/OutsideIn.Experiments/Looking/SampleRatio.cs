using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Whether units came into the arms in the shares they were planned to.</summary>
/// <param name="ChiSquare">Pearson's statistic over the arms with a share; null without units.</param>
/// <param name="Degrees">Its degrees of freedom: arms with a share less one.</param>
/// <param name="PValue">Of this look alone; null without units.</param>
/// <param name="LogEvidence">The logarithm of the evidence against the shares at this look.</param>
/// <param name="SequentialP">The p-value that may be read at every look: the least of 1 ÷ evidence over the looks so far.</param>
/// <param name="SmallestVisibleLoss">The smallest share of one arm's units whose loss would be seen four times in five; null where even all would not.</param>
/// <param name="Alarm">EX060 or EX061 where something is wrong: no result is to be shown. Null otherwise.</param>
public sealed record SampleRatioCheck(
    double? ChiSquare, int Degrees, double? PValue, double LogEvidence, double SequentialP, double? SmallestVisibleLoss, Problem? Alarm);

/// <summary>The sample ratio, watched over every look: lost units are seldom lost at random, and no estimate survives that.</summary>
/// <remarks>
/// Source: Lindon and Malek (2022), Anytime-valid inference for multinomial count data, NeurIPS: the Dirichlet mixture of the multinomial
/// likelihood ratio, so that looking every day raises an alarm for no more than one experiment in a thousand. Pearson's chi-square
/// beside it is for one look. Arms planned to get nobody are left out of both, and any unit in them is an alarm.
/// </remarks>
public static class SampleRatio
{
    /// <summary>The share of sound experiments that may ever raise an alarm.</summary>
    public const double Alpha = 0.001;

    /// <summary>How much the evidence expects the shares to be close to the plan's: sees a loss of some per cent soonest.</summary>
    public const double UsualConcentration = 1_000;

    private const double VisiblePower = 0.8;

    /// <summary>Of the looks so far.</summary>
    /// <param name="looks">[looks][arms] Units given to each arm up to each look; the last is now.</param>
    /// <param name="shares">[arms] The planned share of each; 0 for an arm that was to get nobody.</param>
    /// <param name="concentration">&gt; 0; see <see cref="UsualConcentration"/>.</param>
    public static SampleRatioCheck OfLooks(
        IReadOnlyList<IReadOnlyList<long>> looks, IReadOnlyList<double> shares, double concentration = UsualConcentration)
    {
        ArgumentOutOfRangeException.ThrowIfZero(looks.Count, nameof(looks));
        var now = looks[^1];
        var sequential = 1.0;
        foreach (var look in looks)
        {
            sequential = Math.Min(sequential, Math.Exp(-LogEvidence(look, shares, concentration)));
        }

        var degrees = shares.Count(static share => share > 0) - 1;
        var chiSquare = ChiSquare(now, shares);
        return new SampleRatioCheck(
            chiSquare,
            degrees,
            chiSquare is { } statistic && degrees > 0 ? ChiSquareDistribution.UpperTail(statistic, degrees) : null,
            LogEvidence(now, shares, concentration),
            sequential,
            SmallestVisibleLoss(now.Sum(), shares, concentration),
            AlarmOf(now, shares, sequential));
    }

    /// <summary>Of one look.</summary>
    public static SampleRatioCheck Of(IReadOnlyList<long> counts, IReadOnlyList<double> shares) => OfLooks([counts], shares);

    /// <summary>Of units that are counted once, when all have come: Pearson's chi-square raises the alarm, which sees smaller losses than what may be read every day.</summary>
    /// <param name="counts">[arms] Units of each arm.</param>
    /// <param name="shares">[arms] The share of each; 0 for an arm that was to get nobody.</param>
    /// <remarks>Source: Pearson (1900). Read again and again it raises more false alarms than <see cref="Alpha"/>: 1.0 % over 28 looks.</remarks>
    public static SampleRatioCheck Once(IReadOnlyList<long> counts, IReadOnlyList<double> shares)
    {
        var check = Of(counts, shares);
        var boundary = check.Degrees > 0 ? Math.Sqrt(ChiSquareDistribution.UpperQuantile(Alpha, check.Degrees)) : double.PositiveInfinity;
        return check with
        {
            SmallestVisibleLoss = VisibleLoss(counts.Sum(), shares, boundary),
            Alarm = AlarmOf(counts, shares, check.PValue ?? 1),
        };
    }

    /// <summary>The logarithm of the evidence against the planned shares: the Dirichlet–multinomial likelihood over the multinomial one.</summary>
    /// <param name="counts">[arms] Units; those of arms without a share are left out.</param>
    /// <param name="shares">[arms] Planned shares.</param>
    /// <param name="concentration">The mixture's weight, &gt; 0.</param>
    public static double LogEvidence(IReadOnlyList<long> counts, IReadOnlyList<double> shares, double concentration)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Count, shares.Count, nameof(counts));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(concentration);
        var (whole, total, sum) = (shares.Sum(), 0L, 0.0);
        for (var arm = 0; arm < counts.Count; arm++)
        {
            if (shares[arm] > 0)
            {
                var share = shares[arm] / whole;
                total += counts[arm];
                sum += GammaFunction.Log((concentration * share) + counts[arm]) - GammaFunction.Log(concentration * share) - (counts[arm] * Math.Log(share));
            }
        }

        return sum - GammaFunction.Log(concentration + total) + GammaFunction.Log(concentration);
    }

    /// <summary>
    /// The smallest share of the units of the arm with most of them whose loss the evidence of a look shows four times in five: what a
    /// check that raised no alarm could have missed.
    /// </summary>
    /// <remarks>The evidence as a function of the deviation z, by Stirling: ½ ln(c ÷ (c + n)) per degree of freedom + z²n ÷ 2(c + n).</remarks>
    /// <param name="units">Units of all arms.</param>
    /// <param name="shares">[arms] Planned shares.</param>
    /// <param name="concentration">The mixture's weight, &gt; 0.</param>
    /// <returns>0 &lt; loss &lt; 1; null where even the loss of all would not be seen.</returns>
    public static double? SmallestVisibleLoss(long units, IReadOnlyList<double> shares, double concentration = UsualConcentration)
    {
        if (units <= 0)
        {
            return null;
        }

        var (grown, degrees) = ((concentration + units) / concentration, shares.Count(static one => one > 0) - 1);
        return VisibleLoss(units, shares, Math.Sqrt(((degrees * Math.Log(grown)) - (2 * Math.Log(Alpha))) * (concentration + units) / units));
    }

    private static double? VisibleLoss(long units, IReadOnlyList<double> shares, double boundary)
    {
        if (units <= 0 || !double.IsFinite(boundary))
        {
            return null;
        }

        var needed = boundary + NormalDistribution.Quantile(VisiblePower);
        var share = shares.Max() / shares.Sum();
        var loss = Search.Root(trial => Deviation(trial) - needed, 0, 1);
        return loss < 1 ? loss : null;

        // The arm's share after the loss, in standard errors away from the planned one.
        double Deviation(double trial)
        {
            var (left, kept) = (1 - (share * trial), share * (1 - trial));
            return (share - (kept / left)) / Math.Sqrt(share * (1 - share) / (units * left));
        }
    }

    private static double? ChiSquare(IReadOnlyList<long> counts, IReadOnlyList<double> shares)
    {
        var (whole, total, sum) = (shares.Sum(), 0L, 0.0);
        for (var arm = 0; arm < counts.Count; arm++)
        {
            total += shares[arm] > 0 ? counts[arm] : 0;
        }

        if (total == 0)
        {
            return null;
        }

        for (var arm = 0; arm < counts.Count; arm++)
        {
            if (shares[arm] > 0)
            {
                var expected = total * (shares[arm] / whole);
                sum += (counts[arm] - expected) * (counts[arm] - expected) / expected;
            }
        }

        return sum;
    }

    private static Problem? AlarmOf(IReadOnlyList<long> counts, IReadOnlyList<double> shares, double chance)
    {
        for (var arm = 0; arm < counts.Count; arm++)
        {
            if (shares[arm] == 0 && counts[arm] > 0)
            {
                return new Problem(
                    ProblemKind.Invalid,
                    "EX061",
                    $"{CountText.Of(counts[arm], "unit is", "units are")} in an arm that was to get nobody.",
                    "Find out how they came there before looking at any result: the assignment did not work as planned.");
            }
        }

        return chance < Alpha
            ? new Problem(
                ProblemKind.Invalid,
                "EX060",
                $"Units came into the arms as {string.Join(" : ", counts.Select(CountText.Of))}, which the planned shares do not give.",
                "Look for units that one arm loses or cannot record (a form, a filter, a join, a delay) before looking at any result.")
            : null;
    }
}
