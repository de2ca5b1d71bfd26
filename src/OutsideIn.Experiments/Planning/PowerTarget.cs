using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>How sure an experiment shall be. Immutable.</summary>
public sealed record PowerTarget
{
    private readonly double _alpha = 0.05;
    private readonly double _power = 0.8;
    private readonly double _ratio = 1;

    /// <summary>Share of false alarms, two-sided, 0 &lt; alpha &lt; 1. A one-sided question (non-inferiority) takes half of it.</summary>
    /// <value>0.05.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is outside (0, 1).</exception>
    public double Alpha
    {
        get => _alpha;
        init
        {
            Levels.ThrowUnlessInside(value);
            _alpha = value;
        }
    }

    /// <summary>The chance of seeing the effect, 0 &lt; power &lt; 1.</summary>
    /// <value>0.8.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is outside (0, 1).</exception>
    public double Power
    {
        get => _power;
        init
        {
            Levels.ThrowUnlessInside(value);
            _power = value;
        }
    }

    /// <summary>Units of the treatment for each of the control, &gt; 0.</summary>
    /// <value>1.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public double Ratio
    {
        get => _ratio;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _ratio = value;
        }
    }

    /// <summary>The z that leaves half of alpha above.</summary>
    internal double AlphaZ => NormalDistribution.UpperQuantile(Alpha / 2);

    /// <summary>The sum of both z, squared: what every closed form of a sample size begins with.</summary>
    internal double Squared => (AlphaZ + PowerZ) * (AlphaZ + PowerZ);

    internal double PowerZ => NormalDistribution.UpperQuantile(1 - Power);

    /// <summary>The target each outcome needs so that all of several are shown together with the power asked for.</summary>
    /// <param name="guardrails">How many guardrails must hold beside the primary outcome, ≥ 0.</param>
    /// <returns>The same with a power of 1 − (1 − power) ÷ (guardrails + 1); alpha is not split, since all have to hold.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <remarks>Source: Schultzberg, Ankargren and Frånberg (2024), Risk-aware product decisions in A/B tests with multiple metrics, arXiv 2402.11609.</remarks>
    public PowerTarget WithGuardrails(int guardrails)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(guardrails);
        return this with { Power = 1 - ((1 - Power) / (guardrails + 1)) };
    }
}
