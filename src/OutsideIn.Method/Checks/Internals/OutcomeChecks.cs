namespace OutsideIn.Method.Internals;

/// <summary>Questions 3 and 6, revolutions, objectives, and how far an SCO map says it has come (S0, rows 6, 9, 12, 13, 51; §2).</summary>
internal static class OutcomeChecks
{
    private const int OneLinerWordsMax = 8;

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("SCO-05", Severity.Warning, "The process has our name, not the customer's", "row 6", InternalNoun),
        Check.For("SCO-09", Severity.Warning, "A one-liner of more than eight words", "row 9", LongOneLiner),
        Check.For("SCO-10", Severity.Error, "An outcome that serves no objective", "rows 9, 12 and 13", NoObjective),
        Check.For("SCO-11", Severity.Information, "A single revolution", "row 2; P4; §6 point 26", SingleRevolution),
        Check.For("SCO-12", Severity.Warning, "A one-liner that is ours", "rows 9 and 14; F7; §6 point 5", OursNotTheirs),
        Check.For("SCO-18", Severity.Error, "A state that claims more than its evidence", "§2, state machines", ClaimsTooMuch),
        Check.ForContradiction("SCO-19", "The same revolution twice", "rows 1 and 2; §2", SameRevolution),
        Check.For("SCO-20", Severity.Warning, "An earlier revolution that still stands", "row 2; §2", EarlierStands),
        Check.For("SCO-26", Severity.Warning, "An objective without an outcome", "row 13", ObjectiveWithout),
        Check.For("SCO-29", Severity.Information, "What business we are in is not said", "row 51", NoBusiness),
    ];

    private static IEnumerable<Found> InternalNoun(CheckScope scope)
    {
        var named =
            scope.Map.Experiences.Select(static one => ((MapEntry)one, (string?)one.Name))
            .Concat(scope.Outcomes.Select(static one => ((MapEntry)one, one.Process)));
        foreach (var (entry, process) in named)
        {
            if (process.IsSaid() && InternalNouns.FindIn(process!, scope.Map.Organisation, scope.Map.Units) is { } word)
            {
                yield return new Found(
                    entry, $"\"{process}\" says \"{word}\", which is our word and not the customer's.", "What process does the customer think they are in?");
            }
        }
    }

    private static IEnumerable<Found> LongOneLiner(CheckScope scope) =>
        from outcome in scope.Outcomes
        let words = outcome.OneLiner.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length
        where words > OneLinerWordsMax
        select new Found(
            outcome, $"{outcome.Called()} has {CheckText.Figure(words)} words.", "What is it in one line, of eight words at most? The rest belongs into the statements.");

    private static IEnumerable<Found> NoObjective(CheckScope scope) =>
        from outcome in scope.Outcomes
        where outcome.Objectives.Count == 0
        select new Found(outcome, $"{outcome.Called()} serves no objective.", "Which mission, vision or goal does it serve? Name it behind \"objectives\".");

    private static IEnumerable<Found> SingleRevolution(CheckScope scope)
    {
        var turns = Turns(scope.Map.Outcomes).ToDictionary(static group => group.Key, static group => group.Count());
        return
            from outcome in scope.Outcomes
            where outcome.Revolution == 1 && (outcome.Experience is null || turns[Key(scope.Index, outcome)] == 1)
            select new Found(
                outcome,
                $"{outcome.Called()} is in its first revolution.",
                "Go round the six questions again once something has changed; maps take two or three revolutions, as BP Group reports (P4).");

        IEnumerable<IGrouping<(string, string), SuccessfulOutcome>> Turns(IEnumerable<SuccessfulOutcome> outcomes) =>
            outcomes.Where(static one => one.Experience is not null).GroupBy(one => Key(scope.Index, one));
    }

    private static IEnumerable<Found> OursNotTheirs(CheckScope scope) =>
        from outcome in scope.Outcomes
        where !outcome.OneLinerReason.IsSaid()
        let reading = Tiers.Classify(outcome.OneLiner)
        where reading is { IsCertain: true, Tier: Tier.Output or Tier.BusinessOutcome }
        select new Found(
            outcome,
            $"{outcome.Called()} is {(reading.Tier == Tier.Output ? "something we make" : "a gain of ours")}, not something the customer has.",
            "What would the customer say they have? To keep it all the same, say why behind \"one-liner reason\".");

    private static IEnumerable<Found> ClaimsTooMuch(CheckScope scope)
    {
        var newest = scope.Map.Outcomes.GroupBy(static one => one.Experience ?? "", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static group => group.Key, static group => group.Max(static one => one.Revolution), StringComparer.OrdinalIgnoreCase);
        return
            from outcome in scope.Map.Outcomes
            let missing = outcome.State == OutcomeState.Superseded
                ? newest[outcome.Experience ?? ""] > outcome.Revolution ? [] : ["no later revolution has taken its place"]
                : MissingFor(scope, outcome).ToList()
            where missing.Count > 0
            select new Found(
                outcome,
                $"{outcome.Called()} is said to be {outcome.State.InWords()}, but {CheckText.Series(missing)}.",
                "Supply it, or set the state back to what the map can show.");
    }

    private static IEnumerable<string> MissingFor(CheckScope scope, SuccessfulOutcome outcome)
    {
        if (outcome.State >= OutcomeState.Answered && AnswerChecks.Open(outcome).Count > 0)
        {
            yield return "not all six questions have an answer";
        }

        if (outcome.State >= OutcomeState.LintClean && !IsClean(scope, outcome))
        {
            yield return "not every statement is SMART and free of weasel words";
        }

        if (outcome.State >= OutcomeState.Tested && outcome.Answers.All(static one => one.Respondent != Respondent.Customer))
        {
            yield return "no customer has answered";
        }

        if (outcome.State >= OutcomeState.Tested && (outcome.ColleagueTest is not { } day || day > scope.Today))
        {
            yield return "no colleague has tested it";
        }
    }

    private static bool IsClean(CheckScope scope, SuccessfulOutcome outcome) =>
        outcome.Statements.Count > 0 && outcome.Statements.All(one =>
            Smart.Of(one, outcome, scope.Index).Score == 5 && WeaselWords.Find(one.Name).All(static hit => hit.Severity != Severity.Error));

    private static IEnumerable<Found> SameRevolution(CheckScope scope) =>
        from turn in scope.Map.Outcomes.Where(static one => one.Experience is not null).GroupBy(one => (Key(scope.Index, one), one.Revolution))
        from outcome in turn.Skip(1)
        select new Found(
            outcome,
            $"{outcome.Called()} and {turn.First().Called()} are both revolution {CheckText.Figure(outcome.Revolution)} of one experience for one category.",
            "Give the newer one the next number, or make them one.");

    private static IEnumerable<Found> EarlierStands(CheckScope scope) =>
        from turn in scope.Outcomes.Where(static one => one.Experience is not null).GroupBy(one => Key(scope.Index, one))
        let newest = turn.MaxBy(static one => one.Revolution)!
        where newest.State == OutcomeState.Adopted
        from outcome in turn
        where outcome.Revolution < newest.Revolution
        select new Found(
            outcome,
            $"Revolution {CheckText.Figure(newest.Revolution)} is adopted, and {outcome.Called()} of revolution {CheckText.Figure(outcome.Revolution)} still stands beside it.",
            "Mark it \"state: superseded\".");

    private static IEnumerable<Found> ObjectiveWithout(CheckScope scope)
    {
        var served = scope.Outcomes.SelectMany(static one => one.Objectives).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from objective in scope.Map.Objectives
            where !served.Contains(objective.Id)
            select new Found(objective, $"No outcome serves {objective.Called()}.", "Which result for a customer brings it about? If none does, is it an objective of ours?");
    }

    private static IEnumerable<Found> NoBusiness(CheckScope scope)
    {
        if (scope.Outcomes.Count > 0 && !scope.Map.Organisation.Business.IsSaid())
        {
            yield return new Found(
                null, "The organisation does not say what business it is in by the outcome.", "What business are we in? Hallmark is in expression, not in cards. Say it behind \"business\".");
        }
    }

    private static (string Experience, string Category) Key(MapIndex index, SuccessfulOutcome outcome) =>
        (outcome.Experience?.ToUpperInvariant() ?? "", index.CategoryOf(outcome)?.Id ?? "");
}
