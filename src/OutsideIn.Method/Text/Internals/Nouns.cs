namespace OutsideIn.Method.Internals;

/// <summary>What one and several of a sort are called in messages.</summary>
internal static class Nouns
{
    private static readonly Dictionary<Type, string> Special = new()
    {
        [typeof(OutsideInMap)] = "map",
        [typeof(MomentOfTruth)] = "Moment of Truth",
        [typeof(CustomerCategory)] = "category",
        [typeof(SuccessfulOutcome)] = "outcome",
        [typeof(SixAnswer)] = "answer",
        [typeof(StatementOfIntent)] = "statement",
        [typeof(OrgUnit)] = "unit",
        [typeof(WorkSystem)] = "system",
        [typeof(WorkTask)] = "task",
        [typeof(ActionItem)] = "action",
        [typeof(RewardRule)] = "reward",
        [typeof(WorkCount)] = "count",
        [typeof(ExperimentArm)] = "arm",
        [typeof(WalkthroughFrame)] = "frame",
        [typeof(DesignCriterion)] = "criterion",
        [typeof(CaseSelector)] = "choice of cases",
        [typeof(Contribution)] = "contribution",
        [typeof(Evidence)] = "piece of evidence",
        [typeof(MapEntry)] = "entry",
    };

    /// <summary>"breakpoint".</summary>
    public static string One(Type sort) => Special.TryGetValue(sort, out var noun) ? noun : Keys.Small(sort.Name);

    /// <summary>"a breakpoint".</summary>
    public static string A(Type sort)
    {
        var noun = One(sort);
        var article = sort == typeof(Organisation) || sort == typeof(Effort) ? "the" : "aeio".Contains(noun[0], StringComparison.Ordinal) ? "an" : "a";
        return $"{article} {noun}";
    }

    /// <summary>"breakpoints".</summary>
    public static string Many(Type sort)
    {
        var noun = One(sort);
        return noun switch
        {
            "Moment of Truth" => "Moments of Truth",
            "person" => "people",
            "criterion" => "criteria",
            "choice of cases" => "choices of cases",
            "piece of evidence" => "pieces of evidence",
            _ when noun.EndsWith('y') && !noun.EndsWith("ey", StringComparison.Ordinal) => noun[..^1] + "ies",
            _ => noun + "s",
        };
    }

    /// <summary>"a breakpoint, a business rule or a Moment of Truth".</summary>
    public static string AnyOf(IReadOnlyList<Type> sorts)
    {
        var all = sorts.Select(A).ToArray();
        return all is [var only] ? only : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }
}
