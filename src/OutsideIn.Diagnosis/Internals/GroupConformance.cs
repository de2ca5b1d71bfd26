using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Statistics;

namespace OutsideIn.Diagnosis;

/// <summary>The conformance of one group of cases: shares of criteria, ratings of Moments of Truth, and of the experience they make.</summary>
internal sealed class GroupConformance
{
    private readonly MomentAnswers[] _moments;
    private readonly CodedColumn _groups;
    private readonly int _code;
    private readonly double _level;

    // [moments][criteria] Share done with open cases as such, mean of the answers, and how many there are.
    private readonly double?[][] _shares;
    private readonly double[][] _means;
    private readonly int[][] _counts;
    private readonly int[] _volumes;

    public GroupConformance(MomentAnswers[] moments, CodedColumn groups, int code, double level)
    {
        (_moments, _groups, _code, _level) = (moments, groups, code, level);
        _shares = [.. moments.Select(Shares)];
        _volumes = [.. moments.Select(one => Count(one, static _ => true))];
        _counts = [.. moments.Select(one => one.Criteria.Select((_, criterion) => Count(one, index => one.AnswerOf(criterion, index) is not null)).ToArray())];
        _means = [.. moments.Select((one, moment) => one.Criteria.Select((_, criterion) =>
            Count(one, index => one.AnswerOf(criterion, index) > 0) / Math.Max(1.0, _counts[moment][criterion])).ToArray())];
    }

    /// <summary>The rating of one Moment of Truth.</summary>
    public ConformanceFigure Moment(int moment)
    {
        var parts = new double[_moments.Length][];
        Array.Fill(parts, []);
        parts[moment] = PartsOf(moment);
        return Figure(Rating(moment), parts);
    }

    /// <summary>The rating of the experience: by the volume observed.</summary>
    public ConformanceFigure Experience()
    {
        RatedPart[] rated = [.. _moments.Select((_, moment) => new RatedPart(_volumes[moment], Rating(moment)))];
        var whole = rated.Where(static one => one.Share is not null).Sum(static one => one.Weight);
        double[][] parts = [.. rated.Select((one, moment) => one.Share is null ? [] : PartsOf(moment).Select(part => part * one.Weight / whole).ToArray())];
        return Figure(Conformance.Rating(rated), parts);
    }

    private double? Rating(int moment) =>
        Conformance.Rating([.. _moments[moment].Criteria.Zip(_shares[moment], static (one, share) => new RatedPart(one.Criterion.Weight, share))]);

    private double[] PartsOf(int moment)
    {
        double[] weights = [.. _moments[moment].Criteria.Select((one, criterion) => _shares[moment][criterion] is null ? 0 : one.Criterion.Weight)];
        var sum = weights.Sum();
        return sum > 0 ? [.. weights.Select(one => one / sum)] : weights;
    }

    // How much each case moves the rating gives its variance (linearisation), whatever criteria fail together.
    private ConformanceFigure Figure(double? rating, double[][] parts)
    {
        var (cases, answers, open, variance) = (0, 0, 0, 0.0);
        for (var caseIndex = 0; caseIndex < _groups.RowCount; caseIndex++)
        {
            if (_groups[caseIndex] != _code)
            {
                continue;
            }

            var (answered, moved) = (0, 0.0);
            for (var moment = 0; moment < parts.Length; moment++)
            {
                for (var criterion = 0; criterion < parts[moment].Length; criterion++)
                {
                    open += _moments[moment].IsOpen(criterion, caseIndex) ? 1 : 0;
                    if (_moments[moment].AnswerOf(criterion, caseIndex) is { } answer)
                    {
                        answered++;
                        moved += parts[moment][criterion] * (answer - _means[moment][criterion]) / _counts[moment][criterion];
                    }
                }
            }

            cases += answered > 0 ? 1 : 0;
            answers += answered;
            variance += moved * moved;
        }

        if (rating is not { } value || cases == 0)
        {
            return new ConformanceFigure(null, null, null, cases, answers, open);
        }

        var size = variance > 0 && value is > 0 and < 1 ? value * (1 - value) / variance : cases;
        var interval = ProportionInterval.WilsonInterval(Math.Clamp(value, 0, 1), size, _level);
        return new ConformanceFigure(value, interval.Low, interval.High, cases, answers, open);
    }

    private double?[] Shares(MomentAnswers moment)
    {
        var codes = new int[_groups.RowCount];
        for (var caseIndex = 0; caseIndex < codes.Length; caseIndex++)
        {
            codes[caseIndex] = moment.Happened[caseIndex] && _groups[caseIndex] == _code ? 1 : 0;
        }

        var column = new CodedColumn(["asked"], codes);
        return [.. moment.Criteria.Select(one => one.ShareOf(column, 1)?.Value)];
    }

    private int Count(MomentAnswers moment, Predicate<int> isCounted)
    {
        var count = 0;
        for (var caseIndex = 0; caseIndex < _groups.RowCount; caseIndex++)
        {
            count += _groups[caseIndex] == _code && moment.Happened[caseIndex] && isCounted(caseIndex) ? 1 : 0;
        }

        return count;
    }
}
