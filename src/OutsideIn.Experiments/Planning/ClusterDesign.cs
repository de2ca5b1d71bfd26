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

    /// <summary>By what factor more rows are needed than if each row were given an arm by itself.</summary>
    public double DesignEffect => 1 + (((((SizeVariation * SizeVariation) + 1) * Size) - 1) * Likeness);

    /// <summary>How many teams an arm needs, however many rows that is.</summary>
    /// <param name="rows">Units needed if each row were given an arm by itself, of the z test, from <see cref="PowerAnalysis"/>; arms of equal size.</param>
    /// <param name="target">How sure; the same that <paramref name="rows"/> was asked with.</param>
    /// <returns>Whole teams per arm, at least 2; <c>EX023</c> where a figure of the design is not above 0; <c>EX024</c> where no number of teams is enough.</returns>
    /// <remarks>The teams' means are compared by a t test with 2 (teams − 1) degrees of freedom, so that few teams pay for being few.</remarks>
    public Result<int> Teams(SampleSize rows, PowerTarget target)
    {
        if (Wrong(rows) is { } problem)
        {
            return problem;
        }

        var (low, high) = (1, 2);
        while (Power(rows, high, target) < target.Power)
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
            (low, high) = Power(rows, middle, target) < target.Power ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The chance of seeing the effect with so many teams an arm.</summary>
    /// <param name="rows">Units needed if each row were given an arm by itself, of the z test.</param>
    /// <param name="teams">Teams per arm, ≥ 2.</param>
    /// <param name="target">How sure; the same that <paramref name="rows"/> was asked with.</param>
    /// <returns>0 to 1; <c>EX023</c> where a figure of the design is not above 0; <c>EX024</c> with fewer than two teams an arm.</returns>
    public Result<double> PowerOf(SampleSize rows, int teams, PowerTarget target) =>
        (Wrong(rows) ?? (teams < 2 ? PowerProblems.TooFewTeams($"{teams} team in an arm has no spread to be judged by.") : null)) is { } problem
            ? problem
            : Power(rows, teams, target);

    /// <summary>The least effect so many teams can ever show, however many rows each of them has, as a multiple of one team's deviation from another.</summary>
    /// <param name="teams">Teams per arm, ≥ 2.</param>
    /// <param name="target">How sure.</param>
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
    private double Power(SampleSize rows, int teams, PowerTarget target)
    {
        var (needed, degrees) = (rows.Control * DesignEffect / Size, 2.0 * (teams - 1));
        var bound = StudentTDistribution.UpperQuantile(target.Alpha / 2, degrees);
        return NoncentralTails.F(bound * bound, 1, degrees, target.Squared * teams / needed);
    }

    private Problem? Wrong(SampleSize rows) =>
        !(Size > 0) ? PowerProblems.NotPositive("The size of a team", Size)
        : !(Likeness is >= 0 and <= 1) ? PowerProblems.NotAShare(Likeness)
        : !(rows.Control > 0) ? PowerProblems.NotPositive("The number of rows", rows.Control)
        : null;
}
