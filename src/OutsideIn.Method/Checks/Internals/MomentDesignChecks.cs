namespace OutsideIn.Method.Internals;

/// <summary>How Moments of Truth are made: systems, what is asked, and the acts they are designed of (S2 #4, S4, rows 21, 58 and 60; formula F11).</summary>
internal static class MomentDesignChecks
{
    private static readonly HashSet<string> Feelings = new(
        ["feel", "feels", "felt", "feeling", "happy", "happier", "satisfied", "delighted", "pleased", "likes", "loves", "enjoys", "impressed", "valued"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Separators = [.. " \t,.;:!?()\"'"];

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("MOT-13", Severity.Warning, "No system makes it possible", "row 60; §6 point 22", NoSystem),
        Check.For("MOT-14", Severity.Warning, "The same asked twice", "row 58", AskedTwice),
        Check.For("MOT-17", Severity.Information, "A criterion nobody has observed", "row 21; F11", NeverObserved),
        Check.For("MOT-18", Severity.Information, "A Moment of Truth that stays without a design", "rows 19 and 21", NoDesign),
        Check.For("MOT-19", Severity.Warning, "A criterion that is a feeling", "row 21", Feeling),
        Check.ForContradiction("MOT-20", "Done more often than observed", "F11", DoneMoreThanObserved),
    ];

    private static IEnumerable<Found> NoSystem(CheckScope scope) =>
        from moment in scope.Map.Moments
        where moment.Kind is MomentKind.PersonSystem or MomentKind.SystemPerson or MomentKind.SystemSystem
            && moment is { Systems.Count: 0, Disposition: not Disposition.Remove }
        select new Found(
            moment, $"{moment.Called()} needs a system, and none is named.", "Which system that we already have can do it where the customer is? Name it behind \"systems\".");

    private static IEnumerable<Found> AskedTwice(CheckScope scope)
    {
        var first = new Dictionary<(string Experience, string Item), MomentOfTruth>();
        foreach (var moment in scope.Map.Moments.Where(static one => one.When != WorkState.AsIs && one.Disposition != Disposition.Remove))
        {
            foreach (var item in moment.Asked)
            {
                var key = (moment.Experience?.ToUpperInvariant() ?? "", item.Trim().ToUpperInvariant());
                if (!first.TryAdd(key, moment))
                {
                    yield return new Found(
                        moment,
                        $"{moment.Called()} asks for \"{item}\", which {(first[key].Id == moment.Id ? "it" : first[key].Called())} has asked for already.",
                        "Why does the customer have to say again what we know?");
                }
            }
        }
    }

    private static IEnumerable<Found> NeverObserved(CheckScope scope) =>
        from one in Criteria(scope)
        where one.Criterion is { Observed: 0, Measure: null }
        select new Found(one.Moment, $"Nobody has observed whether \"{one.Criterion.Text}\" is done at {one.Moment.Called()}.", "Look at some, and write down how many and how often it was done.");

    private static IEnumerable<Found> NoDesign(CheckScope scope) =>
        from moment in scope.Map.Moments
        where moment is { Disposition: Disposition.Keep or Disposition.Improve, MergedInto: null, Criteria.Count: 0 }
        select new Found(moment, $"{moment.Called()} stays, and nothing says what makes it a good one.", "What would one see being done when it goes well? Write the acts under \"criteria\".");

    private static IEnumerable<Found> Feeling(CheckScope scope) =>
        from one in Criteria(scope)
        let word = one.Criterion.Text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(Feelings.Contains)
        where word is not null
        select new Found(
            one.Moment, $"\"{one.Criterion.Text}\" at {one.Moment.Called()} cannot be observed: \"{word}\" is a feeling.", "What would one see or hear being done? That is the criterion.");

    private static IEnumerable<Found> DoneMoreThanObserved(CheckScope scope) =>
        from one in Criteria(scope)
        where one.Criterion.Done > one.Criterion.Observed
        select new Found(
            one.Moment,
            $"\"{one.Criterion.Text}\" at {one.Moment.Called()} was done {CheckText.Figure(one.Criterion.Done)} times of {CheckText.Figure(one.Criterion.Observed)} observed.",
            "Correct one of the two figures.");

    private static IEnumerable<(MomentOfTruth Moment, DesignCriterion Criterion)> Criteria(CheckScope scope) =>
        scope.Map.Moments.SelectMany(static moment => moment.Criteria.Select(criterion => (moment, criterion)));
}
