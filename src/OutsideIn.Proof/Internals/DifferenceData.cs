using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>The numbers of a comparison of changes: subjects of every arm before and after, each followed for the same time.</summary>
internal sealed class DifferenceData
{
    public const string Before = "before";
    public const string After = "after";

    // Mean days of a period.
    private const double WeekDays = 7;
    private const double MonthDays = 365.25 / 12;
    private const double PickedLevel = 0.05;

    private readonly ComparedMeasure _measure;
    private readonly ComparisonQuestion _question;
    private readonly SubjectColumn _units;
    private readonly List<DifferenceRow> _rows = [];

    private DifferenceData(ComparedMeasure measure, ComparisonQuestion question, UnitArms found, SubjectColumn units) =>
        (_measure, _question, Found, _units) = (measure, question, found, units);

    public UnitArms Found { get; }

    /// <summary>The time up to which each subject is followed.</summary>
    public double Limit { get; private init; }

    /// <summary>[2 × arms] Each arm before, then after; control first.</summary>
    public IReadOnlyList<SubjectGroup> Sides { get; private set; } = [];

    public static DifferenceData Of(ComparedMeasure measure, ComparisonQuestion question, UnitArms found, SubjectColumn units)
    {
        var data = new DifferenceData(measure, question, found, units) { Limit = SeriesFigures.LimitOf(measure, question.FollowUpMicros) };
        data.Sides = [.. Enumerable.Range(0, found.Names.Count).SelectMany(arm => new[] { data.Side(arm, isAfter: false), data.Side(arm, isAfter: true) })];
        return data;
    }

    /// <summary>Units of an arm.</summary>
    public long CountOf(int arm) => Found.Arms.Values.Count(one => one == arm);

    /// <summary>The subjects of an arm and of the control, one figure each, as the estimator takes them.</summary>
    public UnitPeriods Rows(int arm)
    {
        DifferenceRow[] rows = [.. _rows.Where(row => row.Arm == arm || row.Arm == 0)];
        return new UnitPeriods
        {
            Values = [.. rows.Select(static row => row.Value)],
            Units = [.. rows.Select(static row => row.Unit)],
            Periods = [.. rows.Select(static row => row.Period)],
            ChangedFrom = [.. rows.Select(row => Found.StartMicros.TryGetValue(row.Unit, out var start) ? PeriodOf(start) : (int?)null)],
            ChangeText = value => (value > 0 ? "+" : value < 0 ? "−" : "") + EffectEntries.SizeOf(Math.Abs(value) * SeriesFigures.ScaleOf(_measure), _measure),
            Level = _question.Level,
        };
    }

    /// <summary>Whether the units with the change stood apart before it came, and what that alone would bring; null where it cannot be told.</summary>
    public AssumptionCheck? Anyway(int arm)
    {
        RankedGroup[] all = [.. _rows.Where(row => row.Period < 0 && (row.Arm == arm || row.Arm == 0)).GroupBy(static row => row.Unit)
            .Select(static unit => new RankedGroup(unit.Key.ToString(CultureInfo.InvariantCulture), Moments.Of([.. unit.Select(static row => row.Value)])))];
        var changed = all.Where(one => Found.Arms[int.Parse(one.Name, CultureInfo.InvariantCulture)] == arm).ToArray();
        var others = all.Except(changed).ToArray();
        if (!RegressionToTheMean.Of(all, [.. changed.Select(static one => one.Name)], _question.Level).TryGet(out var picked, out _)
            || !RegressionToTheMean.Of(all, [.. others.Select(static one => one.Name)], _question.Level).TryGet(out var left, out _))
        {
            return null;
        }

        var gap = WelchComparison.Of(Means(others), Means(changed), ComparisonOptions.Default);
        var isApart = gap.PValue < PickedLevel;
        var byItself = picked.Forecast.Value - picked.PickedBefore - (left.Forecast.Value - left.PickedBefore);
        var scale = SeriesFigures.ScaleOf(_measure);
        var stood = $"Before, {Found.Names[arm]} stood at {Text(picked.PickedBefore)} and {Found.Names[0]} at {Text(left.PickedBefore)}";
        return new AssumptionCheck(
            $"The {_question.Unit}s with the change were not picked for how they stood.",
            isApart ? false : true,
            isApart
                ? $"{stood}, further apart than chance puts them: with nothing done at all they would come nearer by about {EffectEntries.SizeOf(byItself * scale, _measure)}, and that much of the difference may be no effect."
                : $"{stood}, no further apart than chance puts them.");

        string Text(double value) => _measure.Compared.By == ComparedBy.Share
            ? Vocabulary.ShareText.Of(Math.Clamp(value * scale, 0, 1))
            : EffectEntries.SizeOf(value * scale, _measure);
    }

