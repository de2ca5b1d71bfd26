using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Calibration of what surveys say: intervals of net promoter scores and of their differences.</summary>
internal static class SurveyCalibration
{
    private const int Runs = 20_000;
    private static readonly Interval Aims = new(0.93, 0.97);
    private static readonly (double Promoters, double Detractors)[] Populations = [(0.5, 0.2), (0.7, 0.05), (0.9, 0.02), (0.3, 0.3)];

    /// <summary>Every row of this part.</summary>
    public static IReadOnlyList<CalibrationRow> Rows()
    {
        var rows = new List<CalibrationRow>();
        ulong seed = 80_000;
        foreach (var population in Populations)
        {
            foreach (var answers in new[] { 10, 30, 100, 1_000 })
            {
                rows.AddRange(Scores(population, answers, ++seed));
            }

            foreach (var (control, treatment) in new[] { (10, 10), (20, 60), (200, 200) })
            {
                rows.AddRange(Differences(population, control, treatment, ++seed));
            }
        }

        return rows;
    }

    private static IEnumerable<CalibrationRow> Scores((double Promoters, double Detractors) population, int answers, ulong seed)
    {
        var (truth, draws, z) = (100 * (population.Promoters - population.Detractors), new SimulatedDraws(seed), NormalDistribution.TwoSided(0.95));
        var (share, wald, adjusted) = (0, 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var counts = Draw(ref draws, population, answers);
            var promoters = (double)counts.Promoters / answers;
            share += Math.Abs(counts.Score - truth) <= 100 * z * Math.Sqrt(promoters * (1 - promoters) / answers) ? 1 : 0;
            wald += Math.Abs(counts.Score - truth) <= z * counts.StandardError ? 1 : 0;
            adjusted += NetPromoterScore.Of(counts).TryGet(out var score, out _) && score.Interval.Contains(truth) ? 1 : 0;
        }

        var situation = FormattableString.Invariant($"net promoter score {truth:0}, {answers} answers");
        yield return CalibrationRow.Of(new("8", "the promoters' share's margin (the usual way)", situation, "coverage"), share, Runs);
        yield return CalibrationRow.Of(new("8", "Wald", situation, "coverage"), wald, Runs);
        yield return CalibrationRow.Within(new("8", "adjusted Wald", situation, "coverage"), adjusted, Runs, Aims);
    }

    private static IEnumerable<CalibrationRow> Differences((double Promoters, double Detractors) population, int control, int treatment, ulong seed)
    {
        var (draws, wald, adjusted) = (new SimulatedDraws(seed), 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var (one, other) = (Draw(ref draws, population, control), Draw(ref draws, population, treatment));
            wald += NetPromoterScore.DifferenceWald(one, other).Interval?.Contains(0) == true ? 1 : 0;
            adjusted += NetPromoterScore.Difference(one, other).Interval!.Value.Contains(0) ? 1 : 0;
        }

        var situation = FormattableString.Invariant($"two net promoter scores of {100 * (population.Promoters - population.Detractors):0}, {control} and {treatment} answers");
        yield return CalibrationRow.Of(new("8", "difference, Wald", situation, "coverage"), wald, Runs);
        yield return CalibrationRow.Within(new("8", "difference, adjusted Wald", situation, "coverage"), adjusted, Runs, Aims);
    }

    private static PromoterCounts Draw(ref SimulatedDraws draws, (double Promoters, double Detractors) population, int answers)
    {
        var promoters = draws.Binomial(answers, population.Promoters);
        var detractors = draws.Binomial(answers - promoters, population.Detractors / (1 - population.Promoters));
        return new PromoterCounts(promoters, answers - promoters - detractors, detractors);
    }
}
