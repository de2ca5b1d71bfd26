namespace OutsideIn.Statistics;

/// <summary>An effect whose interval can be made anew at any tail: its value and so many standard errors, plain or as a factor.</summary>
internal sealed class RemakeableEffect
{
    private readonly double _value;
    private readonly double _error;
    private readonly double _degrees;
    private readonly double _offset;
    private readonly bool _isLog;

    private RemakeableEffect(EffectEstimate effect, bool isLog)
    {
        _isLog = isLog;
        _offset = effect.Scale == EffectScale.Relative && isLog ? 1 : 0;
        (_value, _error, _degrees) = (effect.Value!.Value + _offset, effect.StandardError!.Value, effect.Degrees ?? double.PositiveInfinity);
        None = effect.Scale == EffectScale.Ratio ? 1 : 0;
    }

    /// <summary>The value of no effect.</summary>
    public double None { get; }

    /// <summary>How often an effect at least so high would be seen where there is none: small where it is shown to be above.</summary>
    public double TailBelow => StudentTDistribution.UpperTail(Distance, _degrees);

    /// <summary>The same for an effect at least so low.</summary>
    public double TailAbove => StudentTDistribution.UpperTail(-Distance, _degrees);

    /// <summary>The effect as it can be remade, or null where its own interval is not one of this kind.</summary>
    public static RemakeableEffect? Of(EffectEstimate effect)
    {
        if (effect is not { Value: { } value, StandardError: > 0, Interval: { } interval })
        {
            return null;
        }

        var isLog = effect.Scale == EffectScale.Ratio
            || (effect.Scale == EffectScale.Relative && Math.Abs(interval.High + interval.Low - (2 * value)) > 1e-9 * (interval.High - interval.Low));
        if (isLog && value <= (effect.Scale == EffectScale.Relative ? -1 : 0))
        {
            return null;
        }

        var (made, tail) = (new RemakeableEffect(effect, isLog), (1 - effect.Level) / 2);
        var slack = 1e-6 * (interval.High - interval.Low);
        return Math.Abs(made.Low(tail) - interval.Low) <= slack && Math.Abs(made.High(tail) - interval.High) <= slack ? made : null;
    }

    public double Low(double tail) => At(-StudentTDistribution.UpperQuantile(tail, _degrees));

    public double High(double tail) => At(StudentTDistribution.UpperQuantile(tail, _degrees));

    private double Distance => (_isLog ? Math.Log(_value / (None + _offset)) : _value - None) / _error;

    private double At(double errors) => (_isLog ? _value * Math.Exp(errors * _error) : _value + (errors * _error)) - _offset;
}
