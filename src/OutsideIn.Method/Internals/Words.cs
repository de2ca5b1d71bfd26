namespace OutsideIn.Method.Internals;

/// <summary>The written word of each value of a fixed set, in the order in which messages list them.</summary>
internal sealed class Words<T>(params (T Value, string Word)[] pairs)
    where T : struct, Enum
{
    public IReadOnlyList<string> All { get; } = [.. pairs.Select(static pair => pair.Word)];

    public string Of(T value) => pairs.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;

    public T? Find(string written)
    {
        var folded = Keys.Fold(written);
        foreach (var (value, word) in pairs)
        {
            if (string.Equals(Keys.Fold(word), folded, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>The fixed words of the written map.</summary>
internal static class Words
{
    public static readonly Words<PartyType> PartyTypes = new(
        (PartyType.Funder, "funder"), (PartyType.Watcher, "watcher"), (PartyType.Enabler, "enabler"), (PartyType.Internal, "internal"));

    public static readonly Words<Wanted> Wanteds = new((Wanted.Yes, "yes"), (Wanted.No, "no"), (Wanted.Undecided, "undecided"));

    public static readonly Words<WorkKind> WorkKinds = new(
        (WorkKind.MomentOfTruth, "moment of truth"), (WorkKind.Internal, "internal"), (WorkKind.RuleCheck, "rule check"));

    public static readonly Words<MomentKind> MomentKinds = new(
        (MomentKind.PersonPerson, "person-person"),
        (MomentKind.PersonSystem, "person-system"),
        (MomentKind.SystemPerson, "system-person"),
        (MomentKind.SystemSystem, "system-system"),
        (MomentKind.PersonProduct, "person-product"));

    public static readonly Words<DemandKind> DemandKinds = new(
        (DemandKind.Value, "value"),
        (DemandKind.Chase, "chase"),
        (DemandKind.Repeat, "repeat"),
        (DemandKind.Correction, "correction"),
        (DemandKind.Complaint, "complaint"));

    public static readonly Words<Initiator> Initiators = new(
        (Initiator.Customer, "customer"), (Initiator.Organisation, "organisation"));

    public static readonly Words<DoerKind> DoerKinds = new(
        (DoerKind.Customer, "customer"),
        (DoerKind.Department, "department"),
        (DoerKind.System, "system"),
        (DoerKind.Partner, "partner"));
}

/// <summary>How keys and fixed words are compared: case, and the sort of gap between words, do not matter.</summary>
internal static class Keys
{
    public static string Fold(string written) =>
        string.Create(written.Trim().Length, written.Trim(), static (span, text) =>
        {
            text.AsSpan().ToUpperInvariant(span);
            span.Replace('_', ' ');
            span.Replace('-', ' ');
        });
}
