using System.Globalization;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Statistics;

/// <summary>One published result and how it comes out of the raw data.</summary>
/// <param name="File">The file of shared/data/experiments.</param>
/// <param name="Study">What was tried.</param>
/// <param name="Figure">What was printed.</param>
/// <param name="Printed">The digits as printed.</param>
/// <param name="Ours">The same by our methods, to as many digits.</param>
/// <param name="Source">The publication.</param>
/// <param name="Seen">Where its digits were read.</param>
internal sealed record PublishedResult(string File, string Study, string Figure, string Printed, Func<string> Ours, string Source, DigitsSeen Seen)
{
    /// <summary>Why the file does not give what was printed; null where it does.</summary>
    public string? Why { get; init; }
}

/// <summary>Where the digits of a publication were read: none of the publications was at hand whole.</summary>
internal enum DigitsSeen
{
    /// <summary>In the README of the data, or a note of the oracles, beside this checkout.</summary>
    Quoted,

    /// <summary>On a public page that reprints them: an abstract, a summary, somebody's replication.</summary>
    Page,

    /// <summary>Generally known, not looked up; that they come out of the data to every digit is what speaks for them.</summary>
    Known,
}

/// <summary>Figures as publications print them.</summary>
internal static class Print
{
    /// <summary>To a number of places, with commas between thousands and a real minus.</summary>
    public static string Of(double value, int places) =>
        value.ToString("N" + places, CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A coefficient with its standard error in brackets.</summary>
    public static string Of(ModelCoefficient one, int places) => $"{Of(one.Value, places)} ({Of(one.StandardError, places)})";

    /// <summary>An effect with its standard error in brackets.</summary>
    public static string Of(EffectEstimate effect, int places) => $"{Of(effect.Value!.Value, places)} ({Of(effect.StandardError!.Value, places)})";

    /// <summary>A mean with its standard error in brackets.</summary>
    public static string Of(Moments sample, int places) => $"{Of(sample.Mean, places)} ({Of(Math.Sqrt(sample.Variance / sample.Count), places)})";

    /// <summary>A share as a percentage.</summary>
    public static string Percent(CountedShare share, int places) => Of(100.0 * share.Part / share.Whole, places);

    /// <summary>Several figures.</summary>
    public static string All(IEnumerable<string> figures) => string.Join(", ", figures);
}
