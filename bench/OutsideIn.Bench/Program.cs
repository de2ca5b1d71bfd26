using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace OutsideIn.Bench;

/// <summary>
/// <c>kernels</c> measures the kernels with all care, <c>quick EVENTS</c> with little; <c>process FILE</c> reads a log and computes
/// its figures once; <c>generate FILE EVENTS</c> writes a synthetic CSV log; <c>language FILE</c> holds the weasel lint and the tier
/// classifier against the held-out half of the labelled set; <c>map</c> prints the times of work on a large map;
/// <c>measures</c> a hundred measures over a million events, beside pandas where there is one;
/// <c>assignment</c> how quickly ids are given arms; <c>openCases</c> how often comparisons with open cases raise a false alarm; <c>survival</c> what comparing a million times costs;
/// <c>verdicts</c> what judging costs;
/// <c>experiments [SCRIPT]</c> what comparing the arms of thousands of outcomes costs, beside gbstats through its script; <c>experiments calibration</c> how often the methods are wrong;
/// <c>drivers</c> what shares of all orders cost; <c>associations</c> how sound associations of work with attainment are, and what they cost.
/// </summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["generate", var path, var events]:
                using (var text = new StreamWriter(path))
                {
                    SyntheticLog.WriteCsv(text, int.Parse(events, System.Globalization.CultureInfo.InvariantCulture));
                }

                return 0;
            case ["process", var path, .. var more]:
                return WholeProcess.Run(path, Console.Out, more);
            case ["quick", var events]:
                KernelTimes.Write(
                    SyntheticLog.Build(int.Parse(events, System.Globalization.CultureInfo.InvariantCulture)), Console.Out);
                return 0;
            case ["language", var path, .. var more]:
                LanguageScores.Write(path, Console.Out, withMisses: more is ["misses"]);
                return 0;
            case ["openCases", .. var more]:
                var count = Number(more, 2_000);
                FalseAlarms.Write(Console.Out, count);
                FalseAlarms.WriteVerdicts(Console.Out, count);
                return 0;
            case ["associations", .. var more]:
                Associations.Write(Console.Out, Number(more, 2_000));
                return 0;
            case ["experiments", .. var more]:
                ExperimentTimes.Write(Console.Out, more.FirstOrDefault());
                return 0;
            case ["measures", .. var events]:
                return MeasureTimes.Write(Number(events, 1_000_000), Console.Out);
            case ["measures-of", var path, var measures]:
                return MeasureRun.Run(path, measures, Console.Out, runs: 5);
            case ["kernels", .. var more]:
                BenchmarkSwitcher.FromTypes([typeof(KernelBenchmarks)]).Run(["--filter", "*", .. more], DefaultConfig.Instance);
                return 0;
            case [var name] when IsTimed(name):
                return 0;
            default:
                Console.Error.WriteLine("kernels [options] | quick EVENTS | process FILE [kernels] | generate FILE EVENTS | language FILE [misses] | map | openCases [RUNS] | assignment | survival | verdicts | drivers | associations [RUNS] | experiments [calibration|SCRIPT] | measures [EVENTS]");
                return 2;
        }
    }

    private static bool IsTimed(string name)
    {
        switch (name)
        {
            case "assignment":
                AssignmentTimes.Write(Console.Out);
                return true;
            case "survival":
                SurvivalTimes.Write(Console.Out);
                return true;
            case "verdicts":
                VerdictTimes.Write(Console.Out);
                return true;
            case "map":
                MapTimes.Write(Console.Out);
                return true;
            case "drivers":
                DriverTimes.Write(Console.Out);
                return true;
            default:
                return false;
        }
    }

    private static int Number(string[] more, int usual) =>
        more is [var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : usual;
}
