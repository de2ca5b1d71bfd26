using OutsideIn.Diagnosis;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Groups that stand beside each other in a log, each compared with the control.</summary>
internal static class ArmComparison
{
    public static Result<LogComparison> Of(ComparedMeasure measure, ComparisonQuestion question, LogComparison empty)
    {
        if (!SubjectColumn.Of(measure.Log, measure.Values, question.Arms!).TryGet(out var arms, out var problem)
            || !UnitsOf(measure, question).TryGet(out var units, out problem)
            || !StrataOf(measure, question).TryGet(out var strata, out problem)
            || !SubjectGroups.Of(measure, arms, units, question.Control, question.FollowUpMicros).TryGet(out var found, out problem))
        {
            return problem;
        }

        if (question.Shares is { } shares && shares.Count != found.Groups.Count)
        {
            return new Problem(
                ProblemKind.Invalid, "PR004", $"{shares.Count} shares were given for {found.Groups.Count} groups.", $"Give one for each of {string.Join(", ", found.Groups.Select(static one => one.Name))}.");
        }

        var limit = measure.LimitOf(found.Groups, question.FollowUpMicros);
        var how = new EffectQuestion(limit, question.Unit is not null, question.Adjust.Count == 0 ? null : strata, question.Level);
        var control = found.Groups[0];
        var effects = found.Groups.Skip(1).Select(arm => (Arm: arm, Effect: ArmEffects.Of(measure, control, arm, how))).ToList();
        var entries = Together([.. effects.Select(one => EffectEntries.Of((one.Arm.Name, control.Name), one.Effect.Difference, one.Effect.Relative, measure))]);
        var isHigherBetter = question.Better is { } better ? better == Direction.Higher : measure.Compared.IsBetterHigher;
        var name = measure.NameOf(limit);
        var leading = effects.OrderBy(static one => one.Effect.Difference.PValue ?? 1).First();
        return empty with
        {
            Design = "arms",
            Compared = name,
            Unit = question.Unit ?? "case",
            Answer = effects.Count == 1 ? ComparisonWords.AnswerOf(leading.Effect.Difference, isHigherBetter) : FamilyAnswer(entries, effects, isHigherBetter),
            Sentence = Sentence(measure, control, leading.Arm, leading.Effect.Difference, (name, limit, effects.Count)),
            Next = Next(question, leading.Effect.Difference),
            Groups = [.. found.Groups.Select(group => Entry(measure, group, (name, limit)))],
            Effects = entries,
            Checks = [.. ArmChecks.Of(measure, question, found)],
        };
    }

    /// <summary>A group as it is shown.</summary>
    public static ComparedGroup Entry(ComparedMeasure measure, SubjectGroup group, (string Name, double Limit) figure) => new(
        group.Name, group.UnitCount, group.Subjects.Length, measure.Compared.CountOpen(group.Subjects), group.TooYoung,
        FigureEntries.Of(figure.Name, measure.Compared.Figure(group.Subjects, figure.Limit, measure.Options), measure.Plan));

    private static Result<SubjectColumn> UnitsOf(ComparedMeasure measure, ComparisonQuestion question) =>
        question.Unit is { } unit ? SubjectColumn.Of(measure.Log, measure.Values, unit) : SubjectColumn.OfSubjects(measure.Values);

    // Strata of several columns are the combinations of their values.
    private static Result<SubjectColumn> StrataOf(ComparedMeasure measure, ComparisonQuestion question)
    {
        var (codes, numbers) = (new int[measure.Values.Count], new Dictionary<(int, int), int>());
        foreach (var name in question.Adjust)
        {
            if (!SubjectColumn.Of(measure.Log, measure.Values, name).TryGet(out var column, out var problem))
            {
                return problem;
            }

            numbers.Clear();
            for (var subject = 0; subject < codes.Length; subject++)
            {
                var key = (codes[subject], column.Codes[subject]);
                codes[subject] = numbers.TryGetValue(key, out var code) ? code : numbers[key] = numbers.Count + 1;
            }
        }

        return new SubjectColumn([], codes);
    }

    // Several comparisons with one control are one family (Holm 1979).
    private static IReadOnlyList<ComparedEffect> Together(IReadOnlyList<ComparedEffect> effects)
    {
        var tested = effects.Where(static one => one.PValue is not null).OrderBy(static one => one.PValue).ToList();
        if (effects.Count < 2)
        {
            return effects;
        }

        var (adjusted, least) = (new Dictionary<string, double>(StringComparer.Ordinal), 0.0);
        foreach (var (rank, one) in tested.Index())
        {
            least = Math.Max(least, Math.Min(1, one.PValue!.Value * (tested.Count - rank)));
            adjusted[one.Of] = least;
        }

        return [.. effects.Select(one => one with { AdjustedPValue = adjusted.TryGetValue(one.Of, out var p) ? p : null })];
    }

    private static string FamilyAnswer(IReadOnlyList<ComparedEffect> entries, IReadOnlyList<(SubjectGroup Arm, ArmEffect Effect)> effects, bool? isHigherBetter)
    {
        var shown = effects.Where((one, at) => entries[at].AdjustedPValue < 1 - one.Effect.Difference.Level).ToList();
        return shown.Count > 0 ? ComparisonWords.AnswerOf(shown[0].Effect.Difference, isHigherBetter)
            : entries.All(static one => one.Value is null) ? ComparisonWords.Refused : ComparisonWords.NotShown;
    }

    private static string Sentence(ComparedMeasure measure, SubjectGroup control, SubjectGroup arm, EffectEstimate effect, (string Name, double Limit, int Others) about)
    {
        var (one, other) = (Entry(measure, control, (about.Name, about.Limit)), Entry(measure, arm, (about.Name, about.Limit)));
        var all = about.Others == 1 ? "" : $" It is the one of {about.Others} that stands out most.";
        return $"{arm.Name}: {other.Figure.Text} of {ComparisonWords.Count(other.Subjects, measure.Plan)}; {control.Name}: {one.Figure.Text} of "
            + $"{ComparisonWords.Count(one.Subjects, measure.Plan)}: {ComparisonWords.Difference(effect, measure)}.{all}";
    }

    private static string Next(ComparisonQuestion question, EffectEstimate effect) => (question.Shares, effect) switch
    {
        (_, { Value: null }) => effect.Refusal?.Hint ?? "Compare something else.",
        (null, _) => "Nothing says that chance gave out the arms: who was in which may be behind the difference. To settle it, plan an experiment: outsidein experiment plan.",
        (_, { Interval: { } interval }) when interval.Contains(0) => "Go on if a difference worth having still lies within the interval; else stop and try something else.",
        _ => "Look at what must not get worse before it is brought to everyone.",
    };
}
