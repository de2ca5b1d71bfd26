namespace OutsideIn.Simulation;

/// <summary>One thing done for a matter. Times in seconds since 1970-01-01T00:00:00Z; cost in pounds and score of the survey, or NaN.</summary>
internal readonly record struct SampleEvent(
    SampleWork Work, long Start, long End, string Person, string? Answer, double Quote, double Cost, double Score = double.NaN);

/// <summary>The contact a customer makes while waiting too long, and the work it causes.</summary>
/// <param name="Contact">The chase.</param>
/// <param name="Work">What the organisation does about it.</param>
/// <param name="MeanDays">Mean patience of an average customer, in days beyond the shortest.</param>
internal sealed record Chase(SampleWork Contact, SampleWork Work, double MeanDays);

/// <summary>A matter as it unfolds: a clock, and what was done so far in order of time.</summary>
internal sealed class CaseStory(SampleMatter matter, RandomSource chance)
{
    private const double ShortestPatienceDays = 0.3;
    private readonly List<SampleEvent> _events = new(48);

    public SampleMatter Matter => matter;

    public IReadOnlyList<SampleEvent> Events => _events;

    /// <summary>The end of what was done last.</summary>
    public long Now { get; private set; } = matter.ReportedAt;

    public int Chases { get; private set; }

    /// <summary>Whether an event of this probability happens.</summary>
    public bool Happens(double probability) => chance.NextUnit() < probability;

    /// <summary>Seconds between two numbers of hours, evenly spread.</summary>
    public long Between(double leastHours, double mostHours) =>
        (long)((leastHours + ((mostHours - leastHours) * chance.NextUnit())) * SampleCalendar.Hour);

    /// <summary>Seconds of at least so many hours, with a long tail about a mean.</summary>
    public long AtLeast(double leastHours, double meanHours) =>
        (long)((leastHours + chance.NextExponential(meanHours - leastHours)) * SampleCalendar.Hour);

    /// <summary>Does something once its team is at work, so long after what was done last.</summary>
    public void Do(SampleWork work, long wait, string? answer = null) => DoAt(work, Opening(work, Now + wait), answer);

    /// <summary>Does something after a wait in which the customer may lose patience.</summary>
    public void DoAfterWaiting(SampleWork work, long wait, Chase chase, string? answer = null) =>
        DoAtAfterWaiting(work, Opening(work, Now + wait), chase, answer);

    /// <summary>Does something at an instant; the customer may lose patience until then.</summary>
    public void DoAtAfterWaiting(SampleWork work, long at, Chase chase, string? answer = null)
    {
        while (TryChase(at, chase))
        {
            Chases++;
        }

        DoAt(work, at, answer);
    }

    /// <summary>Does something at an instant, or as soon after it as what was done before allows.</summary>
    public void DoAt(SampleWork work, long at, string? answer = null, double quote = double.NaN)
    {
        var start = Math.Max(at, Now);
        var minutes = work.Minutes == 0 ? 0 : (work.Minutes * 0.4) + chance.NextExponential(work.Minutes * 0.6);
        var end = start + (long)(minutes * SampleCalendar.Minute);
        var people = work.Team.People;
        var person = people[(int)(chance.NextUnit() * people.Length)];
        var cost = Math.Round(work.Team.CostPerMinute * Math.Max(1, (end - start) / (double)SampleCalendar.Minute), 2);
        _events.Add(new SampleEvent(work, start, end, person, answer, quote, cost));
        Now = end;
    }

    /// <summary>Puts a score on what was done last.</summary>
    public void Score(double score) => _events[^1] = _events[^1] with { Score = score };

    /// <summary>Puts work before the customer's first contact, at night.</summary>
    public void DoOnTheNightBefore(SampleWork work, long secondsAfterMidnight)
    {
        var midnight = matter.ReportedAt - (matter.ReportedAt % SampleCalendar.Day);
        var at = midnight + secondsAfterMidnight;
        _events.Add(new SampleEvent(work, at, at, work.Team.People[0], null, double.NaN, work.Team.CostPerMinute));
    }

    // Those who come in find work waiting and do not all begin on the stroke of eight.
    private long Opening(SampleWork work, long at)
    {
        var open = SampleCalendar.Open(at, work.Team.Hours);
        return open == at ? at : open + Between(0.05, 2.5);
    }

    // A chase and its answer must fit before what the customer waits for, or it comes first and the call is not made.
    private bool TryChase(long until, Chase chase)
    {
        var days = ShortestPatienceDays + (matter.Patience * chance.NextExponential(chase.MeanDays));
        var at = SampleCalendar.Open(Now + (long)(days * SampleCalendar.Day), Hours.Service) + Between(0, 0.7);
        var answered = SampleCalendar.Open(at + (3 * SampleCalendar.Hour / 2), chase.Work.Team.Hours) + (3 * SampleCalendar.Hour);
        if (answered > until)
        {
            return false;
        }

        DoAt(chase.Contact, at);
        Do(chase.Work, Between(0.1, 0.8));
        return true;
    }
}
