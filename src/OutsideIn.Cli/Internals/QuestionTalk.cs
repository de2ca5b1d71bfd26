using OutsideIn.Method;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>Asks the six questions line by line; the same on a terminal and where lines are given in a file.</summary>
internal sealed class QuestionTalk(Terminal terminal)
{
    private const string Back = "<";
    private const string TakeOut = "-";

    private readonly Terminal _terminal = terminal;
    private readonly Answers _answers = new();

    private enum Step
    {
        Next,
        Back,
        End,
    }

    public Answers Ask()
    {
        Say("Enter leaves a question open or keeps what stands, < goes back, - takes an answer out; the end of the input writes what there is.");
        for (var at = 0; at < Question.All.Count;)
        {
            at = AskOne(Question.All[at]) switch
            {
                Step.Next => Neighbour(at, 1),
                Step.Back => Math.Max(Neighbour(at, -1), 0),
                _ => Question.All.Count,
            };
        }

        return _answers;
    }

    /// <summary>What a customer brings and needs is asked only where there is one.</summary>
    private int Neighbour(int at, int direction)
    {
        do
        {
            at += direction;
        }
        while (at > 0 && at < Question.All.Count && Question.All[at].What is Asked.Value or Asked.Need && _answers.TextOf(Asked.Customer) is null);

        return at;
    }

    private Step AskOne(Question question)
    {
        var number = question.Number is { } which ? $"Question {which} of 6. " : "";
        _terminal.Talk.WriteLine();
        _terminal.Talk.MarkupLineInterpolated($"[bold]{number}{question.Text}[/]");
        Say(question.Hint);
        foreach (var answer in _answers.Of(question.What))
        {
            Say($"Stands: {answer.Text}");
        }

        while (true)
        {
            switch (ReadLine())
            {
                case null:
                    return Step.End;
                case "":
                    return Step.Next;
                case Back:
                    return Step.Back;
                case TakeOut:
                    _answers.Clear(question.What);
                    Say("Taken out.");
                    break;
                case var text:
                    _answers.Add(question, Complete(question, text));
                    if (!question.IsList)
                    {
                        return Step.Next;
                    }

                    break;
            }
        }
    }

    private Answer Complete(Question question, string text) => question.What switch
    {
        Asked.Expectations => new Answer(text, AskKnown()),
        Asked.Statements => new Answer(AskWithoutWeasels(text)),
        _ => new Answer(text),
    };

    private bool? AskKnown()
    {
        Say("Did you already know that? yes, no, or Enter.");
        return ReadLine()?.ToUpperInvariant() switch { "YES" or "Y" => true, "NO" or "N" => false, _ => null };
    }

    /// <summary>Only statements are linted: the customer's words and the one-liner are theirs (F1; §6 point 3).</summary>
    private string AskWithoutWeasels(string text)
    {
        while (true)
        {
            var hits = WeaselWords.Find(text);
            if (hits.Count == 0)
            {
                return text;
            }

            foreach (var hit in hits)
            {
                var severity = hit.Severity == Severity.Error ? "error" : "warning";
                _terminal.Talk.MarkupLineInterpolated($"  [yellow]{severity}[/] \"{hit.Word}\": {hit.Question}");
            }

            Say("Say it again, or Enter to keep it as it is.");
            if (ReadLine() is not { Length: > 0 } again)
            {
                return text;
            }

            text = again;
        }
    }

    private string? ReadLine()
    {
        _terminal.Talk.Write("> ");
        return _terminal.Input.ReadLine()?.Trim();
    }

    private void Say(string text) => _terminal.Talk.MarkupLineInterpolated($"[grey]{text}[/]");
}
