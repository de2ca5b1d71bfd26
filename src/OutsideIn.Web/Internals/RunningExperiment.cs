using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>A log cut where a request says, and what is asked of it about an experiment.</summary>
internal sealed record RunningExperiment(MeasuredLog Log, string Name, ExperimentQuestion Question)
{
    /// <summary>What a request asks; <c>WB016</c> to <c>WB018</c> where it cannot be understood, else the problems of <see cref="ExperimentQuestion.Of"/>.</summary>
    public static Result<RunningExperiment> Of(ExperimentsOfLog of, string experiment, LookRequest request)
    {
        if (request.Prior is { } prior && !(double.IsFinite(prior.Mean) && prior.StandardDeviation > 0))
        {
            return new Problem(
                ProblemKind.Invalid, "WB018", "The prior is no belief.", "Give its mean and a standard deviation above 0, both as fractions of the control, such as 0 and 0.1.");
        }

        if (!Arms(request).TryGet(out var arms, out var problem) || !Measured(of.Log, request.AsOf).TryGet(out var log, out problem))
        {
            return problem;
        }

        return ExperimentQuestion.Of(of.Log.Map, experiment, of.Ledger, arms, request.FollowMap, log.Schema)
            .Then<RunningExperiment>(question => new RunningExperiment(log.Log, of.Log.Entry.Name, question with
            {
                IsFinal = request.Final,
                TookUp = RequestText.Given(request.TookUp),
                Prior = request.Prior,
            }));
    }

    private static Result<LogForMeasures> Measured(OpenLog log, string? asOf)
    {
        if (RequestText.Given(asOf) is not { } text)
        {
            return log.Measures;
        }

        return InstantText.Read(text) is { } instant ? log.MeasuresAsOf(InstantText.MicrosOf(instant)) : NoTime(text);
    }

    private static Result<ArmSource> Arms(LookRequest request)
    {
        ArmSource?[] said =
        [
            RequestText.Given(request.Arms) is { } column ? new ArmColumn(column) : null,
            request.List is { } list ? new ArmList(list) : null,
            request.Steps is { } steps ? new ArmSteps([.. steps.Select(static step => new SteppedUnit(step.Unit, 0, step.ChangesOn, step.CountsFrom))]) : null,
        ];
        var sources = said.OfType<ArmSource>().ToArray();
        return (sources.Length, request.Blocks) switch
        {
            (0, null) => ArmColumn.Usual,
            (1, null) => sources[0],
            (0, { } blocks) => Blocks(blocks),
            _ => new Problem(
                ProblemKind.Invalid, "WB017", "Who was given what stands in one place, and the request names several.", "Give one of arms, list, blocks and steps."),
        };
    }

    private static Result<ArmSource> Blocks(IReadOnlyList<ArmBlockRequest> blocks)
    {
        var all = new List<SwitchbackBlock>(blocks.Count);
        foreach (var (countsFrom, ends, arm) in blocks)
        {
            if (InstantText.Read(countsFrom) is not { } from)
            {
                return NoTime(countsFrom);
            }

            if (InstantText.Read(ends) is not { } end)
            {
                return NoTime(ends);
            }

            all.Add(new SwitchbackBlock(all.Count + 1, from.UtcDateTime, from.UtcDateTime, end.UtcDateTime, arm));
        }

        return new ArmBlocks(all);
    }

    private static Problem NoTime(string text) =>
        new(ProblemKind.Invalid, "WB016", $"\"{text}\" is no time.", "Write it like 2026-03-31 or 2026-03-31T17:00:00+01:00; without a zone it is in UTC.");
}
