using OutsideIn.Experiments;
using OutsideIn.Measures;

namespace OutsideIn.Proof;

/// <summary>The rows an analysis of drivers rests on: subjects with an outcome and every driver.</summary>
internal sealed class DrivenRows
{
    private const double Exactly = 1e-9;

    private readonly int[] _rows;
    private readonly double[] _outcome;

    public DrivenRows(ComparedMeasure measure, DrivenOutcome outcome, double[] numbers, IReadOnlyList<DriverColumn> drivers)
    {
        (Measure, Outcome, Drivers) = (measure, outcome, drivers);
        _rows = [.. Enumerable.Range(0, numbers.Length).Where(at => double.IsFinite(numbers[at]) && drivers.All(one => double.IsFinite(one.Values[outcome.Subjects[at]])))];
        _outcome = [.. _rows.Select(at => numbers[at])];
        IsYesNo = measure.Compared.By == ComparedBy.Share && Array.TrueForAll(_outcome, static one => Math.Abs(one) < Exactly || Math.Abs(one - 1) < Exactly);
        IsPseudo = measure.Compared.By != ComparedBy.Mean && outcome.Open > 0 && !IsYesNo;
        StillOpen = _rows.Count(at => measure.Values.States[outcome.Subjects[at]] == ValueState.Open);
        LeftOut = [.. Missing(numbers).Where(static one => one.Count > 0)];
    }

    public ComparedMeasure Measure { get; }

    public DrivenOutcome Outcome { get; }

    public IReadOnlyList<DriverColumn> Drivers { get; }

    /// <summary>Whether every outcome is a yes or a no.</summary>
    public bool IsYesNo { get; }

    /// <summary>Whether open cases are in it by pseudo-values.</summary>
    public bool IsPseudo { get; }

    public IReadOnlyList<LeftOutSubjects> LeftOut { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Length;

    /// <summary>Rows whose outcome is open.</summary>
    public int StillOpen { get; }

    /// <summary>Rows in which a driver counts with what there is so far.</summary>
    public int SoFarOf(DriverColumn driver) => driver.IsSoFar is { } soFar ? _rows.Count(at => soFar[Outcome.Subjects[at]]) : 0;

    /// <summary>Subjects in which there is nothing to measure.</summary>
    public int NotApplicable => Measure.Values.States.Count(ValueState.NotApplicable);

    public DriverQuestion Question(DriversQuestion question) => new()
    {
        OutcomeName = Outcome.Name,
        Outcome = IsYesNo ? Array.ConvertAll(_outcome, Math.Round) : _outcome,
        Drivers = [.. Drivers.Select(one => new Driver(one.Name, ValuesOf(one), one.IsRating))],
        Level = question.Level,
        Seed = question.Seed,
    };

    /// <summary>[rows] A driver's values.</summary>
    public double[] ValuesOf(DriverColumn driver) => [.. _rows.Select(at => driver.Values[Outcome.Subjects[at]])];

    private IEnumerable<LeftOutSubjects> Missing(double[] numbers)
    {
        yield return new LeftOutSubjects(numbers.Count(static one => !double.IsFinite(one)), "they are open and have no value yet");
        foreach (var driver in Drivers)
        {
            yield return new LeftOutSubjects(
                Outcome.Subjects.Count(subject => !double.IsFinite(driver.Values[subject])), driver.Kind == DriverColumn.OfMeasure ? $"they have no {driver.Name} yet" : $"they have no {driver.Name.Split('=')[0]}");
        }
    }
}
