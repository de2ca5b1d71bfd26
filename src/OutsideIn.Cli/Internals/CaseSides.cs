using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>The subjects of a measure on one side of its objective, or in one state where there is none.</summary>
internal static class CaseSides
{
    private const string Met = "met";
    private const string Missed = "missed";
    private const string Open = "open";
    private const string NotApplicable = "not-applicable";

    /// <summary>The words behind <c>--cases</c>.</summary>
    public static IReadOnlyList<string> Words { get; } = [Met, Missed, Open, NotApplicable];

    /// <summary>The names, in the log's order; <c>CL060</c> where met and missed are asked for and there is no objective.</summary>
    public static Result<IReadOnlyList<string>> Of(string word, MeasureValues values, IReadOnlyList<Side>? sides)
    {
        if (sides is null && word is Met or Missed)
        {
            return new Problem(
                ProblemKind.Invalid, "CL060", $"No case by itself is {word}: there is no objective, or it is of the total of all.",
                "Say with --objective what counts as success for one case, such as --objective \"95% of cases <= 24h\".");
        }

        List<string> names = [];
        for (var subject = 0; subject < values.Count; subject++)
        {
            if (string.Equals(WordOf(values.States[subject], sides?[subject]), word, StringComparison.Ordinal))
            {
                names.Add(values.NameOf(subject));
            }
        }

        return names;
    }

    /// <summary>The side, or without an objective the state, as a word; null for what is left out, and for a value that nothing judges.</summary>
    public static string? WordOf(ValueState state, Side? side) => (state, side) switch
    {
        (ValueState.LeftOut, _) => null,
        (ValueState.NotApplicable, _) => NotApplicable,
        (_, Side.Met) => Met,
        (_, Side.Missed) => Missed,
        (_, Side.Open) or (ValueState.Open, null) => Open,
        _ => null,
    };
}
