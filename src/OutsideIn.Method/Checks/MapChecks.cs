using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>The checks of a map: every finding of method.md §6b, and those its rows demand besides. Pure; safe to share.</summary>
public static class MapChecks
{
    private static readonly IReadOnlyList<Check> Checks =
    [
        .. new[]
        {
            ChosenCustomerChecks.All, StatementChecks.All, AnswerChecks.All, OutcomeChecks.All, ExpectationChecks.All,
            MetricChecks.All, MomentChecks.All, MomentDesignChecks.All, BreakpointChecks.All, RuleChecks.All,
            LandscapeChecks.All, RewardChecks.All, PeopleChecks.All, CategoryChecks.All, NeedChecks.All,
            ActionChecks.All, ActionProgressChecks.All, ExperienceChecks.All, DemandChecks.All, ExperimentChecks.All, ExperimentPlanChecks.All,
        }.SelectMany(static family => family).OrderBy(static check => check.Kind.Code, CatalogueOrder.Instance),
    ];

    /// <summary>Every sort of finding, those that take a log included, in the order of the families of §6b and their numbers; those about acceptances last.</summary>
    public static IReadOnlyList<FindingKind> Catalogue { get; } =
    [
        .. Checks.Select(static check => check.Kind).Concat(LogFindings.All).OrderBy(static kind => kind.Code, CatalogueOrder.Instance), .. Acceptances.Kinds,
    ];

    /// <summary>Checks a map.</summary>
    /// <returns>
    /// What stands and what somebody accepts (<see cref="OutsideInMap.Accepted"/>); an acceptance that is wrong is a finding itself.
    /// O(entries + links).
    /// </returns>
    public static CheckResult Check(OutsideInMap map, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(options);
        var scope = new CheckScope(map, options);
        var acceptances = new Acceptances(map, options.Today);
        var findings = new List<MapDiagnostic>();
        var accepted = new List<AcceptedDiagnostic>();
        foreach (var check in Checks)
        {
            foreach (var found in check.Look(scope))
            {
                var finding = found.ToDiagnostic(check.Kind);
                if (acceptances.Of(check.Kind, found.Entry) is { } acceptance)
                {
                    accepted.Add(new AcceptedDiagnostic(finding, acceptance));
                }
                else
                {
                    findings.Add(finding);
                }
            }
        }

        findings.AddRange(acceptances.Findings(Catalogue, scope.Index));
        return new CheckResult(findings, accepted);
    }
}
