namespace OutsideIn.Method;

/// <summary>Needs against wants, and how they are known (row 42).</summary>
/// <param name="SettledByMore">Needs known from something other than a survey ÷ needs with evidence.</param>
/// <param name="WantsOnly">Statements of intent that answer wants only ÷ statements that answer anything.</param>
/// <param name="UnstatedTested">Unstated needs that an experiment is about ÷ unstated needs (row 28).</param>
public sealed record NeedRating(Ratio SettledByMore, Ratio WantsOnly, Ratio UnstatedTested);

/// <summary>Rows 28 and 42.</summary>
public static class NeedRatings
{
    /// <summary>The rating of a map.</summary>
    public static NeedRating Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var wants = map.Needs.Where(static one => one.Kind == NeedKind.Want).Select(static one => one.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new NeedRating(
            Ratio.Counting(map.Needs.Where(static one => one.Evidence.Count > 0), static one => one.Evidence.Any(static known => known.Kind != EvidenceKind.Survey)),
            Ratio.Counting(
                map.Outcomes.SelectMany(static one => one.Statements).Where(static one => one.Needs.Count > 0), one => one.Needs.All(wants.Contains)),
            ExperimentGate.UnstatedNeedsTested(map));
    }
}
