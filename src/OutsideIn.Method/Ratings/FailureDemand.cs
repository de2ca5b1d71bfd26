namespace OutsideIn.Method;

/// <summary>Where contacts were counted.</summary>
public enum DemandBasis
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>In the map's demand records.</summary>
    Records,

    /// <summary>In the yearly volumes of its Moments of Truth, as no records were written.</summary>
    Moments,
}

/// <summary>Failure demand of one cause (F12).</summary>
/// <param name="Cause">Id of the Moment of Truth; null for contacts without one.</param>
/// <param name="Share">Failure contacts ÷ (failure + value contacts).</param>
public sealed record CauseDemand(string? Cause, Ratio Share);

/// <summary>What one cause of failure costs (F13; the two branches of S4).</summary>
/// <param name="Record">Id of the demand record.</param>
/// <param name="Cause">Id of the Moment of Truth; null where none is named.</param>
/// <param name="Contacts">N: failed contacts.</param>
/// <param name="Cost">N·(p·h + (1 − p)·m); null where p, h or m is not written down.</param>
/// <param name="CustomerHours">N·p·extra minutes ÷ 60; null where p or the minutes are not written down.</param>
/// <param name="Missing">What is not written down: <c>follow through</c>, <c>handling cost</c>, <c>lost margin</c>, <c>extra minutes</c>.</param>
public sealed record FailureCost(string Record, string? Cause, double Contacts, double? Cost, double? CustomerHours, IReadOnlyList<string> Missing);

/// <summary>Failure demand and what it costs (F12, F13, row 23).</summary>
/// <param name="Basis">Where the contacts were counted.</param>
/// <param name="Share">Failure contacts ÷ (failure + value contacts).</param>
/// <param name="ByCause">The same by cause, most failure contacts first.</param>
/// <param name="Costs">What each record of failure costs, in the map's order.</param>
/// <param name="Unmarked">Ids of records or Moments of Truth with contacts that nobody has marked as value or failure; they are in no figure.</param>
public sealed record DemandRating(
    DemandBasis Basis, Ratio Share, IReadOnlyList<CauseDemand> ByCause, IReadOnlyList<FailureCost> Costs, IReadOnlyList<string> Unmarked)
{
    /// <summary>Cost of all records for which it can be told; null where it can for none.</summary>
    public double? Cost => Costs.Any(static one => one.Cost is not null) ? Costs.Sum(static one => one.Cost ?? 0) : null;

    /// <summary>Customers' hours of all records for which they can be told; null where they can for none.</summary>
    public double? CustomerHours => Costs.Any(static one => one.CustomerHours is not null) ? Costs.Sum(static one => one.CustomerHours ?? 0) : null;
}

/// <summary>F12 and F13: contacts that arise only because something failed, and both costs of failure (§6 point 20).</summary>
public static class FailureDemand
{
    /// <summary>The rating of a map.</summary>
    public static DemandRating Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var contacts = Contacts(map);
        Contact[] marked = [.. contacts.Where(static one => one.Kind != DemandKind.Unmarked)];
        return new DemandRating(
            contacts.Length == 0 ? DemandBasis.None : map.Demand.Count > 0 ? DemandBasis.Records : DemandBasis.Moments,
            ShareOf(marked),
            [
                .. marked.GroupBy(static one => one.Cause, StringComparer.OrdinalIgnoreCase)
                    .Select(static group => new CauseDemand(group.Key, ShareOf(group)))
                    .OrderByDescending(static one => one.Share.Part),
            ],
            [.. map.Demand.Where(static one => IsFailure(one.Kind)).Select(CostOf)],
            [.. contacts.Where(static one => one.Kind == DemandKind.Unmarked).Select(static one => one.Entry.Id)]);
    }

    /// <summary>N·(p·h + (1 − p)·m) (F13).</summary>
    /// <param name="contacts">N: failed contacts, ≥ 0.</param>
    /// <param name="followThrough">p: the share of customers who follow through, 0 to 1.</param>
    /// <param name="handlingCost">h: cost of handling one again.</param>
    /// <param name="lostMargin">m: margin lost where the customer does not follow through.</param>
    public static double Cost(double contacts, double followThrough, double handlingCost, double lostMargin) =>
        contacts * ((followThrough * handlingCost) + ((1 - followThrough) * lostMargin));

    /// <summary>Minutes it costs the customers who follow through: N·p·extra minutes (F13).</summary>
    public static double CustomerMinutes(double contacts, double followThrough, double extraMinutes) => contacts * followThrough * extraMinutes;

    /// <summary>Whether a kind of demand is failure demand.</summary>
    public static bool IsFailure(DemandKind kind) => kind is not (DemandKind.Unmarked or DemandKind.Value);

    private static Contact[] Contacts(OutsideInMap map) => map.Demand.Count > 0
        ? [.. map.Demand.Select(static one => new Contact(one, one.Cause, one.Kind, one.Contacts))]
        : [.. map.Moments.Where(static one => one.VolumePerYear > 0).Select(static one => new Contact(one, one.Id, one.Demand, one.VolumePerYear!.Value))];

    private static Ratio ShareOf(IEnumerable<Contact> marked)
    {
        Contact[] all = [.. marked];
        Contact[] failed = [.. all.Where(static one => IsFailure(one.Kind))];
        return new Ratio(
            failed.Sum(static one => one.Count), all.Sum(static one => one.Count),
            [.. failed.Select(static one => one.Entry.Id)], [.. all.Select(static one => one.Entry.Id)]);
    }

    private static FailureCost CostOf(DemandRecord record)
    {
        var (n, p, h, m) = (record.Contacts, record.FollowThrough, record.HandlingCost, record.LostMargin);
        List<string> missing = [];
        void Need(double? value, string name)
        {
            if (value is null)
            {
                missing.Add(name);
            }
        }

        Need(p, "follow through");
        Need(h, "handling cost");
        Need(m, "lost margin");
        Need(record.ExtraMinutes, "extra minutes");
        return new FailureCost(
            record.Id, record.Cause, n,
            p is null || h is null || m is null ? null : Cost(n, p.Value, h.Value, m.Value),
            p is null || record.ExtraMinutes is null ? null : CustomerMinutes(n, p.Value, record.ExtraMinutes.Value) / 60,
            missing);
    }

    private sealed record Contact(MapEntry Entry, string? Cause, DemandKind Kind, double Count);
}
