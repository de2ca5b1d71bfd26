using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>The columns that took roles, and what only a person can say.</summary>
/// <param name="Choices">Every role that is clear, with its column.</param>
/// <param name="Questions">Roles that are not.</param>
/// <param name="Notes">Second-best columns of optional roles, and twins.</param>
internal sealed record DetectedRoles(
    IReadOnlyList<(RoleChoice Choice, SampledColumn Column)> Choices, IReadOnlyList<ImportQuestion> Questions, IReadOnlyList<string> Notes);

/// <summary>Finds which column has which role, by the columns' names and by their values.</summary>
internal sealed class RoleDetection
{
    // Supports nearer than this to each other are no reason to prefer one column.
    private const double Near = 0.08;
    private const double LeastSupport = 0.3;
    private const double FallbackSupport = 0.5;
    private const int NamedValuesMax = 3;

    private static readonly (ColumnRole Role, string Code, string Option)[] Required =
        [(ColumnRole.Case, "EV301", "--case"), (ColumnRole.Activity, "EV302", "--activity"), (ColumnRole.Time, "EV303", "--time")];

    private readonly DelimitedSample _sample;
    private readonly SampledColumn[] _columns;
    private readonly List<(RoleChoice Choice, SampledColumn Column)> _choices = [];
    private readonly List<ImportQuestion> _questions = [];
    private readonly List<string> _notes = [];

    private RoleDetection(DelimitedSample sample, SampledColumn[] columns) => (_sample, _columns) = (sample, columns);

    /// <summary>Finds the roles.</summary>
    /// <returns>What was found, or the problem of a named column that does not exist.</returns>
    public static Result<DetectedRoles> Find(DelimitedSample sample, SampledColumn[] columns, IReadOnlyDictionary<ColumnRole, string> named)
    {
        var detection = new RoleDetection(sample, columns);
        foreach (var (role, name) in named.OrderBy(static one => one.Key))
        {
            if (detection.TakeNamed(role, name) is { } problem)
            {
                return problem;
            }
        }

        // Names speak first; what they leave open is judged by the values of the columns that are left.
        foreach (var (role, code, option) in Required)
        {
            detection.TakeByName(role, code, option);
        }

        foreach (var (role, code, option) in Required.Where(one => !detection.IsSettled(one.Role)).OrderBy(static one => one.Role != ColumnRole.Time))
        {
            detection.TakeByValues(role, code, option);
        }

        foreach (var role in Enum.GetValues<ColumnRole>().Where(static one => one is not (ColumnRole.Case or ColumnRole.Activity or ColumnRole.Time)))
        {
            detection.TakeOptional(role);
        }

        return new DetectedRoles(detection._choices, [.. detection._questions.OrderBy(static one => one.Code, StringComparer.Ordinal)], detection._notes);
    }

    /// <summary>The option of the command that names a role's column.</summary>
    public static string OptionOf(ColumnRole role) => $"--{role.ToString().ToLowerInvariant()}";

    private Problem? TakeNamed(ColumnRole role, string name)
    {
        var column = Array.Find(_columns, one => string.Equals(one.Name, name, StringComparison.Ordinal));
        if (column is null)
        {
            var folded = _columns.Where(one => string.Equals(RoleWords.Folded(one.Name), RoleWords.Folded(name), StringComparison.Ordinal)).ToList();
            column = folded is [var only] ? only : null;
        }

        if (column is null)
        {
            var nearest = NearestNames.Among(name, _columns.Select(static one => one.Name));
            var hint = nearest.Count > 0 ? $"Near it: {Listed(nearest)}." : $"There are: {Listed(_columns.Select(static one => one.Name))}.";
            return new Problem(ProblemKind.Invalid, "EV305", $"{_sample.Name} has no column '{name}', named with {OptionOf(role)}.", hint);
        }

        _choices.Add((new RoleChoice(role, column.Name, $"Named with {OptionOf(role)}.", 1), column));
        return null;
    }

    private void TakeByName(ColumnRole role, string code, string option)
    {
        if (_choices.Exists(one => one.Choice.Role == role))
        {
            return;
        }

        var ranked = Ranked(role);
        if (role == ColumnRole.Time && ranked is [])
        {
            // A log with nothing but start times has those as its times.
            ranked = Ranked(ColumnRole.Start);
        }

        if (ranked is [])
        {
            return;
        }

        var best = ranked[0];
        var rivals = ranked.Skip(1).Where(one => best.Support - one.Support < Near && !one.Column.IsTwinOf(best.Column, _sample)).ToList();
        if (rivals.Count == 0)
        {
            Take(role, best.Column, ReasonOf(role, best.Column), best.Support);
            return;
        }

        string[] choices = [best.Column.Name, .. rivals.Select(static one => one.Column.Name)];
        _questions.Add(new ImportQuestion(code,
            $"Which column {Asked(role)}: {Listed(choices)}? Their names and values speak for each alike.", role, choices, option));
    }

