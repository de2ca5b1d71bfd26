using System.Globalization;

namespace OutsideIn.Diagnosis;

/// <summary>Numbers as a person reads them.</summary>
internal static class Wording
{
    /// <summary>A duration in the unit that suits it, such as <c>45 min</c>, <c>48 h</c>, <c>5.5 d</c>; days of 24 hours from three on.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s"),
        < 2 * 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.#} min"),
        < 72 * 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.#} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86400:0.#} d"),
    };

    /// <summary>A share such as <c>12.5 %</c>; a share below a twentieth of a percent keeps two digits.</summary>
    public static string Percent(double share) => share is > 0 and < 0.0005
        ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:G2} %")
        : string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>1 case</c>, <c>2 cases</c>.</summary>
    public static string Count(int count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";
}
