using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>What is known of every case, made once for all surveys.</summary>
/// <param name="Conformance">[cases] The rating of each case.</param>
/// <param name="Attained">The measures of customers' outcomes.</param>
/// <param name="Attributes">The known attributes, those of how it went first.</param>
internal sealed record KnownOfCases(
    ReadOnlyMemory<double> Conformance, IReadOnlyList<Attainment> Attained, IReadOnlyList<(string Name, CodedColumn Column)> Attributes);

/// <summary>A survey score of a log beside what happened: one survey, computed once.</summary>
internal sealed class SurveyEvidence
{
    // The usual scales, the smallest first.
    private static readonly (double Low, double High)[] Scales = [(0, 1), (1, 5), (1, 7), (0, 10), (0, 100)];

    private readonly Metric _metric;
    private readonly MeasureValues _values;
    private readonly KnownOfCases _known;
    private readonly LogRatingOptions _options;
    private readonly bool[] _isAnswered;
    private readonly Respondents _respondents;

    private SurveyEvidence(Metric metric, MeasureValues values, KnownOfCases known, LogRatingOptions options)
    {
        (_metric, _values, _options) = (metric, values, options);
        _known = known with { Attributes = [.. known.Attributes.Where(one => !string.Equals(one.Name, ScoreOf(values), StringComparison.OrdinalIgnoreCase))] };
        _isAnswered = [.. Enumerable.Range(0, values.Count).Select(index => values.States[index] == ValueState.Known)];
        _respondents = new Respondents([.. Enumerable.Range(0, values.Count).Select(IsAsked)], _isAnswered, _known.Attributes);
    }

    /// <summary>The ratings of the opinions of a map that a log carries; the others with the reason.</summary>
    public static (IReadOnlyList<SurveyRating> Ratings, IReadOnlyList<MeasureLeftOut> LeftOut) Of(
        MeasuredLog measured, OutsideInMap map, KnownOfCases known, LogRatingOptions options, CancellationToken stop)
    {
        var (ratings, leftOut) = (new List<SurveyRating>(), new List<MeasureLeftOut>());
        foreach (var metric in map.Metrics.Where(static one => one is { IsOpinion: true, Measure: not null }))
        {
            var compiled = MeasureCompiler.Compile(metric.Measure!, null, measured);
            var wrong = compiled.Plan switch
            {
                null => string.Join(" ", compiled.Diagnostics.Where(static one => one.Severity == MeasureSeverity.Error).Take(1).Select(static one => $"{one.Message} {one.Hint}")),
                { IsPerCustomer: true } or { Kind: not MeasureKind.Number } => "A score is a number of a case. Say where it stands, such as “\"score\" at last \"Survey answered\"”.",
                _ => null,
            };
            if (wrong is not null)
            {
                leftOut.Add(new MeasureLeftOut(metric.Id, wrong));
                continue;
            }

            var survey = new SurveyEvidence(metric, MeasureEngine.Run(measured, [compiled.Plan!], stop)[0], known, options);
            if (survey._respondents.Answered == 0)
            {
                leftOut.Add(new MeasureLeftOut(metric.Id, "Nobody has answered in this log."));
            }
            else
            {
                ratings.Add(survey.Rating(measured.HorizonMicros));
            }
        }

        return (ratings, leftOut);
    }

