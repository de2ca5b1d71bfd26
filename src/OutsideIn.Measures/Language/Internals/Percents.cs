namespace OutsideIn.Measures.Internals;

/// <summary>A percentage and the share it stands for, without the noise of dividing by a hundred.</summary>
internal static class Percents
{
    public static double ShareOf(double percent) => (double)((decimal)percent / 100);

    public static double Of(double share) => (double)((decimal)share * 100);
}
