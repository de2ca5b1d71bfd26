using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Which effects count against the assumption that there is none.</summary>
public enum Alternative
{
    /// <summary>Either way.</summary>
    TwoSided,

    /// <summary>Treatment above control; the interval has no upper end.</summary>
    Greater,

    /// <summary>Treatment below control; the interval has no lower end.</summary>
    Less,
}

/// <summary>How the interval of a relative effect is made.</summary>
public enum RelativeInterval
{
    /// <summary>On the scale of ln(treatment ÷ control) and back: not symmetric, holds what it promises from about five events an arm. Needs positive means.</summary>
    LogScale,

    /// <summary>Symmetric about the effect, by the delta method: too narrow on one side where control is small (see docs/methods.md).</summary>
    Delta,
}

/// <summary>What is asked of a comparison. Immutable.</summary>
public sealed record ComparisonOptions
{
    /// <summary>A difference at 95 %, either way.</summary>
    public static ComparisonOptions Default { get; } = new();

    /// <summary>In what the effect is counted.</summary>
    /// <value>A difference in the outcome's unit.</value>
    public EffectScale Scale { get; init; }

    /// <summary>Confidence level of the interval, 0 &lt; level &lt; 1.</summary>
    /// <value>0.95.</value>
    public double Level { get; init; } = 0.95;

    /// <summary>Which effects count.</summary>
    /// <value>Either way.</value>
    public Alternative Alternative { get; init; }

    /// <summary>How the interval of a relative effect is made.</summary>
    /// <value>On the log scale.</value>
    public RelativeInterval Relative { get; init; }
}
