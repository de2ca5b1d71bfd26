using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>An estimate seen on the scale it is symmetrical on, so that its interval can be read at a look's boundary instead of 1.96.</summary>
/// <remarks>Each side keeps its own error, so that score and exact intervals stay what they are.</remarks>
internal sealed class EffectCurve
{
    private readonly EffectEstimate _estimate;
    private readonly bool _isLogarithmic;
    private readonly double _at;
    private readonly double _errorBelow;
    private readonly double _errorAbove;

    private EffectCurve(EffectEstimate estimate, double value, Interval interval)
    {
        _estimate = estimate;
        _isLogarithmic = estimate.Scale == EffectScale.Ratio || (estimate.Scale == EffectScale.Relative && IsSymmetricInLogarithms(value, interval));
        _at = Forth(value);
        var reach = Critical(NormalDistribution.TwoSided(estimate.Level));
        (_errorBelow, _errorAbove) = ((_at - Forth(interval.Low)) / reach, (Forth(interval.High) - _at) / reach);
        Z = Deviation();
    }

    /// <summary>The normal deviate with the estimate's own p-value, below 0 where treatment is below control.</summary>
    public double Z { get; }

    /// <summary>The estimate's curve; null where it has no value or no interval.</summary>
    public static EffectCurve? Of(EffectEstimate estimate) =>
        estimate is { Value: { } value, Interval: { } interval } && double.IsFinite(value) ? new EffectCurve(estimate, value, interval) : null;

    /// <summary>No effect on a scale.</summary>
    public static double NothingOn(EffectScale scale) => scale == EffectScale.Ratio ? 1 : 0;

    /// <summary>The interval whose ends lie so many normal deviates away.</summary>
    public Interval At(double deviates)
    {
        var reach = Critical(deviates);
        return new Interval(Back(_at - (reach * _errorBelow)), Back(_at + (reach * _errorAbove)));
    }

    /// <summary>The effect that a corrected deviate stands for, where the measured one stands for the measured effect.</summary>
    public double Corrected(double deviate) => Z == 0 ? Back(_at) : Back(_at * (deviate / Z));

    private static bool IsSymmetricInLogarithms(double value, Interval interval)
    {
        var (below, at, above) = (SmallNumbers.LogOnePlus(interval.Low), SmallNumbers.LogOnePlus(value), SmallNumbers.LogOnePlus(interval.High));
        return double.IsFinite(below) && double.IsFinite(above)
            && Skew(below, at, above) < Skew(interval.Low, value, interval.High);
    }

    private static double Skew(double below, double at, double above) => Math.Abs((above - at) - (at - below)) / (above - below);

    private double Forth(double value) =>
        !_isLogarithmic ? value : _estimate.Scale == EffectScale.Ratio ? Math.Log(value) : SmallNumbers.LogOnePlus(value);

    private double Back(double value) =>
        !_isLogarithmic ? value : _estimate.Scale == EffectScale.Ratio ? Math.Exp(value) : SmallNumbers.ExpLessOne(value);

    // With few units the boundary is reached in Student's tail: the same probability, further out.
    private double Critical(double deviates) =>
        _estimate.Degrees is { } degrees ? StudentTDistribution.UpperQuantile(NormalDistribution.UpperTail(deviates), degrees) : deviates;

    private double Deviation()
    {
        var error = _at > 0 ? _errorBelow : _errorAbove;
        var side = Math.Sign(_at);
        if (_estimate.PValue is { } p and > 0)
        {
            return side * NormalDistribution.UpperQuantile(Math.Min(p, 1) / 2);
        }

        return !(error > 0) || double.IsInfinity(error) ? 0 : _at / error;
    }
}
