namespace OutsideIn.Statistics;

/// <summary>Who waited and who reached it at one time, of two arms.</summary>
internal readonly record struct RiskSet(int ControlAtRisk, int TreatmentAtRisk, int ControlReached, int TreatmentReached)
{
    public int AtRisk => ControlAtRisk + TreatmentAtRisk;

    public int Reached => ControlReached + TreatmentReached;
}

/// <summary>The risk sets of two arms, one for each time at which something was reached, ascending.</summary>
internal static class RiskSets
{
    /// <summary>O(observations): sorts by bits. Who lost it or was open at the very time still waited then.</summary>
    public static RiskSet[] Of(DurationGroup control, DurationGroup treatment)
    {
        using var first = CensoredSample.Of(control.Durations.Span, control.Ends.Span);
        using var second = CensoredSample.Of(treatment.Durations.Span, treatment.Ends.Span);
        first.Sort();
        second.Sort();
        var sets = new RiskSet[first.ReachedCount + second.ReachedCount];
        var (one, other, length) = (new Arm(), new Arm(), 0);
        while (one.Reached < first.ReachedCount || other.Reached < second.ReachedCount)
        {
            var time = Math.Min(one.Next(first), other.Next(second));
            var (atRisk, otherAtRisk) = (one.AtRiskAt(first, time), other.AtRiskAt(second, time));
            sets[length++] = new RiskSet(atRisk, otherAtRisk, one.TakeReached(first, time), other.TakeReached(second, time));
        }

        Array.Resize(ref sets, length);
        return sets;
    }

    private struct Arm
    {
        private int _lost;
        private int _open;

        public int Reached { get; private set; }

        public readonly double Next(CensoredSample sample) => Reached < sample.ReachedCount ? sample.Reached[Reached] : double.PositiveInfinity;

        public int AtRiskAt(CensoredSample sample, double time)
        {
            _lost = Skip(sample.Lost, _lost, time);
            _open = Skip(sample.Open, _open, time);
            return sample.Count - Reached - _lost - _open;
        }

        public int TakeReached(CensoredSample sample, double time)
        {
            var first = Reached;
            var reached = sample.Reached;
            while (Reached < reached.Length && reached[Reached] == time)
            {
                Reached++;
            }

            return Reached - first;
        }

        private static int Skip(ReadOnlySpan<double> sorted, int next, double time)
        {
            while (next < sorted.Length && sorted[next] < time)
            {
                next++;
            }

            return next;
        }
    }
}
