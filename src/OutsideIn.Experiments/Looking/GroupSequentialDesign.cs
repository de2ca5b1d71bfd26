using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What looks may cost.</summary>
/// <param name="Alpha">The share of false alarms of all looks together, 0 &lt; alpha &lt; 1.</param>
/// <param name="Spending">How it is spent.</param>
public sealed record GroupSequentialOptions(double Alpha, SpendingFunction Spending)
{
    /// <summary>Whether both directions are looked at, each with half of <see cref="Alpha"/>.</summary>
    public bool IsTwoSided { get; init; } = true;

    /// <summary>Whether the last look given is the last there will be: it spends all that is left, even where less information came than was planned.</summary>
    public bool EndsWithLastLook { get; init; }

    /// <summary>
    /// [looks] The share of the planned time at each look, by which error is spent where it is not spent by information: known beforehand, so
    /// that what earlier looks have spent stays as it was whatever comes in later. Null spends by information.
    /// </summary>
    /// <remarks>Source: Lan and DeMets (1989), Changing frequency of interim analysis in sequential monitoring, Biometrics 45(3).</remarks>
    public IReadOnlyList<double>? SpendingTimes { get; init; }
}

/// <summary>How far away from nothing an effect must be at each look so that all looks together raise no more false alarms than one. Immutable.</summary>
/// <remarks>
/// Source: Lan and DeMets (1983), Biometrika 70(3); computed by the recursion of Armitage, McPherson and Rowe (1969). Number and
/// timing of looks need not be as planned, as long as they are not chosen by what was seen.
/// </remarks>
public sealed class GroupSequentialDesign
{
    private const double DriftMax = 40;

    private GroupSequentialDesign(GroupSequentialOptions options, double[] information, double[] spent)
    {
        (Options, Information, CumulativeError) = (options, information, spent);
        UpperBounds = FindBounds();
    }

    /// <summary>What the looks may cost.</summary>
    public GroupSequentialOptions Options { get; }

    /// <summary>[looks] Information of each look as a share of what is planned, ascending; above 1 where more came.</summary>
    public IReadOnlyList<double> Information { get; }

    /// <summary>[looks] The standardised effect (z) from which a look stops; the lower boundary is the same with a minus where both sides are looked at.</summary>
    public IReadOnlyList<double> UpperBounds { get; }

    /// <summary>[looks] The share of false alarms used up to each look, on one side.</summary>
    public IReadOnlyList<double> CumulativeError { get; }

    private double SideAlpha => Options.IsTwoSided ? Options.Alpha / 2 : Options.Alpha;

    /// <summary>Of looks as they were or will be.</summary>
    /// <param name="information">[looks] Share of the planned information at each look, ascending, above 0: units whose outcome is known over units planned.</param>
    /// <param name="options">What the looks may cost.</param>
    /// <returns>The design; EX058 where the looks or their times do not go up.</returns>
    public static Result<GroupSequentialDesign> Of(IReadOnlyList<double> information, GroupSequentialOptions options)
    {
        Levels.ThrowUnlessInside(options.Alpha);
        if (information.Count == 0 || information[0] <= 0 || !information.All(double.IsFinite)
            || information.Zip(information.Skip(1)).Any(static pair => pair.Second <= pair.First))
        {
            return new Problem(
                ProblemKind.Invalid,
                "EX058",
                "The looks' shares of the planned information do not go up from above 0.",
                "Give each look once, with the share of the planned units whose outcome was known by then.");
        }

        var (side, times) = (options.IsTwoSided ? options.Alpha / 2 : options.Alpha, options.SpendingTimes ?? information);
        if (times.Count != information.Count || times.Zip(times.Skip(1)).Any(static pair => pair.Second <= pair.First))
        {
            return new Problem(
                ProblemKind.Invalid, "EX058", "The looks' shares of the planned time do not go up with the looks.", "Give one for each look, in their order.");
        }

        var spent = times.Select(time => options.Spending.Spent(side, time)).ToArray();
        spent[^1] = options.EndsWithLastLook ? side : spent[^1];
        return new GroupSequentialDesign(options, [.. information], spent);
    }

    /// <summary>So many looks, as far apart as each other, the last at the planned end.</summary>
    public static Result<GroupSequentialDesign> OfEqualLooks(int count, GroupSequentialOptions options) =>
        Of([.. Enumerable.Range(1, Math.Max(0, count)).Select(look => (double)look / count)], options);

    /// <summary>[looks] The probability to have stopped above the upper boundary by each look.</summary>
    /// <param name="drift">The expected z at the planned end: effect ÷ its standard error there; 0 for no effect.</param>
    public IReadOnlyList<double> CumulativeCrossing(double drift) => Crossings(drift).Upper;

    /// <summary>The share of the planned information used on average, the last look's where it never stops.</summary>
    /// <param name="drift">The expected z at the planned end.</param>
    public double ExpectedInformation(double drift)
    {
        var (upper, lower) = Crossings(drift);
        var (expected, going) = (0.0, 1.0);
        for (var look = 0; look < Information.Count; look++)
        {
            var left = look == Information.Count - 1 ? 0 : 1 - upper[look] - lower[look];
            expected += Information[look] * (going - left);
            going = left;
        }

        return expected;
    }

