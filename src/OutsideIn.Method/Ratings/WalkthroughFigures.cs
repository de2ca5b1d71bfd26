namespace OutsideIn.Method;

/// <summary>Something the customer was asked for more than once (row 58).</summary>
/// <param name="What">What.</param>
/// <param name="Times">How many times too often.</param>
public sealed record AskedAgain(string What, int Times);

/// <summary>What a walk through an experience shows from the customer's seat (row 58, D).</summary>
/// <param name="Of">Id of the walk, or of the experience where its Moments of Truth stand for a walk; null for those of no experience.</param>
/// <param name="Steps">Frames, waits included.</param>
/// <param name="TouchMinutes">Minutes in which something was done.</param>
/// <param name="WaitMinutes">Minutes in which the customer waited.</param>
/// <param name="Repeats">Frames at a point the walk had been at before.</param>
/// <param name="AskedAgain">What the customer was asked for again, and how many times too often, most first.</param>
/// <param name="Untimed">Frames without any minutes, so that the elapsed time is too short by theirs.</param>
public sealed record WalkFigures(
    string? Of, int Steps, double TouchMinutes, double WaitMinutes, int Repeats, IReadOnlyList<AskedAgain> AskedAgain, int Untimed)
{
    /// <summary>Touch + wait.</summary>
    public double ElapsedMinutes => TouchMinutes + WaitMinutes;

    /// <summary>Wait ÷ elapsed; null where nothing was timed.</summary>
    public double? WaitShare => ElapsedMinutes > 0 ? WaitMinutes / ElapsedMinutes : null;
}

/// <summary>Row 58: elapsed and touch time, wait share, repeats, and the same data asked again.</summary>
public static class WalkthroughFigures
{
    /// <summary>The figures of a walk.</summary>
    public static WalkFigures Of(Walkthrough walk)
    {
        ArgumentNullException.ThrowIfNull(walk);
        return Of(walk.Id, walk.Frames);
    }

    /// <summary>The figures of an experience as its Moments of Truth of today say it, in their order.</summary>
    /// <param name="map">The map.</param>
    /// <param name="experience">Id of the experience; null for the Moments of Truth of none.</param>
    public static WalkFigures OfExperience(OutsideInMap map, string? experience)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Of(experience,
        [
            .. map.Moments
                .Where(one => one.When != WorkState.ToBe && string.Equals(one.Experience, experience, StringComparison.OrdinalIgnoreCase))
                .Select(static one => new WalkthroughFrame { At = one.Id, TouchMinutes = one.CustomerMinutes, WaitMinutes = one.WaitMinutes, Asked = one.Asked }),
        ]);
    }

    private static WalkFigures Of(string? id, IReadOnlyList<WalkthroughFrame> frames)
    {
        string[] visited = [.. frames.Where(static one => one.At is not null).Select(static one => one.At!)];
        return new WalkFigures(
            id, frames.Count, frames.Sum(static one => one.TouchMinutes ?? 0), frames.Sum(static one => one.WaitMinutes ?? 0),
            visited.Length - visited.Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            [
                .. frames.SelectMany(static one => one.Asked).GroupBy(static what => what.Trim(), StringComparer.OrdinalIgnoreCase)
                    .Where(static group => group.Count() > 1).Select(static group => new AskedAgain(group.Key, group.Count() - 1))
                    .OrderByDescending(static one => one.Times),
            ],
            frames.Count(static one => one.TouchMinutes is null && one.WaitMinutes is null));
    }
}
