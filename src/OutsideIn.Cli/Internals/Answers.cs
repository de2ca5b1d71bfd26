namespace OutsideIn.Cli;

/// <summary>What is asked on the way to a map.</summary>
internal enum Asked
{
    Organisation,
    Customer,
    Value,
    Unwanted,
    Need,
    Expectations,
    Process,
    Helps,
    Hinders,
    Statements,
    OneLiner,
}

/// <summary>One question as it is put.</summary>
/// <param name="What">What is asked.</param>
/// <param name="Number">Which of the six questions it belongs to, or null for what comes before them.</param>
/// <param name="Text">The question.</param>
/// <param name="Hint">How to answer it.</param>
/// <param name="IsList">Whether several answers may be given, a line each.</param>
internal sealed record Question(Asked What, int? Number, string Text, string Hint, bool IsList = false)
{
    /// <summary>The six questions (S0), each in the parts a map needs.</summary>
    public static IReadOnlyList<Question> All { get; } =
    [
        new(Asked.Organisation, null, "Whose map is it?", "The organisation's name."),
        new(Asked.Customer, 1, "Who is the customer?", "A person, group or company whose money or mandate funds you. Never a department, never everyone."),
        new(Asked.Value, 1, "What value do they bring?", "Why you seek them."),
        new(Asked.Unwanted, 1, "Whom do you not want as a customer?", "Everybody has some. A line each.", IsList: true),
        new(Asked.Need, 1, "What need do these customers have in common?", "A need, not an age, an income or a postcode."),
        new(Asked.Expectations, 2, "What does the customer expect now?", "In their words, a line each. Ask them, if you can.", IsList: true),
        new(Asked.Process, 3, "What process does the customer think they are in?", "\"Getting back on the road\", not \"claims\"."),
        new(Asked.Helps, 4, "What do you do that helps the customer succeed?", "Rules, checks, procedures count too. A line each.", IsList: true),
        new(Asked.Hinders, 4, "What do you do that hinders them?", "Look for checkers who check checkers, and for rules nobody remembers the reason of. A line each.", IsList: true),
        new(Asked.Statements, 5, "What is the outcome, so that it can be measured?", "\"90% of drivers reporting a crash are driving again within 24 hours of first report, by 31 Dec 2027\". A line each.", IsList: true),
        new(Asked.OneLiner, 6, "And in one line, or one word?", "\"Back on the road\"."),
    ];
}

/// <summary>One answer; whether it was known before is asked of expectations only.</summary>
internal sealed record Answer(string Text, bool? KnownBefore = null);

/// <summary>The answers given so far.</summary>
internal sealed class Answers
{
    private readonly Dictionary<Asked, List<Answer>> _all = [];

    public bool HasAny => _all.Values.Any(static answers => answers.Count > 0);

    public IReadOnlyList<Answer> Of(Asked what) => _all.GetValueOrDefault(what) ?? [];

    public string? TextOf(Asked what) => Of(what) is [var first, ..] ? first.Text : null;

    public void Add(Question question, Answer answer)
    {
        if (!_all.TryGetValue(question.What, out var answers) || !question.IsList)
        {
            _all[question.What] = answers = [];
        }

        answers.Add(answer);
    }

    public void Clear(Asked what) => _all.Remove(what);

    /// <summary>Which of the six questions have no answer at all.</summary>
    public IReadOnlyList<int> OpenNumbers() =>
        [.. Enumerable.Range(1, 6).Where(number => Question.All.Where(one => one.Number == number).All(one => Of(one.What).Count == 0))];
}
