using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Changes that harm a guardrail by exactly its margin (goal 4).</summary>
internal static class GuardrailSimulations
{
    private const string Goal = "4";
    private const int Runs = 40_000;
    private const int Looks = 28;

    // A real gain, and a guardrail that moves with the primary outcome.
    private const double PrimaryDrift = 2.801585218113046;
    private const double Together = 0.5;

    public static IEnumerable<CalibrationRow> Rows() => [.. AtEnd(0.3), .. AtEnd(0.8), Watched()];

    // The usual rule launches unless the guardrail is shown to be worse; with a power of 30 % that lets 70 % through.
    private static IEnumerable<CalibrationRow> AtEnd(double power)
    {
        var single = NormalDistribution.UpperQuantile(0.025);
        var margin = single + NormalDistribution.Quantile(power);
        var situation = $"worse by the margin, which one look sees in {100 * power:0} %";
        var draws = new SimulatedDraws((ulong)(400 + (100 * power)));
        var (usual, ours) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var z = draws.Normal() - margin;
            usual += z > -single ? 1 : 0;
            ours += z + margin > single ? 1 : 0;
        }

        yield return CalibrationRow.Of(new CalibrationSubject(Goal, "the usual way: passes unless shown to be worse", situation, "harm let through"), usual, Runs);
        yield return CalibrationRow.Of(new CalibrationSubject(Goal, "non-inferiority, one look: 2.5 % by its construction", situation, "harm let through"), ours, Runs);
    }

    // The default verdict: the primary outcome says when it stops, the guardrail is read at the same boundary.
    private static CalibrationRow Watched()
    {
        var times = LookSimulations.Equal(Looks);
        var bounds = LookSimulations.Design(times).UpperBounds;
        var draws = new SimulatedDraws(44);
        var (passed, apart) = (0, Math.Sqrt(1 - (Together * Together)));
        for (var run = 0; run < Runs; run++)
        {
            double primary = 0, beside = 0, before = 0;
            for (var look = 0; look < Looks; look++)
            {
                var (step, shared) = (Math.Sqrt(times[look] - before), draws.Normal());
                primary += (PrimaryDrift * (times[look] - before)) + (step * shared);
                beside += step * ((Together * shared) + (apart * draws.Normal()));
                before = times[look];
                if (primary / Math.Sqrt(before) >= bounds[look])
                {
                    passed += beside / Math.Sqrt(before) >= bounds[look] ? 1 : 0;
                    break;
                }
            }
        }

        return CalibrationRow.AtMost(
            new CalibrationSubject(
                Goal,
                "non-inferiority at the look's boundary, when the primary outcome stops",
                $"worse by the margin, primary outcome better and correlated by {Together}, {Looks} daily looks",
                "harm let through"),
            passed,
            Runs,
            0.025);
    }
}
