using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The value of a column each subject has: that of its first case.</summary>
/// <param name="Names">The column's values; code 1 is the first.</param>
/// <param name="Codes">[subjects] The code; <see cref="CodedColumn.Missing"/> where it has none.</param>
internal sealed record SubjectColumn(IReadOnlyList<string> Names, int[] Codes)
{
    /// <summary>A column of the log, or a word for a role such as <c>team</c>.</summary>
    /// <returns>The column; <c>DG032</c> or <c>DG033</c> where cases cannot be told apart by it.</returns>
    public static Result<SubjectColumn> Of(MeasuredLog log, MeasureValues values, string name) =>
        CaseColumns.Of(log, name).Then<SubjectColumn>(column =>
        {
            var codes = new int[values.Count];
            for (var subject = 0; subject < codes.Length; subject++)
            {
                codes[subject] = values.CasesOf(subject) is [var first, ..] ? column[first] : CodedColumn.Missing;
            }

            return new SubjectColumn([.. column.Names], codes);
        });

    /// <summary>Every subject by itself.</summary>
    public static SubjectColumn OfSubjects(MeasureValues values)
    {
        var codes = new int[values.Count];
        for (var subject = 0; subject < codes.Length; subject++)
        {
            codes[subject] = subject + 1;
        }

        return new SubjectColumn([], codes);
    }

    /// <summary>The code of a value, compared as names are; 0 where the column has none such.</summary>
    public int CodeOf(string value)
    {
        var folded = NamePattern.Fold(value.Trim());
        return Names.Select(NamePattern.Fold).ToList().IndexOf(folded) + 1;
    }
}
