using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Finds the category of customers each case belongs to.</summary>
internal static class CaseCategories
{
    /// <summary>The category of a case that fits none.</summary>
    public const int None = -1;

    /// <summary>[cases] Index of the first category whose selector fits a case, or −1.</summary>
    /// <remarks>An attribute of events picks a case by the first event that has a fitting value.</remarks>
    public static int[] Of(EventLog log, OutsideInMap map)
    {
        var categories = new int[log.CaseCount];
        Array.Fill(categories, None);
        for (var category = 0; category < map.Categories.Count; category++)
        {
            if (map.Categories[category].Cases is { } selector)
            {
                Pick(log, selector, category, categories);
            }
        }

        return categories;
    }

    private static void Pick(EventLog log, CaseSelector selector, int category, int[] categories)
    {
        var (texts, isByCase) = ColumnOf(log, selector.Attribute);
        if (texts is null)
        {
            return;
        }

        var fits = NameMatching.AnyOf(texts.Names, selector.Values);
        for (var caseIndex = 0; caseIndex < categories.Length; caseIndex++)
        {
            if (categories[caseIndex] == None && (isByCase ? fits[texts[caseIndex]] : AnyRow(log, caseIndex, texts, fits)))
            {
                categories[caseIndex] = category;
            }
        }
    }

    private static bool AnyRow(EventLog log, int caseIndex, CodedColumn texts, bool[] fits)
    {
        var (first, end) = log.RowsOf(caseIndex);
        for (var row = first; row < end; row++)
        {
            if (fits[texts[row]])
            {
                return true;
            }
        }

        return false;
    }

    private static (CodedColumn? Texts, bool IsByCase) ColumnOf(EventLog log, string name)
    {
        var pattern = new NamePattern(name);
        var attribute = log.Attributes.FirstOrDefault(one => one.Kind == AttributeKind.Text && pattern.Matches(one.Name));
        if (attribute is not null)
        {
            return (attribute.Texts, attribute.Level == AttributeLevel.Case);
        }

        var role = new[] { ("channel", log.Channels), ("customer", log.Customers), ("team", log.Teams), ("system", log.Systems) }
            .FirstOrDefault(one => pattern.Matches(one.Item1));
        return (role.Item2, false);
    }
}
