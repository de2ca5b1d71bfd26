using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The groups that are compared, and what is not in any of them.</summary>
/// <param name="Groups">The groups, control first.</param>
/// <param name="WithoutGroup">Subjects with a value that are in no group.</param>
/// <param name="WithoutUnit">Subjects of a group that belong to no unit; they are left out.</param>
/// <param name="MixedUnits">Units with subjects in more than one group.</param>
/// <param name="UnitCount">Units that have subjects.</param>
internal sealed record SubjectGroups(IReadOnlyList<SubjectGroup> Groups, int WithoutGroup, int WithoutUnit, int MixedUnits, int UnitCount)
{
    /// <summary>Most arms that are compared; a column with more values is hardly one of arms.</summary>
    private const int ArmsMax = 12;

    /// <summary>Subjects by the arm each was given.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="arms">The arm of each subject.</param>
    /// <param name="units">What was given an arm as a whole.</param>
    /// <param name="control">Name of the control; null for the first by name.</param>
    /// <param name="followUpMicros">How long each must have been followed where open values cannot be counted as open; null for not at all.</param>
    /// <returns>The groups; <c>PR002</c> where there are not two to twelve, <c>PR003</c> where none has the control's name.</returns>
    public static Result<SubjectGroups> Of(ComparedMeasure measure, SubjectColumn arms, SubjectColumn units, string? control, double? followUpMicros)
    {
        var seen = measure.Compared.WithValue([.. Enumerable.Range(0, measure.Values.Count)]).Select(subject => arms.Codes[subject]).ToHashSet();
        var names = arms.Names.Index().Where(one => seen.Contains(one.Index + 1)).Select(static one => one.Item).Order(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count is < 2 or > ArmsMax)
        {
            return new Problem(
                ProblemKind.Invalid, "PR002", $"The column has {names.Count} values, and a comparison takes 2 to {ArmsMax} groups.",
                "Name a column that says which arm each case was in, or compare fewer groups with \"for cases where …\" in the measure.");
        }

        if (control is not null)
        {
            if (arms.CodeOf(control) is 0)
            {
                return new Problem(
                    ProblemKind.NotFound, "PR003", $"No group is called \"{control}\".", NearestNames.Question(control, names) ?? $"There are {string.Join(", ", names)}.");
            }

            var first = arms.Names[arms.CodeOf(control) - 1];
            names.Remove(first);
            names.Insert(0, first);
        }

        return Of(measure, [.. names.Select(name => (name, arms.Names.ToList().IndexOf(name) + 1))], arms.Codes, units, followUpMicros);
    }

    /// <summary>Subjects by the code of their arm; an arm nobody is in stays, empty.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="names">The arms with their codes, control first.</param>
    /// <param name="codes">[subjects] The code of each.</param>
    /// <param name="units">What was given an arm as a whole.</param>
    /// <param name="followUpMicros">How long each must have been followed where open values cannot be counted as open; null for not at all.</param>
    public static SubjectGroups Of(
        ComparedMeasure measure, IReadOnlyList<(string Name, int Code)> names, int[] codes, SubjectColumn units, double? followUpMicros)
    {
        var all = measure.Compared.WithValue([.. Enumerable.Range(0, measure.Values.Count)]);
        var youngest = measure.Compared.IsFollowed || followUpMicros is null ? long.MaxValue : measure.Options.HorizonMicros - (long)followUpMicros;
        var (groups, without, seenIn, mixed) = (new List<SubjectGroup>(), 0, new Dictionary<int, int>(), new HashSet<int>());
        foreach (var (name, code) in names)
        {
            var (subjects, unitOf, young) = (new List<int>(), new List<int>(), 0);
            foreach (var subject in all.Where(subject => codes[subject] == code))
            {
                if (measure.Values.StartMicros[subject] > youngest)
                {
                    young++;
                }
                else if (units.Codes[subject] == CodedColumn.Missing)
                {
                    without++;
                }
                else
                {
                    subjects.Add(subject);
                    unitOf.Add(units.Codes[subject]);
                    if (seenIn.TryGetValue(units.Codes[subject], out var other) && other != code)
                    {
                        mixed.Add(units.Codes[subject]);
                    }

                    seenIn[units.Codes[subject]] = code;
                }
            }

            groups.Add(new SubjectGroup(name, [.. subjects], [.. unitOf], young));
        }

        return new SubjectGroups(groups, all.Count(subject => codes[subject] == CodedColumn.Missing), without, mixed.Count, seenIn.Count);
    }
}
