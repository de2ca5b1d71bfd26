using OutsideIn.Experiments;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>How far the plan of an experiment of a map has come. Immutable.</summary>
/// <param name="Experiment">The experiment as the map has it.</param>
/// <param name="Plan">The plan; null while something is missing or wrong.</param>
/// <param name="Missing">What is missing or wrong, each with its remedy, in the order in which a plan is read; empty exactly where there is a plan.</param>
public sealed record PlanDraft(Experiment Experiment, ExperimentPlan? Plan, IReadOnlyList<Problem> Missing);
