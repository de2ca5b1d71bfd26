using System.Globalization;
using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The score with answers weighted so that those who answered look like all in several things at once.</summary>
internal static class RakedAnswers
{
    private const int MarginsMax = 5;

    /// <summary>The margins a person named: of what is known of everybody, or columns of the log.</summary>
    /// <returns>The margins; <c>PR069</c> where there is no such.</returns>
    public static Result<IReadOnlyList<(string Name, CodedColumn Column)>> MarginsOf(
        MeasuredLog log, IReadOnlyList<(string Name, CodedColumn Column)> known, IReadOnlyList<string> names)
    {
        var margins = new List<(string Name, CodedColumn Column)>();
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var folded = NamePattern.Fold(name.Trim());
            var column = known.FirstOrDefault(one => NamePattern.Fold(one.Name) == folded).Column;
            if (column is null && !CaseColumns.Of(log, name).TryGet(out column, out _))
            {
                string[] all = [.. known.Select(static one => one.Name)];
                return new Problem(
                    ProblemKind.NotFound, "PR069", $"Nothing is known of everybody that is called \"{name}\".", NearestNames.Question(name, all) ?? $"Known are {string.Join(", ", all)}.");
            }

            margins.Add((name, column));
        }

        return margins;
    }

    /// <summary>What those who answered differ in so much that it is worth a look, the most different first.</summary>
    public static IReadOnlyList<(string Name, CodedColumn Column)> Different(
        IReadOnlyList<(string Name, CodedColumn Column)> known, IReadOnlyList<AttributeBalance> balance) =>
        [.. balance.Where(static one => one.DifferenceMax >= SurveyWho.WorthALook).Select(one => known.First(column => column.Name == one.Attribute))];

    /// <summary>Weighted by all the margins together; refused where no weights fit them.</summary>
    public static RakedSurvey Of(SurveyAnswers answers, SurveyScoring scoring, IReadOnlyList<(string Name, CodedColumn Column)> margins, double level)
    {
        PooledMargin[] pooled = [.. margins.Select(one => PooledMargin.Of(one, answers))];
        PooledMargin[] usable = [.. pooled.Where(static one => one.ValueCount > 1)];
        string[] left = [.. pooled.Except(usable).Select(static one => one.Margin.Name)];
        if (usable.Length == 0)
        {
            return NotWeighted(scoring, $"There is nothing to weight by: those who answered are all alike in {Listed(left)}.", left, pooled, level);
        }

        return Raking.Of([.. usable.Select(static one => one.Margin)]).TryGet(out var weights, out var problem)
            ? Weighted(answers, scoring, weights, (usable, left, Uncovered(pooled)), level)
            : new RakedSurvey(problem.Message, scoring.FigureOf(problem, level), [.. usable.Select(static one => one.Margin.Name)], left, Uncovered(pooled), null, null);
    }

    /// <summary>Weighted by as many of some margins, the first first, as weights can be found for.</summary>
    public static RakedSurvey OfDifferent(SurveyAnswers answers, SurveyScoring scoring, IReadOnlyList<(string Name, CodedColumn Column)> margins, double level)
    {
        var (taken, left) = (new List<PooledMargin>(), new List<string>());
        PooledMargin[] pooled = [.. margins.Select(one => PooledMargin.Of(one, answers))];
        RakedWeights? weights = null;
        foreach (var one in pooled)
        {
            if (one.ValueCount > 1 && taken.Count < MarginsMax && Raking.Of([.. taken.Append(one).Select(static margin => margin.Margin)]).TryGet(out var found, out _))
            {
                weights = found;
                taken.Add(one);
            }
            else
            {
                left.Add(one.Margin.Name);
            }
        }

        return weights is null
            ? NotWeighted(scoring, "There is nothing to weight by: in what is known of everybody those who answered are like all.", left, pooled, level)
            : Weighted(answers, scoring, weights, (taken, left, Uncovered(pooled)), level);
    }

    private static RakedSurvey NotWeighted(SurveyScoring scoring, string sentence, IReadOnlyList<string> left, IReadOnlyList<PooledMargin> pooled, double level) =>
        new(sentence, scoring.Figure(level), [], left, Uncovered(pooled), null, null);

    private static IReadOnlyList<string> Uncovered(IReadOnlyList<PooledMargin> pooled) => [.. pooled.Where(static one => one.Uncovered is not null).Select(static one => one.Uncovered!)];

    private static RakedSurvey Weighted(
        SurveyAnswers answers, SurveyScoring scoring, RakedWeights weights, (IReadOnlyList<PooledMargin> Taken, IReadOnlyList<string> Left, IReadOnlyList<string> Uncovered) margins, double level)
    {
        var figure = scoring.FigureOf(WeightedMean.Of([.. answers.Given.Select(scoring.Of)], [.. weights.Weights], level), level);
        string[] names = [.. margins.Taken.Select(static one => one.Margin.Name)];
        var sentence = figure.Value is null
            ? figure.Refusal!.Message
            : string.Create(CultureInfo.InvariantCulture, $"With answers weighted so that those who answered look like all in {Listed(names)}, it is {figure.Text}; {answers.Given.Count} answers then say as much as {weights.EffectiveCount:0}.");
        return new RakedSurvey(sentence, figure, names, margins.Left, margins.Uncovered, weights.EffectiveCount, weights.Weights.Max() / weights.Weights.Average());
    }

    private static string Listed(string[] names) => names.Length == 1 ? $"“{names[0]}”" : $"{string.Join(", ", names[..^1].Select(static one => $"“{one}”"))} and “{names[^1]}”";
}
