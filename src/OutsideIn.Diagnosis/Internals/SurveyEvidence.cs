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
    // A group with fewer answers than this on average stands for nobody.
    private const int AnswersInStratum = 10;

    // The usual scales, the smallest first.
    private static readonly (double Low, double High)[] Scales = [(0, 1), (1, 5), (1, 7), (0, 10), (0, 100)];

    private readonly Metric _metric;
    private readonly MeasureValues _values;
    private readonly KnownOfCases _known;
    private readonly LogRatingOptions _options;
    private readonly bool[] _isAnswered;
    private readonly int _answered;
    private readonly int _all;

    private SurveyEvidence(Metric metric, MeasureValues values, KnownOfCases known, LogRatingOptions options)
    {
        (_metric, _values, _options) = (metric, values, options);
        _known = known with { Attributes = [.. known.Attributes.Where(one => !string.Equals(one.Name, ScoreOf(values), StringComparison.OrdinalIgnoreCase))] };
        _isAnswered = [.. Enumerable.Range(0, values.Count).Select(index => values.States[index] == ValueState.Known)];
        _answered = _isAnswered.Count(static one => one);
        _all = Enumerable.Range(0, values.Count).Count(IsAsked);
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
            if (survey._answered == 0)
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
        var (names, strata) = Strata();
        var stratified = NonResponse.PostStratified(strata, _options.Level).TryGet(out var found, out _) ? found : null;
        var representative = NonResponse.Representativeness(strata);
        var (answered, silent) = (Went(isAnswered: true), Went(isAnswered: false));
        var bounds = NonResponse.Bounds(scores.Average(), _answered, _all, low, high);
        return new SurveyRating(
            _metric.Id, _metric.Name, _metric.Measure!, Subjectivity.Of(_metric).Level, low, high, isSaid,
            Measured.Share(_answered, _all), _values.States.Count(ValueState.Open), score,
            [.. scores.GroupBy(static one => one).OrderBy(static one => one.Key).Select(static one => new ScoreCount(one.Key, one.Count()))],
            bounds, stratified?.Mean, names, stratified?.CoveredShare ?? 0, representative?.Indicator, representative?.BiasMax,
            Balance(), answered, silent, Sentence(scores.Average(), bounds, stratified, (answered, silent)));
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

    // As many of the known attributes, those of how it went first, as leave enough answers in a group on average.
    private (IReadOnlyList<string> Names, AnsweredStratum[] Strata) Strata()
    {
        List<(string Name, CodedColumn Column)> taken = [];
        foreach (var attribute in _known.Attributes)
        {
            var with = CaseStrata.Of([.. taken.Select(static one => one.Column), attribute.Column], _values.Count);
            if (_answered >= AnswersInStratum * with.Count)
            {
                taken.Add(attribute);
            }
        }

        var strata = CaseStrata.Of([.. taken.Select(static one => one.Column)], _values.Count);
        var (sizes, answered, sums, squares) = (new int[strata.Count], new int[strata.Count], new double[strata.Count], new double[strata.Count]);
        for (var index = 0; index < _values.Count; index++)
        {
            var stratum = strata.Codes[index];
            sizes[stratum] += IsAsked(index) ? 1 : 0;
            if (_isAnswered[index])
            {
                // Welford's way: no digits are lost to a large mean.
                answered[stratum]++;
                var difference = _values.Values[index] - sums[stratum];
                sums[stratum] += difference / answered[stratum];
                squares[stratum] += difference * (_values.Values[index] - sums[stratum]);
            }
        }

        return ([.. taken.Select(static one => one.Name)],
            [.. Enumerable.Range(0, strata.Count).Select(stratum => new AnsweredStratum(sizes[stratum], answered[stratum], sums[stratum], squares[stratum]))]);
    }

    private AttributeBalance[] Balance()
    {
        AttributeBalance[] all = [.. _known.Attributes.Select(one => BalanceOf(one.Name, one.Column))];
        var tested = all.Where(static one => one.Test is not null).ToArray();
        var q = tested.Zip(FalseDiscovery.BenjaminiHochberg([.. tested.Select(static one => one.Test!.PValue)]))
            .ToDictionary(static pair => pair.First.Attribute, static pair => pair.Second, StringComparer.Ordinal);
        return
        [
            .. all.Select(one => q.TryGetValue(one.Attribute, out var value) ? one with { Q = value } : one)
                .OrderByDescending(static one => one.DifferenceMax).ThenBy(static one => one.Attribute, StringComparer.Ordinal),
        ];
    }

    private AttributeBalance BalanceOf(string name, CodedColumn column)
    {
        var (answered, whole) = (new int[column.NameCount + 1], new int[column.NameCount + 1]);
        for (var index = 0; index < _values.Count; index++)
        {
            answered[column[index]] += _isAnswered[index] ? 1 : 0;
            whole[column[index]] += IsAsked(index) ? 1 : 0;
        }

        ValueBalance[] values =
        [
            .. Enumerable.Range(0, whole.Length).Where(code => whole[code] > 0).OrderByDescending(code => whole[code])
                .Select(code => new ValueBalance(
                    column.NameOf(code) ?? "(missing)", answered[code], whole[code],
                    NonResponse.StandardisedDifference((double)answered[code] / _answered, (double)whole[code] / _all))),
        ];
        return new AttributeBalance(name, values, values.Max(static one => Math.Abs(one.Difference)), NonResponse.RandomPart(answered, whole), null);
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
            $"{CountText.Of(_answered)} of {CountText.Of(_all, "case", "cases")} ({ShareText.Of(_answered, _all)}) carry an answer, {mean:0.00} on average. Whatever the others think, the average of all lies between {bounds.Low:0.00} and {bounds.High:0.00}.");
        var weighed = stratified is null ? "" : string.Create(CultureInfo.InvariantCulture, $" With groups weighed as in all it would be {stratified.Mean.Value:0.00}.");
        var conformance = went is { Answered.Conformance.Rating: { } answered, Silent.Conformance.Rating: { } silent }
            ? $" What happened: conformance {ShareText.Of(answered)} where an answer came, {ShareText.Of(silent)} where none did." : "";
        return gist + weighed + conformance;
    }
}
