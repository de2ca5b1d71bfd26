namespace OutsideIn.Web;

/// <summary>How long waits are drawn: to scale up to a round cap; what is longer is cut at the cap and marked.</summary>
/// <param name="CapSeconds">The wait drawn at full length.</param>
internal readonly record struct WaitScale(double CapSeconds)
{
    private static readonly double[] Caps =
    [
        60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 172_800, 432_000, 604_800, 1_209_600, 2_592_000, 5_184_000, 7_776_000,
        15_552_000, 31_104_000,
    ];

    /// <summary>The smallest round cap that leaves nine in ten of the waits whole, and no wait more than it is drawn as where one dwarfs the rest.</summary>
    public static WaitScale Of(IReadOnlyList<double> waits)
    {
        var sorted = waits.Where(static one => one > 0).Order().ToArray();
        if (sorted.Length == 0)
        {
            return new WaitScale(Caps[0]);
        }

        var most = sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * 0.9) - 1)];
        var cap = Caps.FirstOrDefault(one => one >= most);
        return new WaitScale(cap == 0 ? most : cap);
    }

    /// <summary>The length of a wait, from 0 to 1.</summary>
    public double LengthOf(double seconds) => Math.Clamp(seconds / CapSeconds, 0, 1);

    /// <summary>Whether a wait is longer than it is drawn.</summary>
    public bool Cuts(double seconds) => seconds > CapSeconds;
}
