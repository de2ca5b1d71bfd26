using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>A day given on the command line.</summary>
internal static class GivenDay
{
    /// <summary>The day written like 2026-03-31; today where none is written.</summary>
    /// <param name="text">What was written behind the option; null for nothing.</param>
    /// <param name="clock">Says what today is.</param>
    /// <param name="option">The option's name and the code of its refusal.</param>
    public static Result<DateOnly> Read(string? text, TimeProvider clock, (string Name, string Code) option)
    {
        if (text is null)
        {
            return DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : new Problem(ProblemKind.Invalid, option.Code, $"{option.Name} \"{text}\" is no day.", "Write it like 2026-03-31.");
    }
}
