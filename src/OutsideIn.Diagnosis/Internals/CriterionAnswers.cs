using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>One criterion asked of every case.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Values">Its values; of cases in which the Moment of Truth did not happen they say nothing.</param>
/// <param name="Options">How figures are made of them.</param>
internal sealed record CriterionAnswer(DesignCriterion Criterion, MeasureValues Values, VerdictOptions Options)
{
    /// <summary>How often it was done of some cases, open ones as such.</summary>
    public MeasureFigure? ShareOf(CodedColumn groups, int code)
    {
        var name = groups.NameOf(code);
        return Verdicts.ByGroup(Values, null, groups, Options).FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal))?.Figure;
    }
}

/// <summary>A Moment of Truth, the cases in which it happened, and the answers to its criteria.</summary>
internal sealed record MomentAnswers(MomentOfTruth Moment, bool[] Happened, IReadOnlyList<CriterionAnswer> Criteria)
{
    public const string Kind = "criterion";

    public MomentAsHappened ToEntry(ConformanceFigure all, FigureBook book)
    {
        var happened = new CodedColumn(["happened"], Array.ConvertAll(Happened, static one => one ? 1 : 0));
        var shares = Criteria.Select(one => (Answer: one, Share: one.ShareOf(happened, 1))).ToArray();
        return new MomentAsHappened(
            Moment.Id, Moment.Name, Happened.Count(static one => one), all,
            [.. shares.Where(static one => one.Share is { Value: not null }).Select(one => Entry(one.Answer, one.Share!, book))],
            [.. shares.Where(static one => one.Share is not { Value: not null }).Select(static one => one.Answer.Criterion.Text)],
            [.. Moment.Criteria.Where(static one => one.Measure is null).Select(static one => one.Text)]);
    }

    /// <summary>The answer of a case to a criterion: 1 or 0, or null where it is open or does not apply.</summary>
    public double? AnswerOf(int criterion, int caseIndex) =>
        Happened[caseIndex] && Criteria[criterion].Values.States[caseIndex] == ValueState.Known ? Criteria[criterion].Values.Values[caseIndex] : null;

    public bool IsOpen(int criterion, int caseIndex) => Happened[caseIndex] && Criteria[criterion].Values.States[caseIndex] == ValueState.Open;

    private CriterionConformance Entry(CriterionAnswer answer, MeasureFigure share, FigureBook book)
    {
        var list = book.Open(Kind, Moment.Id, answer.Criterion.Text);
        for (var caseIndex = 0; caseIndex < Happened.Length; caseIndex++)
        {
            if (Happened[caseIndex] && answer.Values.States[caseIndex] == ValueState.Known && answer.Values.Values[caseIndex] == 0)
            {
                list.Add(caseIndex);
            }
        }

        return new CriterionConformance(answer.Criterion.Text, answer.Criterion.Measure!, answer.Criterion.Weight, share, list.Id);
    }
}

/// <summary>Every criterion of a map that has a measure, asked of a log in one pass.</summary>
internal sealed class CriterionAnswers
{
    private readonly Dictionary<string, MomentAnswers> _moments = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<MeasureLeftOut> _leftOut = [];

    public IReadOnlyList<MeasureLeftOut> LeftOut => _leftOut;

    /// <summary>The answers of a Moment of Truth; null where no criterion of it has a measure that can be asked.</summary>
    public MomentAnswers? Of(MomentOfTruth moment) => _moments.GetValueOrDefault(moment.Id);

    public static CriterionAnswers Of(MeasuredLog measured, MappedLog mapped, LogRatingOptions options, CancellationToken stop)
    {
        var (answers, asked) = (new CriterionAnswers(), new List<(MomentOfTruth Moment, DesignCriterion Criterion, MeasurePlan Plan)>());
        foreach (var moment in mapped.Map.Moments.Where(Conformance.IsPart))
        {
            foreach (var criterion in moment.Criteria.Where(static one => one.Measure is not null))
            {
                if (answers.PlanOf(moment, criterion, measured) is { } plan)
                {
                    asked.Add((moment, criterion, plan));
                }
            }
        }

        var values = MeasureEngine.Run(measured, [.. asked.Select(static one => one.Plan)], stop);
        var judging = new VerdictOptions { HorizonMicros = measured.HorizonMicros, Level = options.Level, Seed = options.Seed };
        foreach (var group in asked.Zip(values).GroupBy(static one => one.First.Moment))
        {
            answers._moments[group.Key.Id] = new MomentAnswers(
                group.Key, Happened(mapped, group.Key.Id), [.. group.Select(one => new CriterionAnswer(one.First.Criterion, one.Second, judging))]);
        }

        return answers;
    }

    private MeasurePlan? PlanOf(MomentOfTruth moment, DesignCriterion criterion, MeasuredLog measured)
    {
        var compiled = MeasureCompiler.Compile(criterion.Measure!, null, measured);
        var wrong = compiled.Plan switch
        {
            null => compiled.Diagnostics.First(static one => one.Severity == MeasureSeverity.Error) is var error ? $"{error.Message} {error.Hint}" : "",
            { IsPerCustomer: true } => "It is asked of customers, and a criterion is asked of cases. Leave out “per customer”.",
            { Kind: not MeasureKind.YesNo } => "It is no yes or no. Say what has to have happened, with “has”.",
            _ => null,
        };
        if (wrong is not null)
        {
            _leftOut.Add(new MeasureLeftOut(moment.Id, $"“{criterion.Text}”: {wrong}"));
        }

        return wrong is null ? compiled.Plan : null;
    }

    private static bool[] Happened(MappedLog mapped, string moment)
    {
        var happened = new bool[mapped.CaseCount];
        bool[] isMoment = [.. mapped.Works.Select(one => string.Equals(one.Mapped?.Id, moment, StringComparison.OrdinalIgnoreCase))];
        for (var caseIndex = 0; caseIndex < happened.Length; caseIndex++)
        {
            var (first, end) = mapped.Log.RowsOf(caseIndex);
            for (var row = first; row < end && !happened[caseIndex]; row++)
            {
                happened[caseIndex] = isMoment[mapped.WorkAt(row)];
            }
        }

        return happened;
    }
}
