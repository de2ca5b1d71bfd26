using System.Globalization;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>How answers become a score: each answer counts 1, 0 or −1 hundred points, or whether it is satisfied.</summary>
internal sealed class SurveyScoring
{
    private const double Points = 100;
    private const double Promoter = 9;
    private const double Passive = 7;

    // The usual scales, the smallest first, and from which answer on somebody is called satisfied: the upper two of five.
    private static readonly (double Low, double High, double Satisfied)[] Scales = [(0, 1, 1), (1, 5, 4), (1, 7, 6), (0, 10, 8), (0, 100, 80)];

    private readonly IReadOnlyList<double> _given;
    private readonly double _satisfied;

    private SurveyScoring(SurveyScale scale, IReadOnlyList<double> given, double satisfied, string text) =>
        (Scale, _given, _satisfied, Text) = (scale, given, satisfied, text);

    public SurveyScale Scale { get; }

    /// <summary>How answers become a score, in words.</summary>
    public string Text { get; }

    public string Name => Scale == SurveyScale.Nps ? "Net promoter score" : "Satisfied";

    public string Unit => Scale == SurveyScale.Nps ? "points" : "share";

    public double Lowest => Scale == SurveyScale.Nps ? -Points : 0;

    public double Highest => Scale == SurveyScale.Nps ? Points : 1;

    /// <returns>The scoring; <c>PR067</c> where the answers do not fit.</returns>
    public static Result<SurveyScoring> Of(IReadOnlyList<double> given, SurveyQuestion question)
    {
        var (low, high) = (given.Min(), given.Max());
        var fitsNps = low >= 0 && high <= 10 && given.All(double.IsInteger);
        var scale = question.Scale ?? (fitsNps && high > Passive ? SurveyScale.Nps : SurveyScale.Csat);
        if (scale == SurveyScale.Nps)
        {
            return fitsNps
                ? new SurveyScoring(scale, given, 0, "promoters answered 9 or 10, detractors 0 to 6")
                : new Problem(
                    ProblemKind.Invalid, "PR067", $"Answers from {Number(low)} to {Number(high)} are no whole numbers from 0 to 10.", "Ask for the satisfied share: --scale csat.");
        }

        var usual = Scales.Append((Low: low, High: high, Satisfied: double.NaN)).First(one => one.Low <= low && one.High >= high);
        var from = question.SatisfiedFrom ?? usual.Satisfied;
        return double.IsNaN(from)
            ? new Problem(ProblemKind.Invalid, "PR067", $"Answers from {Number(low)} to {Number(high)} are of no usual scale.", "Say from which answer on somebody is satisfied: --satisfied-from NUMBER.")
            : new SurveyScoring(scale, given, from, $"{Number(from)} or more of {Number(usual.Low)} to {Number(usual.High)} is satisfied");
    }

    /// <summary>What one answer counts, in the score's unit.</summary>
    public double Of(double answer) => Scale == SurveyScale.Csat ? (answer >= _satisfied ? 1 : 0)
        : answer >= Promoter ? Points : answer >= Passive ? 0 : -Points;

    /// <summary>The score of those who answered: adjusted Wald of a net promoter score, Wilson of a share.</summary>
    public SurveyFigure Figure(double level)
    {
        var counted = _given.Select(Of).ToList();
        var found = Scale == SurveyScale.Nps
            ? NetPromoterScore.Of(new PromoterCounts(counted.Count(static one => one > 0), counted.Count(static one => one == 0), counted.Count(static one => one < 0)), level: level)
            : ProportionInterval.Wilson(counted.Count(static one => one > 0), counted.Count, level);
        return FigureOf(found, level);
    }

    /// <summary>The mean of the answers.</summary>
    public SurveyFigure Mean(double level)
    {
        double[] given = [.. _given], ones = [.. _given.Select(static _ => 1.0)];
        return WeightedMean.Of(given, ones, level).TryGet(out var found, out var problem)
            ? new SurveyFigure(
                $"{found.Value.ToString("0.00", CultureInfo.InvariantCulture)} ({found.Interval.Low.ToString("0.00", CultureInfo.InvariantCulture)} to {found.Interval.High.ToString("0.00", CultureInfo.InvariantCulture)})",
                found.Value, found.Interval.Low, found.Interval.High, "number", level, "mean of the answers, normal interval", given.Length, null)
            : new SurveyFigure(Number(given.Average()), given.Average(), null, null, "number", level, "mean of the answers", given.Length, problem);
    }

    /// <summary>A figure in the score's unit, cut at the ends of its scale.</summary>
    public SurveyFigure FigureOf(Result<Estimate> estimate, double level)
    {
        if (!estimate.TryGet(out var found, out var problem))
        {
            return new SurveyFigure("not known", null, null, null, Unit, level, "", 0, problem);
        }

        var (value, low, high) = (Cut(found.Value), Cut(found.Interval.Low), Cut(found.Interval.High));
        return new SurveyFigure($"{TextOf(value)} ({Bare(low)} to {Bare(high)})", value, low, high, Unit, level, found.Method, found.Count, null);
    }

    /// <summary>A value in the score's unit: <c>23</c>, <c>68.1 %</c>.</summary>
    public string TextOf(double value) => Bare(value) + (Scale == SurveyScale.Nps ? "" : " %");

    /// <summary>The same of a difference: <c>4.1 points</c>.</summary>
    public string SizeOf(double size) => (size * (Scale == SurveyScale.Nps ? 1 : 100)).ToString("0.0", CultureInfo.InvariantCulture) + " points";

    private double Cut(double value) => Math.Clamp(value, Lowest, Highest);

    private string Bare(double value) => Scale == SurveyScale.Nps
        ? value.ToString("0;−0;0", CultureInfo.InvariantCulture)
        : (value * 100).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
