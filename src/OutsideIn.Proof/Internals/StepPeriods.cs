using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The periods of a stepped roll-out, which begin as its steps do, and the period from which each unit is changed.</summary>
/// <param name="Starts">[periods after the first] When each begins, microseconds since 1970-01-01T00:00:00Z, ascending.</param>
/// <param name="ChangesIn">[unit] By its number the period from which it is changed, from 1; units that are not of the roll-out have none.</param>
internal sealed record StepPeriods(long[] Starts, IReadOnlyDictionary<int, int> ChangesIn)
{
    public int Count => Starts.Length + 1;

    public static StepPeriods Of(ArmSteps steps, UnitNumbers units)
    {
        var days = steps.Units.ToDictionary(static unit => NamePattern.Fold(unit.Id), static unit => ComparisonQuestion.MicrosOf(unit.ChangesOn), StringComparer.Ordinal);
        long[] starts = [.. days.Values.Distinct().Order()];
        return new StepPeriods(
            starts,
            units.Names.Index().Where(one => days.ContainsKey(NamePattern.Fold(one.Item)))
                .ToDictionary(static one => one.Index + 1, one => Array.IndexOf(starts, days[NamePattern.Fold(one.Item)]) + 1));
    }

    /// <summary>The period an instant is in, from 0.</summary>
    public int At(long micros) => Array.FindLastIndex(Starts, start => start <= micros) + 1;
}
