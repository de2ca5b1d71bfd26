namespace OutsideIn.Measures.Internals;

/// <summary>Reads a comparison, as a sign or in words.</summary>
internal static class ComparisonReader
{
    /// <summary>The comparison at the current place, or null where there is none.</summary>
    public static Comparison? Take(TokenCursor cursor)
    {
        if (cursor.Current.Kind == TokenKind.Comparison)
        {
            return cursor.Read().Comparison;
        }

        var (comparison, words) = (cursor.Current.Text, cursor.Ahead(1).Text) switch
        {
            ("at", "most") or ("no", "more") => (Comparison.AtMost, 2),
            ("at", "least") or ("no", "less") or ("no", "fewer") => (Comparison.AtLeast, 2),
            ("less", _) or ("fewer", _) or ("under", _) or ("below", _) => (Comparison.Less, 1),
            ("more", _) or ("over", _) or ("above", _) => (Comparison.More, 1),
            ("within", _) => (Comparison.AtMost, 1),
            _ => (Comparison.Equal, 0),
        };
        if (words == 0 || cursor.Current.Kind != TokenKind.Word)
        {
            return null;
        }

        for (var word = 0; word < words; word++)
        {
            cursor.Read();
        }

        cursor.Take("than");
        return comparison;
    }
}
