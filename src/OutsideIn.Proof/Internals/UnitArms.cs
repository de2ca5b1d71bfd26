using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The arm each unit came into when a change came, told from the arms of its subjects.</summary>
/// <param name="Names">The arms, control first.</param>
/// <param name="Arms">Of each unit, by its code, the place of its arm among <paramref name="Names"/>; a unit of no arm is not in it.</param>
/// <param name="StartMicros">Of each unit of another arm than the control, when it had the change.</param>
/// <param name="Mixed">Units whose subjects were in more than one arm after the change; they are in none.</param>
internal sealed record UnitArms(
    IReadOnlyList<string> Names, IReadOnlyDictionary<int, int> Arms, IReadOnlyDictionary<int, long> StartMicros, int Mixed)
{
    private const int ArmsMax = 12;

    /// <summary>The arms of units.</summary>
    /// <remarks>
    /// A unit's arm is that of its subjects from the day of the change on. The column may name a unit's arm for all of its time; where it had
    /// been without the change after that day, or had it before, the unit had it at another time than the others.
    /// </remarks>
    /// <returns>The arms; <c>PR002</c> where there are not two to twelve, <c>PR003</c> where none has the control's name.</returns>
    public static Result<UnitArms> Of(ComparedMeasure measure, ComparisonQuestion question, SubjectColumn arms, SubjectColumn units)
    {
        var subjects = measure.Compared.WithValue([.. Enumerable.Range(0, measure.Values.Count)]);
        if (!SubjectGroups.Of(measure, arms, units, question.Control, null).TryGet(out var found, out var problem))
        {
            return problem;
        }

        string[] names = [.. found.Groups.Select(static one => one.Name)];
        var places = arms.Names.Select(name => Array.IndexOf(names, name)).ToArray();
        var (of, starts, mixed) = (new Dictionary<int, int>(), new Dictionary<int, long>(), 0);
        foreach (var unit in subjects.Where(subject => units.Codes[subject] != CodedColumn.Missing).GroupBy(subject => units.Codes[subject]))
        {
            var told = unit.Select(subject => (At: measure.Values.StartMicros[subject], Arm: arms.Codes[subject] == CodedColumn.Missing ? -1 : places[arms.Codes[subject] - 1]))
                .OrderBy(static one => one.At).ToList();
            var change = question.ChangeMicros!.Value;
            var after = told.Where(one => one.At >= change && one.Arm >= 0).Select(static one => one.Arm).Distinct().ToArray();
            if (after.Length == 0 || after.Count(static arm => arm > 0) > 1)
            {
                mixed += after.Length == 0 ? 0 : 1;
                continue;
            }

            var arm = after.Max();
            var first = told.FindIndex(one => one.Arm == arm);
            var isMixed = arm > 0 && told.Skip(first).Any(static one => one.Arm == 0);
            if (isMixed)
            {
                mixed++;
                continue;
            }

            of[unit.Key] = arm;
            if (arm > 0)
            {
                starts[unit.Key] = StartOf(told, first, change);
            }
        }

        return new UnitArms(names, of, starts, mixed);
    }

    // From the day of the change, unless the unit is known to have been without it later or to have had it before.
    private static long StartOf(List<(long At, int Arm)> told, int first, long change)
    {
        var at = told[first].At;
        var wasWithout = at < change ? first > 0 : told.Take(first).Any(one => one.At >= change);
        return wasWithout ? at : change;
    }
}
