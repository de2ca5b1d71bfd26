using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>A conformance rating (F11) computed from what happened to every customer. Immutable.</summary>
/// <param name="Rating">0 to 1, by <see cref="Method.Conformance.Rating"/>; null where nothing was answered.</param>
/// <param name="Low">Lower end of its interval; null where there is none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Cases">Cases with at least one answer: the n to show.</param>
/// <param name="Answers">Answers, yes or no, over all criteria.</param>
/// <param name="Open">Answers that are still open: neither yes nor no.</param>
public sealed record ConformanceFigure(double? Rating, double? Low, double? High, int Cases, int Answers, int Open);

/// <summary>How often one designed act was done, of the cases in which its Moment of Truth happened.</summary>
/// <param name="Text">The act.</param>
/// <param name="Measure">Its line of the measure language.</param>
/// <param name="Weight">How much it counts beside the others.</param>
/// <param name="Share">How often it was done, with open cases as such.</param>
/// <param name="Figure">Id of the list of cases in which it was not.</param>
public sealed record CriterionConformance(string Text, string Measure, double Weight, MeasureFigure Share, string Figure);

/// <summary>How a Moment of Truth conforms to what it was designed to be, as it happened (F11).</summary>
/// <param name="Moment">Id of the Moment of Truth.</param>
/// <param name="Name">Its name.</param>
/// <param name="Volume">Cases in which it happened: what it weighs in its experience.</param>
/// <param name="All">The rating.</param>
/// <param name="Criteria">Its criteria that have a measure and an answer.</param>
/// <param name="NeverObserved">Its criteria that have a measure and no answer yet; they are no part of the rating.</param>
/// <param name="WithoutMeasure">Its criteria that no log is asked about.</param>
public sealed record MomentAsHappened(
    string Moment, string Name, int Volume, ConformanceFigure All, IReadOnlyList<CriterionConformance> Criteria,
    IReadOnlyList<string> NeverObserved, IReadOnlyList<string> WithoutMeasure);

/// <summary>The conformance of an experience for the customers of one category.</summary>
/// <param name="Category">Name of the category.</param>
/// <param name="Figure">The rating.</param>
public sealed record CategoryConformance(string Category, ConformanceFigure Figure);

/// <summary>How an experience conforms to its design, as it happened to every customer (F11).</summary>
/// <param name="Experience">Id of the experience; null for the Moments of Truth of none.</param>
/// <param name="All">The rating: mean of the Moments of Truth by the volume observed.</param>
/// <param name="Moments">Its kept Moments of Truth that have criteria with a measure.</param>
/// <param name="Categories">The same for each category of customers.</param>
/// <param name="ByCase">Cases by their own rating: as designed throughout, in part, or in nothing.</param>
/// <param name="NotDesigned">Ids of its kept Moments of Truth without criteria.</param>
public sealed record ExperienceAsHappened(
    string? Experience, ConformanceFigure All, IReadOnlyList<MomentAsHappened> Moments, IReadOnlyList<CategoryConformance> Categories,
    CaseConformance ByCase, IReadOnlyList<string> NotDesigned);

/// <summary>How many customers' cases went as designed.</summary>
/// <param name="Throughout">Cases in which every act asked about was done.</param>
/// <param name="InPart">Cases in which some were.</param>
/// <param name="InNothing">Cases in which none was.</param>
/// <param name="Median">Median of the ratings of the cases; null where no case has one.</param>
public sealed record CaseConformance(int Throughout, int InPart, int InNothing, double? Median);

/// <summary>Conformance as it happened, of every experience of a map (F11). Ours: no public formula exists of the rating S2 names.</summary>
/// <param name="Experiences">The experiences whose Moments of Truth have criteria with a measure, in the map's order.</param>
/// <param name="LeftOut">Criteria whose measure cannot be asked of the log, and why; the id is that of the Moment of Truth.</param>
public sealed record LogConformanceRating(IReadOnlyList<ExperienceAsHappened> Experiences, IReadOnlyList<MeasureLeftOut> LeftOut);
