using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What a question about power can be refused for.</summary>
internal static class PowerProblems
{
    public static Problem NoEffect() => new(
        ProblemKind.Invalid, "EX020", "An effect of nothing cannot be seen with any number of units.",
        "Say the smallest effect that would be worth having.");

    public static Problem NotAShare(double share) => new(
        ProblemKind.Invalid, "EX021", FormattableString.Invariant($"A share of {share:0.######} does not lie between 0 and 1, both excluded."),
        "Check the control's share and the effect: together they must stay between 0 and 1.");

    public static Problem NoMargin(double margin) => new(
        ProblemKind.Invalid, "EX022", FormattableString.Invariant($"A margin of {margin:0.######} rules nothing out."),
        "Say by how much a guardrail may get worse, above 0.");

    public static Problem NotPositive(string what, double value) => new(
        ProblemKind.Invalid, "EX023", FormattableString.Invariant($"{what} is {value:0.######}, not above 0."),
        "Take it from what was measured before the experiment.");

    public static Problem TooFewTeams(string why) => new(
        ProblemKind.NotEstimable, "EX024", why,
        "Take more teams, a change given to customers instead of teams, or a switchback over weeks.");

    public static Problem NotReached(string why) => new(
        ProblemKind.NotEstimable, "EX025", why, "Take more units, or look for a larger effect.");
}
