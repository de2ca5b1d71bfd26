using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The units of a log given arms by chance, over and over.</summary>
internal sealed class ChanceArms
{
    private const double Certainty = 0.95;

    // Telling after every draw would cost more than the draw.
    private const int DrawsATime = 16;

    private readonly ComparedMeasure _measure;
    private readonly CalibrationQuestion _question;
    private readonly int[] _subjects;
    private readonly int[] _units;
    private readonly int _unitCount;

    private ChanceArms(ComparedMeasure measure, CalibrationQuestion question, int[] subjects, int[] units)
    {
        (_measure, _question, _subjects) = (measure, question, subjects);
        var places = units.Distinct().Index().ToDictionary(static one => one.Item, static one => one.Index);
        (_units, _unitCount) = (Array.ConvertAll(units, one => places[one]), places.Count);
    }

    private bool AreClusters => _question.Of.Unit is not null;

    public static Result<ChanceArms> Of(ComparedMeasure measure, CalibrationQuestion question)
    {
        var asked = question.Of;
        Result<SubjectColumn> column = asked.Unit is { } unit ? SubjectColumn.Of(measure.Log, measure.Values, unit) : SubjectColumn.OfSubjects(measure.Values);
        return column.Then<ChanceArms>(units =>
        {
            var youngest = measure.Compared.IsFollowed || asked.FollowUpMicros is not { } followed ? long.MaxValue : measure.Options.HorizonMicros - (long)followed;
            int[] old =
            [
                .. measure.Compared.WithValue([.. Enumerable.Range(0, measure.Values.Count)])
                    .Where(subject => units.Codes[subject] != CodedColumn.Missing && measure.Values.StartMicros[subject] <= youngest),
            ];
            var arms = new ChanceArms(measure, question, old, [.. old.Select(subject => units.Codes[subject])]);
            return arms._unitCount >= 2 * question.Arms
                ? arms
                : new Problem(
                    ProblemKind.NotEstimable, "PR011", $"{CountText.Of(arms._unitCount, "unit has", "units have")} a value, too few for {question.Arms} arms of two.",
                    "Take fewer arms, a smaller unit, or a log that holds more of them.");
        });
    }

    /// <summary>The rates of all draws, and what they come to.</summary>
    public LogCalibration Count(LogCalibration empty, CancellationToken stop, IProgress<double>? progress)
    {
        var (own, rows) = (new Tally(), new Tally());
        var done = 0;
        Parallel.For(0, _question.Runs, new ParallelOptions { CancellationToken = stop }, run =>
        {
            var groups = Draw(run);
            own.Add(Judge(groups, AreClusters));
            if (AreClusters)
            {
                rows.Add(Judge(groups, areClusters: false));
            }

            if (Interlocked.Increment(ref done) is var count && count % DrawsATime == 0)
            {
                progress?.Report((double)count / _question.Runs);
            }
        });
        FalseAlarmRate[] rates = AreClusters ? [Rate(own, empty.Unit), Rate(rows, "case")] : [Rate(own, empty.Unit)];
        return CalibrationWords.Told(
            empty with
            {
                Compared = _measure.NameOf(_measure.LimitOf([new SubjectGroup("", _subjects, [], 0)], _question.Of.FollowUpMicros)),
                Units = _unitCount,
                Subjects = _subjects.Length,
                Rates = rates,
            });
    }

    // A permutation of the units, dealt to the arms in turn; each draw is a pure function of the seed and its number.
    private SubjectGroup[] Draw(int run)
    {
        var bits = new RandomBits(new RandomBits(_question.Seed).Next() ^ (ulong)run);
        bits = new RandomBits(bits.Next());
        var order = new int[_unitCount];
        for (var unit = 0; unit < order.Length; unit++)
        {
            var other = (int)Math.BigMul(bits.Next(), (ulong)(unit + 1), out _);
            (order[unit], order[other]) = (order[other], unit);
        }

        var (subjects, units) = (new List<int>[_question.Arms], new List<int>[_question.Arms]);
        for (var arm = 0; arm < subjects.Length; arm++)
        {
            (subjects[arm], units[arm]) = ([], []);
        }

        for (var index = 0; index < _subjects.Length; index++)
        {
            var arm = order[_units[index]] % _question.Arms;
            subjects[arm].Add(_subjects[index]);
            units[arm].Add(_units[index]);
        }

        return [.. subjects.Select((some, arm) => new SubjectGroup(arm.ToString(CultureInfo.InvariantCulture), [.. some], [.. units[arm]], 0))];
    }

    // As a comparison has it: one effect by its interval, several by what is left of the smallest p-value.
    private Judged Judge(SubjectGroup[] groups, bool areClusters)
    {
        var how = new EffectQuestion(_measure.LimitOf(groups, _question.Of.FollowUpMicros), areClusters, null, _question.Of.Level);
        EffectEstimate[] effects = [.. groups.Skip(1).Select(arm => ArmEffects.Of(_measure, groups[0], arm, how).Difference)];
        var method = effects[0].Method;
        if (effects.Length == 1)
        {
            return new Judged(method, effects[0].Interval is { } interval && effects[0].Value is not null && !interval.Contains(0), effects[0].Interval is null);
        }

        double[] p = [.. effects.Where(static one => one.PValue is not null).Select(static one => one.PValue!.Value)];
        return new Judged(method, p.Length > 0 && FamilyError.Holm(p).Min() < 1 - _question.Of.Level, p.Length == 0);
    }

    private FalseAlarmRate Rate(Tally tally, string counted)
    {
        var rate = (double)tally.Alarms / _question.Runs;
        var interval = ProportionInterval.WilsonInterval(rate, _question.Runs, Certainty);
        return new FalseAlarmRate(
            counted, tally.Method, tally.Alarms, tally.Refused, rate, interval.Low, interval.High,
            string.Create(CultureInfo.InvariantCulture, $"{100 * rate:0.0} % ({100 * interval.Low:0.0} to {100 * interval.High:0.0})"));
    }

    private readonly record struct Judged(string Method, bool IsAlarm, bool IsRefused);

    // Sums do not depend on the order of draws; of several methods the one that comes first by name is shown.
    private sealed class Tally
    {
        private readonly Lock _door = new();

        public int Alarms { get; private set; }

        public int Refused { get; private set; }

        public string Method { get; private set; } = "";

        public void Add(Judged one)
        {
            lock (_door)
            {
                Alarms += one.IsAlarm ? 1 : 0;
                Refused += one.IsRefused ? 1 : 0;
                Method = Method.Length == 0 || string.CompareOrdinal(one.Method, Method) < 0 ? one.Method : Method;
            }
        }
    }
}