    /// <summary>The periods of all units: the figure of those with the change, beside it that of those without.</summary>
    public IReadOnlyList<ComparedPeriod> Periods() =>
    [
        .. SubjectPeriod.Of(_measure.Values, _question.Period).Select(period =>
        {
            int[] own = Of(period, static arm => arm > 0), others = Of(period, static arm => arm == 0);
            var isUsed = period.EndMicros + FollowedFor <= _measure.Options.HorizonMicros && own.Length > 0 && others.Length > 0;
            return new ComparedPeriod(
                period.Name, period.FirstDay, period.BeginMicros >= _question.ChangeMicros, isUsed, own.Length,
                SeriesFigures.InUnit(_measure, SeriesFigures.MeanOf(_measure, own, Limit)), SeriesFigures.InUnit(_measure, SeriesFigures.MeanOf(_measure, others, Limit)), null);
        }),
    ];

    private double FollowedFor => SeriesFigures.FollowedFor(_measure, _question.FollowUpMicros, Limit);

    private static MeanSums Means(RankedGroup[] units) => new(Moments.Of([.. units.Select(static one => one.Answers.Mean)]));

    private int[] Of(SubjectPeriod period, Func<int, bool> isWanted) => _measure.Compared.WithValue(
        [.. period.Subjects.Where(subject => Found.Arms.TryGetValue(_units.Codes[subject], out var arm) && isWanted(arm))]);

    // The subjects of an arm on one side; those not followed long enough are counted and left out.
    private SubjectGroup Side(int arm, bool isAfter)
    {
        var change = _question.ChangeMicros!.Value;
        int[] all =
        [
            .. _measure.Compared.WithValue([.. Enumerable.Range(0, _measure.Values.Count)])
                .Where(subject => Found.Arms.TryGetValue(_units.Codes[subject], out var of) && of == arm && _measure.Values.StartMicros[subject] >= change == isAfter),
        ];
        int[] old = [.. all.Where(subject => _measure.Values.StartMicros[subject] + FollowedFor <= _measure.Options.HorizonMicros)];
        if (_measure.Compared.Numbers(old, Limit).TryGet(out var numbers, out _))
        {
            var scale = SeriesFigures.ScaleOf(_measure);
            _rows.AddRange(old.Zip(numbers).Where(static one => !double.IsNaN(one.Second)).Select(one =>
                new DifferenceRow(arm, _units.Codes[one.First], PeriodOf(_measure.Values.StartMicros[one.First]), one.Second / scale)));
        }

        return new SubjectGroup($"{Found.Names[arm]}, {(isAfter ? After : Before)}", old, [.. old.Select(subject => _units.Codes[subject])], all.Length - old.Length);
    }

    // Counted from the change: −1 is the last period before it, 0 the first after.
    private int PeriodOf(long micros)
    {
        var days = _question.Period switch { PeriodUnit.Week => WeekDays, PeriodUnit.Month => MonthDays, _ => 3 * MonthDays };
        return (int)Math.Floor((micros - _question.ChangeMicros!.Value) / (days * ComparisonQuestion.DayMicros));
    }

    private sealed record DifferenceRow(int Arm, int Unit, int Period, double Value);
}
