using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Columns by whose values cases are told apart.</summary>
public static class CaseColumns
{
    // Amounts are told apart by quarters of the cases.
    private static readonly double[] Quarters = [0.25, 0.5, 0.75];

    /// <summary>
    /// [cases] The values of a column: a word for a role, else a name of the source's. Of a column of events a case has the value of the
    /// first event that has one.
    /// </summary>
    /// <param name="log">The log, with what a map says of it where there is one.</param>
    /// <param name="name">The column's name, or a word for a role such as <c>team</c>.</param>
    /// <returns>The column; <c>DG032</c> where the log has none of that name, <c>DG033</c> where its values are numbers or instants.</returns>
    public static Result<CodedColumn> Of(MeasuredLog log, string name)
    {
        var folded = NamePattern.Fold(name.Trim().Trim('"'));
        var roles = Roles(log);
        if (roles.FirstOrDefault(role => NamePattern.Fold(role.Name) == folded) is { Texts: { } texts } found)
        {
            return found.Level == AttributeLevel.Case ? texts : ByFirstEvent(log.Log, row => texts[row], [.. texts.Names]);
        }

        var column = log.Log.Attributes.FirstOrDefault(one => NamePattern.Fold(one.Name) == folded);
        return column switch
        {
            null => Unknown(log, name, [.. roles.Select(static role => role.Name)]),
            { Kind: AttributeKind.Text, Level: AttributeLevel.Case } => column.Texts!,
            { Kind: AttributeKind.Text } => ByFirstEvent(log.Log, row => column.Texts![row], [.. column.Texts!.Names]),
            { Kind: AttributeKind.YesNo } => Answers(log.Log, column),
            _ => new Problem(
                ProblemKind.Invalid,
                "DG033",
                $"The values of \"{column.Name}\" are {(column.Kind == AttributeKind.Number ? "numbers" : "instants")}, by which cases form no groups.",
                $"Ask for parts of it: for cases where \"{column.Name}\" < …, and again with >=."),
        };
    }

    /// <summary>[cases] Amounts by the quarter of the cases they belong to; equal bounds are one.</summary>
    /// <param name="numbers">[cases] The amounts; NaN where there is none.</param>
    /// <param name="text">How a bound is written; null for a plain number.</param>
    public static CodedColumn InQuarters(double[] numbers, Func<double, string>? text = null)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var sorted = numbers.Where(static one => !double.IsNaN(one)).Order().ToArray();
        double[] bounds = sorted.Length == 0 ? [] : [.. Quarters.Select(share => sorted[(int)(share * (sorted.Length - 1))]).Distinct()];
        string[] names = [.. bounds.Select(bound => $"up to {(text is null ? bound.ToString("0.###", CultureInfo.InvariantCulture) : text(bound))}"), "above"];
        return new CodedColumn(names, Array.ConvertAll(numbers, number => double.IsNaN(number) ? 0 : bounds.Count(bound => number > bound) + 1));
    }

    private static (string Name, CodedColumn? Texts, AttributeLevel Level)[] Roles(MeasuredLog log)
    {
        var events = log.Log;
        (string Name, CodedColumn? Texts, AttributeLevel Level)[] all =
        [
            ("category", log.Categories, AttributeLevel.Case), ("channel", events.Channels, AttributeLevel.Event), ("team", events.Teams, AttributeLevel.Event),
            ("person", events.Resources, AttributeLevel.Event), ("system", events.Systems, AttributeLevel.Event),
            ("customer", events.Customers, AttributeLevel.Event), ("activity", events.Activities, AttributeLevel.Event),
        ];
        return [.. all.Where(static role => role.Texts is not null)];
    }

    private static Problem Unknown(MeasuredLog log, string name, string[] roles)
    {
        string[] known = [.. roles, .. log.Log.Attributes.Where(static one => one.Kind is AttributeKind.Text or AttributeKind.YesNo).Select(static one => one.Name)];
        return new Problem(
            ProblemKind.NotFound, "DG032", $"The log has no column \"{name}\" to group by.",
            NearestNames.Question(name, known) ?? $"It has {string.Join(", ", known.Take(12))}{(known.Length > 12 ? " and others" : "")}.");
    }

    private static CodedColumn Answers(EventLog log, AttributeColumn column)
    {
        string[] names = ["no", "yes"];
        return column.Level == AttributeLevel.Case
            ? new CodedColumn(names, Array.ConvertAll(column.Answers.ToArray(), static answer => answer + 1))
            : ByFirstEvent(log, row => column.Answers[row] + 1, names);
    }

    private static CodedColumn ByFirstEvent(EventLog log, Func<int, int> codeAt, string[] names)
    {
        var codes = new int[log.CaseCount];
        for (var caseIndex = 0; caseIndex < codes.Length; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first; row < end && codes[caseIndex] == CodedColumn.Missing; row++)
            {
                codes[caseIndex] = codeAt(row);
            }
        }

        return new CodedColumn(names, codes);
    }
}
