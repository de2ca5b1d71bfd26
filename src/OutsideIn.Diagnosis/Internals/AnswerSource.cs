using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Where the answers of a decision are read: an attribute of the log, or the step that comes next.</summary>
internal sealed class AnswerSource
{
    private const double FilledShareMin = 0.9;

    private readonly MappedLog _mapped;
    private readonly int[] _nextSteps;
    private readonly AttributeColumn? _attribute;

    private AnswerSource(MappedLog mapped, int[] nextSteps, AttributeColumn? attribute) =>
        (_mapped, _nextSteps, _attribute) = (mapped, nextSteps, attribute);

    /// <summary>The attribute read, or null where the next step is the answer.</summary>
    public string? Attribute => _attribute?.Name;

    /// <summary>The map's attribute, else one whose name says that it holds an answer and which this activity fills, else what comes next.</summary>
    /// <param name="mapped">The log and its map.</param>
    /// <param name="steps">The steps of the process.</param>
    /// <param name="nextSteps">[events] Row of the next step, or −1.</param>
    /// <param name="rows">Rows of the activity.</param>
    public static AnswerSource Of(MappedLog mapped, ProcessSteps steps, int[] nextSteps, int[] rows)
    {
        var named = mapped.ActivityAt(rows[0]).Mapped?.Answer is { } name ? Named(mapped.Log, name) : null;
        return new AnswerSource(mapped, nextSteps, named ?? OwnAnswers(mapped.Log, steps, rows));
    }

    /// <summary>[events] Row of the next step of the case, or −1.</summary>
    public static int[] NextSteps(ProcessSteps steps)
    {
        var next = new int[steps.Before.Length];
        Array.Fill(next, MappedLog.NoRow);
        for (var row = 0; row < next.Length; row++)
        {
            if (steps.Before[row] != MappedLog.NoRow)
            {
                next[steps.Before[row]] = row;
            }
        }

        return next;
    }

    /// <summary>The answer at a row, or null where there is none.</summary>
    public string? At(int row, int caseIndex) => _attribute is null
        ? _nextSteps[row] == MappedLog.NoRow ? null : _mapped.Log.Activities.TextAt(_nextSteps[row])
        : TextAt(_attribute, _attribute.Level == AttributeLevel.Case ? caseIndex : row);

    /// <summary>The text of a value of any kind, or null where it is missing.</summary>
    public static string? TextAt(AttributeColumn attribute, int row) => attribute.Kind switch
    {
        AttributeKind.Text => attribute.Texts!.TextAt(row),
        AttributeKind.YesNo => attribute.Answers[row] switch
        {
            AttributeColumn.MissingAnswer => null,
            0 => AttributeSummary.No,
            _ => AttributeSummary.Yes,
        },
        AttributeKind.Number => double.IsNaN(attribute.Numbers[row])
            ? null
            : attribute.Numbers[row].ToString("0.######", CultureInfo.InvariantCulture),
        _ => attribute.TimeMicros[row] == AttributeColumn.MissingTime
            ? null
            : Measured.Instant(attribute.TimeMicros[row]).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private static AttributeColumn? Named(EventLog log, string name)
    {
        var pattern = new NamePattern(name);
        return log.Attributes.FirstOrDefault(one => pattern.Matches(one.Name));
    }

    private static AttributeColumn? OwnAnswers(EventLog log, ProcessSteps steps, int[] rows) => log.Attributes.FirstOrDefault(one =>
        one.Kind is AttributeKind.Text or AttributeKind.YesNo
        && RuleWords.IsAnswerName(one.Name)
        && rows.Count(row => TextAt(one, one.Level == AttributeLevel.Case ? steps.CaseOf[row] : row) is not null) >= FilledShareMin * rows.Length);
}
