using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>The three colourings of the process map: how often, how long, and what became of the cases.</summary>
internal sealed class MapColours
{
    private readonly bool _hasStarts;
    private readonly ColourScale _events;
    private readonly ColourScale _counts;
    private readonly ColourScale _lengths;
    private readonly ColourScale _outcome;

    public MapColours(DiagnosisDocument document, FoldedMap map)
    {
        _hasStarts = document.Log.HasStarts;
        var whole = document.Diagnosis.Outcome.ReachedOfClosed;
        _events = ColourScale.OfCounts(map.Activities.Where(static one => one.Entry is not null).Select(static one => one.Events));
        _counts = ColourScale.OfCounts(map.Drawn.Select(static one => one.Count));
        _lengths = ColourScale.OfDurations(
        [
            .. map.Activities.Select(TimeOf).OfType<double>(),
            .. map.Drawn.Select(static one => one.Only?.MedianSeconds).OfType<double>(),
        ]);
        _outcome = ColourScale.OfOutcome(whole);
        FrequencyScale = new ScaleView("How often: events of an activity", _events.Steps, "Connections are coloured and drawn wider by their own count.");
        TimeScale = new ScaleView(
            _hasStarts ? "How long: median processing time; between two, median wait" : "How long: median wait before; between two, median wait",
            _lengths.Steps, "Without colour: what stands for several connections, whose medians do not add up.");
        OutcomeScale = new ScaleView(
            "Who got the outcome: share of closed cases that pass here", whole.Share is null ? [] : _outcome.Steps,
            whole.Share is null
                ? "Without colour: no case of this log is closed, or nothing shows the outcome lost."
                : $"Without colour: fewer than {ColourScale.FewCases} cases, or several activities together.");
    }

    public ScaleView FrequencyScale { get; }

    public ScaleView TimeScale { get; }

    public ScaleView OutcomeScale { get; }

    public ShadesView Of(FoldedActivity one) => new(
        new ShadeView(one.Entry is null ? null : _events.LevelOf(one.Events), Say.Count(one.Events, "event", "events")),
        TimeOf(one) is { } seconds
            ? new ShadeView(_lengths.LevelOf(seconds), _hasStarts ? $"takes {Say.Duration(seconds)}" : $"after {Say.Duration(seconds)}")
            : new ShadeView(null, one.Entry is null ? "several" : "no time known"),
        Outcome(one.Entry?.ReachedShare, one.Entry?.Cases, one.Entry is null ? "several" : "none closed"));

    public ShadesView Of(FoldedConnection one) => new(
        new ShadeView(_counts.LevelOf(one.Count), Say.Count(one.Count)),
        !one.IsStep
            ? new ShadeView(null, "")
            : one.Only is { } only
                ? new ShadeView(_lengths.LevelOf(only.MedianSeconds), Say.Duration(only.MedianSeconds))
                : new ShadeView(null, $"mean {Say.Duration(one.MeanSeconds)}"),
        one.IsStep ? Outcome(one.Only?.ReachedShare, one.Only?.Cases, "") : new ShadeView(null, ""));

    private double? TimeOf(FoldedActivity one) => _hasStarts ? one.Entry?.MedianProcessingSeconds : one.Entry?.MedianWaitingSeconds;

    private ShadeView Outcome(double? share, int? cases, string otherwise) => share is null
        ? new ShadeView(null, otherwise)
        : cases < ColourScale.FewCases
            ? new ShadeView(null, $"{Say.Share(share)} of few")
            : new ShadeView(_outcome.LevelOf(share), Say.Share(share));
}
