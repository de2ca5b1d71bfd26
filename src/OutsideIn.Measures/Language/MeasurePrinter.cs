using System.Globalization;
using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>Writes a tree as text in its one canonical form: reading it gives the same tree again, but for spans.</summary>
/// <remarks>
/// Straight quotation marks, words and units in lower case, <c>first</c> not written, every clause once and in the order where,
/// for cases where, by calendar, per customer; parentheses only where they change something. What is missing in a tree with errors is printed as <c>…</c>.
/// </remarks>
public static class MeasurePrinter
{
    /// <summary>A measure as text.</summary>
    public static string Print(MeasureSyntax tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var text = ValueText.Of(tree.Value);
        text += tree.Where is { } where ? " where " + ConditionText.Of(where) : "";
        text += tree.ForCases is { } cases ? " for cases where " + ConditionText.Of(cases) : "";
        text += tree.Calendar is { } calendar ? " by calendar " + QuoteMarks.Quote(calendar.Text) : "";
        return text + (tree.IsPerCustomer ? " per customer" : "");
    }

    /// <summary>An objective as text.</summary>
    public static string Print(ObjectiveSyntax tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var text = GoalText.Of(tree.Goal);
        text += tree.Per is { } per ? " per " + per.ToString().ToLowerInvariant() : "";
        return text + (tree.Due is { } due ? string.Create(CultureInfo.InvariantCulture, $" by {due:yyyy-MM-dd}") : "");
    }
}
