using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>A unit of a list before it is given an arm.</summary>
/// <param name="Id">Its id, once in a list.</param>
/// <param name="Stratum">The group within which arms are balanced; empty for none.</param>
/// <param name="Before">Its outcome before the experiment, where there is one: matched sets are made by it.</param>
public sealed record ListedUnit(string Id, string Stratum = "", double? Before = null);

/// <summary>A unit of a list with its arm.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stratum">Its group; empty for none.</param>
/// <param name="BlockNumber">The block or matched set it was drawn in, from 1.</param>
/// <param name="Arm">What it is given.</param>
public sealed record AssignedUnit(string Id, string Stratum, int BlockNumber, string Arm);

/// <summary>How many of a stratum each arm was given.</summary>
/// <param name="Stratum">The group; empty for units without one.</param>
/// <param name="Counts">[arms] Units per arm, in the plan's order.</param>
public sealed record StratumBalance(string Stratum, IReadOnlyList<int> Counts);

/// <summary>Who is given what, made before the start. The same units and seed give the same list, in whatever order the units came. Immutable.</summary>
/// <param name="Method">How it was drawn, for the reader.</param>
/// <param name="Seed">What it was drawn with.</param>
/// <param name="Units">[units] In the order they were listed.</param>
/// <param name="Balance">Units per stratum and arm, strata in alphabetical order.</param>
public sealed record AssignmentList(string Method, ulong Seed, IReadOnlyList<AssignedUnit> Units, IReadOnlyList<StratumBalance> Balance);

/// <summary>Lists of people, teams or branches with their arm, for where there is no flag to switch.</summary>
public static class AssignmentLists
{
    private const string RestSource = "what is left of the strata";

    /// <summary>
    /// Permuted blocks within strata: in every full block each arm has exactly its share, so that arms differ by less than one block in
    /// a stratum whose units fill blocks. What is left over of the strata is put together into blocks of its own, so that the arms as a
    /// whole differ by less than one block too.
    /// </summary>
    /// <remarks>Source: Rosenberger and Lachin (2016), Randomization in Clinical Trials, chapters 3 and 9. O(units log units).</remarks>
    /// <param name="units">Whom to assign.</param>
    /// <param name="arms">The arms, control first.</param>
    /// <param name="seed">Chosen once and kept: another seed is another draw.</param>
    /// <param name="blockSize">Units per block; null takes the smallest that holds the shares.</param>
    /// <returns>The list; EX050 or EX051 for arms and blocks that do not go together, EX052 for ids, EX053 for too few units.</returns>
    public static Result<AssignmentList> PermutedBlocks(
        IReadOnlyList<ListedUnit> units, IReadOnlyList<PlannedArm> arms, ulong seed, int? blockSize = null)
    {
        if (!ArmBlock.Of(arms, blockSize).TryGet(out var block, out var problem) || ProblemOf(units, arms.Count) is { } wrong && (problem = wrong) is not null)
        {
            return problem;
        }

        var draw = new BlockDraw(block, units.Count);
        var rest = new List<int>();
        foreach (var stratum in ByStratum(units))
        {
            var bits = SeededOrder.Open(seed, stratum.Key);
            var members = stratum.ToArray();
            SeededOrder.Shuffle(ref bits, members.AsSpan());
            var full = members.Length - (members.Length % block.Length);
            draw.Give(members.AsSpan(0, full), ref bits);
            rest.AddRange(members[full..]);
        }

        var restBits = SeededOrder.Open(seed, RestSource);
        draw.Give(rest.ToArray(), ref restBits);
        return draw.List(new ListSubject(units, arms, $"permuted blocks of {block.Length} within strata", seed));
    }

    /// <summary>
    /// Matched sets: units next to each other in their outcome before are put into a set, and chance gives out the arms within it. For
    /// few teams or branches, where chance alone would leave the arms apart. Analyse with the set as a stratum.
    /// </summary>
    /// <remarks>
    /// Source: Imai, King and Nall (2009), The essential role of pair matching in cluster-randomized experiments, Statistical Science
    /// 24(1). In one dimension neighbours are the optimal pairs. What does not fill a last set is drawn into it all the same.
    /// </remarks>
    /// <param name="units">Whom to assign, each with <see cref="ListedUnit.Before"/>.</param>
    /// <param name="arms">The arms, control first.</param>
    /// <param name="seed">Chosen once and kept.</param>
    /// <returns>The list; EX050–EX053 as for blocks, EX056 where a unit has no outcome before.</returns>
    public static Result<AssignmentList> MatchedSets(IReadOnlyList<ListedUnit> units, IReadOnlyList<PlannedArm> arms, ulong seed)
    {
        if (!ArmBlock.Of(arms).TryGet(out var block, out var problem) || ProblemOf(units, arms.Count) is { } wrong && (problem = wrong) is not null)
        {
            return problem;
        }

        if (units.FirstOrDefault(static unit => unit.Before is not { } before || !double.IsFinite(before)) is { } without)
        {
            return new Problem(
                ProblemKind.Invalid,
                "EX056",
                $"“{without.Id}” has no outcome from before the experiment to be matched by.",
                "Give each unit its figure of a period before, leave the unit out, or draw blocks instead.");
        }

        var order = Enumerable.Range(0, units.Count)
            .OrderBy(index => units[index].Stratum, StringComparer.Ordinal)
            .ThenBy(index => units[index].Before)
            .ThenBy(index => units[index].Id, StringComparer.Ordinal)
            .ToArray();
        var bits = SeededOrder.Open(seed, "matched sets");
        var draw = new BlockDraw(block, units.Count);
        draw.Give(order, ref bits);
        return draw.List(new ListSubject(units, arms, $"matched sets of {block.Length} by the outcome before", seed));
    }

    /// <summary>What is wrong with the units of a list, or null.</summary>
    internal static Problem? ProblemOf(IReadOnlyList<ListedUnit> units, int atLeast)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (units.FirstOrDefault(unit => unit.Id.Length == 0 || !seen.Add(unit.Id)) is { } twice)
        {
            return new Problem(
                ProblemKind.Invalid,
                "EX052",
                twice.Id.Length == 0 ? "A unit of the list has no id." : $"“{twice.Id}” is listed twice.",
                "List each unit once: whoever is drawn twice could be given two arms.");
        }

        return units.Count >= atLeast
            ? null
            : new Problem(
                ProblemKind.NotEstimable,
                "EX053",
                $"{CountText.Of(units.Count, "unit", "units")} cannot be given {atLeast} arms.",
                "List more units, or choose a finer unit that the change can be given to.");
    }

    private static IEnumerable<IGrouping<string, int>> ByStratum(IReadOnlyList<ListedUnit> units) => Enumerable.Range(0, units.Count)
        .OrderBy(index => units[index].Id, StringComparer.Ordinal)
        .GroupBy(index => units[index].Stratum, StringComparer.Ordinal)
        .OrderBy(static stratum => stratum.Key, StringComparer.Ordinal);
}
