using System.Globalization;
using System.Text.Json;

namespace OutsideIn.Experiments;

/// <summary>An experiment as a flag's rule or the SDK defines it.</summary>
internal sealed record FlagExperimentRule(JsonElement Definition, string Key, JsonElement Variations, JsonElement Weights, int? LeafId);

/// <summary>Running an experiment for a unit (GrowthBook SDK specification 0.8.0, run).</summary>
internal sealed class FlagExperiment(JsonElement context, TargetingCondition conditions, RememberedArms remembered, Func<string, FlagResult> evaluate)
{
    /// <summary>What the experiment gives the unit.</summary>
    public FlagAssignment Run(FlagExperimentRule rule, bool withParents)
    {
        var (definition, count) = (rule.Definition, rule.Variations.Members().Count());
        var (attribute, unit) = UnitOf(definition, remembered.IsKept(definition));
        var address = context.At("url").AsString() ?? "";
        if (count < 2 || context.At("enabled").ValueKind == JsonValueKind.False
            || (definition.At("urlPatterns").IsArray() && !FlagAddress.IsTargeted(address, definition.At("urlPatterns"))))
        {
            return Result(rule, -1, attribute, unit);
        }

        if (FlagAddress.VariationIn(address, rule.Key, count) is { } addressed)
        {
            return Result(rule, addressed, attribute, unit);
        }

        if (context.At("forcedVariations").At(rule.Key) is { ValueKind: JsonValueKind.Number } forced)
        {
            return Result(rule, forced.GetInt32(), attribute, unit);
        }

        if (definition.At("active").ValueKind == JsonValueKind.False || definition.At("status").AsString() == "draft" || unit.Length == 0)
        {
            return Result(rule, -1, attribute, unit);
        }

        return Assign(rule, new Unit(attribute, unit), withParents);
    }

    /// <summary>Whether filters leave the unit out.</summary>
    public bool IsFilteredOut(JsonElement filters) => filters.Members().Any(filter =>
    {
        var unit = context.At("attributes").At(filter.At("attribute").AsString() ?? "id");
        return !unit.AsTruth()
            || BucketHash.OfVersion(filter.At("seed").AsString() ?? "", unit.AsText(), filter.At("hashVersion").AsWhole(2)) is not { } place
            || BucketRanges.ArmIndexAt(place, filter.At("ranges").AsRanges()) < 0;
    });

    /// <summary>Whether a rule that gives one value to a share of the units gives it to this one.</summary>
    public bool IsInRollout(string flag, JsonElement rule)
    {
        var (range, coverage) = (rule.At("range"), rule.At("coverage"));
        if (!range.IsThere() && !coverage.IsThere())
        {
            return true;
        }

        var (_, unit) = UnitOf(rule, withFallback: false);
        if (unit.Length == 0 || (!range.IsThere() && coverage.GetDouble() == 0)
            || BucketHash.OfVersion(rule.At("seed").AsString() ?? flag, unit, rule.At("hashVersion").AsWhole(1)) is not { } place)
        {
            return false;
        }

        return range.IsThere() ? range.AsRange().Contains(place) : place <= coverage.GetDouble();
    }

    private FlagAssignment Assign(FlagExperimentRule rule, Unit unit, bool withParents)
    {
        var definition = rule.Definition;
        var kept = remembered.Find(definition, rule.Key);
        if ((kept.ArmIndex < 0 && !IsInSample(definition, unit.Value)) || !IsTargeted(definition, withParents) || kept.IsBlocked
            || BucketHash.OfVersion(definition.At("seed").AsString() ?? rule.Key, unit.Value, definition.At("hashVersion").AsWhole(1)) is not { } place)
        {
            return Result(rule, -1, unit.Attribute, unit.Value);
        }

        var arm = kept.ArmIndex >= 0 ? kept.ArmIndex : BucketRanges.ArmIndexAt(place, RangesOf(rule));
        if (arm < 0)
        {
            return Result(rule, -1, unit.Attribute, unit.Value);
        }

        if (definition.At("force") is { ValueKind: JsonValueKind.Number } forced)
        {
            return Result(rule, forced.AsWhole(-1), unit.Attribute, unit.Value);
        }

        if (context.At("qaMode").AsTruth() || definition.At("status").AsString() == "stopped")
        {
            return Result(rule, -1, unit.Attribute, unit.Value);
        }

        var result = Result(rule, arm, unit.Attribute, unit.Value) with { IsHashed = true, Place = place, IsRemembered = kept.ArmIndex >= 0 };
        remembered.Keep(definition, rule.Key, result);
        return result;
    }

    private bool IsInSample(JsonElement definition, string unit)
    {
        if (definition.At("filters").IsArray())
        {
            return !IsFilteredOut(definition.At("filters"));
        }

        var part = definition.At("namespace");
        return !part.IsArray() || BucketHash.IsInNamespace(unit, part[0].AsText(), new BucketRange(part[1].GetDouble(), part[2].GetDouble()));
    }

    private bool IsTargeted(JsonElement definition, bool withParents) =>
        conditions.Holds(context.At("attributes"), definition.At("condition"))
        && (!withParents || definition.At("parentConditions").Members().All(parent =>
            evaluate(parent.At("id").AsText()) is { Source: not "cyclicPrerequisite" } result
            && conditions.Holds(FlagEvaluation.ValueOf(result), parent.At("condition"))));

    private static BucketRange[] RangesOf(FlagExperimentRule rule)
    {
        if (rule.Definition.At("ranges").IsArray() && rule.LeafId is null)
        {
            return rule.Definition.At("ranges").AsRanges();
        }

        var coverage = rule.Definition.At("coverage");
        return BucketRanges.Of(
            rule.Variations.GetArrayLength(),
            coverage.IsNothing() ? 1 : coverage.GetDouble(),
            rule.Weights.IsArray() ? [.. rule.Weights.Members().Select(static weight => weight.GetDouble())] : null);
    }

    private (string Attribute, string Value) UnitOf(JsonElement definition, bool withFallback)
    {
        var attribute = definition.At("hashAttribute").AsString() ?? "id";
        var value = context.At("attributes").At(attribute);
        if (!value.AsTruth() && withFallback && definition.At("fallbackAttribute").AsString() is { } fallback)
        {
            (attribute, value) = (fallback, context.At("attributes").At(fallback));
        }

        return (attribute, value.AsTruth() ? value.AsText() : "");
    }

    private static FlagAssignment Result(FlagExperimentRule rule, int arm, string attribute, string unit)
    {
        var variations = rule.Variations.Members().ToArray();
        var isAssigned = arm >= 0 && arm < variations.Length;
        var index = isAssigned ? arm : 0;
        var described = rule.Definition.At("meta").Members().ElementAtOrDefault(index);
        return new FlagAssignment(
            index,
            isAssigned,
            IsHashed: false,
            described.At("key").AsString() ?? index.ToString(CultureInfo.InvariantCulture),
            variations.ElementAtOrDefault(index),
            attribute,
            unit,
            Place: null,
            IsRemembered: false,
            described.At("passthrough").AsTruth(),
            rule.LeafId);
    }

    private readonly record struct Unit(string Attribute, string Value);
}