    private SurveyRating Rating(long horizonMicros)
    {
        var scores = Enumerable.Range(0, _values.Count).Where(index => _isAnswered[index]).Select(index => _values.Values[index]).ToArray();
        var (low, high, isSaid) = Scale(scores);
        var score = MeasureSummary.Of(_values, new VerdictOptions { HorizonMicros = horizonMicros, Level = _options.Level, Seed = _options.Seed })[0];
        var (names, strata) = _respondents.Strata(_values.Values);
        var stratified = NonResponse.PostStratified(strata, _options.Level).TryGet(out var found, out _) ? found : null;
        var representative = NonResponse.Representativeness(strata);
        var (answered, silent) = (Went(isAnswered: true), Went(isAnswered: false));
        var bounds = NonResponse.Bounds(scores.Average(), _respondents.Answered, _respondents.All, low, high);
        return new SurveyRating(
            _metric.Id, _metric.Name, _metric.Measure!, Subjectivity.Of(_metric).Level, low, high, isSaid,
            Measured.Share(_respondents.Answered, _respondents.All), _values.States.Count(ValueState.Open), score,
            [.. scores.GroupBy(static one => one).OrderBy(static one => one.Key).Select(static one => new ScoreCount(one.Key, one.Count()))],
            bounds, stratified?.Mean, names, stratified?.CoveredShare ?? 0, representative?.Indicator, representative?.BiasMax,
            _respondents.Balance(), answered, silent, Sentence(scores.Average(), bounds, stratified, (answered, silent)));
    }

    // The score itself tells those who answered from the others, and nothing else.
    private static string? ScoreOf(MeasureValues values) => values.Plan.Syntax.Value switch
    {
        ValueAtSyntax at => at.Column.Text,
        AggregateSyntax aggregate => aggregate.Column.Text,
        _ => null,
    };

    private bool IsAsked(int index) => _values.States[index] != ValueState.LeftOut;

    private (double Low, double High, bool IsSaid) Scale(double[] scores)
    {
        if (_metric is { ScaleFrom: { } from, ScaleTo: { } to } && from <= scores.Min() && to >= scores.Max())
        {
            return (from, to, true);
        }

        var (low, high) = Scales.Append((Low: scores.Min(), High: scores.Max())).First(one => one.Low <= scores.Min() && one.High >= scores.Max());
        return (low, high, false);
    }

    private HowItWent Went(bool isAnswered)
    {
        int[] cases = [.. Enumerable.Range(0, _values.Count).Where(index => IsAsked(index) && _isAnswered[index] == isAnswered)];
        double[] ratings = [.. cases.Select(index => _known.Conformance.Span[index]).Where(static one => !double.IsNaN(one))];
        return new HowItWent(cases.Length, Mean(ratings), _known.Attained.ToDictionary(static one => one.Id, one => AttainedOf(one, cases), StringComparer.Ordinal));
    }

    private static ShareEntry AttainedOf(Attainment measure, int[] cases) => Measured.Share(
        cases.Count(index => measure.Sides[index] == Side.Met), cases.Count(index => measure.Sides[index] is Side.Met or Side.Missed));

    private ConformanceFigure Mean(double[] ratings)
    {
        if (ratings.Length == 0)
        {
            return new ConformanceFigure(null, null, null, 0, 0, 0);
        }

        var mean = ratings.Average();
        var variance = ratings.Sum(one => (one - mean) * (one - mean)) / ratings.Length / ratings.Length;
        var size = variance > 0 ? mean * (1 - mean) / variance : ratings.Length;
        var interval = ProportionInterval.WilsonInterval(Math.Clamp(mean, 0, 1), size, _options.Level);
        return new ConformanceFigure(mean, interval.Low, interval.High, ratings.Length, ratings.Length, 0);
    }

    private string Sentence(double mean, Interval bounds, PostStratifiedMean? stratified, (HowItWent Answered, HowItWent Silent) went)
    {
        var gist = string.Create(
            CultureInfo.InvariantCulture,
            $"{CountText.Of(_respondents.Answered)} of {CountText.Of(_respondents.All, "case", "cases")} ({ShareText.Of(_respondents.Answered, _respondents.All)}) carry an answer, {mean:0.00} on average. Whatever the others think, the average of all lies between {bounds.Low:0.00} and {bounds.High:0.00}.");
        var weighed = stratified is null ? "" : string.Create(CultureInfo.InvariantCulture, $" With groups weighed as in all it would be {stratified.Mean.Value:0.00}.");
        var conformance = went is { Answered.Conformance.Rating: { } answered, Silent.Conformance.Rating: { } silent }
            ? $" What happened: conformance {ShareText.Of(answered)} where an answer came, {ShareText.Of(silent)} where none did." : "";
        return gist + weighed + conformance;
    }
}
