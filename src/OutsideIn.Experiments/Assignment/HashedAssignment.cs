using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Who is given which arm where a list cannot be made beforehand: each unit's id decides, the same on every machine. Immutable; safe to share.</summary>
/// <remarks>Source: GrowthBook SDK specification 0.8.0, hash version 2. Two experiments with different seeds assign independently of each other.</remarks>
public sealed class HashedAssignment
{
    /// <summary>What <see cref="Assign"/> writes for a unit that takes no part.</summary>
    public const sbyte NoArm = -1;

    private const double ShareTolerance = 1e-9;

    private readonly uint _state;
    private readonly sbyte[] _armByPlace;

    private HashedAssignment(string seed, IReadOnlyList<PlannedArm> arms, double coverage)
    {
        (Seed, Arms, Coverage) = (seed, arms, coverage);
        Ranges = BucketRanges.Of(arms.Count, coverage, [.. arms.Select(static arm => arm.Share)]);
        _state = BucketHash.Begin(seed);
        _armByPlace = new sbyte[BucketHash.Places];
        for (var place = 0; place < _armByPlace.Length; place++)
        {
            _armByPlace[place] = (sbyte)BucketRanges.ArmIndexAt((double)place / BucketHash.Places, [.. Ranges]);
        }
    }

    /// <summary>What the draw depends on besides the unit's id.</summary>
    public string Seed { get; }

    /// <summary>The arms, control first.</summary>
    public IReadOnlyList<PlannedArm> Arms { get; }

    /// <summary>The share of units that take part, 0 ≤ coverage ≤ 1.</summary>
    public double Coverage { get; }

    /// <summary>[arms] Each arm's stretch of places.</summary>
    public IReadOnlyList<BucketRange> Ranges { get; }

    /// <summary>Of a seed and arms.</summary>
    /// <param name="seed">The experiment's id; with a phase added where it is repeated, so that nobody keeps what the first phase left in them.</param>
    /// <param name="arms">At least two and at most 100, control first.</param>
    /// <param name="coverage">The share of units that take part; held within 0 and 1.</param>
    /// <returns>The assignment; EX050 where the arms are not two or more with shares that add up to 1.</returns>
    public static Result<HashedAssignment> Of(string seed, IReadOnlyList<PlannedArm> arms, double coverage = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(seed);
        return ProblemOf(arms) is { } problem ? problem : new HashedAssignment(seed, arms, Math.Clamp(coverage, 0, 1));
    }

    /// <summary>The arm's place in <see cref="Arms"/>; null where the unit has no id or takes no part.</summary>
    public int? ArmIndexOf(ReadOnlySpan<char> unit)
    {
        var arm = unit.IsEmpty ? NoArm : _armByPlace[BucketHash.Place(_state, unit)];
        return arm == NoArm ? null : arm;
    }

    /// <summary>Every unit's arm. O(letters), no allocation.</summary>
    /// <param name="units">[units] Their ids; an empty one takes no part.</param>
    /// <param name="armIndexes">[units] Written: the arm's place in <see cref="Arms"/>, or <see cref="NoArm"/>.</param>
    public void Assign(ReadOnlySpan<string> units, Span<sbyte> armIndexes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(armIndexes.Length, units.Length, nameof(armIndexes));
        ReadOnlySpan<sbyte> armByPlace = _armByPlace;
        for (var index = 0; index < units.Length; index++)
        {
            var unit = units[index];
            armIndexes[index] = unit.Length == 0 ? NoArm : armByPlace[BucketHash.Place(_state, unit)];
        }
    }

    /// <summary>What is wrong with arms, or null.</summary>
    internal static Problem? ProblemOf(IReadOnlyList<PlannedArm> arms)
    {
        const int ArmsMax = 100;
        var total = arms.Sum(static arm => arm.Share);
        var isFine = arms.Count is >= 2 and <= ArmsMax
            && arms.All(static arm => arm.Share > 0)
            && Math.Abs(total - 1) <= ShareTolerance
            && arms.Select(static arm => arm.Name).Distinct(StringComparer.Ordinal).Count() == arms.Count;
        return isFine
            ? null
            : new Problem(
                ProblemKind.Invalid,
                "EX050",
                FormattableString.Invariant($"{arms.Count} arms with shares that add up to {total:0.####} cannot be given out."),
                "Name 2 to 100 arms, each differently, the control first, with shares above 0 that add up to 1.");
    }
}
