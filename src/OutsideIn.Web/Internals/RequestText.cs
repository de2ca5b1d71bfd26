namespace OutsideIn.Web;

/// <summary>Texts of a request.</summary>
internal static class RequestText
{
    /// <summary>The text; null where it is empty or blank, which says as little as leaving it out.</summary>
    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
