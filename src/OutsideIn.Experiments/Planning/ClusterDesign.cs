using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Units that are given an arm in teams: what their likeness costs, answered in teams. Immutable.</summary>
/// <remarks>Source: Donner and Klar (2000), Design and Analysis of Cluster Randomization Trials, chapter 5; unequal sizes as Eldridge, Ashby and Kerry (2006), International Journal of Epidemiology 35.</remarks>
/// <param name="Size">Mean number of rows (cases, answers) of a team, &gt; 0.</param>
/// <param name="Likeness">The intraclass correlation: which share of the variance lies between teams, 0 to 1.</param>
/// <param name="SizeVariation">Standard deviation of the teams' sizes over their mean, ≥ 0; 0 for equal ones.</param>
public sealed record ClusterDesign(double Size, double Likeness, double SizeVariation = 0)
{
    private const int TeamsMax = 1_000_000;
    private const string Method = "t test on team means";

    // Shares such as 0.3 ÷ 0.6 miss a whole number by a last bit.
    private const double Rounding = 1e-9;

    /// <summary>By what factor more rows are needed than if each row were given an arm by itself.</summary>
    public double DesignEffect => 1 + (((((SizeVariation * SizeVariation) + 1) * Size) - 1) * Likeness);

    /// <summary>How many teams each arm needs, however many rows that is.</summary>
    /// <param name="rows">Units needed if each row were given an arm by itself, of the z test, from <see cref="PowerAnalysis"/>.</param>
    /// <param name="target">How sure, and the ratio of the arms; the same that <paramref name="rows"/> was asked with.</param>
    /// <returns>Whole teams, at least 2 an arm, in the ratio asked for; <c>EX023</c> where a figure of the design is not above 0; <c>EX024</c> where no number of teams is enough.</returns>
    /// <remarks>
    /// The teams' means are compared by a t test with (teams of both arms − 2) degrees of freedom, so that few teams pay for being few.
    /// Of unequal arms the harmonic mean counts, k₁ k₂ ÷ (k₁ + k₂) (Donner and Klar 2000, §5.3).
    /// </remarks>
    public Result<SampleSize> Teams(SampleSize rows, PowerTarget target)
    {
        if (Wrong(rows) is { } problem)
        {
            return problem;
        }

        var (low, high) = (1, 2);
        while (Power(rows, Arms(high, target), target) < target.Power)
        {
            (low, high) = (high, high * 2);
            if (high > TeamsMax)
            {
                return PowerProblems.TooFewTeams("More than a million teams would be needed.");
            }
        }

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Power(rows, Arms(middle, target), target) < target.Power ? (middle, high) : (low, middle);
        }

        return Arms(high, target);
    }

    /// <summary>The chance of seeing the effect with so many teams.</summary>
    /// <param name="rows">Units needed if each row were given an arm by itself, of the z test.</param>
    /// <param name="teams">Teams of each arm, ≥ 2.</param>
    /// <param name="target">How sure; the same that <paramref name="rows"/> was asked with.</param>
    /// <returns>0 to 1; <c>EX023</c> where a figure of the design is not above 0; <c>EX024</c> with fewer than two teams in an arm.</returns>
    public Result<double> PowerOf(SampleSize rows, (int Control, int Treatment) teams, PowerTarget target) =>
        (Wrong(rows) ?? (Math.Min(teams.Control, teams.Treatment) < 2
            ? PowerProblems.TooFewTeams($"{Math.Min(teams.Control, teams.Treatment)} team in an arm has no spread to be judged by.")
            : null)) is { } problem
            ? problem
            : Power(rows, new SampleSize(teams.Control, teams.Treatment, Method), target);

    /// <summary>The least effect so many teams can ever show, however many rows each of them has, as a multiple of one team's deviation from another.</summary>
    /// <param name="teams">Teams of the control, ≥ 2.</param>
    /// <param name="target">How sure, and the ratio of the arms.</param>
    /// <returns>In standard deviations of one row, above 0; <c>EX024</c> with fewer than two teams an arm.</returns>
    /// <remarks>With endless rows a team's mean still varies by √likeness; only more teams help then.</remarks>
    public Result<double> LeastEffect(int teams, PowerTarget target)
    {
        if (teams < 2)
        {
            return PowerProblems.TooFewTeams($"{teams} team in an arm has no spread to be judged by.");
        }

        return PowerAnalysis.MeansMinimumEffect(1, teams, target).Then<double>(least => least * Math.Sqrt(Likeness));
    }

    // Noncentrality grows as the teams do: at as many as the z test needs it is the squared sum of both z.
    private double Power(SampleSize rows, SampleSize teams, PowerTarget target)
    {
        var degrees = teams.Total - 2;
        var needed = rows.Control * DesignEffect / Size * target.Ratio / (1 + target.Ratio);
        var bound = StudentTDistribution.UpperQuantile(target.Alpha / 2, degrees);
        return NoncentralTails.F(bound * bound, 1, degrees, target.Squared * (teams.Control * teams.Treatment / teams.Total) / needed);
    }

    private static SampleSize Arms(int control, PowerTarget target) => new(control, Math.Max(2, Math.Ceiling((control * target.Ratio) - Rounding)), Method);

    private Problem? Wrong(SampleSize rows) =>
        !(Size > 0) ? PowerProblems.NotPositive("The size of a team", Size)
        : !(Likeness is >= 0 and <= 1) ? PowerProblems.NotAShare(Likeness)
        : !(rows.Control > 0) ? PowerProblems.NotPositive("The number of rows", rows.Control)
        : null;
}
