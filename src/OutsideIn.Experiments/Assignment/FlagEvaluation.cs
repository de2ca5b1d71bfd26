using System.Text.Json;

namespace OutsideIn.Experiments;

/// <summary>What a unit was given by an experiment of a flag.</summary>
/// <param name="ArmIndex">The variation's place, from 0; 0, the control, where it takes no part.</param>
/// <param name="IsAssigned">Whether it takes part.</param>
/// <param name="IsHashed">Whether its id decided; false where somebody forced the variation.</param>
/// <param name="Key">The variation's key.</param>
/// <param name="Value">What it was given; undefined where there is nothing.</param>
/// <param name="HashAttribute">The attribute whose value was hashed.</param>
/// <param name="HashValue">That value; empty where the unit has none.</param>
/// <param name="Place">Its place from 0 to 1; null where nothing was hashed.</param>
/// <param name="IsRemembered">Whether an earlier assignment was kept.</param>
/// <param name="IsPassedThrough">Whether a hold-out lets it through to the rules after it.</param>
/// <param name="LeafId">The context of a contextual bandit it came under, −1 for none that fits; null where there is no bandit.</param>
public sealed record FlagAssignment(
    int ArmIndex,
    bool IsAssigned,
    bool IsHashed,
    string Key,
    JsonElement Value,
    string HashAttribute,
    string HashValue,
    double? Place,
    bool IsRemembered,
    bool IsPassedThrough,
    int? LeafId);

/// <summary>Where a unit was sent instead of the address it opened.</summary>
/// <param name="Experiment">The key of the experiment that sent it.</param>
/// <param name="Target">The address its variation names.</param>
/// <param name="Address">The address it came to: the same, with what is kept of the query of the one it opened.</param>
/// <param name="Assignment">What the experiment gave it.</param>
public sealed record FlagRedirect(string Experiment, string Target, string Address, FlagAssignment Assignment);

/// <summary>What a flag says for a unit.</summary>
/// <param name="Value">Its value; undefined where it has none.</param>
/// <param name="Source">What decided: <c>unknownFeature</c>, <c>defaultValue</c>, <c>force</c>, <c>experiment</c>, <c>prerequisite</c> or <c>cyclicPrerequisite</c>.</param>
/// <param name="RuleId">The rule's id; empty for none.</param>
/// <param name="Assignment">The experiment's assignment; null where none decided.</param>
public sealed record FlagResult(JsonElement Value, string Source, string RuleId, FlagAssignment? Assignment)
{
    /// <summary>Whether the value counts as yes.</summary>
    public bool IsOn => Value.AsTruth();
}

/// <summary>
/// Re-computes what GrowthBook's SDKs gave a unit, from the definitions they were given: so that the arms in a log can be held against what was
/// assigned. Not safe to share: it remembers assignments.
/// </summary>
/// <remarks>Source: GrowthBook SDK specification 0.8.0 (run, feature, evalCondition, stickyBucket, urlRedirect, contextual bandits). <see cref="EncryptedFlags"/> opens encrypted definitions.</remarks>
public sealed class FlagEvaluation
{
    private readonly FlagExperiment _experiments;
    private readonly TargetingCondition _conditions;
    private readonly JsonElement _context;

    /// <summary>For one unit.</summary>
    /// <param name="context">The SDK's context: <c>attributes</c>, <c>features</c>, <c>experiments</c>, <c>url</c>, <c>savedGroups</c>, <c>forcedVariations</c> and the like.</param>
    /// <param name="remembered">Documents of earlier assignments, of which only those of this unit count; null keeps none, an empty list begins with none.</param>
    public FlagEvaluation(JsonElement context, IEnumerable<JsonElement>? remembered = null)
    {
        _context = context;
        _conditions = new TargetingCondition(context.At("savedGroups"));
        Remembered = new RememberedArms(context.At("attributes"), remembered);
        _experiments = new FlagExperiment(context, _conditions, Remembered, flag => Evaluate(flag, []));
    }

    /// <summary>The assignments this unit keeps.</summary>
    internal RememberedArms Remembered { get; }

    /// <summary>What an experiment, as the SDK defines one, gives the unit.</summary>
    public FlagAssignment Run(JsonElement experiment)
    {
        var key = experiment.At("key").AsText();
        return _experiments.Run(new FlagExperimentRule(experiment, key, experiment.At("variations"), experiment.At("weights"), LeafId: null), withParents: true);
    }

