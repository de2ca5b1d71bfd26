using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Opens a diagnosis to its cases: lists of them, and each as the customer lived it. Immutable; safe to share.</summary>
public sealed class CaseExplorer
{
    private readonly MappedLog _mapped;
    private readonly FailureContacts _contacts;
    private readonly CaseClocks _clocks;
    private readonly FigureCases _figures;
    private readonly CaseCounts _counts;

    internal CaseExplorer(MappedLog mapped, FailureContacts contacts, CaseClocks clocks, FigureCases figures)
    {
        (_mapped, _contacts, _clocks, _figures) = (mapped, contacts, clocks, figures);
        _counts = CaseCounts.Of(mapped, contacts);
    }

    /// <summary>Opens a diagnosis to its cases. O(events); made when somebody asks for cases, not with every diagnosis.</summary>
    /// <param name="result">The diagnosis.</param>
    /// <param name="map">The map it was made with.</param>
    public static CaseExplorer Open(DiagnosisResult result, OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(map);
        var horizon = (result.Document.Log.AsOf - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var mapped = MappedLog.Of(result.Log, map, horizon);
        var signs = OutcomeSigns.Of(mapped);
        var contacts = FailureContacts.Of(mapped, signs);
        return new CaseExplorer(mapped, contacts, CaseClocks.Of(mapped, signs, contacts), result.Cases);
    }

    /// <summary>Number of cases.</summary>
    public int CaseCount => _mapped.CaseCount;

    /// <summary>A case as the customer lived it. O(events of the case).</summary>
    /// <param name="caseIndex">Index of the case in the log diagnosed.</param>
    /// <returns>The story, or <c>DG023</c> where there is no such case.</returns>
    public Result<CaseStory> Story(int caseIndex) => caseIndex >= 0 && caseIndex < CaseCount
        ? new StoryTelling(_mapped, _contacts).Tell(SummaryOf(caseIndex))
        : new Problem(
            ProblemKind.NotFound,
            "DG023",
            $"There is no case number {caseIndex}: the log has {CountText.Of(CaseCount, "case", "cases")}, counted from 0.",
            "Open the case from a list of cases.");

    /// <summary>A page of the cases that fit a query. O(cases log cases).</summary>
    /// <returns>The page, or <c>DG024</c> where no figure has the id asked for.</returns>
    public Result<CaseList> List(CaseQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var cases = query.Figure is { } figure ? _figures.Open(figure) : [.. Enumerable.Range(0, CaseCount)];
        if (cases is null)
        {
            return new Problem(
                ProblemKind.NotFound,
                "DG024",
                $"No figure of this diagnosis is called '{query.Figure}'.",
                "Open the figure from the page that shows it; ids change when the log or the map does.");
        }

        var fitting = string.IsNullOrWhiteSpace(query.Text) ? cases : Array.FindAll(cases, one => Contains(one, query.Text.Trim()));
        var sorted = Sorted(fitting, query);
        var offset = Math.Clamp(query.Offset, 0, sorted.Length);
        var end = Math.Min(sorted.Length, offset + Math.Clamp(query.Count, 1, CaseQuery.CountMax));
        return new CaseList(sorted.Length, offset, [.. sorted[offset..end].Select(SummaryOf)]);
    }

    private int[] Sorted(int[] cases, CaseQuery query)
    {
        if (query.Sort == CaseSort.Name)
        {
            var names = _mapped.Log.CaseNames;
            return query.IsDescending
                ? [.. cases.OrderByDescending(one => names[one], StringComparer.OrdinalIgnoreCase)]
                : [.. cases.OrderBy(one => names[one], StringComparer.OrdinalIgnoreCase)];
        }

        return query.IsDescending
            ? [.. cases.OrderBy(one => IsUnknown(one, query.Sort)).ThenByDescending(one => KeyOf(one, query.Sort))]
            : [.. cases.OrderBy(one => IsUnknown(one, query.Sort)).ThenBy(one => KeyOf(one, query.Sort))];
    }

    private bool IsUnknown(int caseIndex, CaseSort sort) => sort switch
    {
        CaseSort.FirmTime => !_clocks.Firm[caseIndex].IsStarted,
        CaseSort.CustomerTime => !_clocks.Customer[caseIndex].IsStarted,
        _ => false,
    };

    private long KeyOf(int caseIndex, CaseSort sort) => sort switch
    {
        CaseSort.Start => _mapped.Log.BeginMicros[_mapped.Log.CaseStarts[caseIndex]],
        CaseSort.FirmTime => _clocks.Firm[caseIndex].Micros,
        CaseSort.CustomerTime => _clocks.Customer[caseIndex].Micros,
        CaseSort.Events => _mapped.Log.CaseStarts[caseIndex + 1] - _mapped.Log.CaseStarts[caseIndex],
        CaseSort.Contacts => _counts.Contacts[caseIndex],
        CaseSort.FailureContacts => _counts.FailureContacts[caseIndex],
        CaseSort.HandOffs => _counts.HandOffs[caseIndex],
        _ => caseIndex,
    };

    private bool Contains(int caseIndex, string text) =>
        _mapped.Log.CaseNames[caseIndex].Contains(text, StringComparison.OrdinalIgnoreCase)
        || (CustomerOf(caseIndex)?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false);

    private string? CustomerOf(int caseIndex)
    {
        var (first, end) = _mapped.Log.RowsOf(caseIndex);
        for (var row = first; _mapped.Log.Customers is { } customers && row < end; row++)
        {
            if (customers[row] != CodedColumn.Missing)
            {
                return customers.TextAt(row);
            }
        }

        return null;
    }

    private CaseSummary SummaryOf(int caseIndex)
    {
        var log = _mapped.Log;
        var (first, end) = log.RowsOf(caseIndex);
        var category = _mapped.Categories[caseIndex];
        var last = log.TimeMicros[first];
        for (var row = first; row < end; row++)
        {
            last = Math.Max(last, log.TimeMicros[row]);
        }

        return new CaseSummary(
            caseIndex,
            log.CaseNames[caseIndex],
            CustomerOf(caseIndex),
            category < 0 ? null : _mapped.Map.Categories[category].Name,
            Measured.Instant(log.BeginMicros[first]),
            Measured.Instant(last),
            _mapped.Outcomes.Status[caseIndex] switch
            {
                CaseOutcome.Reached => "reached",
                CaseOutcome.Lost => "lost",
                _ => "open",
            },
            Clock(_clocks.Firm[caseIndex]),
            Clock(_clocks.Customer[caseIndex]),
            end - first,
            _counts.Contacts[caseIndex],
            _counts.FailureContacts[caseIndex],
            _counts.HandOffs[caseIndex]);
    }

    private static CaseClockEntry Clock(ClockReading clock)
    {
        if (!clock.IsStarted)
        {
            return new CaseClockEntry("notStarted", null, null);
        }

        var state = clock.End switch
        {
            CompetingEnd.Reached => "stopped",
            CompetingEnd.Lost => "gaveUp",
            _ => "running",
        };
        return new CaseClockEntry(state, Measured.Seconds(clock.Micros), DurationText.OfSeconds(Measured.Seconds(clock.Micros)));
    }
}
