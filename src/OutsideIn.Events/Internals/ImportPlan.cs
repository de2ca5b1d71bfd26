namespace OutsideIn.Events;

/// <summary>How a delimited file is going to be read.</summary>
/// <param name="Sample">The header and first rows.</param>
/// <param name="Columns">[columns] What the sample says about each.</param>
/// <param name="Roles">The columns that took roles.</param>
/// <param name="Questions">What only a person can say; while there is one, nothing is read.</param>
/// <param name="Time">The format of times; ISO 8601 while it is not clear.</param>
/// <param name="Start">The format of starts.</param>
internal sealed record ImportPlan(
    DelimitedSample Sample,
    SampledColumn[] Columns,
    DetectedRoles Roles,
    IReadOnlyList<ImportQuestion> Questions,
    TimeFormat Time,
    TimeFormat Start)
{
    /// <summary>The column of a role, or −1.</summary>
    public int ColumnOf(ColumnRole role)
    {
        foreach (var (choice, column) in Roles.Choices)
        {
            if (choice.Role == role)
            {
                return column.Index;
            }
        }

        return -1;
    }

    /// <summary>The role of a column, or null. A column a person gave two roles answers with the first.</summary>
    public ColumnRole? RoleOf(int column)
    {
        foreach (var (choice, chosen) in Roles.Choices)
        {
            if (chosen.Index == column)
            {
                return choice.Role;
            }
        }

        return null;
    }
}
