using System.Text.Json;

namespace OutsideIn.Experiments;

/// <summary>Assignments that are kept although weights or attributes change (GrowthBook SDK specification 0.8.0, stickyBucket).</summary>
internal sealed class RememberedArms
{
    private readonly JsonElement _attributes;
    private readonly bool _areKept;
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _documents = new(StringComparer.Ordinal);

    public RememberedArms(JsonElement attributes, IEnumerable<JsonElement>? documents)
    {
        (_attributes, _areKept) = (attributes, documents is not null);
        foreach (var document in documents ?? [])
        {
            var (attribute, value) = (document.At("attributeName").AsText(), document.At("attributeValue").AsText());
            if (_attributes.At(attribute).IsThere() && _attributes.At(attribute).AsText() == value)
            {
                _documents[$"{attribute}||{value}"] = new(
                    document.At("assignments").EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value.AsText(), StringComparer.Ordinal),
                    StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Every document of this unit: by attribute and value, the variation's key by experiment and version.</summary>
    public IReadOnlyDictionary<string, SortedDictionary<string, string>> Documents => _documents;

    /// <summary>Whether an experiment keeps assignments.</summary>
    public bool IsKept(JsonElement definition) => _areKept && !definition.At("disableStickyBucketing").AsTruth();

    /// <summary>The variation that was kept, −1 for none; or that a version too old keeps the unit out.</summary>
    public (int ArmIndex, bool IsBlocked) Find(JsonElement definition, string key)
    {
        if (!IsKept(definition))
        {
            return (-1, false);
        }

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        string?[] attributes = [definition.At("fallbackAttribute").AsString(), definition.At("hashAttribute").AsString() ?? "id"];
        foreach (var name in attributes)
        {
            foreach (var (experiment, variation) in name is null ? [] : _documents.GetValueOrDefault(DocumentOf(name)) ?? [])
            {
                found[experiment] = variation;
            }
        }

        var oldest = definition.At("minBucketVersion").AsWhole(0);
        if (Enumerable.Range(0, oldest).Any(version => found.ContainsKey($"{key}__{version}")))
        {
            return (-1, true);
        }

        var kept = found.GetValueOrDefault($"{key}__{definition.At("bucketVersion").AsWhole(0)}");
        var index = definition.At("meta").Members().Select(static one => one.At("key").AsString()).ToList().IndexOf(kept);
        return (kept is null ? -1 : index, false);
    }

    /// <summary>Keeps an assignment.</summary>
    public void Keep(JsonElement definition, string key, FlagAssignment assignment)
    {
        if (!IsKept(definition))
        {
            return;
        }

        var name = $"{assignment.HashAttribute}||{assignment.HashValue}";
        if (!_documents.TryGetValue(name, out var document))
        {
            _documents.Add(name, document = new(StringComparer.Ordinal));
        }

        document[$"{key}__{definition.At("bucketVersion").AsWhole(0)}"] = assignment.Key;
    }

    private string DocumentOf(string attribute) => $"{attribute}||{_attributes.At(attribute).AsText()}";
}
