using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>A question with a measure in it that is asked of a log: read, ask behind a bar, say what is wrong with the texts, answer as a page or as JSON.</summary>
internal sealed record QuestionOfLog<TQuestion, TAnswer>
    where TQuestion : notnull
    where TAnswer : notnull
{
    /// <summary>What the bar says.</summary>
    public required string Doing { get; init; }

    /// <summary>The question as the command line has it, with the map where one was given.</summary>
    public required Func<OutsideInMap?, Result<TQuestion>> Question { get; init; }

    /// <summary>Asks it of a log with its name.</summary>
    public required Func<MeasuredLog, string, TQuestion, CancellationToken, IProgress<double>, Result<TAnswer>> Ask { get; init; }

    /// <summary>The texts of measure and objective that faults point into.</summary>
    public required Func<TQuestion, (string Measure, string? Objective)> Texts { get; init; }

    /// <summary>What is wrong with them.</summary>
    public required Func<TAnswer, IReadOnlyList<MeasureFaultEntry>> Faults { get; init; }

    /// <summary>Shows the answer.</summary>
    public required Action<IAnsiConsole, TAnswer> Show { get; init; }

    /// <summary>Does it all.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(Terminal terminal, MeasuredLogOptions options, ParseResult parsed, CancellationToken stop)
    {
        if (await options.ReadAsync(terminal, parsed, stop) is not { } log)
        {
            return ExitCode.Problem;
        }

        if (!Question(log.Map).TryGet(out var question, out var problem))
        {
            return ProblemText.Show(terminal, problem);
        }

        var asked = await WorkProgress.RunAsync(terminal, Doing, progress => Ask(log.Log, log.Name, question, stop, progress), stop);
        if (!asked.TryGet(out var answer, out problem))
        {
            return ProblemText.Show(terminal, problem);
        }

        var (measure, objective) = Texts(question);
        FaultText.Show(terminal.Talk, Faults(answer), measure, objective);
        if (options.WriteJson(terminal, parsed, answer))
        {
            Show(terminal.Data, answer);
        }

        return Faults(answer).Any(static one => one.Severity == "error") ? ExitCode.Problem : ExitCode.Done;
    }
}
