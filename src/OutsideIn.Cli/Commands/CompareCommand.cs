using System.CommandLine;
using System.Globalization;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;
using Direction = OutsideIn.Experiments.Direction;

namespace OutsideIn.Cli;

/// <summary><c>outsidein compare LOG --before DATE</c>, <c>--arms COLUMN</c> or both: whether a change reached the customer, from a log alone.</summary>
internal sealed class CompareCommand
{
    private readonly Terminal _terminal;
    private readonly MeasuredLogOptions _log = new(
        "The map of the organisation (YAML): what contacts, hand-offs and ends of cases are. Without one none of them is known.", isMapNeeded: false);

    private readonly Option<string> _before = new("--before")
    {
        Description = "The day of the change: cases that began before it are compared with those that began on it or later. With --arms as well: how much more those with the change moved than those without, team by team (--unit).",
        HelpName = "DATE",
    };

    private readonly Option<string> _unchanged = new("--unchanged")
    {
        Description = "With --before: cases the change did not reach, such as \"team=North\". They show what else happened at that time.",
        HelpName = "COLUMN=VALUE",
    };

    private readonly Option<PeriodUnit> _per = new("--per")
    {
        Description = "With --before: the periods the time series is made of.",
        DefaultValueFactory = static _ => PeriodUnit.Week,
    };

    private readonly Option<string> _arms = new("--arms")
    {
        Description = "The column whose values are the groups to compare: a word for a role such as team or channel, or a column of the log.",
        HelpName = "COLUMN",
    };

    private readonly Option<string> _control = new("--control")
    {
        Description = "With --arms: the group the others are compared with. Default: the first by name.",
        HelpName = "NAME",
    };

    private readonly Option<string> _shares = new("--shares")
    {
        Description = "With --arms: the arms were given by chance, in these shares, control first, such as 50,50. Without it the result is told as an association.",
        HelpName = "SHARES",
    };

    private readonly Option<string> _unit = new("--unit")
    {
        Description = "What was changed as a whole, such as team or customer: the n of the test counts these, not cases.",
        HelpName = "COLUMN",
    };

    private readonly Option<string[]> _adjust = new("--adjust")
    {
        Description = "A column known before anything was done, by which the groups are made comparable. May be given several times.",
        HelpName = "COLUMN",
    };

    private readonly Option<string> _measure = new("--measure")
    {
        Description = "What is compared (docs/measures.md). Default: time from start to end.",
        HelpName = "MEASURE",
    };

    private readonly Option<string> _objective = new("--objective")
    {
        Description = "Which figure of it, such as \"80% of cases <= 14d\": then the shares within 14 days are compared.",
        HelpName = "OBJECTIVE",
    };

    private readonly Option<string> _metric = new("--metric")
    {
        Description = "A metric of the map instead of --measure and --objective.",
        HelpName = "ID",
    };

    private readonly Option<double?> _followUp = new("--follow-up")
    {
        Description = "Follow every case for this many days. Default: for as long as the log can tell of all groups.",
        HelpName = "DAYS",
    };

    private readonly Option<Direction?> _better = new("--better")
    {
        Description = "Which way is better for the customer, where the objective does not say it.",
    };

    private CompareCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var one = new CompareCommand(terminal);
        var command = new Command("compare", "Compares groups of cases, before and after a change, or how much more the changed ones moved than the others: open cases counted as open, trends and chance told from effects.");
        one._log.AddLogTo(command);
        Option[] options =
        [
            one._before, one._unchanged, one._per, one._arms, one._control, one._shares, one._unit, one._adjust,
            one._measure, one._objective, one._metric, one._followUp, one._better,
        ];
        foreach (var option in options)
        {
            command.Add(option);
        }

        one._log.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(one._before) is null && result.GetResult(one._arms) is null)
            {
                result.AddError("Say what is compared: --before DATE or --arms COLUMN, or both.");
            }
        });
        command.SetAction(one.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) => new QuestionOfLog<ComparisonQuestion, LogComparison>
    {
        Doing = "Comparing",
        Question = map => QuestionOf(parsed, map),
        Ask = LogComparisons.Compare,
        Texts = static question => (question.Measure, question.Objective),
        Faults = static comparison => comparison.Faults,
        Show = ComparisonScreen.Show,
    }.RunAsync(_terminal, _log, parsed, stop);

    private Result<ComparisonQuestion> QuestionOf(ParseResult parsed, OutsideInMap? map) =>
        ComparisonQuestion.Of(map, parsed.GetValue(_metric), parsed.GetValue(_measure), parsed.GetValue(_objective)).Then(asked => ChangeOf(parsed).Then(change => SharesOf(parsed).Then<ComparisonQuestion>(shares => asked with
        {
            Arms = parsed.GetValue(_arms),
            Control = parsed.GetValue(_control),
            Shares = shares.Count == 0 ? null : shares,
            ChangeMicros = change.Micros,
            Unchanged = change.Unchanged,
            Period = parsed.GetValue(_per),
            Unit = parsed.GetValue(_unit),
            Adjust = parsed.GetValue(_adjust) ?? [],
            FollowUpMicros = parsed.GetValue(_followUp) * ComparisonQuestion.DayMicros,
            Better = parsed.GetValue(_better) ?? asked.Better,
        })));

    private Result<GivenChange> ChangeOf(ParseResult parsed)
    {
        if (parsed.GetValue(_before) is not { } text)
        {
            return new GivenChange(null, null);
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new Problem(ProblemKind.Invalid, "CL090", $"--before \"{text}\" is no day.", "Write it like 2026-03-31.");
        }

        var micros = ComparisonQuestion.MicrosOf(day);
        if (parsed.GetValue(_unchanged) is not { } unchanged)
        {
            return new GivenChange(micros, null);
        }

        return unchanged.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? new GivenChange(micros, (unchanged[..at].Trim(), unchanged[(at + 1)..].Trim()))
            : new Problem(ProblemKind.Invalid, "CL091", $"--unchanged \"{unchanged}\" names no column and value.", "Write it like team=North.");
    }

    private Result<IReadOnlyList<double>> SharesOf(ParseResult parsed)
    {
        if (parsed.GetValue(_shares) is not { } text)
        {
            return Array.Empty<double>();
        }

        var shares = text.Split([',', ':', '/']).Select(static part =>
            double.TryParse(part.Trim().TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? share : double.NaN).ToArray();
        var sum = shares.Sum();
        return shares.Length >= 2 && shares.All(static share => share > 0) && double.IsFinite(sum)
            ? Array.ConvertAll(shares, share => share / sum)
            : new Problem(ProblemKind.Invalid, "CL092", $"--shares \"{text}\" are no shares.", "Write one for each arm, control first, such as 50,50 or 80,10,10.");
    }

    private sealed record GivenChange(long? Micros, (string Column, string Value)? Unchanged);
}
