using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What the outcome of one arm adds up to: all that a comparison needs of it. Immutable; parts of an arm add up.</summary>
public abstract record ArmSums
{
    /// <summary>Units of the arm: what was randomised, not rows.</summary>
    public abstract double Count { get; }

    /// <summary>What is compared, for the name of the method: "means", "shares" …</summary>
    internal abstract string Figure { get; }

    /// <summary>Both arms as means with variances, this one as control.</summary>
    /// <returns>The pair; EX032 where a ratio has no denominator; EX033 where the arms are of different kinds.</returns>
    internal abstract Result<ArmPair> With(ArmSums treatment);

    /// <summary>The refusal of arms that cannot be compared with each other.</summary>
    private protected Result<ArmPair> Unlike(ArmSums treatment) => new Problem(
        ProblemKind.Invalid, "EX033", $"One arm has {Figure} and the other {treatment.Figure}.", "Compute the same sums for both arms.");
}

/// <summary>A yes/no outcome: so many successes among so many units.</summary>
/// <param name="Successes">0 ≤ successes ≤ units.</param>
/// <param name="Units">How many units, ≥ 0.</param>
public sealed record ShareSums(double Successes, double Units) : ArmSums
{
    /// <inheritdoc/>
    public override double Count => Units;

    /// <summary>The share; NaN where there are no units.</summary>
    public double Share => Successes / Units;

    internal override string Figure => "shares";

    /// <summary>Both parts of an arm together.</summary>
    public static ShareSums operator +(ShareSums left, ShareSums right) => new(left.Successes + right.Successes, left.Units + right.Units);

    internal override Result<ArmPair> With(ArmSums treatment) =>
        treatment is ShareSums other ? ArmPair.Of(Mean, other.Mean) : Unlike(treatment);

    private ArmMean Mean => new(Units, Share, Share * (1 - Share), Share);
}

/// <summary>A number for each unit.</summary>
/// <param name="Values">Count, mean and squared deviations over the units.</param>
public sealed record MeanSums(Moments Values) : ArmSums
{
    /// <inheritdoc/>
    public override double Count => Values.Count;

    internal override string Figure => "means";

    /// <summary>Both parts of an arm together.</summary>
    public static MeanSums operator +(MeanSums left, MeanSums right) => new(left.Values + right.Values);

    internal override Result<ArmPair> With(ArmSums treatment) =>
        treatment is MeanSums other ? ArmPair.Of(ArmMean.Of(Values), ArmMean.Of(other.Values)) : Unlike(treatment);
}
