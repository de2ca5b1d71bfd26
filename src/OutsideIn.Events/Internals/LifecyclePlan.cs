using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>What is done about the lifecycle of a log, and why.</summary>
/// <param name="Steps">[rows] The step of each row where rows are paired or chosen by it; null where every event stays an event.</param>
/// <param name="KeepsTransitions">Whether the transitions are kept as an attribute.</param>
/// <param name="Notes">The reasons that a person should read.</param>
internal sealed record LifecyclePlan(LifecycleStep[]? Steps, bool KeepsTransitions, IReadOnlyList<string> Notes)
{
    // A stray text among many transitions of the standard is a slip; more of them are statuses put where transitions belong.
    private const double StandardShareMin = 0.95;

    private const int TextsListedMax = 4;

    /// <summary>Decides by what the transitions are and what a person chose.</summary>
    public static LifecyclePlan For(NamedRows transitions, Lifecycle choice)
    {
        var names = transitions.Names.ToNames();
        var steps = Array.ConvertAll(names, LifecyclePairing.StepOf);
        var counts = new long[names.Length + 1];
        foreach (var code in transitions.Codes)
        {
            counts[code]++;
        }

        var known = transitions.Codes.Length - counts[CodedColumn.Missing];
        if (known == 0 || choice == Lifecycle.All)
        {
            return new LifecyclePlan(null, known > 0, []);
        }

        if (choice == Lifecycle.Complete)
        {
            var isComplete = Array.ConvertAll(steps, static step => (LifecycleStep?)(step == LifecycleStep.Complete ? step : LifecycleStep.Aside));
            return new LifecyclePlan(StepsOf(transitions, isComplete), false, []);
        }

        long Count(Func<LifecycleStep?, bool> counted) => steps.Select((step, index) => counted(step) ? counts[index + 1] : 0).Sum();
        if (Count(static step => step is not null) < StandardShareMin * known)
        {
            var texts = names.Where((_, index) => steps[index] is null).Take(TextsListedMax).Select(static name => $"\"{name}\"");
            return new LifecyclePlan(null, true,
                [$"The lifecycle transitions are statuses of the source's own, such as {string.Join(", ", texts)}: every event stays an event, and they are kept as an attribute."]);
        }

        return Count(static step => step == LifecycleStep.Start) == 0
            ? new LifecyclePlan(null, true, [])
            : new LifecyclePlan(StepsOf(transitions, steps), false, []);
    }

    /// <summary>Drops every row whose transition is known and not <c>complete</c>.</summary>
    public static LifecyclePairs OnlyComplete(LifecycleStep[] steps)
    {
        var dropped = Array.ConvertAll(steps, static step => step is not (LifecycleStep.None or LifecycleStep.Complete));
        return new LifecyclePairs(dropped, [], 0, 0, dropped.LongCount(static one => one));
    }

    public static Problem NothingLeft(Lifecycle choice) => new(
        ProblemKind.Invalid,
        "EV213",
        choice == Lifecycle.Complete
            ? "No event has the lifecycle transition \"complete\", so none would be left."
            : "No event begins or ends an activity by its lifecycle transition, so none would be left.",
        "Read every recorded event with --lifecycle all.");

    public static IReadOnlyList<string> NotesOn(LifecyclePairs pairs, Lifecycle choice)
    {
        var notes = new List<string>();
        void Say(long count, string sentence)
        {
            if (count > 0)
            {
                notes.Add(string.Format(CultureInfo.InvariantCulture, sentence, count.ToString("N0", CultureInfo.InvariantCulture)));
            }
        }

        Say(choice == Lifecycle.Complete ? pairs.Aside : 0, "{0} events whose lifecycle transition is not \"complete\" were left out, as asked.");
        Say(pairs.Pairs.Count, "{0} starts were joined with their ends into activity instances.");
        Say(pairs.OpenStarts, "{0} starts have no end; each stays as an event at the time of its start.");
        Say(pairs.BareCompletes, "{0} ends have no start; each stays as an event without duration.");
        Say(choice == Lifecycle.Complete ? 0 : pairs.Aside,
            "{0} events neither begin nor end an execution (schedule, assign, suspend, …) and were left out; --lifecycle all keeps them.");
        return notes;
    }

    private static LifecycleStep[] StepsOf(NamedRows transitions, LifecycleStep?[] steps)
    {
        var ofRow = new LifecycleStep[transitions.Codes.Length];
        for (var row = 0; row < ofRow.Length; row++)
        {
            var code = transitions.Codes[row];
            ofRow[row] = code == CodedColumn.Missing ? LifecycleStep.None : steps[code - 1] ?? LifecycleStep.None;
        }

        return ofRow;
    }
}
