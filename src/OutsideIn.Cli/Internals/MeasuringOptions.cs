using System.CommandLine;
using OutsideIn.Measures;

namespace OutsideIn.Cli;

/// <summary>The arguments of every command that gives each case a value: the log and map, the trend's period, the cases on one side, the rows.</summary>
internal sealed class MeasuringOptions
{
    private readonly MeasuredLogOptions _log;
    private readonly Option<PeriodUnit?> _per = new("--per")
    {
        Description = "Tell the trend by this period of case starts. Default: the objective's, else month.",
    };

    private readonly Option<string> _cases = new("--cases")
    {
        Description = "Print the names of the cases on one side of the objective, one a line, instead of the summary; customers where the measure is per customer.",
        HelpName = "SIDE",
    };

    private readonly Option<string> _csv = new("--csv")
    {
        Description = "Write one row a case, with value, state and side, as CSV to a file; \"-\" for standard output, and no summary.",
        HelpName = "FILE",
    };

    public MeasuringOptions(string mapSays, bool isMapNeeded)
    {
        _log = new MeasuredLogOptions(mapSays, isMapNeeded);
        _cases.AcceptOnlyFromAmong([.. CaseSides.Words]);
    }

    public Option<string> Map => _log.Map;

    public void AddLogTo(Command command) => _log.AddLogTo(command);

    public void AddTo(Command command)
    {
        _log.AddTo(command);
        Option[] options = [_per, _cases, _csv];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    public PeriodUnit? Per(ParseResult parsed) => parsed.GetValue(_per);

    public string? Cases(ParseResult parsed) => parsed.GetValue(_cases);

    public string? Csv(ParseResult parsed) => parsed.GetValue(_csv);

    /// <inheritdoc cref="MeasuredLogOptions.ReadAsync"/>
    public Task<LogToMeasure?> ReadAsync(Terminal terminal, ParseResult parsed, CancellationToken stop) => _log.ReadAsync(terminal, parsed, stop);

    /// <inheritdoc cref="MeasuredLogOptions.WriteJson"/>
    public bool WriteJson<T>(Terminal terminal, ParseResult parsed, T answer) => _log.WriteJson(terminal, parsed, answer);
}
