using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>
/// Where a score that nobody has stopped yet stands: the density of S(t) = Z(t)√t of a Brownian motion with drift, look after look,
/// held at the nodes of a quadrature.
/// </summary>
/// <remarks>Source: Armitage, McPherson and Rowe (1969), Repeated significance tests on accumulating data, JRSS A 132(2); Jennison and Turnbull (2000), chapter 19.</remarks>
internal sealed class SequentialPath(double drift)
{
    // Beyond nine standard deviations there is nothing that moves a boundary's sixth digit.
    private const double Reach = 9;
    private const double NodesPerDeviation = 3.2;
    private const int NodesAtLeast = 24;
    private const int NodesAtMost = 800;

    private double[] _at = [0];
    private double[] _mass = [1];
    private double _time;

    /// <summary>The probability that at the next look the score is at least a boundary (as Z), not having stopped before.</summary>
    public double Above(double time, double bound) => Crossing(time, bound, 1);

    /// <summary>The probability that at the next look the score is at most a boundary (as Z), not having stopped before.</summary>
    public double Below(double time, double bound) => Crossing(time, bound, -1);

    /// <summary>The boundary (as Z) that the next look crosses upwards, or downwards, with a probability.</summary>
    /// <param name="time">Information of the next look.</param>
    /// <param name="probability">More than 0; what cannot be reached gives the boundary that is never crossed.</param>
    /// <param name="side">1 for upwards, −1 for downwards.</param>
    public double BoundFor(double time, double probability, int side)
    {
        if (_time == 0)
        {
            return side * ((side * drift * Math.Sqrt(time)) + NormalDistribution.UpperQuantile(probability));
        }

        if (!(probability > 0))
        {
            return side * double.PositiveInfinity;
        }

        var (low, high) = (-40.0, 40.0);
        if (Crossing(time, side * low, side) <= probability)
        {
            return side * low;
        }

        // Halving in z until neighbours, with the secant of the logarithm, which is nearly a parabola, as the next guess.
        var guess = NormalDistribution.UpperQuantile(Math.Min(probability, 0.5));
        for (var step = 0; step < 80 && high - low > 1e-12; step++)
        {
            var at = Crossing(time, side * guess, side);
            (low, high) = at > probability ? (guess, high) : (low, guess);
            const double apart = 1e-4;
            var slope = Math.Log(Crossing(time, side * (guess + apart), side) / at) / apart;
            var next = guess + (Math.Log(probability / at) / slope);
            if (Math.Abs(next - guess) < 1e-11)
            {
                return side * next;
            }

            guess = next > low && next < high ? next : (low + high) / 2;
        }

        return side * guess;
    }

    /// <summary>Goes on to the next look between two boundaries (as Z); those outside have stopped.</summary>
    /// <param name="time">Information of this look.</param>
    /// <param name="lower">Below which one stops; negative infinity for never.</param>
    /// <param name="upper">Above which one stops.</param>
    /// <param name="nextTime">Information of the look after, which says how finely to look.</param>
    public void Advance(double time, double lower, double upper, double nextTime)
    {
        var (root, step) = (Math.Sqrt(time), Math.Sqrt(time - _time));
        var from = Math.Max(lower * root, (drift * time) - (Reach * root));
        var to = Math.Min(upper * root, (drift * time) + (Reach * root));
        if (!(to > from))
        {
            (_at, _mass, _time) = ([], [], time);
            return;
        }

        var finest = Math.Min(step, Math.Sqrt(nextTime - time));
        var count = Math.Clamp((int)(NodesPerDeviation * (to - from) / finest) + NodesAtLeast, NodesAtLeast, NodesAtMost);
        var rule = GaussLegendre.Of((count + 7) / 8 * 8);
        var (at, mass) = (new double[rule.Nodes.Length], new double[rule.Nodes.Length]);
        var (middle, half, ahead) = ((from + to) / 2, (to - from) / 2, drift * (time - _time));
        for (var index = 0; index < at.Length; index++)
        {
            at[index] = middle + (half * rule.Nodes[index]);
            mass[index] = half * rule.Weights[index] * DensityAt(at[index] - ahead, step);
        }

        (_at, _mass, _time) = (at, mass, time);
    }

    private double DensityAt(double score, double step)
    {
        var sum = 0.0;
        for (var index = 0; index < _at.Length; index++)
        {
            var z = (score - _at[index]) / step;
            sum += _mass[index] * Math.Exp(-0.5 * z * z);
        }

        return sum / (step * Math.Sqrt(2 * Math.PI));
    }

    private double Crossing(double time, double bound, int side)
    {
        var (step, score) = (Math.Sqrt(time - _time), (bound * Math.Sqrt(time)) - (drift * (time - _time)));
        var sum = 0.0;
        for (var index = 0; index < _at.Length; index++)
        {
            sum += _mass[index] * NormalDistribution.Cumulative(side * (_at[index] - score) / step);
        }

        return sum;
    }
}
