namespace OutsideIn.Method;

/// <summary>What may stand behind a key of the written map.</summary>
public enum MapFieldKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number, written with a point.</summary>
    Number,

    /// <summary>A number without a fraction.</summary>
    WholeNumber,

    /// <summary>A part of a whole, written as a percentage or as a number from 0 to 1.</summary>
    Share,

    /// <summary>yes or no.</summary>
    YesNo,

    /// <summary>A day, written <c>2026-11-21</c>.</summary>
    Date,

    /// <summary>One of a fixed set of words.</summary>
    Word,

    /// <summary>The id or the name of another entry.</summary>
    Reference,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of names in which <c>*</c> stands for any run of characters.</summary>
    Patterns,

    /// <summary>A list of ids or names of other entries.</summary>
    References,

    /// <summary>A list of numbers.</summary>
    Numbers,

    /// <summary>A list of days.</summary>
    Dates,

    /// <summary>Keys of its own.</summary>
    Group,

    /// <summary>A list whose items have keys of their own.</summary>
    Groups,
}
