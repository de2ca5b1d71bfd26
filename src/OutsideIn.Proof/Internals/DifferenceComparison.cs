using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;
using Direction = OutsideIn.Experiments.Direction;

namespace OutsideIn.Proof;

/// <summary>Before and after a change that came to some units, held against those it did not come to: difference-in-differences.</summary>
internal static class DifferenceComparison
{
    public const string Design = "difference in differences";

    public static Result<LogComparison> Of(ComparedMeasure measure, ComparisonQuestion question, LogComparison empty)
    {
        if (question.Unit is not { } unit)
        {
            return new Problem(
                ProblemKind.Invalid, "PR008", "Nothing says what was changed as a whole: a case began before the change or after it, and is never its own comparison.",
                "Name the column of what is seen on both sides, such as --unit team.");
        }

        if (!SubjectColumn.Of(measure.Log, measure.Values, question.Arms!).TryGet(out var arms, out var problem)
            || !SubjectColumn.Of(measure.Log, measure.Values, unit).TryGet(out var units, out problem)
            || !UnitArms.Of(measure, question, arms, units).TryGet(out var found, out problem))
        {
            return problem;
        }

        if (question.Shares is { } shares && shares.Count != found.Names.Count)
        {
            return ArmChecks.WrongShares(shares.Count, found.Names);
        }

        var data = DifferenceData.Of(measure, question, found, units);
        var name = measure.NameOf(data.Limit);
        var ratio = question.Shares is { } given ? SampleRatio.Once([.. Enumerable.Range(0, found.Names.Count).Select(data.CountOf)], given) : null;
        var shown = empty with
        {
            Design = Design,
            Compared = name,
            Unit = unit,
            Groups = [.. data.Sides.Select(side => ArmComparison.Entry(measure, side, (name, data.Limit)))],
            Periods = data.Periods(),
            Checks = [.. Checks(question, found, data, ratio)],
        };
        return ratio?.Alarm is { } alarm ? ArmComparison.Withheld(measure, shown with { Periods = [] }, found.Names, alarm) : Answered(measure, question, shown, data);
    }

    private static LogComparison Answered(ComparedMeasure measure, ComparisonQuestion question, LogComparison shown, DifferenceData data)
    {
        var scale = SeriesFigures.ScaleOf(measure);
        var effects = Enumerable.Range(1, data.Found.Names.Count - 1)
            .Select(arm => SeriesFigures.Scaled(DifferenceInDifferences.Of(data.Rows(arm)), scale) is var effect && data.Anyway(arm) is { } anyway
                ? effect with { Checks = [.. effect.Checks, anyway] }
                : effect)
            .ToList();
        var entries = ArmComparison.Together([.. effects.Select((effect, at) => EffectEntries.Of((data.Found.Names[at + 1], data.Found.Names[0]), effect, null, measure))]);
        var leading = Enumerable.Range(0, effects.Count).OrderBy(at => effects[at].PValue ?? 1).First();
        var isShown = entries[leading].AdjustedPValue is not { } together || together < 1 - question.Level;
        var isHigherBetter = question.Better is { } better ? better == Direction.Higher : measure.Compared.IsBetterHigher;
        return shown with
        {
            Answer = isShown || effects[leading].Value is null ? ComparisonWords.AnswerOf(effects[leading], isHigherBetter) : ComparisonWords.NotShown,
            Sentence = Sentence(measure, shown, leading + 1, effects[leading]),
            Next = Next(question, effects[leading], isShown),
            Effects = entries,
        };
    }

    private static string Sentence(ComparedMeasure measure, LogComparison shown, int arm, EffectEstimate effect)
    {
        if (effect.Interval is null)
        {
            return effect.Refusal?.Message ?? "The difference cannot be given.";
        }

        return $"{Moved(arm)}; {Moved(0)}. Beyond what happened without the change: {ComparisonWords.Difference(effect, measure)}.";

        string Moved(int at)
        {
            var (before, after) = (shown.Groups[2 * at], shown.Groups[(2 * at) + 1]);
            return $"{before.Name}: {before.Figure.Text}, {DifferenceData.After}: {after.Figure.Text}";
        }
    }

    private static string Next(ComparisonQuestion question, EffectEstimate effect, bool isShown) => effect switch
    {
        { Interval: null } => effect.Refusal?.Hint ?? "Compare something else.",
        { Interval: { } interval } when interval.Contains(0) || !isShown => $"Go on if a difference worth having still lies within the interval; more {question.Unit}s narrow it most.",
        _ when question.Shares is null => "It presumes that both would have moved alike without the change; where a lot decided, nothing need be presumed: outsidein experiment plan.",
        _ => "Look at what must not get worse before it is brought to everyone.",
    };

    private static IEnumerable<AssumptionCheck> Checks(ComparisonQuestion question, UnitArms found, DifferenceData data, SampleRatioCheck? ratio)
    {
        if (ratio is not null)
        {
            yield return ArmChecks.OfTheRatio(ratio, [.. Enumerable.Range(0, found.Names.Count).Select(data.CountOf)]);
        }

        if (found.Mixed > 0)
        {
            yield return new AssumptionCheck(
                $"Every {question.Unit} was in one arm only.", false, $"{CountText.Of(found.Mixed)} had cases in more than one after the change and are left out.");
        }

        if (question.Adjust.Count > 0)
        {
            yield return new AssumptionCheck(
                "Nothing else need be adjusted for.", null, $"Each {question.Unit} is compared with itself, so that {string.Join(", ", question.Adjust)} is not used.");
        }
    }
}
