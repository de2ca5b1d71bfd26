using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What measured false alarms come to, in plain words.</summary>
internal static class CalibrationWords
{
    private const string Holds = "holds";
    private const string TooOften = "tooOften";
    private const string Cautious = "cautious";

    /// <summary>The answer by the interval of the rate, never by the rate.</summary>
    public static LogCalibration Told(LogCalibration calibration)
    {
        var (own, promised) = (calibration.Rates[0], 1 - calibration.Level);
        var answer = own.Refused == calibration.Runs ? ComparisonWords.Refused
            : own.Low > promised ? TooOften : own.High < promised ? Cautious : Holds;
        var each = $"Where nothing was done, comparing {calibration.Arms} arms of these {CountText.Of(calibration.Units)} units";
        return calibration with
        {
            Answer = answer,
            Sentence = answer switch
            {
                ComparisonWords.Refused => $"{each} could not be told in any of {CountText.Of(calibration.Runs)} draws.",
                TooOften => $"{each} calls a difference in {own.Text} of draws, more often than the {ShareText.Of(promised)} it promises.",
                Cautious => $"{each} calls a difference in {own.Text} of draws, less often than the {ShareText.Of(promised)} it promises.",
                _ => $"{each} calls a difference in {own.Text} of draws, as it promises ({ShareText.Of(promised)}).",
            } + Rows(calibration),
            Next = answer switch
            {
                ComparisonWords.Refused => "Take fewer arms, a smaller unit, or another measure.",
                TooOften => "Do not rely on its p-value here: name what is changed as a whole (--unit), or take a measure that few extreme cases do not decide.",
                Cautious => "What it calls can be relied on; effects it does not call may be there. A share or a measure with fewer extreme cases sees more.",
                _ => "What it calls on this log can be relied on as far as it says.",
            },
        };
    }

    private static string Rows(LogCalibration calibration) => calibration.Rates is [_, var rows]
        ? $" Counting each case as one observation would do so in {rows.Text}."
        : "";
}
