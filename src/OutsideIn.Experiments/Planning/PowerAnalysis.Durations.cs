using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <content>Durations with open cases, and rates.</content>
public static partial class PowerAnalysis
{
    /// <summary>How many cases must end in all to see a hazard ratio by the log-rank test.</summary>
    /// <param name="hazardRatio">Treatment to control, &gt; 0; above 1 is faster.</param>
    /// <param name="target">How sure.</param>
    /// <returns>Ended cases of both arms together; <c>EX020</c> at a ratio of 1; <c>EX023</c> where it is not above 0.</returns>
    /// <remarks>Source: Schoenfeld (1983), Sample-size formula for the proportional-hazards regression model, Biometrics 39.</remarks>
    public static Result<double> EndedCases(double hazardRatio, PowerTarget target) =>
        (NotPositive("The hazard ratio", hazardRatio) ?? (hazardRatio == 1 ? PowerProblems.NoEffect() : null)) is { } problem
            ? problem
            : target.Squared * Square(1 + target.Ratio) / target.Ratio / Square(Math.Log(hazardRatio));

    /// <summary>Cases to see a hazard ratio by the log-rank test, given how many of the control's have ended when it is counted; the rest are open.</summary>
    /// <param name="hazardRatio">Treatment to control, &gt; 0; above 1 is faster.</param>
    /// <param name="controlEnded">The share of the control's cases that will have ended, 0 &lt; share ≤ 1; see <see cref="EndedShare"/>.</param>
    /// <param name="target">How sure.</param>
    /// <returns>The cases; <c>EX020</c> at a ratio of 1; <c>EX021</c> where no share ends; <c>EX023</c> where the ratio is not above 0.</returns>
    /// <remarks>Source: Schoenfeld (1983), with the treatment's share from the control's under proportional hazards, 1 − (1 − share)^ratio.</remarks>
    public static Result<SampleSize> Durations(double hazardRatio, double controlEnded, PowerTarget target) =>
        EndedCases(hazardRatio, target).Then<SampleSize>(ended =>
        {
            if (!(controlEnded is > 0 and <= 1))
            {
                return PowerProblems.NotAShare(controlEnded);
            }

            var treatmentEnded = 1 - Math.Pow(1 - controlEnded, hazardRatio);
            return SampleSize.Of(
                ended / (controlEnded + (target.Ratio * treatmentEnded)), target, "two durations, log-rank test (Schoenfeld)");
        });

    /// <summary>The chance that the log-rank test sees a hazard ratio.</summary>
    /// <param name="hazardRatio">Treatment to control, &gt; 0; above 1 is faster.</param>
    /// <param name="controlEnded">The share of the control's cases that will have ended, 0 &lt; share ≤ 1.</param>
    /// <param name="controlCount">Cases of the control, &gt; 0.</param>
    /// <param name="target">Alpha and the ratio of the arms.</param>
    /// <returns>0 to 1, both sides of the test; <c>EX020</c>, <c>EX021</c> and <c>EX023</c> as <see cref="Durations"/>.</returns>
    /// <remarks>Source: as <see cref="Durations"/>, turned round.</remarks>
    public static Result<double> DurationsPower(double hazardRatio, double controlEnded, double controlCount, PowerTarget target) =>
        NotPositive("The number of cases", controlCount) is { } problem
            ? problem
            : Durations(hazardRatio, controlEnded, target).Then<double>(size =>
            {
                // As many cases as the size asks for are both z away.
                var error = Math.Abs(Math.Log(hazardRatio)) / Math.Sqrt(target.Squared * controlCount / size.Control);
                return BothSides(Math.Log(hazardRatio), target.AlphaZ * error, error);
            });

    /// <summary>Which share of cases will have ended when it is counted, for durations of one constant hazard.</summary>
    /// <param name="median">The median duration, &gt; 0.</param>
    /// <param name="enrolment">For how long cases come in, evenly, ≥ 0, in the median's unit.</param>
    /// <param name="followUp">For how long the last one is followed, ≥ 0, in the median's unit.</param>
    /// <returns>0 to 1; <c>EX023</c> where the median is not above 0, or nothing is followed.</returns>
    /// <remarks>Source: Lachin and Foulkes (1986), Evaluation of sample size and power for analyses of survival, Biometrics 42, eq. for uniform entry. Where a curve is known, read the share off it instead.</remarks>
    public static Result<double> EndedShare(double median, double enrolment, double followUp)
    {
        if ((NotPositive("The median duration", median) ?? NotPositive("The time observed", Math.Min(enrolment, followUp) < 0 ? -1 : enrolment + followUp)) is { } problem)
        {
            return problem;
        }

        var hazard = Math.Log(2) / median;
        var last = Math.Exp(-hazard * followUp);
        return enrolment == 0 ? 1 - last : 1 - (last * (1 - Math.Exp(-hazard * enrolment)) / (hazard * enrolment));
    }

    /// <summary>Exposure to see a ratio of rates on the log scale.</summary>
    /// <param name="controlRate">Events per unit of exposure under control, &gt; 0.</param>
    /// <param name="ratio">Treatment to control, &gt; 0.</param>
    /// <param name="target">How sure.</param>
    /// <param name="dispersion">Variance over mean of the counts, ≥ 1 where units differ; 1 for independent events.</param>
    /// <returns>Exposure of each arm, as units of a <see cref="SampleSize"/>; <c>EX020</c> at a ratio of 1; <c>EX023</c> where a figure is not above 0.</returns>
    /// <remarks>Source: Signorini (1991), Sample size for Poisson regression, Biometrika 78, for one binary covariate.</remarks>
    public static Result<SampleSize> Rates(double controlRate, double ratio, PowerTarget target, double dispersion = 1) =>
        (NotPositive("The control's rate", controlRate) ?? NotPositive("The ratio", ratio) ?? NotPositive("The dispersion", dispersion)
            ?? (ratio == 1 ? PowerProblems.NoEffect() : null)) is { } problem
            ? problem
            : SampleSize.Of(
                target.Squared * dispersion * ((1 / controlRate) + (1 / (controlRate * ratio * target.Ratio))) / Square(Math.Log(ratio)),
                target, "two rates, log scale");
}
