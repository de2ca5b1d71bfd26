using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Looks at a planned experiment in a log: first without its outcomes, then with the right that the plan gives.</summary>
public static class ExperimentLooks
{
    /// <summary>How the run looks without its outcomes: who is in which arm, whether they came there as planned and were alike before.</summary>
    /// <param name="log">The log, with what a map says of it.</param>
    /// <param name="name">The log's name.</param>
    /// <param name="question">What is looked at.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="progress">Told the share of the pass over the log that is done, 0 to 1; from any thread.</param>
    /// <returns>The check; <c>PR030</c> where an outcome cannot be run, <c>PR040</c> to <c>PR043</c> and <c>PR055</c>, <c>EX018</c>, <c>DG032</c> and <c>DG033</c> where arms and units cannot be told.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<ExperimentCheck> Check(
        MeasuredLog log, string name, ExperimentQuestion question, CancellationToken stop, IProgress<double>? progress = null) =>
        Run(log, name, question, stop, progress).Then<ExperimentCheck>(static run => run.Check());

    /// <summary>What may be said now: the look is one of those the plan pays for, and belongs into the ledger (<see cref="ExperimentAnalysis.Entry"/>).</summary>
    /// <inheritdoc cref="Check"/>
    /// <returns>The analysis; <c>PR044</c> where what somebody took up cannot be told, else as <see cref="Check"/>.</returns>
    public static Result<ExperimentAnalysis> Analyse(
        MeasuredLog log, string name, ExperimentQuestion question, CancellationToken stop, IProgress<double>? progress = null) =>
        Run(log, name, question, stop, progress).Then(run => new ExperimentVerdicts(run).Analysis(stop));

    private static Result<ExperimentRun> Run(MeasuredLog log, string name, ExperimentQuestion question, CancellationToken stop, IProgress<double>? progress)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(question);
        if (SubjectCovariates.Missing(log, question.Plan) is { } missing)
        {
            return missing;
        }

        return Enrolment.Of(log, question, stop).Then(enrolment =>
            PlanOutcomes.Run(log, question.Plan, stop, progress).Then<ExperimentRun>(outcomes => new ExperimentRun(log, name, question, enrolment, outcomes)));
    }
}
