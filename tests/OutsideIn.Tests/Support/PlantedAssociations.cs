using OutsideIn.Measures;
using OutsideIn.Simulation;

namespace OutsideIn.Tests.Support;

/// <summary>What is planted in simulated cases.</summary>
/// <param name="Effect">What the work adds to the probability of attaining it.</param>
/// <param name="DoneOnHard">Probability that the work is done in a hard case.</param>
/// <param name="DoneOnEasy">The same in an easy case.</param>
/// <param name="Hardship">What a hard case adds to the probability of attaining it.</param>
/// <param name="Earliest">Day before which no answer is certain; 0 where answers may come at once, and then work takes up to 8 days instead of 2.</param>
internal sealed record PlantedTruth(double Effect, double DoneOnHard, double DoneOnEasy, double Hardship, double Earliest);

/// <summary>Simulated cases in which some work goes with an outcome as planted: 0.75 attain it, four in ten are hard.</summary>
/// <remarks>An answer "yes" comes evenly spread up to the end of a window of 14 days, "no" at its end; cases begin evenly over 60 days and are known up to the last of them.</remarks>
internal static class PlantedAssociations
{
    public const double Window = 14;

    public static (Side[] Sides, double[] Times, double[] Done, int[] Strata) Of(ulong seed, int count, PlantedTruth truth)
    {
        var chance = RandomSource.Open(seed, "association");
        var (sides, times, doneAfter, strata) = (new Side[count], new double[count], new double[count], new int[count]);
        for (var index = 0; index < count; index++)
        {
            var isHard = chance.NextUnit() < 0.4;
            var isDone = chance.NextUnit() < (isHard ? truth.DoneOnHard : truth.DoneOnEasy);
            var doneAt = chance.NextUnit() * (truth.Earliest > 0 ? 2 : 8);
            var isMet = chance.NextUnit() < 0.75 + (isHard ? truth.Hardship : 0) + (isDone ? truth.Effect : 0);
            var certainAt = isMet ? truth.Earliest + 1e-6 + (chance.NextUnit() * (Window - truth.Earliest)) : Window;
            var known = chance.NextUnit() * 60;
            strata[index] = isHard ? 1 : 0;
            doneAfter[index] = isDone && doneAt < certainAt && doneAt < known ? doneAt : double.PositiveInfinity;
            (sides[index], times[index]) = certainAt > known ? (Side.Open, known) : (isMet ? Side.Met : Side.Missed, certainAt);
        }

        return (sides, times, doneAfter, strata);
    }
}
