using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>What cases had in common before the work: the usual confounders and the attributes a person chose. Immutable.</summary>
internal sealed record CaseConfounders(IReadOnlyList<string> Names, IReadOnlyList<CodedColumn> Columns, CaseStrata Strata)
{
    // Strata of fewer cases than this on average have too few of both sides to compare.
    private const int CasesInStratum = 40;

    /// <summary>The confounders; problem <c>DG050</c> where a chosen attribute is none of the log.</summary>
    public static Result<CaseConfounders> Of(MappedLog mapped, IReadOnlyList<string> chosen)
    {
        List<(string Name, CodedColumn Column)> all = [.. Categories(mapped), FirstContact(mapped)];
        foreach (var name in chosen)
        {
            var pattern = new NamePattern(name);
            if (mapped.Log.Attributes.FirstOrDefault(one => one.Kind != AttributeKind.Time && pattern.Matches(one.Name)) is not { } attribute)
            {
                string[] known = [.. mapped.Log.Attributes.Where(static one => one.Kind != AttributeKind.Time).Select(static one => one.Name)];
                return new Problem(
                    ProblemKind.NotFound, "DG050", $"The log has no attribute “{name}” to adjust for.",
                    known.Length == 0 ? "It has none at all." : $"It has: {string.Join(", ", known)}.");
            }

            all.Add((attribute.Name, ByCase(mapped, attribute)));
        }

        var (period, column) = Began(mapped, [.. all.Select(static one => one.Column)]);
        if (column is not null)
        {
            all.Add((period, column));
        }

        CodedColumn[] columns = [.. all.Select(static one => one.Column)];
        return new CaseConfounders([.. all.Select(static one => one.Name)], columns, CaseStrata.Of(columns, mapped.CaseCount));
    }

    private static IEnumerable<(string Name, CodedColumn Column)> Categories(MappedLog mapped)
    {
        if (mapped.Categories.Any(static one => one >= 0))
        {
            yield return ("category", new CodedColumn([.. mapped.Map.Categories.Select(static one => one.Name)], Array.ConvertAll(mapped.Categories, static one => one + 1)));
        }
    }

    // The channel of the first contact where the log has channels, else which contact it was; the first event where there was none.
    private static (string Name, CodedColumn Column) FirstContact(MappedLog mapped)
    {
        var channels = mapped.Log.Channels;
        var codes = new int[mapped.CaseCount];
        for (var caseIndex = 0; caseIndex < codes.Length; caseIndex++)
        {
            var (first, end) = mapped.Log.RowsOf(caseIndex);
            var contact = Array.IndexOf(mapped.IsContact, true, first, end - first);
            codes[caseIndex] = contact < 0 ? CodedColumn.Missing : channels is null ? mapped.WorkAt(contact) : channels[contact];
        }

        return channels is null
            ? ("kind of first contact", new CodedColumn([.. mapped.Works.Skip(1).Select(static one => one.Name)], codes))
            : ("channel of first contact", new CodedColumn([.. channels.Names], codes));
    }

    // The finest of month and quarter that leaves enough cases in a stratum, or none.
    private static (string Name, CodedColumn? Column) Began(MappedLog mapped, CodedColumn[] others)
    {
        var starts = SubjectIndex.OfCases(mapped.Log).StartMicros;
        foreach (var (name, length) in new[] { ("month of start", 1), ("quarter of start", 3) })
        {
            var periods = new int[starts.Length];
            for (var index = 0; index < periods.Length; index++)
            {
                periods[index] = Measured.MonthOf(starts[index]) / length;
            }

            int[] distinct = [.. periods.Distinct().Order()];
            var column = new CodedColumn(
                [.. distinct.Select(one => Measured.MonthName(one * length))], Array.ConvertAll(periods, one => Array.BinarySearch(distinct, one) + 1));
            if (distinct.Length <= CaseStrata.ValuesMaxDefault
                && mapped.CaseCount >= CasesInStratum * CaseStrata.Of([.. others, column], mapped.CaseCount).Count)
            {
                return (name, column);
            }
        }

        return (string.Empty, null);
    }

    /// <summary>[cases] An attribute as one value a case: numbers by quarters, of an attribute of events the first value.</summary>
    public static CodedColumn ByCase(MappedLog mapped, AttributeColumn attribute)
    {
        var rows = new int[mapped.CaseCount];
        for (var caseIndex = 0; caseIndex < rows.Length; caseIndex++)
        {
            rows[caseIndex] = attribute.Level == AttributeLevel.Case ? caseIndex : FirstFilled(mapped, attribute, caseIndex);
        }

        if (attribute.Kind == AttributeKind.Text)
        {
            return new CodedColumn([.. attribute.Texts!.Names], Array.ConvertAll(rows, row => row < 0 ? 0 : attribute.Texts[row]));
        }

        return attribute.Kind == AttributeKind.YesNo
            ? new CodedColumn(["no", "yes"], Array.ConvertAll(rows, row => row < 0 ? 0 : attribute.Answers[row] + 1))
            : CaseColumns.InQuarters(Array.ConvertAll(rows, row => row < 0 ? double.NaN : attribute.Numbers[row]));
    }

    // Of an attribute of events the first value: the later ones may be what the work has made of it.
    private static int FirstFilled(MappedLog mapped, AttributeColumn attribute, int caseIndex)
    {
        var (first, end) = mapped.Log.RowsOf(caseIndex);
        for (var row = first; row < end; row++)
        {
            var isFilled = attribute.Kind switch
            {
                AttributeKind.Text => attribute.Texts![row] != CodedColumn.Missing,
                AttributeKind.YesNo => attribute.Answers[row] != AttributeColumn.MissingAnswer,
                _ => !double.IsNaN(attribute.Numbers[row]),
            };
            if (isFilled)
            {
                return row;
            }
        }

        return MappedLog.NoRow;
    }
}
