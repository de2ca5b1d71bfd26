namespace OutsideIn.Method;

/// <summary>What is wrong with a link of the Performance Landscape (method.md §2: links go to the next tier, or skip the business outcome; never down).</summary>
public enum BadLinkKind
{
    /// <summary>It leads to a lower tier. Nothing flows along it.</summary>
    Down,

    /// <summary>It leads to the same tier. Nothing flows along it.</summary>
    Sideways,

    /// <summary>It passes over a tier other than the business outcome, as a task that leads straight to an output does. It counts all the same.</summary>
    Skips,

    /// <summary>It leads to nothing that is in the landscape. Nothing flows along it.</summary>
    Nowhere,

    /// <summary>It leads where another link of the same entry leads already. Both count.</summary>
    Twice,

    /// <summary>The shares of an entry's links are together more than 1. They are brought down to 1 in proportion.</summary>
    SharesOverOne,
}

/// <summary>A link of the Performance Landscape that is not as it should be.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="From">Id of the entry whose link it is.</param>
/// <param name="To">Where it leads, as written; null for <see cref="BadLinkKind.SharesOverOne"/>, which is about all of them.</param>
/// <param name="FromTier">The tier it starts from; null for a partner.</param>
/// <param name="ToTier">The tier it leads to; null where that is none.</param>
/// <param name="ShareSum">For <see cref="BadLinkKind.SharesOverOne"/> the sum of the shares; else null.</param>
public sealed record BadLink(BadLinkKind Kind, string From, string? To, Tier? FromTier, Tier? ToTier, double? ShareSum = null);
