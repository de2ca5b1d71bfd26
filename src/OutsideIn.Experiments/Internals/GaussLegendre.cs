using System.Collections.Concurrent;

namespace OutsideIn.Experiments;

/// <summary>Where to look at a smooth function on [−1, 1] and with what weight, so that the sum is its integral.</summary>
/// <remarks>Source: DLMF 3.5.15; the nodes are zeros of Legendre's polynomials, found by Newton's method from Tricomi's first guess.</remarks>
internal sealed record GaussLegendre(double[] Nodes, double[] Weights)
{
    private const int Steps = 100;
    private static readonly ConcurrentDictionary<int, GaussLegendre> Known = new();

    /// <summary>[count] nodes ascending, with their weights.</summary>
    public static GaussLegendre Of(int count) => Known.GetOrAdd(count, Find);

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
