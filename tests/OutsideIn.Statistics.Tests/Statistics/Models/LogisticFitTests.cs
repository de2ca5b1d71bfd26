using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

public sealed class LogisticFitTests
{
    private const int Rows = 400;

    [Fact]
    public void Rows_drawn_as_they_are_give_the_likelihood_of_the_fit()
    {
        var (fit, _, _) = Fitted();
        var times = new byte[Rows];
        times.AsSpan().Fill(1);

        var (likelihood, none) = fit.Redrawn(times)!.Value;

        Assert.Equal(fit.LogLikelihood, likelihood, 9);
        Assert.Equal(fit.NullLogLikelihood, none, 9);
    }

    [Fact]
    public void One_step_comes_near_the_fit_of_the_rows_drawn()
    {
        var (fit, column, outcome) = Fitted();
        var (times, bits) = (new byte[Rows], new RandomBits(4));
        for (var row = 0; row < Rows; row++)
        {
            times[bits.Next() % Rows]++;
        }

        int[] drawn = [.. Enumerable.Range(0, Rows).SelectMany(row => Enumerable.Repeat(row, times[row]))];
        var anew = LogisticModel.Fit(
            DesignMatrix.WithConstant(["x"], [[.. drawn.Select(row => column[row])]]), [.. drawn.Select(row => outcome[row])]).Value();
        var (likelihood, none) = fit.Redrawn(times)!.Value;

        Assert.Equal(anew.NullLogLikelihood, none, 9);
        Assert.Equal(anew.LogLikelihood, likelihood, 0.02 * (anew.LogLikelihood - anew.NullLogLikelihood));
        Assert.NotEqual(fit.LogLikelihood, anew.LogLikelihood, 0.1);
    }

    [Fact]
    public void Rows_that_all_say_yes_tell_nothing()
    {
        var (fit, _, outcome) = Fitted();

        Assert.Null(fit.Redrawn([.. outcome.Select(static answer => (byte)(answer > 0 ? 2 : 0))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => fit.Redrawn(new byte[3]));
    }

    // The odds of a yes double with every two units.
    private static (LogisticFit Fit, double[] Column, double[] Outcome) Fitted()
    {
        var (column, outcome, bits) = (new double[Rows], new double[Rows], new RandomBits(9));
        for (var row = 0; row < Rows; row++)
        {
            column[row] = (row % 9) - 4;
            outcome[row] = (bits.Next() >> 11) * Math.Pow(2, -53) < 1 / (1 + Math.Exp(-column[row] * Math.Log(2) / 2)) ? 1 : 0;
        }

        return (LogisticModel.Fit(DesignMatrix.WithConstant(["x"], [column]), outcome).Value(), column, outcome);
    }
}
