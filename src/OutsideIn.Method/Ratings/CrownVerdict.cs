namespace OutsideIn.Method;

/// <summary>What one of the three numbers says (F16).</summary>
public enum CrownSign
{
    /// <summary>Nobody has read it, or fewer than three readings before the change say how much it varies by itself.</summary>
    NotProvable,

    /// <summary>It is better, and by more than it varies by itself.</summary>
    Better,

    /// <summary>It is within what it varies by itself.</summary>
    WithinNoise,

    /// <summary>It is worse, and by more than it varies by itself.</summary>
    Worse,
}

/// <summary>One of the three numbers, before and after (F16).</summary>
/// <param name="Sign">What it says.</param>
/// <param name="Before">Mean of the readings before the change; null where there is none.</param>
/// <param name="Deviation">Their sample standard deviation; null with fewer than three.</param>
/// <param name="Count">How many readings there are before the change.</param>
/// <param name="After">The reading after it; null where there is none.</param>
/// <param name="Because">The verdict in one sentence.</param>
public sealed record CrownPart(CrownSign Sign, double? Before, double? Deviation, int Count, double? After, string Because);

/// <summary>The triple crown of an action: cost down, revenue up, service up, at once and each beyond its own noise (S2, row 47; F16). Two of three is not a crown.</summary>
/// <param name="Cost">Cost: less is better.</param>
/// <param name="Revenue">Revenue: more is better.</param>
/// <param name="Service">Service, in the direction of its metric.</param>
public sealed record CrownVerdict(CrownPart Cost, CrownPart Revenue, CrownPart Service)
{
    /// <summary>So many readings before the change are the least that show how much a number varies by itself.</summary>
    public const int ReadingsNeeded = 3;

    /// <summary>How many of the three are better beyond their noise, 0 to 3.</summary>
    public int Count => Parts.Count(static part => part.Sign == CrownSign.Better);

    /// <summary>Whether all three are.</summary>
    public bool IsCrown => Count == 3;

    /// <summary>Whether each of the three could be told at all; if not, the verdict is "not provable", whatever the others say.</summary>
    public bool IsProvable => Parts.All(static part => part.Sign != CrownSign.NotProvable);

    /// <summary><c>crown</c>, <c>n of 3</c> or <c>not provable</c>.</summary>
    public string Text => !IsProvable ? "not provable" : IsCrown ? "crown" : $"{Count} of 3";

    private CrownPart[] Parts => [Cost, Revenue, Service];

    /// <summary>The verdict on what an action did; null where nothing was read.</summary>
    public static CrownVerdict? Of(ActionItem action, MapIndex index)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(index);
        return action.Crown is { } crown ? Of(crown, index.Find<Metric>(crown.Service?.Metric)?.Direction) : null;
    }

    /// <summary>The verdict on three readings.</summary>
    /// <param name="crown">What was read.</param>
    /// <param name="serviceDirection">Which way is better for service; null for more is better.</param>
    public static CrownVerdict Of(TripleCrown crown, Direction? serviceDirection = null)
    {
        ArgumentNullException.ThrowIfNull(crown);
        return new CrownVerdict(
            Part(crown.Cost, Direction.Down), Part(crown.Revenue, Direction.Up), Part(crown.Service, serviceDirection ?? Direction.Up));
    }

    private static CrownPart Part(CrownReading? reading, Direction better)
    {
        if (reading is null)
        {
            return new CrownPart(CrownSign.NotProvable, Before: null, Deviation: null, 0, After: null, "It was not read.");
        }

        var n = reading.Before.Count;
        double? mean = n == 0 ? null : reading.Before.Average();
        if (n < ReadingsNeeded)
        {
            return new CrownPart(
                CrownSign.NotProvable, mean, Deviation: null, n, reading.After,
                $"{n} readings before the change do not show how much it varies by itself; {ReadingsNeeded} are the least.");
        }

        var deviation = Math.Sqrt(reading.Before.Sum(value => (value - mean!.Value) * (value - mean.Value)) / (n - 1));
        var gain = better == Direction.Up ? reading.After - mean!.Value : mean!.Value - reading.After;
        var (sign, because) = gain switch
        {
            _ when gain > deviation => (CrownSign.Better, "It is better by more than one standard deviation of the readings before."),
            _ when -gain > deviation => (CrownSign.Worse, "It is worse by more than one standard deviation of the readings before."),
            _ => (CrownSign.WithinNoise, "It is within one standard deviation of the readings before."),
        };
        return new CrownPart(sign, mean, deviation, n, reading.After, because);
    }
}
