namespace OutsideIn.Statistics;

/// <summary>Score statistics of two shares under a given difference or ratio, and the intervals they leave.</summary>
/// <remarks>
/// Source: Miettinen and Nurminen (1985), Comparative analysis of two rates, Statistics in Medicine 4; without the factor N / (N − 1)
/// the interval is Mee's (1984), Biometrics 40.
/// </remarks>
internal readonly struct ShareScores(CountedShare control, CountedShare treatment, bool isMee)
{
    private const int Halvings = 80;
    private readonly double _factor = isMee ? 1 : (double)(control.Whole + treatment.Whole) / (control.Whole + treatment.Whole - 1);

    /// <summary>Every difference treatment − control whose score is at most z from 0.</summary>
    public Interval Differences(double z)
    {
        var value = treatment.Value - control.Value;
        return new Interval(Cross(Difference, -1, value, z), Cross(Difference, value, 1, -z));
    }

    /// <summary>Every ratio treatment ÷ control whose score is at most z from 0; without bound above where the control has none.</summary>
    public Interval Ratios(double z)
    {
        var centre = control.Part > 0 && treatment.Part > 0 ? Math.Log(treatment.Value / control.Value) : 0;
        return new Interval(
            treatment.Part == 0 ? 0 : Math.Exp(Cross(LogRatio, centre - 45, control.Part == 0 ? 45 : centre, z)),
            control.Part == 0 ? double.PositiveInfinity : Math.Exp(Cross(LogRatio, treatment.Part == 0 ? -45 : centre, centre + 45, -z)));
    }

    /// <summary>How many standard errors the data lie above a difference.</summary>
    public double Difference(double difference)
    {
        var first = LikeliestControl(difference);
        var second = Math.Clamp(first + difference, 0, 1);
        var variance = Spread(first, control.Whole) + Spread(second, treatment.Whole);
        var gap = treatment.Value - control.Value - difference;
        return gap == 0 ? 0 : gap / Math.Sqrt(variance * _factor);
    }

    private double LogRatio(double logRatio)
    {
        var ratio = Math.Exp(logRatio);
        double n = control.Whole + treatment.Whole;

        // The likeliest control share is the smaller root of a quadratic.
        var (a, c) = (ratio * n, (double)(control.Part + treatment.Part));
        var b = treatment.Part + (ratio * control.Part) + control.Whole + (ratio * treatment.Whole);
        var first = Math.Min(1, 2 * c / (b + Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c)))));
        var second = Math.Min(1, ratio * first);
        var variance = (ratio * ratio * Spread(first, control.Whole)) + Spread(second, treatment.Whole);
        var gap = treatment.Value - (ratio * control.Value);
        return gap == 0 ? 0 : gap / Math.Sqrt(variance * _factor);
    }

    // The slope of the likelihood falls all the way, so its zero is found by halving; at an end of the range there may be none.
    private double LikeliestControl(double difference)
    {
        var (low, high) = (Math.Max(0, -difference), Math.Min(1, 1 - difference));
        for (var step = 0; step < Halvings && high > low; step++)
        {
            var middle = (low + high) / 2;
            if (middle == low || middle == high)
            {
                break;
            }

            var slope = Slope(control, middle) + Slope(treatment, middle + difference);
            (low, high) = slope > 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Slope(CountedShare arm, double share) =>
        (arm.Part > 0 ? arm.Part / share : 0) - (arm.Rest > 0 ? arm.Rest / (1 - share) : 0);

    private static double Spread(double share, long whole) => share * (1 - share) / whole;

    // The score falls with the value it is asked for.
    private static double Cross(Func<double, double> score, double low, double high, double z)
    {
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            if (middle == low || middle == high)
            {
                break;
            }

            (low, high) = score(middle) > z ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
