using System.Globalization;

namespace OutsideIn.Method;

/// <summary>One of the five challenges of S3, in the order of P23 (§6 point 28), with the answer the data give (row 64).</summary>
/// <param name="Number">1 to 5.</param>
/// <param name="Title">The challenge.</param>
/// <param name="Question">The question to ask the organisation.</param>
/// <param name="Answers">What the data say, one sentence a figure; empty where there is no data.</param>
/// <param name="Stated">Mean of what was stated of it, 0 to 10; null where nobody has.</param>
public sealed record Challenge(int Number, string Title, string Question, IReadOnlyList<string> Answers, double? Stated);

/// <summary>Row 64: the five challenges, each with a computed answer (D).</summary>
public static class FiveChallenges
{
    /// <summary>The challenges in order.</summary>
    /// <param name="map">The map.</param>
    /// <param name="mask">Its mask (F19).</param>
    /// <param name="today">The day from which ages are counted.</param>
    public static IReadOnlyList<Challenge> Of(OutsideInMap map, MaskRating mask, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(mask);
        var stated = map.Assessment.ToLookup(static one => one.Key, static one => one.Stated, StringComparer.OrdinalIgnoreCase);
        Challenge Of(int number, string title, string question, params string?[] answers) => new(
            number, title, question, [.. answers.OfType<string>()], stated[$"c{number}"].Any() ? stated[$"c{number}"].Average() : null);
        var expectations = ExpectationRatings.Of(map);
        var effort = PlanEffort.Of(map);
        return
        [
            Of(1, "Customers have changed forever", "Does your organisation understand its customers?",
                expectations.Newest is { } day ? Text($"The newest expectation is {Math.Max(0, today.DayNumber - day.DayNumber)} days old.") : null,
                Answer("expectations were not known before anybody asked", expectations.Surprises)),
            Of(2, "Metrics are not good enough", "Does your measurement system work?",
                Answer("metrics are of the tier customer outcome", Ratio.Counting(map.Metrics, static one => Internals.MetricTier.Of(one) == Tier.CustomerOutcome)),
                Answer("metrics have no opinion, delay or self-selection", Subjectivity.Objective(map))),
            Of(3, "Mindsets get in the way", "Is the organisation attuned to your customer?",
                mask.Gap is { } gap ? Text($"Stated less evidenced is {gap:+0.0;−0.0;0.0} on 0 to 10, over {mask.GapCount} of {mask.Items.Count} differences.") : null),
            Of(4, "Too much theory, not enough delivery", "How long from an idea to its delivery?",
                effort.SignOff.Share is { } share ? Text($"{share * 100:0.0} % of the plan's effort is talk, buy-in and sign-off (n = {effort.SignOff.Count}; {PlanEffortRating.Claim}).") : null,
                effort.MedianIdeaToDone is { } days ? Text($"It takes {days:0.#} days from idea to done (median, n = {effort.IdeaToDoneDays.Count}).") : null),
            Of(5, "Communication", "Are your communications about customers working?", Understood(map)),
        ];
    }

    private static string? Understood(OutsideInMap map)
    {
        var asked = map.Communications.Sum(static one => one.Asked);
        var understood = map.Communications.Sum(static one => Math.Min(one.Understood, one.Asked));
        return asked > 0 ? Text($"{understood:0} of {asked:0} people asked had understood; how many were sent is no answer.") : null;
    }

    private static string? Answer(string what, Ratio ratio) => ratio.Whole > 0 ? Text($"{ratio.Part:0} of {ratio.Whole:0} {what}.") : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
