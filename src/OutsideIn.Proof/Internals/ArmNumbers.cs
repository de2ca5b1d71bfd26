using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The arm each case was given.</summary>
/// <param name="Cases">[cases] Place among the plan's arms, from 1; 0 for none of them.</param>
/// <param name="Others">Names that stand where an arm should and are none of the plan's.</param>
/// <param name="NotInLog">Units of a list that the log does not know.</param>
internal sealed record ArmNumbers(int[] Cases, IReadOnlyList<string> Others, int NotInLog)
{
    /// <returns>The arms; <c>DG032</c> or <c>DG033</c> for the column; <c>PR042</c> where a list or schedule gives a unit or an instant two arms, or an arm the plan has not, <c>PR043</c> where a stepped roll-out has another than two arms.</returns>
    public static Result<ArmNumbers> Of(MeasuredLog log, ExperimentQuestion question, CaseMembers members, UnitNumbers units) => question.Arms switch
    {
        ArmColumn column => OfColumn(log, question.Plan, column.Name, members),
        ArmList list => OfList(question.Plan, list, units),
        ArmBlocks blocks => OfBlocks(question.Plan, blocks, units),
        ArmSteps steps => OfSteps(question.Plan, steps, units, members),
        _ => throw new InvalidOperationException($"Arms of {question.Arms.GetType().Name} are not known."),
    };

    private static Result<ArmNumbers> OfColumn(MeasuredLog log, ExperimentPlan plan, string name, CaseMembers members) =>
        CaseColumns.Of(log, name).Then<ArmNumbers>(column =>
        {
            var places = column.Names.Select(value => PlaceOf(plan, value)).Prepend(0).ToArray();
            var (cases, others) = (new int[members.IsIn.Length], new SortedSet<string>(StringComparer.Ordinal));
            for (var one = 0; one < cases.Length; one++)
            {
                cases[one] = places[column[one]];
                if (members.IsIn[one] && cases[one] == 0 && column[one] != CodedColumn.Missing)
                {
                    others.Add(column.Names[column[one] - 1]);
                }
            }

            return new ArmNumbers(cases, [.. others], 0);
        });

    private static Result<ArmNumbers> OfList(ExperimentPlan plan, ArmList list, UnitNumbers units)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);

        // A line without an arm is a unit that takes no part.
        foreach (var line in list.Units.Where(static line => line.Arm.Length > 0))
        {
            var place = PlaceOf(plan, line.Arm);
            if (place == 0)
            {
                return Wrong($"The list gives \"{line.Unit}\" the arm \"{line.Arm}\", which the plan has not.", $"The plan's arms are {string.Join(", ", plan.Arms.Select(static arm => arm.Name))}.");
            }

            if (!places.TryAdd(NamePattern.Fold(line.Unit), place) && places[NamePattern.Fold(line.Unit)] != place)
            {
                return Wrong($"The list gives \"{line.Unit}\" two arms.", "Give the list as it was drawn: a unit has one arm.");
            }
        }

        return OfUnits(units, name => places.GetValueOrDefault(name), places.Keys);
    }

    private static Result<ArmNumbers> OfBlocks(ExperimentPlan plan, ArmBlocks blocks, UnitNumbers units)
    {
        var places = blocks.Blocks.Select(block => PlaceOf(plan, block.Arm)).Prepend(0).ToArray();
        foreach (var (one, next) in blocks.Blocks.Zip(blocks.Blocks.Skip(1)))
        {
            if (next.CountsFrom < one.End)
            {
                return Wrong($"Block {next.Number} of the schedule begins before block {one.Number} ends.", "Give the schedule as it was drawn: block after block.");
            }
        }

        return blocks.Blocks.FirstOrDefault(block => PlaceOf(plan, block.Arm) == 0) is { } unknown
            ? Wrong($"The schedule gives block {unknown.Number} the arm \"{unknown.Arm}\", which the plan has not.", $"The plan's arms are {string.Join(", ", plan.Arms.Select(static arm => arm.Name))}.")
            : new ArmNumbers(Array.ConvertAll(units.Cases, unit => places[unit]), [], 0);
    }

    private static Result<ArmNumbers> OfSteps(ExperimentPlan plan, ArmSteps steps, UnitNumbers units, CaseMembers members)
    {
        if (plan.Arms.Count != 2)
        {
            return new Problem(
                ProblemKind.Invalid, "PR043", $"A stepped roll-out goes from one arm to another, and the plan has {plan.Arms.Count}.", "Plan two arms: as today, and changed.");
        }

        if (steps.Units.GroupBy(static unit => NamePattern.Fold(unit.Id), StringComparer.Ordinal).FirstOrDefault(static same => same.Skip(1).Any()) is { } twice)
        {
            return Wrong($"The roll-out lists \"{twice.First().Id}\" twice.", "Give the list as it was drawn: a unit changes over once.");
        }

        var days = steps.Units.ToDictionary(
            static unit => NamePattern.Fold(unit.Id),
            static unit => (Changes: ComparisonQuestion.MicrosOf(unit.ChangesOn), Counts: ComparisonQuestion.MicrosOf(unit.CountsFrom)),
            StringComparer.Ordinal);
        var byUnit = units.Names.Select(name => days.TryGetValue(NamePattern.Fold(name), out var day) ? day : ((long Changes, long Counts)?)null).Prepend(null).ToArray();
        var cases = new int[units.Cases.Length];
        for (var one = 0; one < cases.Length; one++)
        {
            var start = members.StartMicros[one];
            cases[one] = byUnit[units.Cases[one]] switch
            {
                { } day when start < day.Changes => 1,
                { } day when start >= day.Counts => 2,
                _ => 0,
            };
        }

        return new ArmNumbers(cases, [], NotKnown(units, days.Keys));
    }

    private static ArmNumbers OfUnits(UnitNumbers units, Func<string, int> placeOf, IEnumerable<string> listed)
    {
        var places = units.Names.Select(name => placeOf(NamePattern.Fold(name))).Prepend(0).ToArray();
        return new ArmNumbers(Array.ConvertAll(units.Cases, unit => places[unit]), [], NotKnown(units, listed));
    }

    private static int NotKnown(UnitNumbers units, IEnumerable<string> listed)
    {
        var known = units.Names.Select(NamePattern.Fold).ToHashSet(StringComparer.Ordinal);
        return listed.Count(name => !known.Contains(name));
    }

    private static int PlaceOf(ExperimentPlan plan, string name)
    {
        var folded = NamePattern.Fold(name.Trim());
        return plan.Arms.Select(static arm => NamePattern.Fold(arm.Name)).ToList().IndexOf(folded) + 1;
    }

    private static Problem Wrong(string message, string hint) => new(ProblemKind.Invalid, "PR042", message, hint);
}
