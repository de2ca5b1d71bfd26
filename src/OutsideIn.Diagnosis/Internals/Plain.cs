using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Hours and shares in a sentence for a manager.</summary>
internal static class Plain
{
    public const double SecondsPerHour = 3600;

    /// <summary>Such as <c>1,320 hours</c>; a decimal below ten.</summary>
    public static string Hours(double hours) =>
        hours.ToString(Math.Abs(hours) < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture) + " hours";

    /// <summary>A share with its 95 % interval and its whole, such as <c>45 % (44 % to 46 %, n = 9,812)</c>.</summary>
    public static string Share(ShareEntry share) => share is { Share: { } value, Low: { } low, High: { } high }
        ? $"{ShareText.Of(value)} ({ShareText.Of(low)} to {ShareText.Of(high)}, n = {CountText.Of(share.Whole)})"
        : $"{CountText.Of(share.Part)} of {CountText.Of(share.Whole)}";
}
