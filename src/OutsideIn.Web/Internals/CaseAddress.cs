using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>How a case stands in an address: by the name people see, or by its number behind a tilde where the name would not do.</summary>
internal static class CaseAddress
{
    private const int LengthMax = 100;

    public static string Of(string name, int caseIndex) =>
        name.Length is > 0 and <= LengthMax && name.All(IsPlain) && name is not ("." or "..")
            ? name
            : $"~{(caseIndex + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The case of an address, or <c>WB015</c>.</summary>
    public static Result<int> Find(EventLog log, string address)
    {
        if (address.StartsWith('~')
            && int.TryParse(address.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= log.CaseCount)
        {
            return number - 1;
        }

        for (var at = 0; at < log.CaseCount; at++)
        {
            if (string.Equals(log.CaseNames[at], address, StringComparison.Ordinal))
            {
                return at;
            }
        }

        return new Problem(
            ProblemKind.NotFound, "WB015", $"The log has no case '{address}'.", "Open the case from the list of cases.");
    }

    private static bool IsPlain(char letter) => letter is not ('/' or '\\' or '~' or '%' or '?' or '#') && !char.IsControl(letter);
}
