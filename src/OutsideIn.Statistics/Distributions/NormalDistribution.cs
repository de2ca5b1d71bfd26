namespace OutsideIn.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    private static readonly double[] CentreTop =
    [
        3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ];

    private static readonly double[] CentreBottom =
    [
        1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
        21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
    ];

    private static readonly double[] ShoulderTop =
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4,
    ];

    private static readonly double[] ShoulderBottom =
    [
        1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
        0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static readonly double[] TailTop =
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
        0.0265321895265761230930, 0.00124266094738807843860, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static readonly double[] TailBottom =
    [
        1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    // Cody's three ranges of z, lowest power first.
    private static readonly double[] NearTop =
    [
        18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287, 0.065682337918207449113,
    ];

    private static readonly double[] NearBottom =
    [
        45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1,
    ];

    private static readonly double[] MiddleTop =
    [
        9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711, 597.27027639480026226,
        93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764, 1.0765576773720192317e-8,
    ];

    private static readonly double[] MiddleBottom =
    [
        19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091, 6485.558298266760755,
        1519.377599407554805, 235.38790178262499861, 22.266688044328115691, 1,
    ];

    private static readonly double[] FarTop =
    [
        2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807, 0.1274011611602473639, 0.21589853405795699,
        0.02307344176494017303,
    ];

    private static readonly double[] FarBottom =
    [
        7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515, 0.468238212480865118, 1.28426009614491121, 1,
    ];

    private static readonly double RootTwoPi = Math.Sqrt(2 * Math.PI);

    /// <summary>The z with Φ(z) = p; 0 &lt; p &lt; 1. For a p close to 1 <see cref="UpperQuantile"/> keeps more digits.</summary>
    /// <remarks>Source: Wichura (1988), Algorithm AS 241, The percentage points of the normal distribution, Applied Statistics 37(3), PPND16.</remarks>
    public static double Quantile(double p)
    {
        var fromCentre = p - 0.5;
        if (Math.Abs(fromCentre) <= 0.425)
        {
            var r = 0.180625 - (fromCentre * fromCentre);
            return fromCentre * Polynomial(CentreTop, r) / Polynomial(CentreBottom, r);
        }

        var tail = Math.Sqrt(-Math.Log(fromCentre < 0 ? p : 1 - p));
        var z = tail <= 5
            ? Polynomial(ShoulderTop, tail - 1.6) / Polynomial(ShoulderBottom, tail - 1.6)
            : Polynomial(TailTop, tail - 5) / Polynomial(TailBottom, tail - 5);
        return fromCentre < 0 ? -z : z;
    }

    /// <summary>The z that leaves <paramref name="tail"/> above; 0 &lt; tail &lt; 1. Keeps its digits for the smallest tails.</summary>
    /// <param name="tail">The probability above.</param>
    public static double UpperQuantile(double tail) => 0 - Quantile(tail);

    /// <summary>Φ(z), the probability of at most <paramref name="z"/>, to its last digits however far out.</summary>
    public static double Cumulative(double z) => UpperTail(-z);

    /// <summary>1 − Φ(z), the probability of more than <paramref name="z"/>, to its last digits however far out.</summary>
    /// <remarks>Source: Cody (1969), Rational Chebyshev approximations for the error function, Mathematics of Computation 23, in the ranges of his Algorithm 715 (1993).</remarks>
    public static double UpperTail(double z)
    {
        var size = Math.Abs(z);
        if (size <= 0.67448975)
        {
            var square = z * z;
            return 0.5 - (z * Polynomial(NearTop, square) / Polynomial(NearBottom, square));
        }

        var tail = size > 39 ? 0 : Bell(size) * Mills(size);
        return z > 0 ? tail : 1 - tail;
    }

    /// <summary>ln(1 − Φ(z)): for tails too small for a double.</summary>
    /// <inheritdoc cref="UpperTail" path="/remarks"/>
    public static double LogUpperTail(double z) =>
        z > 1 ? Math.Log(Mills(z)) - (z * z / 2)
        : z < -1 ? SmallNumbers.LogOnePlus(-UpperTail(-z))
        : Math.Log(UpperTail(z));

    /// <summary>The density at <paramref name="z"/>.</summary>
    public static double Density(double z) => Math.Exp(-0.5 * z * z) / RootTwoPi;

    /// <summary>The z that leaves half of 1 − level on either side.</summary>
    public static double TwoSided(double level) => UpperQuantile((1 - level) / 2);

    // The tail above z > 0.67 over e^(−z²/2).
    private static double Mills(double z)
    {
        if (z <= 5.656854249492381)
        {
            return Polynomial(MiddleTop, z) / Polynomial(MiddleBottom, z);
        }

        var y = 1 / (z * z);
        return ((1 / RootTwoPi) - (y * Polynomial(FarTop, y) / Polynomial(FarBottom, y))) / z;
    }

    // e^(−z²/2) without the rounding of z²: the part of z in sixteenths squares exactly.
    private static double Bell(double z)
    {
        var coarse = Math.Truncate(z * 16) / 16;
        return Math.Exp(-0.5 * coarse * coarse) * Math.Exp(-0.5 * (z - coarse) * (z + coarse));
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        var value = 0.0;
        for (var power = coefficients.Length - 1; power >= 0; power--)
        {
            value = (value * x) + coefficients[power];
        }

        return value;
    }
}
