using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments.Internals;

/// <summary>A plan's text back to the plan. Each key is taken once; the first that is missing, wrong or left over is told.</summary>
internal sealed class PlanReading
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private string? _fault;

    private PlanReading(string[] lines)
    {
        foreach (var (index, line) in lines.Index().Skip(1))
        {
            if (line.Length == 0 && index == lines.Length - 1)
            {
                break;
            }

            var at = line.IndexOf(": ", StringComparison.Ordinal);
            if (at <= 0 || Plainly(line[(at + 2)..]) is not { } value)
            {
                _fault ??= $"line {index + 1} is not \"key: value\"";
            }
            else if (!_values.TryAdd(line[..at], value))
            {
                _fault ??= $"line {index + 1} gives \"{line[..at]}\" a second time";
            }
            else
            {
                _keys.Add(line[..at]);
            }
        }
    }

    public static Result<ExperimentPlan> Read(string[] lines)
    {
        var reading = new PlanReading(lines);
        var plan = reading.Plan();
        var fault = reading._fault ?? (reading._values.Count == 0 ? null : $"\"{reading._keys.First(reading._values.ContainsKey)}\" is no key of a plan");
        return fault is null
            ? plan
            : new Problem(ProblemKind.Invalid, "EX002", $"The text of the plan cannot be read: {fault}.", "Give the text as it was locked, every line of it.");
    }

    private ExperimentPlan Plan() => new()
    {
        Id = Text("id"),
        Name = Text("name"),
        Hypothesis = new Hypothesis(Text("change"), Text("for"), Text("outcome"), Text("because")),
        Unit = Word("unit", PlanWords.Unit),
        Arms = Arms(),
        Primary = Outcome("primary"),
        Guardrails = [.. Ids("guardrail").Select(Guardrail)],
        Secondary = [.. Ids("secondary").Select(id => Outcome($"secondary {id}", id))],
        MinimumEffect = Number("minimum effect"),
        EffectScale = Word("effect as", PlanWords.Scale),
        Looks = new LookSchedule(Word("look rule", PlanWords.Rule), Whole("looks"), Text("spending")),
        Alpha = Number("alpha"),
        Power = Number("power"),
        Start = Day("start"),
        End = Day("end"),
        FollowUpDays = _values.ContainsKey("follow-up days") ? Number("follow-up days") : null,
        Exclusions = List("exclusion"),
        Covariates = List("covariate"),
        Strata = List("stratum"),
        Economics = _values.ContainsKey("customers per period") ? new PlannedEconomics(Number("customers per period"), Number("customer value"), Number("cost")) : null,
    };

    private List<PlannedArm> Arms()
    {
        List<PlannedArm> arms = [];
        while (TryTake($"arm {arms.Count + 1}", out var name))
        {
            arms.Add(new PlannedArm(name, Number($"arm {arms.Count + 1} share")));
        }

        return arms;
    }

    // The keys of a guardrail or secondary outcome go by its metric: said otherwise, the plan would have another text than it was read from,
    // or none that can be read ("guardrail k: metric").
    private PlannedOutcome Outcome(string key, string id)
    {
        var outcome = Outcome(key);
        if (!string.Equals(outcome.Metric, id, StringComparison.Ordinal))
        {
            _fault ??= $"\"{key} metric\" says \"{outcome.Metric}\"";
        }

        return outcome;
    }

    private PlannedOutcome Outcome(string key) => new(
        Text($"{key} metric"),
        Text($"{key} name"),
        Text($"{key} measure"),
        TryTake($"{key} objective", out var objective) ? objective : null,
        Word($"{key} better", PlanWords.Better));

    private PlannedGuardrail Guardrail(string id)
    {
        var key = $"guardrail {id}";
        return new PlannedGuardrail(Outcome(key, id), Number($"{key} margin"), Word($"{key} margin as", PlanWords.Scale));
    }

    // In the order of the text: what stands between the family's word and " metric".
    private List<string> Ids(string family) =>
    [
        .. _keys.Where(key => key.StartsWith(family + " ", StringComparison.Ordinal) && key.EndsWith(" metric", StringComparison.Ordinal)
                && key.Length > family.Length + " metric".Length + 1)
            .Select(key => key[(family.Length + 1)..^" metric".Length]),
    ];

    private List<string> List(string key)
    {
        List<string> items = [];
        while (TryTake($"{key} {items.Count + 1}", out var item))
        {
            items.Add(item);
        }

        return items;
    }

    private string Text(string key)
    {
        if (TryTake(key, out var value))
        {
            return value;
        }

        _fault ??= $"\"{key}\" is missing";
        return "";
    }

    private double Number(string key)
    {
        var text = Text(key);
        if (double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        _fault ??= $"\"{text}\" of \"{key}\" is no number";
        return 0;
    }

    private int Whole(string key)
    {
        var number = Number(key);
        if (number is >= 1 and <= int.MaxValue && number == Math.Floor(number))
        {
            return (int)number;
        }

        _fault ??= $"\"{key}\" is no whole number from 1";
        return 1;
    }

    private T Word<T>(string key, Func<string, T?> read)
        where T : struct
    {
        var text = Text(key);
        if (read(text) is { } value)
        {
            return value;
        }

        _fault ??= $"\"{text}\" is no value of \"{key}\"";
        return default;
    }

    private DateOnly? Day(string key)
    {
        if (!TryTake(key, out var text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        _fault ??= $"\"{text}\" of \"{key}\" is no day";
        return null;
    }

    private bool TryTake(string key, [NotNullWhen(true)] out string? value) => _values.Remove(key, out value);

    // Null where a backslash begins nothing that the text has.
    private static string? Plainly(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var index = 0; index < escaped.Length; index++)
        {
            if (escaped[index] != '\\')
            {
                text.Append(escaped[index]);
                continue;
            }

            index++;
            char? meant = index == escaped.Length ? null : escaped[index] switch
            {
                '\\' => '\\',
                'n' => '\n',
                'r' => '\r',
                _ => null,
            };
            if (meant is not { } letter)
            {
                return null;
            }

            text.Append(letter);
        }

        return text.ToString();
    }
}
