namespace OutsideIn.Measures.Internals;

/// <summary>The fixed words of the language, each with what it says.</summary>
internal static class Phrases
{
    public static readonly Phrase[] OfValue =
    [
        new("time from", "how long it takes from one event to another"),
        new("time on the customer's clock", "from the first sign of need until the outcome is really achieved"),
        new("time on the firm's clock", "from the case opened to the case closed"),
        new("working time from", "as time from, counting the calendar's working hours only"),
        new("count of", "how often something happened"),
        new("count of repeats of", "how often the same was done again"),
        new("count of different", "how many different values of a column"),
        new("has", "whether it happened"),
        new("has no", "whether it never happened"),
        new("waiting time", "how long nothing happened before an event"),
        new("touch time", "how long somebody worked on it"),
        new("sum of", "the total of a column's numbers"),
        new("mean of", "the average of a column's numbers"),
        new("max of", "the largest of a column's numbers"),
        new("min of", "the smallest of a column's numbers"),
    ];

    public static readonly Phrase[] OfWorking =
    [
        new("time from", "how long it takes from one event to another"),
        new("time on the customer's clock", "from the first sign of need until the outcome is really achieved"),
        new("time on the firm's clock", "from the case opened to the case closed"),
        new("waiting time", "how long nothing happened before an event"),
        new("touch time", "how long somebody worked on it"),
    ];

    public static readonly Phrase[] OfClause =
    [
        new("where", "only events for which this holds"),
        new("for cases where", "only cases for which this holds"),
        new("per customer", "all cases of a customer read together"),
        new("by calendar", "the calendar that working time goes by"),
    ];

    public static readonly Phrase[] OfSorts =
    [
        new("contacts", "events that are Moments of Truth, by the map"),
        new("failure contacts", "contacts that arise only because something failed, by the map"),
        new("handoffs", "breakpoints that happened"),
        new("events", "every event"),
    ];

    public static readonly Phrase[] OfDistinct =
    [
        new("people", "how many different people worked on it"),
        new("teams", "how many different teams"),
        new("systems", "how many different systems"),
        new("channels", "how many different channels"),
        new("customers", "how many different customers"),
        new("activities", "how many different activities"),
        new("repeats of", "how often the same was done again"),
        new("different", "how many different values of a column"),
    ];

    public static readonly Phrase[] OfClocks =
    [
        new("customer's clock", "from the first sign of need until the outcome is really achieved"),
        new("firm's clock", "from the case opened to the case closed"),
    ];

    public static readonly Phrase[] OfComparison =
    [
        new("=", "equal to"),
        new("!=", "different from"),
        new("<", "less than"),
        new("<=", "at most"),
        new(">", "more than"),
        new(">=", "at least"),
        new("in", "one of several values"),
        new("not in", "none of several values"),
        new("is missing", "no value is there"),
        new("is not missing", "a value is there"),
    ];

    public static readonly Phrase[] OfGoal =
    [
        new("95% of cases", "how many of the cases must fulfil it"),
        new("at least", "the share is a least"),
        new("at most", "the share is a most"),
        new("median", "half of the cases do no worse"),
        new("p90", "nine of ten cases do no worse"),
        new("mean", "the average"),
        new("total", "the sum over all cases of a period"),
    ];

    public static readonly Phrase[] OfBound =
    [
        new("<=", "at most"),
        new("<", "less than"),
        new(">=", "at least"),
        new(">", "more than"),
    ];

    public static readonly Phrase[] OfPeriods =
    [
        new("week", "Monday to Sunday"),
        new("month", "a month"),
        new("quarter", "three months"),
    ];

    public static readonly Phrase[] OfGoalClause =
    [
        new("by", "the day by which"),
        new("per", "the period each figure is taken over"),
    ];

    public static readonly Phrase From = new("from", "where the time begins");
    public static readonly Phrase To = new("to", "where the time ends");
    public static readonly Phrase On = new("on the", "the customer's or the firm's clock");
    public static readonly Phrase The = new("the", "the customer's or the firm's");
    public static readonly Phrase Clock = new("clock", "the clock that is meant");
    public static readonly Phrase Of = new("of", "what it is of");
    public static readonly Phrase Time = new("time", "how long");
    public static readonly Phrase Start = new("start", "the case's first event");
    public static readonly Phrase End = new("end", "the event that closed the case");
    public static readonly Phrase First = new("first", "the earliest such event");
    public static readonly Phrase Last = new("last", "the latest such event");
    public static readonly Phrase No = new("no", "it never happened");
    public static readonly Phrase Or = new("or", "one more name; either will do");
    public static readonly Phrase After = new("after", "later than an event");
    public static readonly Phrase Before = new("before", "earlier than an event");
    public static readonly Phrase Within = new("within", "no later than this long after");
    public static readonly Phrase At = new("at", "at which event the value is read");
    public static readonly Phrase Not = new("not", "the opposite");
    public static readonly Phrase Has = new("has", "cases with such an event");
    public static readonly Phrase And = new("and", "both must hold");
    public static readonly Phrase OrElse = new("or", "one of them must hold");
    public static readonly Phrase Cases = new("cases", "each case by itself");
    public static readonly Phrase Where = new("where", "a condition follows");
    public static readonly Phrase Customer = new("customer", "all cases of a customer read together");
    public static readonly Phrase Calendar = new("calendar", "the calendar that working time goes by");
    public static readonly Phrase Missing = new("missing", "no value is there");
    public static readonly Phrase In = new("in", "one of several values");
    public static readonly Phrase Yes = new("yes", "it holds");
    public static readonly Phrase Nay = new("no", "it does not hold");
    public static readonly Phrase OfCases = new("of cases", "each case counts once");
    public static readonly Phrase OfCustomers = new("of customers", "each customer counts once, for measures per customer");
}
