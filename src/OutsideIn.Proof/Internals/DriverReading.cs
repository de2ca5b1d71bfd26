using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Reads a driver that a person named: a column, a value of a column, or a measure.</summary>
internal static class DriverReading
{
    private const int ValuesNamed = 6;

    /// <returns>The driver; <c>PR050</c> where the text is neither, <c>PR051</c> where the column holds no numbers, <c>PR052</c> where it lacks the value, <c>PR053</c> where its subjects are others.</returns>
    public static Result<DriverColumn> Of(ComparedMeasure outcome, string text, CancellationToken stop)
    {
        var name = text.Trim();
        if (AttributeDriver.Find(outcome.Log.Log, name.Trim('"')) is { Kind: AttributeKind.Number or AttributeKind.YesNo } column)
        {
            return AttributeDriver.Of(outcome, column, stop);
        }

        if (name.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && SubjectColumn.Of(outcome.Log, outcome.Values, name[..at]).TryGet(out var texts, out _))
        {
            return OfValue(texts, name, name[(at + 1)..].Trim().Trim('"'));
        }

        return SubjectColumn.Of(outcome.Log, outcome.Values, name).TryGet(out texts, out var problem) ? NoNumbers(name, texts)
            : problem.Code == "DG033" ? new Problem(ProblemKind.Invalid, "PR051", $"\"{name}\" holds instants, and a driver is a number.", "Write a time as a measure, such as \"time from start to end\".")
            : OfMeasure(outcome, name, stop);
    }

    private static Result<DriverColumn> OfValue(SubjectColumn texts, string name, string value) => texts.CodeOf(value) is > 0 and var code
        ? new DriverColumn(
            name, DriverColumn.OfValue, Array.ConvertAll(texts.Codes, one => one == CodedColumn.Missing ? double.NaN : one == code ? 1 : 0), DriverUnit.YesNo)
        : new Problem(
            ProblemKind.NotFound, "PR052", $"No case has \"{value}\" in that column.",
            NearestNames.Question(value, [.. texts.Names]) ?? $"It has {string.Join(", ", texts.Names.Take(ValuesNamed))}.");

    private static Problem NoNumbers(string name, SubjectColumn texts) => new(
        ProblemKind.Invalid, "PR051", $"\"{name}\" holds texts, and a driver is a number or a yes or no.",
        texts.Names.Count == 0 ? "Name another column." : $"Say which value, such as \"{name}={texts.Names[0]}\"{(texts.Names.Count == 1 ? "" : $"; it has {string.Join(", ", texts.Names.Take(ValuesNamed))}{(texts.Names.Count > ValuesNamed ? " and others" : "")}")}.");

    /// <summary>A measure as a driver.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="text">The measure's text.</param>
    /// <param name="stop">Stops the work.</param>
    public static Result<DriverColumn> OfMeasure(ComparedMeasure outcome, string text, CancellationToken stop)
    {
        var compiled = MeasureCompiler.Compile(text, null, outcome.Log);
        if (compiled.Plan is not { } plan)
        {
            var wrong = compiled.Diagnostics.First(static one => one.Severity == MeasureSeverity.Error);
            return new Problem(ProblemKind.Invalid, "PR050", $"\"{text}\" is neither a column of the log nor a measure: {wrong.Message}", wrong.Hint);
        }

        if (plan.IsPerCustomer != outcome.Plan.IsPerCustomer)
        {
            return new Problem(
                ProblemKind.Invalid, "PR053", $"The outcome has a value of each {(outcome.Plan.IsPerCustomer ? "customer" : "case")}, \"{text}\" one of each {(plan.IsPerCustomer ? "customer" : "case")}.",
                outcome.Plan.IsPerCustomer ? $"Write \"{text} per customer\"." : "Leave out \"per customer\".");
        }

        var values = MeasureEngine.Run(outcome.Log, [plan], stop)[0];
        var (numbers, isSoFar) = (new double[values.Count], new bool[values.Count]);
        for (var subject = 0; subject < numbers.Length; subject++)
        {
            isSoFar[subject] = values.States[subject] == ValueState.Open && GrowsOnly(plan);
            numbers[subject] = isSoFar[subject] || values.States[subject] == ValueState.Known ? FigureEntries.InUnit(values.Values[subject], plan) : double.NaN;
        }

        return new DriverColumn(text, DriverColumn.OfMeasure, numbers, UnitOf(plan))
        {
            IsSoFar = isSoFar,
            IsOutcome = OwnEvents.AreIn(outcome, plan.Syntax),
            Late = LateEvents.Of(outcome, plan.Syntax, stop),
            IsRating = AttributeDriver.ColumnOf(outcome.Log.Log, plan.Syntax) is { } column && AttributeDriver.IsOfSameSurvey(outcome, column),
        };
    }

    // A count, or time added up, of a case that still runs only grows: what there is so far is a value. A wait that is still open is none.
    private static bool GrowsOnly(MeasurePlan plan) =>
        plan.Kind == MeasureKind.Count || plan.Syntax.Value is WaitingTimeSyntax or TouchTimeSyntax or AggregateSyntax { Aggregate: Aggregate.Sum };

    private static DriverUnit UnitOf(MeasurePlan plan) => plan.Kind switch
    {
        MeasureKind.YesNo => DriverUnit.YesNo,
        MeasureKind.Duration => plan.Clock == DurationClock.BusinessDays ? DriverUnit.BusinessDays : DriverUnit.Seconds,
        _ => DriverUnit.Number,
    };
}
