namespace OutsideIn.Events;

/// <summary>What <see cref="DelimitedRows.Next"/> came upon.</summary>
internal enum RowState
{
    /// <summary>A row whose fields can be read.</summary>
    Row,

    /// <summary>A row with nothing in it.</summary>
    Blank,

    /// <summary>A field or the whole row is longer than allowed; it was skipped.</summary>
    TooLong,

    /// <summary>Text stands behind a closing quote.</summary>
    BadQuote,

    /// <summary>A quote that is never closed swallowed the rest of the source.</summary>
    OpenQuote,

    /// <summary>There are no more rows.</summary>
    End,
}
