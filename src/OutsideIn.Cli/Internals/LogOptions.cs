using System.CommandLine;
using OutsideIn.Events;

namespace OutsideIn.Cli;

/// <summary>The options every command that reads a log shares: which column is what, and how it is to be read.</summary>
internal sealed class LogOptions
{
    private static readonly (ColumnRole Role, string Name, string Says)[] RoleNames =
    [
        (ColumnRole.Case, "--case", "Column that names the case."),
        (ColumnRole.Activity, "--activity", "Column that names the activity."),
        (ColumnRole.Time, "--time", "Column with the time of the event."),
        (ColumnRole.Start, "--start", "Column with the time the activity started."),
        (ColumnRole.Resource, "--resource", "Column that names who did it."),
        (ColumnRole.Team, "--team", "Column that names the team that did it."),
        (ColumnRole.System, "--system", "Column that names the system it was done in."),
        (ColumnRole.Customer, "--customer", "Column that names the customer."),
        (ColumnRole.Channel, "--channel", "Column that names the channel of a contact."),
        (ColumnRole.Cost, "--cost", "Column with the cost of the event."),
    ];

    private readonly Option<string>[] _roles =
        [.. RoleNames.Select(static role => new Option<string>(role.Name) { Description = role.Says, HelpName = "COLUMN" })];

    private readonly Option<string> _timeFormat = new("--time-format")
    {
        Description = "How times are written, such as \"dd/MM/yyyy HH:mm\"; found from the data when left out.",
        HelpName = "FORMAT",
    };

    private readonly Option<string> _timeZone = new("--time-zone")
    {
        Description = "Zone of times without an offset, such as Europe/London. Default: UTC.",
        HelpName = "ZONE",
    };

    private readonly Option<Lifecycle> _lifecycle = new("--lifecycle")
    {
        Description = "What becomes of start and complete events: paired into instances, all kept, or only complete ones kept.",
        DefaultValueFactory = static _ => Lifecycle.Instances,
    };

    private readonly Option<EventOrder> _order = new("--order")
    {
        Description = "Order of the events of a case: by time, or by start.",
        DefaultValueFactory = static _ => EventOrder.ByTime,
    };

    private readonly Option<string> _delimiter = new("--delimiter")
    {
        Description = "Field separator of a CSV file (one character, or \"tab\"); found from the data when left out.",
        HelpName = "CHARACTER",
    };

    private readonly Option<string> _encoding = new("--encoding")
    {
        Description = "Encoding of a CSV file, such as windows-1252; found from the data when left out.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _missing = new("--missing")
    {
        Description = "A text that means \"no value\", in every column; repeat it for several. Found column by column when left out.",
        HelpName = "TEXT",
    };

    private readonly Option<double> _refused = new("--refuse-above")
    {
        Description = "Share of unreadable rows, from 0 to 1, above which the whole file is refused. Default: 0.05.",
        DefaultValueFactory = static _ => new ImportOptions().RefusedShareMax,
        HelpName = "SHARE",
    };

    public LogOptions()
    {
        _delimiter.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<string>() is { Length: not 1 } text && text is not "tab")
            {
                result.AddError($"--delimiter takes one character or \"tab\", not \"{text}\".");
            }
        });
        _timeZone.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !TimeZoneInfo.TryFindSystemTimeZoneById(text, out _))
            {
                result.AddError($"--time-zone: no zone is called \"{text}\". Names are those of the IANA list, such as Europe/London.");
            }
        });
        _refused.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError("--refuse-above takes a share from 0 to 1.");
            }
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in _roles)
        {
            command.Add(option);
        }

        Option[] others = [_timeFormat, _timeZone, _lifecycle, _order, _delimiter, _encoding, _missing, _refused];
        foreach (var option in others)
        {
            command.Add(option);
        }
    }

    public ImportOptions Read(ParseResult parsed)
    {
        var columns = RoleNames.Zip(_roles, (role, option) => (role.Role, Column: parsed.GetValue(option)))
            .Where(static one => one.Column is not null)
            .ToDictionary(static one => one.Role, static one => one.Column!);
        var zone = parsed.GetValue(_timeZone);
        var delimiter = parsed.GetValue(_delimiter);
        var missing = parsed.GetValue(_missing);
        return new ImportOptions
        {
            Columns = columns,
            TimeFormat = parsed.GetValue(_timeFormat),
            TimeZone = zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone),
            Lifecycle = parsed.GetValue(_lifecycle),
            Order = parsed.GetValue(_order),
            Delimiter = delimiter is null ? null : delimiter is "tab" ? '\t' : delimiter[0],
            Encoding = parsed.GetValue(_encoding),
            MissingTokens = missing is null or [] ? null : missing,
            RefusedShareMax = parsed.GetValue(_refused),
        };
    }
}
