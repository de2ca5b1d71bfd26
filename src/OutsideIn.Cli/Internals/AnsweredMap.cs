using OutsideIn.Method;

namespace OutsideIn.Cli;

/// <summary>The map that answers to the six questions make; whoever sits at the terminal is "self".</summary>
internal sealed class AnsweredMap
{
    private const string Unnamed = "Our outcome";

    private readonly Answers _answers;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    private AnsweredMap(Answers answers) => _answers = answers;

    public static OutsideInMap Of(Answers answers) => new AnsweredMap(answers).Make();

    private OutsideInMap Make()
    {
        var customers = Customers();
        CustomerCategory[] categories = customers.FirstOrDefault() is { Wanted: Wanted.Yes } customer && _answers.TextOf(Asked.Need) is { } need
            ? [new CustomerCategory { Id = Id(need), Name = need, Customer = customer.Id, Definition = need }]
            : [];
        Experience[] experiences = _answers.TextOf(Asked.Process) is { } process
            ? [new Experience { Id = Id(process), Name = process, Category = categories.FirstOrDefault()?.Id }]
            : [];
        var outcome = Outcome(categories.FirstOrDefault()?.Id, experiences.FirstOrDefault()?.Id);
        return OutsideInMap.Empty with
        {
            Organisation = new Organisation { Name = _answers.TextOf(Asked.Organisation) ?? "" },
            Customers = customers,
            Categories = categories,
            Experiences = experiences,
            Outcomes = outcome is null ? [] : [outcome],
        };
    }

    private List<Customer> Customers()
    {
        List<Customer> customers = [];
        if (_answers.TextOf(Asked.Customer) is { } wanted)
        {
            customers.Add(new Customer { Id = Id(wanted), Name = wanted, Wanted = Wanted.Yes, Value = _answers.TextOf(Asked.Value) });
        }

        customers.AddRange(_answers.Of(Asked.Unwanted).Select(answer => new Customer { Id = Id(answer.Text), Name = answer.Text, Wanted = Wanted.No }));
        return customers;
    }

    private SuccessfulOutcome? Outcome(string? category, string? experience)
    {
        var answers = Said();
        if (answers.Count == 0)
        {
            return null;
        }

        var oneLiner = _answers.TextOf(Asked.OneLiner);
        var name = oneLiner ?? _answers.TextOf(Asked.Process) ?? Unnamed;
        return new SuccessfulOutcome
        {
            Id = Id(name),
            Name = name,
            Notes = oneLiner is null ? "Question 6 is still open: this is no one-liner yet." : null,
            Category = category,
            Experience = experience,
            State = _answers.OpenNumbers().Count == 0 ? OutcomeState.Answered : OutcomeState.Draft,
            Answers = answers,
            Expectations = [.. _answers.Of(Asked.Expectations).Select(one => new Expectation
            {
                Id = Id(one.Text),
                Name = one.Text,
                Respondent = Respondent.Self,
                KnownBefore = one.KnownBefore,
            })],
            Impacts =
            [
                .. _answers.Of(Asked.Helps).Select(static one => new Impact { Text = one.Text, Helps = true }),
                .. _answers.Of(Asked.Hinders).Select(static one => new Impact { Text = one.Text }),
            ],
            Statements = [.. _answers.Of(Asked.Statements).Select(one => new StatementOfIntent { Id = Id(one.Text), Name = one.Text, Category = category })],
        };
    }

    private IReadOnlyList<SixAnswer> Said() =>
    [
        .. Question.All
            .Where(static question => question.Number is not null && question.What is not (Asked.Value or Asked.Unwanted or Asked.Need))
            .SelectMany(question => _answers.Of(question.What).Select(answer => new SixAnswer
            {
                Question = question.Number!.Value,
                Respondent = Respondent.Self,
                Verbatim = answer.Text,
                KnownBefore = answer.KnownBefore,
            })),
    ];

    private string Id(string name)
    {
        var id = ShortIds.From(name, _taken.Contains);
        _taken.Add(id);
        return id;
    }
}
