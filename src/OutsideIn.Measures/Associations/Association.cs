using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures;

/// <summary>How a piece of work and the attainment of something go together, as a difference of shares. An association, never a cause. Immutable.</summary>
/// <param name="Landmark">The instant after the start of a case at which the two sides are told apart, in the unit of the times.</param>
/// <param name="Cases">Cases whose answer was not yet certain then: all that is compared.</param>
/// <param name="CertainBefore">Cases whose answer was certain by then, or that have not been known for so long: no part of it.</param>
/// <param name="With">Share that attained it of those in which the work had been done by then.</param>
/// <param name="Without">The same of the others.</param>
/// <param name="Crude">The difference of the two, as they are.</param>
/// <param name="Standardised">The difference within strata of equal confounders, weighed by their size; null where no stratum has enough cases of both sides.</param>
/// <param name="CoveredShare">Share of the cases that stand in strata with enough cases of both sides; the standardised difference speaks of these.</param>
/// <param name="StrataUsed">How many strata those are.</param>
/// <param name="StrataSparse">How many strata have too few of one side.</param>
/// <param name="Regression">The difference by a regression on the confounders; null where they determine whether the work is done.</param>
public sealed record Association(
    double Landmark, int Cases, int CertainBefore, Estimate With, Estimate Without, DifferenceEstimate Crude,
    DifferenceEstimate? Standardised, double CoveredShare, int StrataUsed, int StrataSparse, DifferenceEstimate? Regression)
{
    /// <summary>Least number of cases with a certain answer on each side.</summary>
    public const int LeastOnEachSide = 10;

    /// <summary>Least number of cases with a certain answer on each side of a stratum.</summary>
    public const int LeastInStratum = 5;

    // Nine of ten that ever do the work have done it by the landmark. An earlier one would count more of those that do it later as
    // without it, a later one would leave fewer cases undecided.
    private const double LandmarkShare = 0.9;

    /// <summary>The landmark of a piece of work: the time by which nine of ten of the cases in which it was done had had it done for the first time.</summary>
    /// <param name="doneAfter">[cases] How long after its start it was first done; infinite where never.</param>
    /// <returns>The time; null where it was never done.</returns>
    public static double? LandmarkOf(ReadOnlySpan<double> doneAfter)
    {
        var done = doneAfter.ToArray().Where(double.IsFinite).ToArray();
        Array.Sort(done);
        return done.Length == 0 ? null : done[(int)Math.Ceiling(LandmarkShare * done.Length) - 1];
    }

    /// <summary>Compares the cases in which a piece of work had been done by a landmark with the others.</summary>
    /// <remarks>
    /// Only cases whose answer is not certain by the landmark are compared, and what is done later counts as not done, which makes a
    /// difference rather too small than too great: otherwise those who
    /// take long would have had more time for the work to be done (immortal time; Anderson, Cain and Gelber 1983, Analysis of survival
    /// by tumor response, Journal of Clinical Oncology 1). Open cases stay in by inverse weights of the probability, by product limit on
    /// each side, that an answer so late is seen (Robins and Finkelstein 2000, Biometrics 56; a weight is at most 20); this assumes that
    /// open cases go on like those of their side observed longer. Without open cases every weight is 1 and the shares are plain ones.
    /// Standardised: direct standardisation to the cases compared (Rothman, Greenland and Lash 2008, Modern epidemiology, ch. 15).
    /// Regression: linear, main effects of the confounders, robust errors. O(cases + strata × columns²).
    /// </remarks>
    /// <param name="cases">The cases.</param>
    /// <param name="doneAfter">[cases] How long after its start the work was first done; infinite where never.</param>
    /// <param name="landmark">When the sides are told apart; see <see cref="LandmarkOf"/>.</param>
    /// <param name="level">Confidence level of every interval, 0 &lt; level &lt; 1.</param>
    /// <returns>The association, or <c>ME060</c> where too few cases are on one of the sides.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Result<Association> Of(
        AttainmentCases cases, ReadOnlySpan<double> doneAfter, double landmark, double level = ProportionInterval.DefaultLevel)
    {
        ArgumentNullException.ThrowIfNull(cases);
        Levels.ThrowUnlessInside(level);
        if (doneAfter.Length != cases.CaseCount)
        {
            throw new ArgumentException($"There are {cases.CaseCount} cases but {doneAfter.Length} times of the work.", nameof(doneAfter));
        }

        var table = AssociationTable.Of(cases, doneAfter, landmark);
        var (with, without) = (table.Side(isDone: true), table.Side(isDone: false));
        if (with.Decided.Count < LeastOnEachSide || without.Decided.Count < LeastOnEachSide)
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "ME060",
                $"Of the cases not yet certain when the sides are told apart, {with.Decided.Count} with the work and {without.Decided.Count} without it have an answer; at least {LeastOnEachSide} of each are needed.",
                "Widen the filter or the period, or look at work that is done earlier and not in every case.");
        }

        var crude = ShareDifference.Of(with.Weighed, without.Weighed, level, table.Cases);
        var standard = Standardisation.Of(table, level);
        return new Association(
            landmark, table.Cases, table.CertainBefore, with.ToEstimate(level), without.ToEstimate(level), crude,
            standard.Difference, standard.CoveredShare, standard.Used, standard.Sparse, AdjustingRegression.Of(table, cases.Strata, level));
    }
}
