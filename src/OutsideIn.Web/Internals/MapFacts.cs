using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>The figures in the panel beside the process map.</summary>
internal static class MapFacts
{
    public static IReadOnlyList<FactView> Of(FoldedActivity one, DiagnosisDocument document)
    {
        List<FactView> facts = [new("Events", Say.Count(one.Events), null)];
        if (one.Entry is { } entry)
        {
            facts.Add(new("Cases", $"{Say.Count(entry.Cases)} ({Say.Share(entry.CaseShare)} of all)", entry.Figure));
            Add(facts, "Got the outcome", entry.ReachedShare is { } reached ? $"{Say.Share(reached)} of its closed cases" : null);
            Add(facts, "Takes, median", Length(entry.MedianProcessingSeconds));
            Add(facts, "Waits before it, median", Length(entry.MedianWaitingSeconds));
            Add(facts, "Waits before it, nine in ten within", Length(entry.P90WaitingSeconds));
            Add(facts, "Work in all", Length(entry.TotalProcessingSeconds));
            Add(facts, "Cost in all", entry.Cost is { } cost ? Say.Amount(cost) : null);
            AddBorder(facts, "Begins", document.Process.StartActivities, entry.Activity);
            AddBorder(facts, "Is the last so far of", document.Process.EndActivities, entry.Activity);
        }
        else
        {
            facts.Insert(0, new("Activities", Say.Count(one.Folded), null));
        }

        Add(facts, one.Entry is null ? "Steps among them" : "Again at once", one.AtOnceAgain == 0 ? null : Say.Count(one.AtOnceAgain));
        Add(facts, "Comes along connections not drawn", one.HiddenIn == 0 ? null : Say.Count(one.HiddenIn));
        Add(facts, "Goes along connections not drawn", one.HiddenOut == 0 ? null : Say.Count(one.HiddenOut));
        return facts;
    }

    public static IReadOnlyList<FactView> Of(FoldedConnection one)
    {
        if (!one.IsStep)
        {
            List<FactView> border = [new("Cases", Say.Count(one.Count), one.OnlyCases?.Figure)];
            Add(border, "Stands for", one.Folded == 1 ? null : Say.Count(one.Folded, "activity", "activities"));
            return border;
        }

        List<FactView> facts = [new("Times", Say.Count(one.Count), null)];
        if (one.Only is { } only)
        {
            facts.Add(new("Cases", Say.Count(only.Cases), only.Figure));
            Add(facts, "Got the outcome", only.ReachedShare is { } reached ? $"{Say.Share(reached)} of its closed cases" : null);
            Add(facts, "Wait, median", Length(only.MedianSeconds));
            Add(facts, "Wait, mean", Length(only.MeanSeconds));
            Add(facts, "Wait, nine in ten within", Length(only.P90Seconds));
            Add(facts, "Wait, shortest", Length(only.MinSeconds));
            Add(facts, "Wait, longest", Length(only.MaxSeconds));
            return facts;
        }

        facts.Add(new("Stands for", Say.Count(one.Folded, "connection", "connections"), null));
        Add(facts, "Wait, mean", Length(one.MeanSeconds));
        return facts;
    }

    private static string? Length(double? seconds) => seconds is null ? null : Say.Duration(seconds);

    private static void Add(List<FactView> facts, string name, string? text)
    {
        if (text is not null)
        {
            facts.Add(new FactView(name, text, null));
        }
    }

    private static void AddBorder(List<FactView> facts, string name, IReadOnlyList<ActivityCasesEntry> borders, string activity)
    {
        if (borders.FirstOrDefault(one => string.Equals(one.Activity, activity, StringComparison.Ordinal)) is { } border)
        {
            facts.Add(new FactView(name, Say.Count(border.Cases, "case", "cases"), border.Figure));
        }
    }
}
