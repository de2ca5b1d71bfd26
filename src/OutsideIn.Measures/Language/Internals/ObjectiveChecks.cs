namespace OutsideIn.Measures.Internals;

/// <summary>Checks an objective for a measure of a known kind.</summary>
internal sealed class ObjectiveChecks(CheckedMeasure measure, MeasureSchema schema)
{
    private readonly DiagnosticList _found = new();

    public MeasureDiagnostic[] Of(ObjectiveSyntax objective)
    {
        switch (objective.Goal)
        {
            case ShareGoalSyntax share:
                Share(share);
                break;
            case PercentileGoalSyntax percentile:
                Figure(percentile.Test, percentile.Percentile == 0.5 ? "median" : "percentile", percentile.Span);
                break;
            case MeanGoalSyntax mean:
                Figure(mean.Test, "mean", mean.Span);
                Closed("mean", mean.Span);
                break;
            case TotalGoalSyntax total:
                Figure(total.Test, "total", total.Span);
                Closed("total", total.Span);
                break;
        }

        return _found.ByPlace;
    }

    private void Share(ShareGoalSyntax share)
    {
        switch (measure.Kind, share.Test)
        {
            case (MeasureKind.YesNo, BoundSyntax { Number: not null } or BoundSyntax { Duration: not null }):
                _found.Error(
                    "ME153", "The measure answers yes or no, and a case is not more or less than that.",
                    share.Test is BoundSyntax { Duration: not null }
                        ? $"Write {PercentOf(share)}% of cases yes, and put the time into the measure: has … within 3d of …."
                        : $"Write {PercentOf(share)}% of cases yes.", share.Test.Span);
                break;
            case (not null and not MeasureKind.YesNo, AnswerTestSyntax):
                _found.Error("ME152", $"The measure gives {Gives()}, not yes or no.", $"Write a bound: {PercentOf(share)}% of cases {Example()}.", share.Test.Span);
                break;
            case (_, BoundSyntax bound):
                Bound(bound);
                break;
        }

        if (measure.Kind is not null && share.IsOfCustomers != measure.Tree.IsPerCustomer)
        {
            _found.Note(
                "ME157", share.IsOfCustomers ? "The measure gives one value a case, so cases are counted, not customers." : "The measure gives one value a customer, so customers are counted, not cases.",
                share.IsOfCustomers ? "Write per customer into the measure, or of cases here." : "Write of customers here, or leave per customer out of the measure.", share.Span);
        }
    }

    private void Figure(BoundSyntax bound, string figure, TextSpan span)
    {
        if (measure.Kind == MeasureKind.YesNo)
        {
            _found.Error("ME155", $"Yes and no have no {figure}.", "Write the share of cases, such as 99% of cases yes.", span);
            return;
        }

        Bound(bound);
        if (measure.Kind is MeasureKind.Count or MeasureKind.Number && bound.Comparison is Comparison.Equal or Comparison.NotEqual)
        {
            _found.Error(
                "ME161", $"A {figure} is known within an interval, so it can never be shown to be {(bound.Comparison == Comparison.Equal ? "equal" : "unequal")} to a number.",
                "Write <= for at most, or >= for at least.", bound.Span);
        }
    }

    private void Bound(BoundSyntax bound)
    {
        if (bound.Duration is { } duration)
        {
            if (measure.Kind is MeasureKind.Count or MeasureKind.Number)
            {
                _found.Error("ME151", $"The measure gives {Gives()}, and {ValueText.Of(duration)} is a duration.", $"Write a bare number: {ConditionText.SignOf(bound.Comparison)} {FigureText.Of(duration.Amount)}.", bound.Span);
            }
            else if (measure.Kind == MeasureKind.Duration && bound.Comparison is Comparison.Equal or Comparison.NotEqual)
            {
                _found.Error("ME161", "No duration lasts exactly so long, to the microsecond.", $"Write <= {ValueText.Of(duration)} for at most, or >= {ValueText.Of(duration)} for at least.", bound.Span);
            }

            if (duration.Unit == DurationUnit.BusinessDay)
            {
                Calendars.Required(schema, _found, "A business day", duration.Span);
            }
        }
        else if (bound.Number is { } number && measure.Kind == MeasureKind.Duration)
        {
            var figure = FigureText.Of(number);
            var sign = ConditionText.SignOf(bound.Comparison);
            _found.Error("ME150", $"The measure gives a duration, and {figure} has no unit.", $"Write {sign} {figure}h for hours, {sign} {figure}d for days or {sign} {figure}bd for business days.", bound.Span);
        }
    }

    // Of a time that has not ended yet only the wait so far is known, and a mean or a total would need the whole.
    private void Closed(string figure, TextSpan span)
    {
        if (measure.Tree.Value is TimeBetweenSyntax or ClockTimeSyntax)
        {
            _found.Error(
                "ME154", $"There is no {figure} of a time that may still run: an open case has waited so far, nobody knows how long it will take.",
                "Write a median or a percentile, such as median <= 3d, or a share, such as 95% of cases <= 24h.", span);
        }
    }

    private static string PercentOf(ShareGoalSyntax share) => FigureText.Of(Percents.Of(share.Share));

    private string Gives() => measure.Kind switch
    {
        MeasureKind.Duration => "a duration",
        MeasureKind.Count => "a count",
        _ => "a number",
    };

    private string Example() => measure.Kind switch
    {
        MeasureKind.Duration => "<= 24h",
        MeasureKind.Count => "<= 1",
        _ => "<= 1000",
    };
}
