using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>A column of texts of a log, of its events or of its cases.</summary>
internal sealed class StratumColumn
{
    private const string None = "(missing)";

    private readonly int[]? _cases;

    private StratumColumn(CodedColumn texts, int[]? cases) => (Texts, _cases) = (texts, cases);

    public CodedColumn Texts { get; }

    /// <summary>The column of a role's word, else of a name of the source's; EX019 where there is none or it holds no texts.</summary>
    public static Result<StratumColumn> Of(EventLog log, string name)
    {
        var folded = NamePattern.Fold(name);
        (string Word, CodedColumn? Texts)[] roles =
            [("channel", log.Channels), ("team", log.Teams), ("person", log.Resources), ("system", log.Systems), ("customer", log.Customers), ("activity", log.Activities)];
        if (Array.Find(roles, role => string.Equals(role.Word, folded, StringComparison.OrdinalIgnoreCase)).Texts is { } texts)
        {
            return new StratumColumn(texts, null);
        }

        var column = log.Attributes.FirstOrDefault(one => string.Equals(NamePattern.Fold(one.Name), folded, StringComparison.Ordinal));
        if (column is { Kind: AttributeKind.Text, Texts: { } values })
        {
            return new StratumColumn(values, column.Level == AttributeLevel.Case ? CasesOfRows(log) : null);
        }

        string[] known = [.. roles.Where(static role => role.Texts is not null).Select(static role => role.Word), .. log.Attributes.Where(static one => one.Kind == AttributeKind.Text).Select(static one => one.Name)];
        return new Problem(
            ProblemKind.NotFound, "EX019", $"The log has no column of texts \"{name}\" to balance the arms by.",
            NearestNames.Question(name, known) ?? $"It has {string.Join(", ", known.Take(12))}.");
    }

    /// <summary>Code of an event's text; 0 where it has none.</summary>
    public int CodeAt(int row) => Texts[_cases is null ? row : _cases[row]];

    /// <summary>[units] The text most of a unit's events have; of equal ones the one that comes to as many first.</summary>
    public string[] MostFrequent(UnitColumn units)
    {
        var counts = new Dictionary<(int Unit, int Code), int>();
        var best = new (int Code, int Count)[units.Names.Count];
        for (var row = 0; row < units.Rows.Length; row++)
        {
            var (unit, code) = (units.Rows[row], CodeAt(row));
            if (unit < 0 || code == CodedColumn.Missing)
            {
                continue;
            }

            var count = counts[(unit, code)] = counts.GetValueOrDefault((unit, code)) + 1;
            if (count > best[unit].Count)
            {
                best[unit] = (code, count);
            }
        }

        return Array.ConvertAll(best, one => one.Code == CodedColumn.Missing ? None : Texts.Names[one.Code - 1]);
    }

    private static int[] CasesOfRows(EventLog log)
    {
        var cases = new int[log.EventCount];
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            cases.AsSpan(first, end - first).Fill(caseIndex);
        }

        return cases;
    }
}
