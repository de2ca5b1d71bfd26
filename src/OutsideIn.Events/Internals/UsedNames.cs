namespace OutsideIn.Events;

/// <summary>Leaves names out of a column that no row has.</summary>
internal static class UsedNames
{
    /// <summary>A coded column in which every name has a row; names keep their order. O(rows + names).</summary>
    /// <param name="names">[names] The name of code k stands at k − 1.</param>
    /// <param name="codes">[rows] The codes; rewritten where a name is left out.</param>
    public static CodedColumn Column(string[] names, int[] codes)
    {
        var newCodes = new int[names.Length + 1];
        foreach (var code in codes)
        {
            newCodes[code] = 1;
        }

        newCodes[CodedColumn.Missing] = CodedColumn.Missing;
        var kept = 0;
        for (var code = 1; code <= names.Length; code++)
        {
            newCodes[code] = newCodes[code] == 0 ? 0 : ++kept;
        }

        if (kept == names.Length)
        {
            return new CodedColumn(names, codes);
        }

        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = newCodes[codes[row]];
        }

        return new CodedColumn([.. names.Where((_, index) => newCodes[index + 1] != 0)], codes);
    }
}
