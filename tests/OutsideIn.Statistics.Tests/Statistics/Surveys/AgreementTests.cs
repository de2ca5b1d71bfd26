using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Statistics.SurveyOracle;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/survey.json, kappa, tolerance 1e-9.</summary>
public sealed class AgreementTests
{
    [Fact]
    public void Kappa_and_its_errors_are_the_oracles()
    {
        var compared = 0;
        foreach (var one in Of("kappa"))
        {
            var table = new double[3, 3];
            for (var cell = 0; cell < 9; cell++)
            {
                table[cell / 3, cell % 3] = one.GetProperty("table")[cell / 3][cell % 3].Number();
            }

            var (plain, ordered) = (Agreement.OfCohen(table).Value(), Agreement.OfOrdered(table).Value());

            compared += Compare(one.GetProperty("kappa"), plain.Kappa.Value) + Compare(one.GetProperty("se"), plain.StandardError)
                + Compare(one.GetProperty("se0"), plain.ErrorWithoutAgreement) + Compare(one.GetProperty("kappa_quadratic"), ordered.Kappa.Value)
                + Compare(one.GetProperty("se_quadratic"), ordered.StandardError);
            Assert.True(plain.PValue < 1e-9);
        }

        Assert.Equal(5, compared);
    }

    [Fact]
    public void Cases_of_one_value_say_nothing_of_agreement() =>
        Assert.Equal("ST047", Agreement.OfCohen(new double[,] { { 9, 0 }, { 0, 0 } }).Refusal().Code);
}
