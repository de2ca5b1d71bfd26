using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Draws for the calibration; a pure function of the seed. Pass it by reference: a copy repeats the same draws.</summary>
internal struct SimulatedDraws(ulong seed)
{
    private RandomBits _bits = new(seed);
    private double _spare = double.NaN;

    /// <summary>Uniform, 0 ≤ u &lt; 1.</summary>
    public double Uniform() => (_bits.Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Standard normal, by the polar method (Marsaglia and Bray 1964).</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            var kept = _spare;
            _spare = double.NaN;
            return kept;
        }

        while (true)
        {
            var (x, y) = ((2 * Uniform()) - 1, (2 * Uniform()) - 1);
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                var stretch = Math.Sqrt(-2 * Math.Log(square) / square);
                _spare = y * stretch;
                return x * stretch;
            }
        }
    }

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -Math.Log(1 - Uniform());

    /// <summary>Whether something of this probability happens.</summary>
    public bool Happens(double probability) => Uniform() < probability;

    /// <summary>Uniform whole number, 0 ≤ i &lt; count.</summary>
    public int Below(int count) => (int)Math.BigMul(_bits.Next(), (ulong)count, out _);

    /// <summary>How many of so many happen, by the gaps between them (Devroye 1986, Non-uniform random variate generation, X.4): O(count × probability).</summary>
    public int Binomial(int count, double probability)
    {
        if (probability is <= 0 or >= 1)
        {
            return probability >= 1 ? count : 0;
        }

        var (hits, seen, scale) = (0, 0.0, Math.Log(1 - probability));
        while (true)
        {
            seen += Math.Floor(Math.Log(1 - Uniform()) / scale) + 1;
            if (seen > count)
            {
                return hits;
            }

            hits++;
        }
    }
}