    /// <summary>What a flag says.</summary>
    public FlagResult Evaluate(string flag) => Evaluate(flag, []);

    /// <summary>
    /// Where the unit is sent from the context's address: by the first experiment of the context that gives it a variation with a <c>urlRedirect</c>.
    /// A target the same experiment is run on again is passed over, as it would send for ever.
    /// </summary>
    /// <returns>The redirect; null where none sends it anywhere.</returns>
    public FlagRedirect? Redirect()
    {
        var opened = _context.At("url").AsString() ?? "";
        foreach (var experiment in _context.At("experiments").Members().Where(static one => !one.At("manual").AsTruth()))
        {
            if (Run(experiment) is not { IsAssigned: true } assignment || assignment.Value.At("urlRedirect").AsString() is not { Length: > 0 } target)
            {
                continue;
            }

            var address = experiment.At("persistQueryString").AsTruth() ? FlagAddress.WithQueryOf(target, opened) : target;
            if (!FlagAddress.IsTargeted(address, experiment.At("urlPatterns")))
            {
                return new FlagRedirect(experiment.At("key").AsText(), target, address, assignment);
            }
        }

        return null;
    }

    private FlagResult Evaluate(string flag, HashSet<string> asking)
    {
        if (!asking.Add(flag))
        {
            return new FlagResult(default, "cyclicPrerequisite", "", null);
        }

        var definition = _context.At("features").At(flag);
        var result = definition.IsThere()
            ? definition.At("rules").Members().Select(rule => Decide(flag, rule, asking)).FirstOrDefault(static one => one is not null)
                ?? new FlagResult(definition.At("defaultValue"), "defaultValue", "", null)
            : new FlagResult(default, "unknownFeature", "", null);
        asking.Remove(flag);
        return result;
    }

    private FlagResult? Decide(string flag, JsonElement rule, HashSet<string> asking)
    {
        foreach (var parent in rule.At("parentConditions").Members())
        {
            var result = Evaluate(parent.At("id").AsText(), asking);
            if (result.Source == "cyclicPrerequisite")
            {
                return result with { Assignment = null };
            }

            if (!_conditions.Holds(ValueOf(result), parent.At("condition")))
            {
                return parent.At("gate").AsTruth() ? new FlagResult(default, "prerequisite", "", null) : null;
            }
        }

        var id = rule.At("id").AsString() ?? "";
        if (_experiments.IsFilteredOut(rule.At("filters")))
        {
            return null;
        }

        return rule.At("force").IsThere() ? Force(flag, rule, id) : Experiment(flag, rule, id);
    }

    private FlagResult? Force(string flag, JsonElement rule, string id) =>
        _conditions.Holds(_context.At("attributes"), rule.At("condition")) && _experiments.IsInRollout(flag, rule)
            ? new FlagResult(rule.At("force"), "force", id, null)
            : null;

    private FlagResult? Experiment(string flag, JsonElement rule, string id)
    {
        var key = rule.At("key").AsString() ?? flag;
        var bandit = rule.At("contextualBanditRef").AsString() is { } name ? _context.At("contextualBandits").At(name) : default;
        var isBandit = rule.At("contextualVariations").IsArray();
        var leaf = bandit.At("contexts").Members().FirstOrDefault(one => _conditions.Holds(_context.At("attributes"), one.At("condition")));
        var experiment = new FlagExperimentRule(
            rule,
            key,
            isBandit ? rule.At("contextualVariations") : rule.At("variations"),
            leaf.At("weights").IsArray() ? leaf.At("weights") : rule.At("weights"),
            isBandit ? leaf.At("leafId").AsWhole(-1) : null);
        if (!experiment.Variations.IsArray())
        {
            return null;
        }

        var assignment = _experiments.Run(experiment, withParents: false);
        return assignment is { IsAssigned: true, IsPassedThrough: false } ? new FlagResult(assignment.Value, "experiment", id, assignment) : null;
    }

    /// <summary>A flag's value as the attributes a prerequisite's condition asks about.</summary>
    internal static JsonElement ValueOf(FlagResult result) =>
        JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement?>(StringComparer.Ordinal) { ["value"] = result.Value.IsThere() ? result.Value : null });
}
