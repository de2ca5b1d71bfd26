using System.Collections.Concurrent;

namespace OutsideIn.Statistics;

/// <summary>Where to look at a smooth function on [−1, 1] and with what weight, so that the sum is its integral.</summary>
/// <remarks>Source: DLMF 3.5.15; the nodes are zeros of Legendre's polynomials, found by Newton's method from Tricomi's first guess. Immutable; safe to share.</remarks>
/// <param name="Nodes">[nodes] Ascending, within −1 and 1.</param>
/// <param name="Weights">[nodes] Their weights, which add up to 2.</param>
public sealed record GaussLegendre(double[] Nodes, double[] Weights)
{
    private const int Steps = 100;
    private static readonly ConcurrentDictionary<int, GaussLegendre> Known = new();

    /// <summary>[count] nodes ascending, with their weights; exact for polynomials up to the degree 2 × count − 1.</summary>
    /// <param name="count">How many, ≥ 1; found once and kept.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static GaussLegendre Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Known.GetOrAdd(count, Find);
    }

    /// <summary>The integral of a function over many equal panels.</summary>
    internal double Integrate(double from, double to, int panels, Func<double, double> function)
    {
        var (half, sum) = ((to - from) / panels / 2, 0.0);
        for (var panel = 0; panel < panels; panel++)
        {
            var centre = from + (((2 * panel) + 1) * half);
            for (var index = 0; index < Nodes.Length; index++)
            {
                sum += Weights[index] * function(centre + (half * Nodes[index]));
            }
        }

        return sum * half;
    }

    private static GaussLegendre Find(int count)
    {
        var (nodes, weights) = (new double[count], new double[count]);
        for (var index = 0; index < (count + 1) / 2; index++)
        {
            var x = Math.Cos(Math.PI * (index + 0.75) / (count + 0.5));
            var slope = 0.0;
            for (var step = 0; step < Steps; step++)
            {
                (var value, slope) = Legendre(count, x);
                var change = value / slope;
                x -= change;
                if (Math.Abs(change) < 1e-16)
                {
                    break;
                }
            }

            var weight = 2 / ((1 - (x * x)) * slope * slope);
            (nodes[index], nodes[count - 1 - index]) = (-x, x);
            (weights[index], weights[count - 1 - index]) = (weight, weight);
        }

        return new GaussLegendre(nodes, weights);
    }

    private static (double Value, double Slope) Legendre(int count, double x)
    {
        var (before, value) = (1.0, x);
        for (var order = 2; order <= count; order++)
        {
            (before, value) = (value, ((((2 * order) - 1) * x * value) - ((order - 1) * before)) / order);
        }

        return (value, count * ((x * value) - before) / ((x * x) - 1));
    }
}
