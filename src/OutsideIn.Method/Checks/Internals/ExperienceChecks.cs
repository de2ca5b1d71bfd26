using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>Experiences and walks through them: from the need to the outcome, from the customer's seat (S2 #2, rows 54, 57, 58; d11; P17).</summary>
internal static class ExperienceChecks
{
    // What ends at a firm's door (row 57): "procure-to-pay", "enquiry-to-invoice", "order to cash".
    private static readonly string[] FirmsEnds =
    [
        "pay", "cash", "invoice", "order", "ship", "stock", "collect", "report", "retire", "settle", "settlement", "close", "bill", "fulfil", "fulfill",
        "market", "hire", "contract", "payment", "record", "resolve", "resolution", "policy", "quote", "deliver", "delivery", "plan", "produce", "manufacture",
    ];

    private static readonly HashSet<string> Scored = new(
        [.. Numbered("d", 11), .. Numbered("c", 5), .. Numbered("s", 10)], StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("PRC-01", Severity.Warning, "A process that does not begin and end with the customer", "rows 6 and 57; d3", NotTheCustomersEnds),
        Check.For("PRC-02", Severity.Warning, "An experience without a manager", "row 54; §2; P17", NoManager),
        Check.For("PRC-03", Severity.Warning, "An experience without an outcome", "row 1; §2", NoOutcome),
        Check.For("PRC-04", Severity.Information, "A factory method used on an experience", "row 65; d11", FactoryMethod),
        Check.For("PRC-05", Severity.Warning, "A process named from our door to our door", "row 57", DoorToDoor),
        Check.For("PRC-06", Severity.Warning, "The same asked twice on a walk", "row 58", AskedTwice),
        Check.For("PRC-07", Severity.Information, "An experience nobody has walked", "row 58; §6 point 17", NeverWalked),
        Check.For("PRC-08", Severity.Warning, "An experience without a Moment of Truth", "row 29; §2", NoMoments),
        Check.For("PRC-09", Severity.Warning, "A stated score of nothing", "rows 62b to 64; F19", ScoreOfNothing),
    ];

    private static IEnumerable<Found> NotTheCustomersEnds(CheckScope scope) =>
        from experience in scope.Map.Experiences
        let wrong = (IsCustomers(experience.Start), IsCustomers(experience.End)) switch
        {
            (false, false) => "neither begins nor ends with the customer",
            (false, true) => "does not begin with the customer",
            (true, false) => "does not end with the customer",
            _ => null,
        }
        where wrong is not null
        select new Found(
            experience,
            $"Nothing says otherwise: {experience.Called()} {wrong}.",
            "What is the customer's first sign of need, and what do they do or have at the end? Write \"starts with\" and \"ends with\", each with \"by: customer\".");

    private static bool IsCustomers(ProcessEnd? end) => end is { Actor: ProcessActor.Customer };

    private static IEnumerable<Found> NoManager(CheckScope scope) =>
        from experience in scope.Map.Experiences
        where experience.Manager is null
        select new Found(experience, $"{experience.Called()} has no Experience Manager.", "Which one role answers for the whole of it? Name it behind \"manager\".");

    private static IEnumerable<Found> NoOutcome(CheckScope scope)
    {
        var served = scope.Outcomes.Select(static one => one.Experience).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from experience in scope.Map.Experiences
            where !served.Contains(experience.Id)
            select new Found(experience, $"{experience.Called()} has no outcome.", "What does the customer have when it ends well? Write it under \"outcomes\".");
    }

    private static IEnumerable<Found> FactoryMethod(CheckScope scope) =>
        from experience in scope.Map.Experiences
        where experience.FactoryMethods.Count > 0
        select new Found(
            experience, $"{CheckText.Series(experience.FactoryMethods)} {(experience.FactoryMethods.Count == 1 ? "is" : "are")} used on {experience.Called()}.", "It was made for factories. What does it say about the customer?");

    private static IEnumerable<Found> DoorToDoor(CheckScope scope) =>
        from experience in scope.Map.Experiences
        let words = experience.Name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
        where words.Length is 3 or 4 && string.Equals(words[1], "to", StringComparison.OrdinalIgnoreCase)
            && FirmsEnds.Contains(words[2], StringComparer.OrdinalIgnoreCase)
        select new Found(experience, $"{experience.Called()} runs from our door to our door.", "Where does it begin and end for the customer? Name it as they would.");

    private static IEnumerable<Found> AskedTwice(CheckScope scope) =>
        from walk in scope.Map.Walkthroughs
        from item in walk.Frames.SelectMany(static frame => frame.Asked).GroupBy(static item => item.Trim(), StringComparer.OrdinalIgnoreCase)
        where item.Count() > 1
        select new Found(walk, $"The customer was asked for \"{item.Key}\" {CheckText.Figure(item.Count())} times on the walk.", "Why does the customer have to say again what we know?");

    private static IEnumerable<Found> NeverWalked(CheckScope scope)
    {
        var walked = scope.Map.Walkthroughs.Select(static one => one.Experience).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from experience in scope.Map.Experiences
            where !walked.Contains(experience.Id)
            select new Found(experience, $"Nobody has walked through {experience.Called()}.", "Walk it together, as the customer, and write down what was met under \"walkthroughs\".");
    }

    private static IEnumerable<Found> NoMoments(CheckScope scope)
    {
        var met = scope.Map.Moments.Select(static one => one.Experience).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from experience in scope.Map.Experiences
            where !met.Contains(experience.Id)
            select new Found(experience, $"{experience.Called()} has no Moment of Truth.", "Where does the customer meet us in it? Every contact is one.");
    }

    private static IEnumerable<string> Numbered(string letter, int count) => Enumerable.Range(1, count).Select(number => $"{letter}{CheckText.Figure(number)}");

    private static IEnumerable<Found> ScoreOfNothing(CheckScope scope)
    {
        foreach (var score in scope.Map.Assessment.Where(static one => !Scored.Contains(one.Key)))
        {
            var nearest = NearestNames.Question(score.Key, Scored);
            yield return new Found(
                null,
                $"A score is stated for \"{score.Key}\", and there is no such difference, challenge or step.",
                nearest ?? "Differences are d1 to d11, challenges c1 to c5, steps s1 to s10.");
        }
    }
}
