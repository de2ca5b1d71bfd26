using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class ClustersWithHistoryTests
{
    private static readonly ClusterWithHistory[] Control = [Team(10, 1), Team(14, 3), Team(13, 2), Team(19, 5)];
    private static readonly ClusterWithHistory[] Treatment = [Team(15, 1), Team(16, 2), Team(22, 4), Team(20, 3), Team(26, 6)];

    [Fact]
    public void It_is_the_regression_of_the_teams_means_on_arm_and_history()
    {
        double[] outcome = [.. Control.Concat(Treatment).Select(static one => one.Rows.Mean)];
        var design = DesignMatrix.Of(
            ["constant", "arm", "before"],
            [[1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 1, 1, 1, 1, 1], [.. Control.Concat(Treatment).Select(static one => one.Before)]]);
        var fit = LinearModel.Fit(design, outcome).Value();

        var effect = ClustersWithHistory.Of(Control, Treatment, ComparisonOptions.Default);

        Assert.Equal(fit.Coefficients[1], effect.Value!.Value, 10);
        Assert.Equal(fit.With(ErrorKind.Classical).Of("arm").StandardError, effect.StandardError!.Value, 10);
        Assert.Equal(6, effect.Degrees);
        Assert.Equal((4L, 5L), (effect.ControlCount, effect.TreatmentCount));
    }

    [Fact]
    public void Relative_to_the_control_both_means_are_those_of_equal_history()
    {
        var (difference, relative) = (
            ClustersWithHistory.Of(Control, Treatment, ComparisonOptions.Default),
            ClustersWithHistory.Of(Control, Treatment, ComparisonOptions.Default with { Scale = EffectScale.Relative }));

        // Slope within the arms 53.2 ÷ 23.55; the means at the mean history of 3: 14 + 0.25 slopes, and 19.8 − 0.2 slopes.
        var slope = (19.0 + 34.2) / (8.75 + 14.8);
        var (control, treatment) = (14 + (0.25 * slope), 19.8 - (0.2 * slope));
        Assert.Equal(treatment - control, difference.Value!.Value, 10);
        Assert.Equal((treatment / control) - 1, relative.Value!.Value, 10);
        Assert.InRange(relative.Interval!.Value.Low, 0, relative.Value.Value);
    }

    [Theory]
    [InlineData("EX040")]
    [InlineData("EX041")]
    [InlineData("EX035")]
    public void What_cannot_be_estimated_is_refused(string code)
    {
        var (control, treatment, scale) = code switch
        {
            "EX040" => (Control[..1], Treatment, EffectScale.Difference),
            "EX041" => ([.. Control.Select(static one => one with { Before = 1 })], [.. Treatment.Select(static one => one with { Before = 2 })], EffectScale.Difference),
            _ => ([.. Control.Select(static one => one with { Rows = new Moments(1, -one.Rows.Mean, 0) })], Treatment, EffectScale.Relative),
        };

        Assert.Equal(code, ClustersWithHistory.Of(control, treatment, ComparisonOptions.Default with { Scale = scale }).Refusal!.Code);
    }

    private static ClusterWithHistory Team(double mean, double before) => new(new Moments(1, mean, 0), before);
}
