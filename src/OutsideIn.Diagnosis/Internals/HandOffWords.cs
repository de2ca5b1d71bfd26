namespace OutsideIn.Diagnosis;

/// <summary>Tells from an activity's name whether its events are hand-offs in themselves.</summary>
internal static class HandOffWords
{
    /// <summary>[activity codes] Whether the words of each activity name say that it hands work over.</summary>
    public static bool[] In(IReadOnlyList<string> activities)
    {
        var words = activities.Select(static name => new ActivityWords(name)).ToArray();
        var hasReassign = words.Any(static name => name.FirstWith("reassign") is not null);
        var isHandOff = new bool[activities.Count + 1];
        for (var index = 0; index < words.Length; index++)
        {
            isHandOff[index + 1] = IsHandOff(words[index]) || (!hasReassign && IsAssignment(words[index]));
        }

        return isHandOff;
    }

    private static bool IsHandOff(ActivityWords name) =>
        name.FirstWith("reassign", "escalat", "handover$", "handoff$", "reroute", "weiterleit", "doorsturen", "doorgestuurd") is not null
        || name.HasInRow("hand", "over$") || name.HasInRow("hand", "off$")
        || name.HasInRow("handed", "over$") || name.HasInRow("pass", "to$") || name.HasInRow("passed", "to$")
        || name.HasInRow("route$", "to$") || name.HasInRow("routed", "to$")
        || (name.FirstWith("forward$", "forwarded", "forwarding") is not null && !IsToCustomer(name))
        || (name.FirstWith("transfer") is not null && !IsToCustomer(name) && !IsOfMoney(name));

    // "Assign" alone hands work over; "Assign seriousness" gives a value to a field.
    private static bool IsAssignment(ActivityWords name) =>
        name.HasInRow("assign", "to$")
        || (name.All.Count == 1 && name.FirstWith("assign$", "assigned$", "assignment$") is not null);

    private static bool IsToCustomer(ActivityWords name) => name.FirstWith("customer", "client", "claimant", "applicant") is not null;

    private static bool IsOfMoney(ActivityWords name) => name.FirstWith("money", "fund", "payment", "amount", "cash", "bank") is not null;
}