    private bool IsSettled(ColumnRole role) => _choices.Exists(one => one.Choice.Role == role) || _questions.Exists(one => one.Role == role);

    private void TakeByValues(ColumnRole role, string code, string option)
    {
        var free = Free().Where(static one => !one.IsEmpty).ToList();
        var candidates = free.Where(one => CouldBe(role, one)).ToList();
        if (candidates.Skip(1).All(one => one.IsTwinOf(candidates[0], _sample)) && candidates.Count > 0)
        {
            Take(role, candidates[0], $"No column is named for it, and this is the only one whose values {Suiting(role)}.", FallbackSupport);
            return;
        }

        var choices = (candidates.Count > 0 ? candidates : free).Select(static one => one.Name).ToList();
        _questions.Add(new ImportQuestion(code, $"Which column {Asked(role)}? No column is named for it; it could be {Listed(choices)}.",
            role, choices, option));
    }

    private void TakeOptional(ColumnRole role)
    {
        if (_choices.Exists(one => one.Choice.Role == role))
        {
            return;
        }

        var ranked = Ranked(role);
        if (ranked is [] || (role == ColumnRole.Start && !CanBeStart(ranked[0].Column)))
        {
            return;
        }

        var best = ranked[0];
        Take(role, best.Column, ReasonOf(role, best.Column), best.Support);
        foreach (var rival in ranked.Skip(1).Where(one => best.Support - one.Support < Near && !one.Column.IsTwinOf(best.Column, _sample)))
        {
            _notes.Add($"'{rival.Column.Name}' could be the {role.ToString().ToLowerInvariant()} as well as '{best.Column.Name}', which was taken; {OptionOf(role)} names the other.");
        }
    }

    /// <summary>A start that reads as no time would refuse every row.</summary>
    private static bool CanBeStart(SampledColumn start) => start.Times.Fits > 0 || start.IsEmpty;

    private List<(SampledColumn Column, double Support)> Ranked(ColumnRole role) =>
        [.. Free().Where(one => one.Meaning?.Role == role)
            .Select(one => (one, one.Meaning!.Value.Support * one.Fit(role)))
            .Where(static one => one.Item2 >= LeastSupport)
            .OrderByDescending(static one => one.Item2).ThenByDescending(static one => one.one.Values.Count).ThenBy(static one => one.one.Index)];

    private IEnumerable<SampledColumn> Free() => _columns.Where(column => !_choices.Exists(one => one.Column.Index == column.Index));

    private void Take(ColumnRole role, SampledColumn column, string reason, double support)
    {
        _choices.Add((new RoleChoice(role, column.Name, reason, support), column));
    }

    private bool CouldBe(ColumnRole role, SampledColumn column) => role switch
    {
        ColumnRole.Time => column.IsTime,
        ColumnRole.Case => !column.IsTime && column.DistinctCount > 1 && !column.NeverRepeats
            && column.DistinctCount * 10 > column.RowCount && column.DistinctCount < column.RowCount,
        _ => !column.IsTime && !column.IsNumber && column.DistinctCount > 1 && column.DistinctCount * 2 <= column.RowCount && VariesWithinCases(column),
    };

    private bool VariesWithinCases(SampledColumn column)
    {
        var byCase = _choices.Find(static one => one.Choice.Role == ColumnRole.Case).Column;
        return byCase is null || _sample.Rows.GroupBy(row => row[byCase.Index], StringComparer.Ordinal)
            .Where(static rows => rows.Skip(1).Any())
            .Any(rows => rows.Select(row => row[column.Index]).Distinct(StringComparer.Ordinal).Skip(1).Any());
    }

    private static string ReasonOf(ColumnRole role, SampledColumn column)
    {
        var support = column.Meaning!.Value.Support;
        var name = support >= RoleWords.Standard ? "The name is the XES standard's or the usual export's for it"
            : support >= 0.8 ? "The name says so" : "The name suggests it";
        var values = role switch
        {
            ColumnRole.Time or ColumnRole.Start when column.Times.Format is { } format =>
                $"{column.Times.Fits} of {column.Times.Total} values looked at follow {format.Name}",
            _ => $"{column.Values.Count} of {column.RowCount} rows looked at have one of {column.DistinctCount} values",
        };
        return $"{name}; {values}.";
    }

    private static string Asked(ColumnRole role) => role switch
    {
        ColumnRole.Case => "names the case",
        ColumnRole.Activity => "names the activity",
        _ => "has the time of the event",
    };

    private static string Suiting(ColumnRole role) => role switch
    {
        ColumnRole.Case => "come back over several rows without being few",
        ColumnRole.Activity => "are few, come back, and vary within cases",
        _ => "are times",
    };

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.Select(static name => $"'{name}'").ToList();
        var shown = all.Take(NamedValuesMax * 2).ToList();
        return string.Join(", ", shown) + (all.Count > shown.Count ? $" and {all.Count - shown.Count} more" : "");
    }
}
