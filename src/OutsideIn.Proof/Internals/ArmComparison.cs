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
            return ArmChecks.WrongShares(shares.Count, [.. found.Groups.Select(static one => one.Name)]);
        }

        var limit = measure.LimitOf(found.Groups, question.FollowUpMicros);
        var name = measure.NameOf(limit);
        var ratio = ArmChecks.RatioOf(question, found);
        var shown = empty with
        {
            Design = "arms",
            Compared = name,
            Unit = question.Unit ?? "case",
            Groups = [.. found.Groups.Select(group => Entry(measure, group, (name, limit)))],
            Checks = [.. ArmChecks.Of(measure, question, found, ratio)],
        };
        var how = new EffectQuestion(limit, question.Unit is not null, question.Adjust.Count == 0 ? null : strata, question.Level);
        return ratio?.Alarm is { } alarm ? Withheld(measure, shown, [.. shown.Groups.Select(static one => one.Name)], alarm) : Answered(measure, question, shown, (found.Groups, how));
    }

    private static LogComparison Answered(
        ComparedMeasure measure, ComparisonQuestion question, LogComparison shown, (IReadOnlyList<SubjectGroup> Groups, EffectQuestion How) about)
    {
        var control = about.Groups[0];
        var effects = about.Groups.Skip(1).Select(arm => (Arm: arm, Effect: ArmEffects.Of(measure, control, arm, about.How))).ToList();
        var entries = Together([.. effects.Select(one => EffectEntries.Of((one.Arm.Name, control.Name), one.Effect.Difference, one.Effect.Relative, measure))]);
        var (leading, entry) = effects.Zip(entries).OrderBy(static one => one.First.Effect.Difference.PValue ?? 1).First();
        var isShown = entry.AdjustedPValue is not { } together || together < 1 - question.Level;
        var isHigherBetter = question.Better is { } better ? better == Direction.Higher : measure.Compared.IsBetterHigher;
        return shown with
        {
            Answer = isShown || leading.Effect.Difference.Value is null ? ComparisonWords.AnswerOf(leading.Effect.Difference, isHigherBetter) : ComparisonWords.NotShown,
            Sentence = Sentence(measure, (shown.Groups[0], shown.Groups.First(one => one.Name == leading.Arm.Name)), leading.Effect.Difference, (effects.Count, isShown)),
            Next = Next(question, leading.Effect.Difference, isShown),
            Effects = entries,
        };
    }

    /// <summary>No figure of the outcome is shown, as no estimate survives arms that lost units.</summary>
    public static LogComparison Withheld(ComparedMeasure measure, LogComparison shown, IReadOnlyList<string> arms, Problem alarm) => shown with
    {
        Answer = ComparisonWords.Withheld,
        Sentence = "No result is shown: the units did not come into the arms as planned.",
        Next = alarm.Hint ?? "",
        Groups = [.. shown.Groups.Select(static one => one with { Figure = one.Figure with { Text = "not shown", Value = null, Low = null, High = null, Refusal = "The units did not come into the arms as planned." } })],
        Effects = [.. arms.Skip(1).Select(arm => EffectEntries.Of((arm, arms[0]), EffectEstimate.Refused("sample ratio", alarm), null, measure))],
    };

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

    /// <summary>Several comparisons with one control are one family (Holm 1979).</summary>
    public static IReadOnlyList<ComparedEffect> Together(IReadOnlyList<ComparedEffect> effects)
    {
        var tested = effects.Where(static one => one.PValue is not null).ToList();
        if (effects.Count < 2)
        {
            return effects;
        }

        var adjusted = tested.Zip(FamilyError.Holm([.. tested.Select(static one => one.PValue!.Value)])).ToDictionary(static one => one.First.Of, static one => one.Second, StringComparer.Ordinal);
        return [.. effects.Select(one => one with { AdjustedPValue = adjusted.TryGetValue(one.Of, out var p) ? p : null })];
    }

    private static string Sentence(
        ComparedMeasure measure, (ComparedGroup Control, ComparedGroup Other) groups, EffectEstimate effect, (int Others, bool IsShown) family)
    {
        var (one, other) = groups;
        var all = (family.Others, family.IsShown) switch
        {
            (1, _) => "",
            (_, true) => $" It is the one of {family.Others} that stands out most.",
            _ => $" It stands out most of {family.Others}, and of so many one would by chance: no difference is shown.",
        };
        return $"{other.Name}: {other.Figure.Text} of {ComparisonWords.Count(other.Subjects, measure.Plan)}; {one.Name}: {one.Figure.Text} of "
            + $"{ComparisonWords.Count(one.Subjects, measure.Plan)}: {ComparisonWords.Difference(effect, measure)}.{all}";
    }

    private static string Next(ComparisonQuestion question, EffectEstimate effect, bool isShown) => (question.Shares, effect) switch
    {
        (_, { Value: null }) => effect.Refusal?.Hint ?? "Compare something else.",
        (null, _) => "Nothing says that chance gave out the arms: who was in which may be behind the difference. To settle it, plan an experiment: outsidein experiment plan.",
        (_, { Interval: { } interval }) when interval.Contains(0) || !isShown => "Go on if a difference worth having still lies within the interval; else stop and try something else.",
        _ => "Look at what must not get worse before it is brought to everyone.",
    };
}
