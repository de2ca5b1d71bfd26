using OutsideIn.Events;

namespace OutsideIn.Simulation;

/// <summary>Turns stories into a log, leaving out what had not ended by the horizon.</summary>
internal sealed class SampleLogWriter
{
    private const long MicrosPerSecond = 1_000_000;

    private readonly long _horizon;
    private readonly EventLogBuilder _log = new();
    private readonly AttributeBuilder _answer;
    private readonly AttributeBuilder _quote;
    private readonly AttributeBuilder _satisfaction;
    private readonly AttributeBuilder _region;
    private readonly AttributeBuilder _category;
    private readonly AttributeBuilder _damage;
    private readonly AttributeBuilder _amount;
    private readonly AttributeBuilder _drivable;
    private readonly AttributeBuilder _statement;

    public SampleLogWriter(long horizon)
    {
        _horizon = horizon;
        _answer = _log.Attribute("answer", AttributeKind.Text, AttributeLevel.Event);
        _quote = _log.Attribute("quote", AttributeKind.Number, AttributeLevel.Event);
        _satisfaction = _log.Attribute("satisfaction", AttributeKind.Number, AttributeLevel.Event);
        _region = _log.Attribute("region", AttributeKind.Text, AttributeLevel.Case);
        _category = _log.Attribute("category", AttributeKind.Text, AttributeLevel.Case);
        _damage = _log.Attribute("damage class", AttributeKind.Text, AttributeLevel.Case);
        _amount = _log.Attribute("amount", AttributeKind.Number, AttributeLevel.Case);
        _drivable = _log.Attribute("drivable", AttributeKind.YesNo, AttributeLevel.Case);
        _statement = _log.Attribute("statement", AttributeKind.Text, AttributeLevel.Case);
    }

    public void Write(string name, CaseStory story)
    {
        var caseCode = 0;
        foreach (var one in story.Events)
        {
            if (one.End > _horizon)
            {
                return;
            }

            if (caseCode == 0)
            {
                caseCode = _log.Case(name);
                Describe(caseCode - 1, story.Matter);
            }

            Write(caseCode, one, story.Matter.Customer);
        }
    }

    public EventLog ToLog() => _log.Build();

    private void Describe(int row, SampleMatter matter)
    {
        _region.SetText(row, matter.Region);
        _category.SetText(row, matter.Category);
        _damage.SetText(row, matter.Damage);
        _amount.SetNumber(row, matter.Amount);
        _drivable.SetAnswer(row, matter.IsDrivable);
        _statement.SetText(row, matter.NeedsPaper ? "paper form" : "recorded call");
    }

    private void Write(int caseCode, in SampleEvent one, string customer)
    {
        var (row, work) = (_log.EventCount, one.Work);
        if (one.Answer is not null)
        {
            _answer.SetText(row, one.Answer);
        }

        if (!double.IsNaN(one.Quote))
        {
            _quote.SetNumber(row, one.Quote);
        }

        if (!double.IsNaN(one.Score))
        {
            _satisfaction.SetNumber(row, one.Score);
        }

        _log.Add(new EventRow(caseCode, _log.Activity(work.Activity), one.End * MicrosPerSecond)
        {
            StartMicros = one.Start * MicrosPerSecond,
            Resource = _log.Name(ColumnRole.Resource, one.Person),
            Team = _log.Name(ColumnRole.Team, work.Team.Name),
            System = work.System is null ? CodedColumn.Missing : _log.Name(ColumnRole.System, work.System),
            Channel = work.Channel is null ? CodedColumn.Missing : _log.Name(ColumnRole.Channel, work.Channel),
            Customer = _log.Name(ColumnRole.Customer, customer),
            Cost = one.Cost,
        });
    }
}
