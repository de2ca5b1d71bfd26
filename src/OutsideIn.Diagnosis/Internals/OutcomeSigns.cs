namespace OutsideIn.Diagnosis;

/// <summary>[activity codes] Which activities show what about one outcome of the map; entry 0 is never set.</summary>
internal sealed record OutcomeSigns(bool[] Reached, bool[] Lost, bool[] Opened, bool[] Closed, bool NamesOpened, bool NamesClosed)
{
    /// <summary>The signs of every outcome of the map, in its order.</summary>
    public static OutcomeSigns[] Of(MappedLog mapped)
    {
        var names = mapped.Log.Activities.Names;
        return [.. mapped.Map.Outcomes.Select(outcome => new OutcomeSigns(
            NameMatching.AnyOf(names, outcome.Reached),
            NameMatching.AnyOf(names, outcome.Lost),
            NameMatching.AnyOf(names, outcome.Opened),
            NameMatching.AnyOf(names, outcome.Closed),
            outcome.Opened.Count > 0,
            outcome.Closed.Count > 0))];
    }

    /// <summary>The signs of the outcome that applies to a case, or null where none does.</summary>
    public static OutcomeSigns? At(OutcomeSigns[] signs, MappedLog mapped, int caseIndex) =>
        mapped.Outcomes.Applies[caseIndex] is var applies && applies < 0 ? null : signs[applies];
}
