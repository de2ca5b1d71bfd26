using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>Recognises, by its words, a contact that arises only because something failed (S4, row 23).</summary>
internal static class DemandClues
{
    /// <summary>The demand a contact's name speaks of and the word that says so; unmarked where none does.</summary>
    public static (DemandKind Demand, string? Word) For(ActivityWords name, Initiator? initiator)
    {
        if (initiator == Initiator.Organisation)
        {
            return (DemandKind.Unmarked, null);
        }

        if (name.FirstWith("complain", "klacht", "beschwerde", "reclam", "grievance") is { } complaint)
        {
            return (DemandKind.Complaint, complaint);
        }

        if ((name.FirstWith("chase", "chasing", "remind") ?? (name.HasInRow("status", "enquir") ? "status" : null)) is { } chase)
        {
            return (DemandKind.Chase, chase);
        }

        if (name.FirstWith("repeat", "again$", "reopen", "resubmi", "resent", "duplicate") is { } repeat)
        {
            return (DemandKind.Repeat, repeat);
        }

        return name.FirstWith("correct", "rectif") is { } correction ? (DemandKind.Correction, correction) : (DemandKind.Unmarked, null);
    }
}
