using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures;

public sealed class MeasureCaseTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(MeasureCase.Folder, "*.measure").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_engine_gives_what_the_case_says(string name)
    {
        var (one, plan) = Compiled(name);

        var values = MeasureEngine.Run(one.Log, [plan], TestContext.Current.CancellationToken)[0];

        var rows = Enumerable.Range(0, values.Count).Select(subject => (values.NameOf(subject), MeasureCase.Text(
            values.States[subject], values.Values[subject], plan.Kind == MeasureKind.YesNo ? values.WaitMicros[subject] : 0, plan)));
        Assert.Equal(one.Expected, MeasureCase.Table(rows));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_slow_reference_gives_what_the_case_says(string name)
    {
        var (one, plan) = Compiled(name);

        var values = ReferenceMeasure.Of(one.Log, plan.Syntax, plan.Clock == DurationClock.BusinessDays && plan.Kind == MeasureKind.Duration);

        Assert.Equal(one.Expected, MeasureCase.Table(values.Select(value => (value.Subject, MeasureCase.Text(value.State, value.Value, value.Wait, plan)))));
    }

    private static (MeasureCase Case, MeasurePlan Plan) Compiled(string name)
    {
        var one = MeasureCase.Read(name);
        var compiled = MeasureCompiler.Compile(one.Measure, one.Objective, one.Log);
        Assert.DoesNotContain(compiled.Diagnostics.Concat(compiled.ObjectiveDiagnostics), static found => found.Severity == MeasureSeverity.Error);
        return (one, compiled.Plan!);
    }
}
