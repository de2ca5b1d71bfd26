namespace OutsideIn.Simulation;

/// <summary>What one customer's matter is, before any work is done on it.</summary>
/// <param name="ReportedAt">Seconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Progress">How far the year has gone, 0 to 1: what the planted trends follow.</param>
/// <param name="Customer">The customer's id.</param>
/// <param name="Category">Tech savvy, silver surfer, or time is money.</param>
/// <param name="Region">One of five.</param>
/// <param name="Damage">Glass, light, medium or heavy.</param>
/// <param name="Amount">Damage in pounds.</param>
/// <param name="IsDrivable">Whether the car still drives.</param>
/// <param name="NeedsPaper">Whether the paper form is asked for; the pilot region takes the recorded call instead.</param>
internal sealed record SampleMatter(
    long ReportedAt,
    double Progress,
    string Customer,
    string Category,
    string Region,
    string Damage,
    double Amount,
    bool IsDrivable,
    bool NeedsPaper)
{
    public const string TechSavvy = "tech savvy";
    public const string SilverSurfer = "silver surfer";
    public const string TimeIsMoney = "time is money";
    public const string Glass = "glass";
    public const string PilotRegion = "West";

    /// <summary>How long these customers wait before they call, against the average.</summary>
    public double Patience => Category switch { TimeIsMoney => 0.65, SilverSurfer => 1.35, _ => 1.0 };

    public bool IsGlass => string.Equals(Damage, Glass, StringComparison.Ordinal);

    public static SampleMatter Draw(long reportedAt, double progress, string customer, RandomSource chance)
    {
        var category = Pick(chance, (0.36, TechSavvy), (0.64, SilverSurfer), (1, TimeIsMoney));
        var region = Pick(chance, (0.22, "North"), (0.46, "South"), (0.66, "East"), (0.86, "Midlands"), (1, PilotRegion));
        var damage = Pick(chance, (0.30, Glass), (0.58, "light"), (0.88, "medium"), (1, "heavy"));
        var least = damage switch { Glass => 120, "light" => 350, "medium" => 1_100, _ => 3_200 };
        var amount = Math.Round(least + chance.NextExponential(least * 0.6), 2);
        var drivable = damage switch { Glass => 0.97, "light" => 0.92, "medium" => 0.6, _ => 0.1 };
        var isDrivable = chance.NextUnit() < drivable;
        var needsPaper = damage != Glass && region != PilotRegion;
        return new SampleMatter(reportedAt, progress, customer, category, region, damage, amount, isDrivable, needsPaper);
    }

    private static string Pick(RandomSource chance, params ReadOnlySpan<(double UpTo, string Name)> choices)
    {
        var draw = chance.NextUnit();
        foreach (var (upTo, name) in choices)
        {
            if (draw < upTo)
            {
                return name;
            }
        }

        return choices[^1].Name;
    }
}
