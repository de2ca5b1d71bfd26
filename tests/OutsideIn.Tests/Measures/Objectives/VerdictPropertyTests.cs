using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Support.SomeValues;

namespace OutsideIn.Tests.Measures.Objectives;

public sealed class VerdictPropertyTests
{
    private static readonly (string Objective, Func<IReadOnlyList<SomeValue>, MeasureValues> Measure)[] Works =
    [
        ("90% of cases <= 6d", static rows => Times(rows)),
        ("at most 10% of cases > 6d", static rows => Times(rows)),
        ("90% of cases < 6d", static rows => Times(rows)),
        ("median <= 6d", static rows => Times(rows)),
        ("p90 <= 6d", static rows => TouchTimes([.. rows.Select(WithoutLost)])),
        ("90% of cases <= 6d", static rows => TouchTimes([.. rows.Select(WithoutLost)])),
        ("90% of cases <= 6", static rows => Counts([.. rows.Select(WithoutLost)])),
        ("mean <= 6", static rows => Counts([.. rows.Select(WithoutLost)])),
        ("median <= 6", static rows => Numbers([.. rows.Select(WithoutLost)])),
        ("total <= 60", static rows => Sums([.. rows.Select(WithoutLost)])),
        ("90% of cases yes", static rows => Answers([.. rows.Select(Answer)])),
        ("90% of cases no", static rows => Denials([.. rows.Select(Answer)])),
    ];

    private static Arbitrary<SomeValue[]> AnyRows { get; } = Gen.Choose(0, 15)
        .SelectMany(static value => Gen.Elements(ValueState.LeftOut, ValueState.NotApplicable, ValueState.Known, ValueState.Known, ValueState.Known, ValueState.Open, ValueState.Lost)
            .SelectMany(state => Gen.Choose(0, 100).Select(day => new SomeValue(
                state, state is ValueState.LeftOut or ValueState.NotApplicable ? 0 : value, 0, day))))
        .ArrayOf().ToArbitrary();

    [Fact]
    public void Without_open_subjects_every_share_is_k_of_n_to_the_last_bit() => Prop.ForAll(AnyRows, static rows =>
    {
        SomeValue[] closed = [.. rows.Where(static row => row.State != ValueState.Open)];
        foreach (var (objective, measure) in Works.Where(static work => work.Objective.Contains('%', StringComparison.Ordinal)))
        {
            var (values, goal) = (measure(closed), Goal(objective));
            var sides = Verdicts.Sides(values, goal);
            var (met, missed) = (sides.Count(static side => side == Side.Met), sides.Count(static side => side == Side.Missed));

            var verdict = Verdicts.Judge(values, goal, AsOf(120));

            Assert.Equal(met + missed == 0 ? null : (double)met / (met + missed), verdict.Figure.Value);
            Assert.Equal((met, missed, 0), (verdict.Met, verdict.Missed, verdict.Open));
        }
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void An_interval_holds_its_value_and_a_verdict_its_interval() => Prop.ForAll(AnyRows, static rows =>
    {
        foreach (var (objective, measure) in Works)
        {
            var verdict = Verdicts.Judge(measure(rows), Goal(objective), AsOf(120));
            foreach (var figure in verdict.Periods.Select(static one => one.Figure).Append(verdict.Figure))
            {
                Assert.True(figure.Value is not null || figure.Refusal is not null, objective);
                if (figure is { Value: { } value, Interval: { } interval })
                {
                    Assert.True(interval.Low <= value + 1e-12 && interval.High >= value - 1e-12, $"{objective}: {value} in {interval}");
                }
            }

            if (verdict.Figure.Interval is null && !objective.Contains("100%", StringComparison.Ordinal))
            {
                Assert.Equal(VerdictKind.NotYetProvable, verdict.Kind);
            }
        }
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Sides_periods_and_groups_add_up_to_the_subjects() => Prop.ForAll(AnyRows, static rows =>
    {
        foreach (var (objective, measure) in Works)
        {
            var (values, goal, options) = (measure(rows), Goal(objective), AsOf(120));
            var counted = rows.Count(static row => row.State != ValueState.LeftOut);
            var groups = new CodedColumn(["a", "b"], [.. rows.Select(static (_, index) => index % 3)]);

            var verdict = Verdicts.Judge(values, goal, options);
            var byPeriod = Verdicts.ByPeriod(values, goal, PeriodUnit.Week, options);
            var byGroup = Verdicts.ByGroup(values, goal, groups, options);

            Assert.Equal(counted, verdict.Met + verdict.Missed + verdict.Open + verdict.NotApplicable);
            Assert.Equal(rows.Length, Verdicts.Sides(values, goal).Length);
            Assert.Equal(counted - verdict.NotApplicable, Verdicts.Sides(values, goal).Count(static side => side >= Side.Met));
            foreach (var figures in new[] { byPeriod.Select(static one => one.Figure), byGroup.Select(static one => one.Figure) })
            {
                Assert.Equal(verdict.Figure.Count, figures.Sum(static one => one.Count));
                Assert.Equal(verdict.Figure.Open, figures.Sum(static one => one.Open));
                Assert.Equal(verdict.Figure.Lost, figures.Sum(static one => one.Lost));
                Assert.Equal(verdict.NotApplicable, figures.Sum(static one => one.NotApplicable));
            }

            Assert.Equal(byPeriod.Select(static one => one.FirstDay).Order(), byPeriod.Select(static one => one.FirstDay));
        }
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_order_of_the_subjects_changes_nothing() => Prop.ForAll(AnyRows, static rows =>
    {
        foreach (var (objective, measure) in Works)
        {
            var forward = Verdicts.Judge(measure(rows), Goal(objective), AsOf(120));
            var backward = Verdicts.Judge(measure([.. rows.Reverse()]), Goal(objective), AsOf(120));

            Assert.Equal((forward.Kind, forward.Figure, forward.Sentence, forward.Trend), (backward.Kind, backward.Figure, backward.Sentence, backward.Trend));
            Assert.Equal(forward.Periods, backward.Periods);
        }
    }).Check(Config.QuickThrowOnFailure);

    private static SomeValue WithoutLost(SomeValue row) => row.State == ValueState.Lost ? row with { State = ValueState.Known } : row;

    private static SomeValue Answer(SomeValue row) => WithoutLost(row) switch
    {
        { State: ValueState.Known or ValueState.Open } one => one with { Value = one.Value % 2, WaitDays = one.Value },
        var other => other,
    };
}
