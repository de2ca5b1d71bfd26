using OutsideIn.Statistics;

namespace OutsideIn.Experiments.Internals;

/// <summary>The words of a plan's text; they are what is hashed, and so they never change.</summary>
internal static class PlanWords
{
    private static readonly (ExperimentUnit Value, string Word)[] Units =
    [
        (ExperimentUnit.Case, "case"), (ExperimentUnit.Customer, "customer"), (ExperimentUnit.Agent, "agent"),
        (ExperimentUnit.Team, "team"), (ExperimentUnit.Branch, "branch"), (ExperimentUnit.Week, "week"),
    ];

    private static readonly (LookRule Value, string Word)[] Rules =
        [(LookRule.AtEnd, "at the end"), (LookRule.GroupSequential, "group-sequential"), (LookRule.AnyTime, "any time")];

    private static readonly (Direction Value, string Word)[] Directions = [(Direction.Higher, "higher"), (Direction.Lower, "lower")];

    private static readonly (EffectScale Value, string Word)[] Scales =
        [(EffectScale.Difference, "difference"), (EffectScale.Relative, "relative"), (EffectScale.Ratio, "ratio")];

    public static string Of(ExperimentUnit unit) => Word(Units, unit);

    public static string Of(LookRule rule) => Word(Rules, rule);

    public static string Of(Direction direction) => Word(Directions, direction);

    public static string Of(EffectScale scale) => Word(Scales, scale);

    public static ExperimentUnit? Unit(string word) => Value(Units, word);

    public static LookRule? Rule(string word) => Value(Rules, word);

    public static Direction? Better(string word) => Value(Directions, word);

    public static EffectScale? Scale(string word) => Value(Scales, word);

    private static string Word<T>((T Value, string Word)[] words, T value) => words.First(one => EqualityComparer<T>.Default.Equals(one.Value, value)).Word;

    private static T? Value<T>((T Value, string Word)[] words, string word)
        where T : struct
    {
        foreach (var (value, known) in words)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
