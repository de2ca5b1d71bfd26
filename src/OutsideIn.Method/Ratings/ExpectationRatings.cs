namespace OutsideIn.Method;

/// <summary>What is known of the customers' expectations (S0 question 2; rows 5 and 49).</summary>
/// <param name="FromCustomers">Expectations that a customer told us of ÷ expectations that stand.</param>
/// <param name="Surprises">Not known before ÷ those of which anybody asked "did you already know that?", answers to question 2 by customers included.</param>
/// <param name="OnPurpose">Set on purpose ÷ those whose origin is known.</param>
/// <param name="Exceeded">Delivered more than expected ÷ those whose delivery was judged (row 49).</param>
/// <param name="Below">Delivered less than expected ÷ the same.</param>
/// <param name="Newest">The last day on which one was set or found; null where none has a day.</param>
public sealed record ExpectationRating(Ratio FromCustomers, Ratio Surprises, Ratio OnPurpose, Ratio Exceeded, Ratio Below, DateOnly? Newest);

/// <summary>Row 5: do we know what customers expect, and did we before we asked?</summary>
public static class ExpectationRatings
{
    /// <summary>The rating of a map's expectations that nothing has replaced.</summary>
    public static ExpectationRating Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        Expectation[] standing = [.. map.Outcomes.SelectMany(static one => one.Expectations).Where(static one => one.ReplacedBy is null)];
        Expectation[] judged = [.. standing.Where(static one => one.Delivered is not null)];
        return new ExpectationRating(
            Ratio.Counting(standing.Where(static one => one.Respondent is not null), static one => one.Respondent == Respondent.Customer),
            Surprises(map, standing),
            Ratio.Counting(standing.Where(static one => one.Origin != ExpectationOrigin.Unknown), static one => one.Origin == ExpectationOrigin.OnPurpose),
            Ratio.Counting(judged, static one => one.Delivered == Delivered.Exceeded),
            Ratio.Counting(judged, static one => one.Delivered == Delivered.Below),
            standing.Max(static one => one.SetOn ?? one.Changed ?? one.Created));
    }

    // An answer has no id: the id of its outcome stands for it, once for each answer.
    private static Ratio Surprises(OutsideInMap map, Expectation[] standing)
    {
        var asked = standing.Select(static one => (one.Id, one.KnownBefore))
            .Concat(map.Outcomes.SelectMany(static outcome => outcome.Answers
                .Where(static answer => answer is { Question: 2, Respondent: Respondent.Customer })
                .Select(answer => (outcome.Id, answer.KnownBefore))))
            .Where(static pair => pair.KnownBefore is not null)
            .ToArray();
        var surprises = asked.Where(static pair => pair.KnownBefore == false).ToArray();
        return new Ratio(surprises.Length, asked.Length, [.. surprises.Select(static pair => pair.Id)], [.. asked.Select(static pair => pair.Id)]);
    }
}
