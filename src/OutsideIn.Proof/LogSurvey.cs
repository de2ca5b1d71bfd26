using OutsideIn.Diagnosis;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What the answers of a survey say of those who gave them, and what they can say of all. Immutable.</summary>
/// <remarks>A net promoter score is in points from −100 to 100, a satisfied share a fraction; a missing number is null, with its refusal.</remarks>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Log">The log's name.</param>
/// <param name="AsOf">The instant up to which the log is known.</param>
/// <param name="Score">The column of the answers.</param>
/// <param name="Scale"><c>nps</c> or <c>csat</c>.</param>
/// <param name="ScaleText">How answers become a score, in words.</param>
/// <param name="Sentence">The score, its interval, and how many answered, in one plain sentence.</param>
/// <param name="Next">What to do next.</param>
/// <param name="All">Cases there are.</param>
/// <param name="Asked">Cases in which somebody was asked; null where the log does not say.</param>
/// <param name="Response">Cases with an answer, of those asked, or of all where nobody says who was.</param>
/// <param name="Figure">The score of those who answered.</param>
/// <param name="Mean">The mean of their answers.</param>
/// <param name="Answers">How often each answer was given, lowest first.</param>
/// <param name="Bounds">What all may think.</param>
/// <param name="Who">Who answers.</param>
/// <param name="Raked">The score with the answers weighted so that those who answered look like all.</param>
/// <param name="Per">The column whose values are told apart; null for none.</param>
/// <param name="Groups">Each of them, by name: never a ranking.</param>
/// <param name="GroupsRefusal">Why they cannot be told apart; null where they can, or nobody asked.</param>
/// <param name="Checks">What the result assumes and what the data say of it.</param>
public sealed record LogSurvey(
    int Version,
    string Log,
    DateTimeOffset AsOf,
    string Score,
    string Scale,
    string ScaleText,
    string Sentence,
    string Next,
    int All,
    int? Asked,
    ShareEntry Response,
    SurveyFigure Figure,
    SurveyFigure Mean,
    IReadOnlyList<ScoreCount> Answers,
    SurveyBounds Bounds,
    SurveyResponders Who,
    RakedSurvey Raked,
    string? Per,
    IReadOnlyList<SurveyGroup> Groups,
    Problem? GroupsRefusal,
    IReadOnlyList<AssumptionCheck> Checks)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;
}

/// <summary>A figure of a survey.</summary>
/// <param name="Text">The value and its interval as every page shows them.</param>
/// <param name="Value">The value; null where it cannot be given.</param>
/// <param name="Low">Lower end of its interval; null where it cannot be given.</param>
/// <param name="High">Upper end.</param>
/// <param name="Unit"><c>points</c>, <c>share</c>, or <c>number</c> for the answers themselves.</param>
/// <param name="Level">Confidence level.</param>
/// <param name="Method">How value and interval were estimated.</param>
/// <param name="Count">Answers it rests on.</param>
/// <param name="Refusal">Why there is no value or no interval; null where there are both.</param>
public sealed record SurveyFigure(
    string Text, double? Value, double? Low, double? High, string Unit, double Level, string Method, long Count, Problem? Refusal);

/// <summary>Between what the score of all must lie, whatever those who did not answer think (Manski 1989).</summary>
/// <param name="Sentence">The same in one plain sentence.</param>
/// <param name="Low">Lower bound, in the score's unit.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Unit"><c>points</c> or <c>share</c>.</param>
public sealed record SurveyBounds(string Sentence, double Low, double High, string Unit);

/// <summary>Whether those who answered are like all, in what is known of everybody.</summary>
/// <param name="Sentence">The gist in one plain sentence.</param>
/// <param name="Representativeness">R-indicator: 1 where everybody was as likely to answer; null where it cannot be given.</param>
/// <param name="StratifiedBy">What the groups it rests on are equal in.</param>
/// <param name="BiasMax">By how much the score of those who answered may be off at most, as far as it goes with those groups, in its unit; null where it cannot be given.</param>
/// <param name="Balance">Each known attribute, the most different first.</param>
public sealed record SurveyResponders(
    string Sentence, double? Representativeness, IReadOnlyList<string> StratifiedBy, double? BiasMax, IReadOnlyList<AttributeBalance> Balance);

/// <summary>The score with answers weighted so that those who answered look like all in several things at once.</summary>
/// <param name="Sentence">The same in one plain sentence.</param>
/// <param name="Figure">The score.</param>
/// <param name="Margins">The things.</param>
/// <param name="LeftOut">Things that could not be weighted by together with them, or in which those who answered are all alike.</param>
/// <param name="Uncovered">Who of all has hardly anybody like them among those who answered: no weight makes up for them.</param>
/// <param name="EffectiveCount">As many answers of equal weight would say as much (Kish); null where nothing was weighted.</param>
/// <param name="WeightMax">The greatest weight, over the mean one; null where nothing was weighted.</param>
public sealed record RakedSurvey(
    string Sentence, SurveyFigure Figure, IReadOnlyList<string> Margins, IReadOnlyList<string> LeftOut, IReadOnlyList<string> Uncovered, double? EffectiveCount, double? WeightMax);

/// <summary>One value of the column that is told apart, such as a team.</summary>
/// <param name="Name">The value.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="Own">The score of its own answers; null where there are fewer than ten.</param>
/// <param name="Figure">The score to expect of it: the fewer its answers, the nearer to that of all.</param>
/// <param name="Weight">How much of its own score is in that, 0 to 1.</param>
/// <param name="Stands"><c>above</c>, <c>below</c>, or <c>like the others</c> where its interval holds the score of all.</param>
public sealed record SurveyGroup(string Name, int Answers, double? Own, SurveyFigure Figure, double Weight, string Stands);
