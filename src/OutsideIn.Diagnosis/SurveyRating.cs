using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Diagnosis;

/// <summary>How often one answer was given.</summary>
/// <param name="Score">The answer.</param>
/// <param name="Count">How many gave it.</param>
public sealed record ScoreCount(double Score, int Count);

/// <summary>One value of a known attribute: among those who answered, and among all.</summary>
/// <param name="Value">The value; "(missing)" where there is none.</param>
/// <param name="Answered">How many of those who answered have it.</param>
/// <param name="All">How many of all have it.</param>
/// <param name="Difference">Share among those who answered less share among all, in standard deviations.</param>
public sealed record ValueBalance(string Value, int Answered, int All, double Difference);

/// <summary>Whether those who answered are like all in one known attribute (experiments.md §7: representativeness is shown, not asserted).</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Values">Its values, the most frequent first.</param>
/// <param name="DifferenceMax">The greatest difference of a value, in standard deviations, without its sign.</param>
/// <param name="Test">Whether those who answered could be a random part of all; null where nothing can be tested.</param>
/// <param name="Q">Its p-value corrected for all attributes looked at; null without a test.</param>
public sealed record AttributeBalance(string Attribute, IReadOnlyList<ValueBalance> Values, double DifferenceMax, ChiSquareResult? Test, double? Q);

/// <summary>How it went for some customers: the conformance of their cases, and the share that attained a measure.</summary>
/// <param name="Cases">How many they are.</param>
/// <param name="Conformance">Mean of the conformance of their cases; its <c>Cases</c> says of how many.</param>
/// <param name="Attained">The share that attained each measure of a customer's outcome, of the cases whose answer is certain, by its id.</param>
public sealed record HowItWent(int Cases, ConformanceFigure Conformance, IReadOnlyDictionary<string, ShareEntry> Attained);

/// <summary>A survey score beside what happened (S2 #4, row 20): who was asked, who answered, and what the answers say of all. Immutable.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Name">Its name.</param>
/// <param name="Measure">Its line of the measure language.</param>
/// <param name="Subjectivity">F10: 0 to 3.</param>
/// <param name="ScaleLow">Lowest answer of the scale.</param>
/// <param name="ScaleHigh">Highest answer of the scale.</param>
/// <param name="IsScaleSaid">Whether the map says the scale; else it is the smallest usual one that holds the answers.</param>
/// <param name="ResponseRate">Customers' cases with an answer, of all.</param>
/// <param name="Open">Cases without an answer that still run: an answer may come.</param>
/// <param name="Score">Mean of the answers; its interval knows of those who answered only.</param>
/// <param name="Answers">How often each answer was given, lowest first.</param>
/// <param name="Bounds">Between what the mean of all must lie, whatever the others think.</param>
/// <param name="PostStratified">The mean with groups weighed as in all; null where no group has two answers.</param>
/// <param name="StratifiedBy">What those groups are equal in.</param>
/// <param name="CoveredShare">Share of all in the groups with enough answers.</param>
/// <param name="Representativeness">R-indicator: 1 where everybody was as likely to answer; null where nobody answered.</param>
/// <param name="BiasMax">Greatest bias of the mean that goes with it, in standard deviations of the score; null where nobody answered.</param>
/// <param name="Balance">Each known attribute, the most different first.</param>
/// <param name="Answered">How it went for those who answered.</param>
/// <param name="Silent">How it went for the others.</param>
/// <param name="Sentence">The gist in plain words.</param>
public sealed record SurveyRating(
    string Metric, string Name, string Measure, int Subjectivity, double ScaleLow, double ScaleHigh, bool IsScaleSaid,
    ShareEntry ResponseRate, int Open, MeasureFigure Score, IReadOnlyList<ScoreCount> Answers, Interval Bounds,
    Estimate? PostStratified, IReadOnlyList<string> StratifiedBy, double CoveredShare, double? Representativeness, double? BiasMax,
    IReadOnlyList<AttributeBalance> Balance, HowItWent Answered, HowItWent Silent, string Sentence);
