namespace OutsideIn.Proof;

/// <summary>Tells the progress of a part of some work as that of the whole.</summary>
internal sealed class PartOfWork : IProgress<double>
{
    private readonly IProgress<double> _whole;
    private readonly double _first;
    private readonly double _end;

    private PartOfWork(IProgress<double> whole, double first, double end) => (_whole, _first, _end) = (whole, first, end);

    /// <summary>The part from one share of the whole to another; null where nobody is told.</summary>
    public static PartOfWork? Of(IProgress<double>? whole, double first, double end) => whole is null ? null : new PartOfWork(whole, first, end);

    public void Report(double value) => _whole.Report(_first + (value * (_end - _first)));
}
