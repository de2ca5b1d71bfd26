using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Tells a case as the customer lived it.</summary>
internal sealed class StoryTelling(MappedLog mapped, FailureContacts contacts)
{
    private readonly EventLog _log = mapped.Log;

    public CaseStory Tell(CaseSummary summary)
    {
        var (first, end) = _log.RowsOf(summary.CaseIndex);
        var entries = new CaseStoryEntry[end - first];
        for (var row = first; row < end; row++)
        {
            entries[row - first] = Entry(summary.CaseIndex, first, row);
        }

        return new CaseStory(
            summary,
            mapped.Map.Organisation.Name,
            Values(AttributeLevel.Case, summary.CaseIndex),
            entries,
            entries.Max(static entry => entry.WaitSeconds ?? 0));
    }

    private CaseStoryEntry Entry(int caseIndex, int first, int row)
    {
        var meaning = mapped.ActivityAt(row);
        var doer = mapped.Doers.Codes[row];
        double? wait = row == first ? null : Measured.Seconds(Math.Max(0, _log.BeginMicros[row] - _log.TimeMicros[row - 1]));
        return new CaseStoryEntry(
            row - first + 1,
            meaning.Activity,
            meaning.Name,
            Camel(meaning.Kind.ToString()),
            meaning.IsSuggested,
            Measured.Instant(_log.BeginMicros[row]),
            Measured.Instant(_log.TimeMicros[row]),
            Measured.Seconds(_log.BeginMicros[row] - _log.BeginMicros[first]),
            wait,
            wait is { } seconds ? DurationText.OfSeconds(seconds) : null,
            _log.HasStarts ? Measured.Seconds(Math.Max(0, _log.TimeMicros[row] - _log.BeginMicros[row])) : null,
            doer == DoerColumn.Unknown ? null : mapped.Doers.NameOf(doer),
            mapped.Doers.IsCustomer(row),
            _log.Resources?.TextAt(row),
            _log.Teams?.TextAt(row),
            _log.Channels?.TextAt(row),
            _log.Systems?.TextAt(row),
            _log.HasCosts && !double.IsNaN(_log.Costs[row]) ? _log.Costs[row] : null,
            mapped.IsContact[row],
            contacts.IsFailure(row) ? FailureKinds.NameOf(contacts.Rules[row]) : null,
            contacts.IsFailure(row) ? FailureKinds.DemandOf(contacts.Rules[row], meaning) : null,
            HandOffAt(row),
            mapped.IsContact[row] || mapped.CauseAt(row) == 0 ? null : mapped.Activities[mapped.CauseAt(row)].Name,
            Shows(caseIndex, row),
            Values(AttributeLevel.Event, row));
    }

    private HandOffEntry? HandOffAt(int row)
    {
        if (!mapped.HandOffs.IsHandOff[row])
        {
            return null;
        }

        var items = mapped.HandOffs.Items;
        var (low, high) = (0, items.Length - 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = items[middle].Row < row ? (middle + 1, high) : (low, middle);
        }

        var item = items[low];
        return new HandOffEntry(
            item.From == DoerColumn.Unknown ? null : mapped.Doers.NameOf(item.From),
            item.To == DoerColumn.Unknown ? null : mapped.Doers.NameOf(item.To),
            item.IsTaken ? Measured.Seconds(item.WaitMicros) : null);
    }

    private string? Shows(int caseIndex, int row) =>
        mapped.Outcomes.Rows[caseIndex] == row ? mapped.Outcomes.Status[caseIndex] == CaseOutcome.Reached ? "reached" : "lost"
        : mapped.Outcomes.FirstNeedRows[caseIndex] == row ? "firstNeed"
        : null;

    private NamedValue[] Values(AttributeLevel level, int row) =>
    [
        .. _log.Attributes.Where(one => one.Level == level)
            .Select(one => (one.Name, Value: AnswerSource.TextAt(one, row)))
            .Where(static one => one.Value is not null)
            .Select(static one => new NamedValue(one.Name, one.Value!)),
    ];

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
