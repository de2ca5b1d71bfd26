namespace OutsideIn.Events;

/// <summary>The types an XES attribute may have, by its element.</summary>
internal enum XesType
{
    /// <summary>No attribute.</summary>
    None,

    /// <summary><c>string</c>.</summary>
    Text,

    /// <summary><c>date</c>.</summary>
    Date,

    /// <summary><c>int</c>.</summary>
    Whole,

    /// <summary><c>float</c>.</summary>
    Float,

    /// <summary><c>boolean</c>.</summary>
    YesNo,

    /// <summary><c>id</c>.</summary>
    Id,

    /// <summary><c>list</c>.</summary>
    List,

    /// <summary><c>container</c>, of the drafts of XES 2.0.</summary>
    Container,
}
