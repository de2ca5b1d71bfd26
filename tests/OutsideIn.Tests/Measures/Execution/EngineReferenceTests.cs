using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Measures;
using OutsideIn.Measures.Internals;

namespace OutsideIn.Tests.Measures;

public sealed class EngineReferenceTests
{
    private const double MicrosApart = 2;

    private static readonly string[] MayBeAbsent = ["channel", "team", "customer", "cost", "amount", "product", "urgent", "due", "region", "size"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_engine_gives_every_subject_what_the_slow_reference_gives(ulong seed)
    {
        var any =
            from log in AnyMeasuredLog.Generator
            from measures in AnyMeasure.Generator.ArrayOf(4)
            from isInBusinessDays in Gen.Elements(false, false, true)
            from blockRows in Gen.Choose(1, 12)
            select (log, measures, isInBusinessDays, blockRows);

        Prop.ForAll(any.ToArbitrary(), one => Same(one.log, Possible(one.log, one.measures), one.isInBusinessDays, one.blockRows))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2500).WithReplay(seed, 3));
    }

    private static MeasureSyntax[] Possible(MeasuredLog log, MeasureSyntax[] measures) =>
        [.. measures.Where(one => Columns(log).All(column => !Mentions(one, column)))];

    // Columns that no event of the log happens to have are not in it, and the checker refuses measures of them.
    private static IEnumerable<string> Columns(MeasuredLog log)
    {
        var known = MeasureSchemas.Of(log).Columns.Select(static one => one.Name).ToHashSet(StringComparer.Ordinal);
        return MayBeAbsent.Where(name => !known.Contains(name));
    }

    private static bool Mentions(MeasureSyntax measure, string column) =>
        (measure.IsPerCustomer && column is "customer") || Describe(measure).Contains($"Text = {column},", StringComparison.Ordinal);

    private static string Describe(MeasureSyntax measure) => $"{measure.Value} {Describe(measure.Where)} {Describe(measure.ForCases)}";

    private static string Describe(ConditionSyntax? condition) => condition switch
    {
        AllOfSyntax all => string.Join(" and ", all.Conditions.Select(Describe)),
        AnyOfSyntax any => string.Join(" or ", any.Conditions.Select(Describe)),
        NotSyntax not => Describe(not.Condition),
        _ => $"{condition}",
    };

    private static void Same(MeasuredLog log, MeasureSyntax[] measures, bool isInBusinessDays, int blockRows)
    {
        var plans = measures.Select(one => MeasureCompiler.Plan(one, log, isInBusinessDays)).ToArray();

        var values = new MeasureValues[plans.Length];
        new EngineRun(log, plans, TestContext.Current.CancellationToken, null) { BlockRows = blockRows }.Batches(long.MaxValue, (index, one) => values[index] = one);

        for (var index = 0; index < measures.Length; index++)
        {
            var expected = ReferenceMeasure.Of(log, measures[index], isInBusinessDays);
            Assert.Equal(expected.Select(static one => one.Subject), Enumerable.Range(0, values[index].Count).Select(values[index].NameOf));
            Assert.Equal(expected.Select(static one => one.State), values[index].States.ToArray());
            Assert.All(expected.Zip(values[index].Values.ToArray()), static pair => Assert.Equal(pair.First.Value, pair.Second, MicrosApart));
            if (values[index].Plan.Kind == MeasureKind.YesNo)
            {
                Assert.All(expected.Zip(values[index].WaitMicros.ToArray()), static pair => Assert.Equal(pair.First.Wait, pair.Second, MicrosApart));
            }
        }
    }
}