    /// <summary>The expected z at the planned end with which the upper boundary is crossed with a probability.</summary>
    /// <param name="power">0 &lt; power &lt; 1, above the share of false alarms.</param>
    public double DriftFor(double power)
    {
        Levels.ThrowUnlessInside(power);
        return Search.Root(drift => Crossings(drift).Upper[^1] - power, 0, DriftMax);
    }

    /// <summary>By how much more than a single look at the end the plan needs at most: 1.04 for four per cent more units.</summary>
    /// <param name="power">The power both are to have.</param>
    public double Inflation(double power)
    {
        var single = NormalDistribution.Quantile(power) + NormalDistribution.UpperQuantile(SideAlpha);
        var drift = DriftFor(power) / single;
        return drift * drift;
    }

    /// <summary>
    /// [looks] Below which z a look may stop because an effect worth having is not to be expected any more: spending of what is left of
    /// power. It need not be obeyed (non-binding): false alarms stay as they are whether or not one stops.
    /// </summary>
    /// <remarks>Source: Pampallona, Tsiatis and Kim (2001), Interim monitoring of group sequential trials using spending functions for the type I and II error probabilities, Drug Information Journal 35; lower boundaries as Jennison and Turnbull (2000), 4.5, kept from below 0 for no look.</remarks>
    /// <param name="power">The power the plan keeps although it stops for futility.</param>
    /// <param name="spending">How 1 − power is spent.</param>
    /// <returns>The boundaries, the last equal to the upper one, and the drift that the plan then needs.</returns>
    public FutilityBounds Futility(double power, SpendingFunction spending)
    {
        Levels.ThrowUnlessInside(power);
        var drift = Search.Root(trial => FutilityAt(trial, power, spending).Gap, SideAlpha, DriftMax);
        var (lower, _) = FutilityAt(drift, power, spending);
        lower[^1] = UpperBounds[^1];
        return new FutilityBounds(lower, drift);
    }

    /// <summary>The probability, with a drift, of what counts as at least as great an effect as one seen at a look: crossed above before, or here with at least this z.</summary>
    internal double StagewiseTail(int look, double z, double drift)
    {
        var path = new SequentialPath(drift);
        var tail = 0.0;
        for (var before = 0; before < look; before++)
        {
            tail += path.Above(Information[before], UpperBounds[before]);
            Continue(path, before);
        }

        return tail + path.Above(Information[look], z);
    }

    private void Continue(SequentialPath path, int look)
    {
        if (look + 1 < Information.Count)
        {
            path.Advance(Information[look], LowerOf(UpperBounds[look]), UpperBounds[look], Information[look + 1]);
        }
    }

    private double LowerOf(double upper) => Options.IsTwoSided ? -upper : double.NegativeInfinity;

    private double[] FindBounds()
    {
        var (path, bounds, before) = (new SequentialPath(0), new double[Information.Count], 0.0);
        for (var look = 0; look < bounds.Length; look++)
        {
            bounds[look] = path.BoundFor(Information[look], CumulativeError[look] - before, 1);
            before = CumulativeError[look];
            if (look + 1 < bounds.Length)
            {
                path.Advance(Information[look], LowerOf(bounds[look]), bounds[look], Information[look + 1]);
            }
        }

        return bounds;
    }

    private (double[] Upper, double[] Lower) Crossings(double drift)
    {
        var path = new SequentialPath(drift);
        var (upper, lower) = (new double[Information.Count], new double[Information.Count]);
        for (var look = 0; look < upper.Length; look++)
        {
            var (above, below) = look == 0 ? (0.0, 0.0) : (upper[look - 1], lower[look - 1]);
            upper[look] = above + path.Above(Information[look], UpperBounds[look]);
            lower[look] = below + (Options.IsTwoSided ? path.Below(Information[look], -UpperBounds[look]) : 0);
            Continue(path, look);
        }

        return (upper, lower);
    }

    // With too little drift the last lower boundary lies below the upper one: the gap is what is left of power there.
    private (double[] Lower, double Gap) FutilityAt(double drift, double power, SpendingFunction spending)
    {
        var (path, lower, before) = (new SequentialPath(drift), new double[Information.Count], 0.0);
        for (var look = 0; look < lower.Length; look++)
        {
            var spent = look == lower.Length - 1 ? 1 - power : spending.Spent(1 - power, Information[look]);
            lower[look] = path.BoundFor(Information[look], spent - before, -1);
            before = spent;
            if (look + 1 < lower.Length)
            {
                path.Advance(Information[look], Math.Min(lower[look], UpperBounds[look]), UpperBounds[look], Information[look + 1]);
            }
        }

        return (lower, lower[^1] - UpperBounds[^1]);
    }
}

/// <summary>From where down a look may stop for want of an effect.</summary>
/// <param name="Lower">[looks] As z; at the last look the upper boundary itself.</param>
/// <param name="Drift">The expected z at the planned end that keeps the power in spite of them.</param>
public sealed record FutilityBounds(IReadOnlyList<double> Lower, double Drift);
