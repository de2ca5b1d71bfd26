using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>How a share of false alarms is spent over looks: how much of it may have been used by a share of the information. Immutable.</summary>
/// <remarks>Source: Lan and DeMets (1983), Discrete sequential boundaries for clinical trials, Biometrika 70(3); Hwang, Shih and De Cani (1990), Statistics in Medicine 9(12), for the family of that name; Kim and DeMets (1987), Biometrika 74(1), for powers.</remarks>
public sealed record SpendingFunction
{
    private const double PowerMax = 20;

    private readonly Func<double, double, double> _spent;

    private SpendingFunction(string name, Func<double, double, double> spent) => (Name, _spent) = (name, spent);

    /// <summary>Almost nothing early, almost everything at the end: an early stop needs overwhelming data, and the last look hardly pays for the others.</summary>
    public static SpendingFunction OBrienFleming { get; } = new(
        "O'Brien-Fleming",
        static (alpha, time) => 2 * NormalDistribution.UpperTail(NormalDistribution.UpperQuantile(alpha / 2) / Math.Sqrt(time)));

    /// <summary>About as much at each look: stops early more easily and pays for it at the end.</summary>
    public static SpendingFunction Pocock { get; } = new("Pocock", static (alpha, time) => alpha * Math.Log(1 + ((Math.E - 1) * time)));

    /// <summary>Its name, as a plan writes it.</summary>
    public string Name { get; }

    /// <summary>The family between the two: −4 is close to O'Brien and Fleming, 1 to Pocock.</summary>
    /// <param name="gamma">Finite; 0 spends in proportion to time.</param>
    public static SpendingFunction HwangShihDeCani(double gamma)
    {
        if (!double.IsFinite(gamma))
        {
            throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "Must be finite.");
        }

        return new(
            FormattableString.Invariant($"Hwang-Shih-DeCani {gamma:0.##}"),
            (alpha, time) => gamma == 0 ? alpha * time : alpha * SmallNumbers.ExpLessOne(-gamma * time) / SmallNumbers.ExpLessOne(-gamma));
    }

    /// <summary>A power of time: 1 spends in proportion to it, 3 is close to O'Brien and Fleming.</summary>
    /// <param name="exponent">0 &lt; exponent ≤ 20.</param>
    public static SpendingFunction Power(double exponent)
    {
        if (exponent is not (> 0 and <= PowerMax))
        {
            throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "Must lie above 0 and be at most 20.");
        }

        return new(FormattableString.Invariant($"power {exponent:0.##}"), (alpha, time) => alpha * Math.Pow(time, exponent));
    }

    /// <summary>The function a plan names: <c>O'Brien-Fleming</c> or <c>Pocock</c>, whatever its letters' case.</summary>
    /// <returns>The function; EX057 for another name.</returns>
    public static Result<SpendingFunction> Named(string name)
    {
        SpendingFunction[] known = [OBrienFleming, Pocock];
        return known.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found
            : new Problem(ProblemKind.Invalid, "EX057", $"“{name}” is no way to spend error over looks.", "Write O'Brien-Fleming or Pocock.");
    }

    /// <summary>How much of <paramref name="alpha"/> may have been spent, as a tail that keeps its digits however small it is.</summary>
    /// <param name="alpha">The whole of it, 0 &lt; alpha &lt; 1: on one side.</param>
    /// <param name="time">The share of the planned information that is there; held within 0 and 1.</param>
    public double Spent(double alpha, double time) => time switch
    {
        <= 0 => 0,
        >= 1 => alpha,
        _ => Math.Min(alpha, _spent(alpha, time)),
    };
}
