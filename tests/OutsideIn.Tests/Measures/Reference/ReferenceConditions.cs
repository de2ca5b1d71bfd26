using System.Text.RegularExpressions;
using OutsideIn.Events;
using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures;

/// <summary>Whether conditions hold, value by value.</summary>
internal sealed class ReferenceConditions(MeasuredLog log, ReferenceMeasure measures)
{
    private static readonly Dictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>Whether a text is the one written, whatever its case, an asterisk standing for any run of characters.</summary>
    public static bool IsLike(string text, string pattern)
    {
        lock (Patterns)
        {
            if (!Patterns.TryGetValue(pattern, out var regex))
            {
                var escaped = string.Join(".*", pattern.Trim().Split('*').Select(Regex.Escape));
                Patterns[pattern] = regex = new Regex($"^{escaped}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(10));
            }

            return regex.IsMatch(text.Trim());
        }
    }

    public bool HoldsForEvent(ReferenceSubject subject, ReferenceEvent one, ConditionSyntax condition) => condition switch
    {
        AllOfSyntax all => all.Conditions.All(part => HoldsForEvent(subject, one, part)),
        AnyOfSyntax any => any.Conditions.Any(part => HoldsForEvent(subject, one, part)),
        NotSyntax not => !HoldsForEvent(subject, one, not.Condition),
        _ => Passes(condition, ValueOf(ColumnIn(condition), subject, one)),
    };

    public bool HoldsForCase(ReferenceSubject subject, ConditionSyntax condition) => condition switch
    {
        AllOfSyntax all => all.Conditions.All(part => HoldsForCase(subject, part)),
        AnyOfSyntax any => any.Conditions.Any(part => HoldsForCase(subject, part)),
        NotSyntax not => !HoldsForCase(subject, not.Condition),
        CaseHasSyntax has => measures.Search(subject, has.Has, null) is { HasAnchor: true } found && found.Found is null == has.Has.IsNegated,
        _ => subject.Events.Any(one => Passes(condition, ValueOf(ColumnIn(condition), subject, one))),
    };

    public bool IsOfCases(NameSyntax name) => AttributeOf(name) is { Level: AttributeLevel.Case };

    /// <summary>The value of a column at an event: a text, a number, an instant, an answer, or null where it is missing.</summary>
    public object? ValueOf(NameSyntax name, ReferenceSubject subject, ReferenceEvent one)
    {
        var role = RoleOf(name.Text.ToLowerInvariant(), subject, one, out var isRole);
        return isRole && (!name.IsQuoted || AttributeOf(name) is null) ? role
            : AttributeOf(name) is { } attribute ? At(attribute, attribute.Level == AttributeLevel.Case ? one.Case : one.Row)
            : throw new InvalidOperationException($"There is no column {name.Text}.");
    }

    private static NameSyntax ColumnIn(ConditionSyntax condition) => condition switch
    {
        CompareSyntax one => one.Column,
        InSyntax one => one.Column,
        IsMissingSyntax one => one.Column,
        _ => throw new InvalidOperationException("A condition without a column."),
    };

    private AttributeColumn? AttributeOf(NameSyntax name) =>
        log.Log.Attributes.FirstOrDefault(one => string.Equals(one.Name, name.Text, StringComparison.OrdinalIgnoreCase));

    private static object? At(AttributeColumn column, int index) => column.Kind switch
    {
        AttributeKind.Text => column.Texts!.TextAt(index),
        AttributeKind.Number => double.IsNaN(column.Numbers[index]) ? null : column.Numbers[index],
        AttributeKind.Time => column.TimeMicros[index] == AttributeColumn.MissingTime ? null : column.TimeMicros[index],
        _ => column.Answers[index] == AttributeColumn.MissingAnswer ? null : column.Answers[index] == 1,
    };

    private object? RoleOf(string word, ReferenceSubject subject, ReferenceEvent one, out bool isRole)
    {
        var events = log.Log;
        isRole = word is "activity" or "person" or "team" or "system" or "channel" or "customer" or "cost" or "time" or "start" or "end" or "category";
        return word switch
        {
            "activity" => events.Activities.TextAt(one.Row),
            "person" => events.Resources?.TextAt(one.Row),
            "team" => events.Teams?.TextAt(one.Row),
            "system" => events.Systems?.TextAt(one.Row),
            "channel" => events.Channels?.TextAt(one.Row),
            "customer" => events.Customers?.TextAt(one.Row),
            "cost" => double.IsNaN(events.Costs[one.Row]) ? null : events.Costs[one.Row],
            "time" => one.Time,
            "start" => subject.Events.Min(static each => each.Begin),
            "end" => log.EndRows is not { } ends ? subject.Events[^1].Time : ends.Span[one.Case] < 0 ? null : events.TimeMicros[ends.Span[one.Case]],
            "category" => log.Categories?.TextAt(one.Case),
            _ => null,
        };
    }

    private static bool Passes(ConditionSyntax condition, object? value) => condition switch
    {
        IsMissingSyntax missing => value is null != missing.IsNegated,
        _ when value is null => false,
        InSyntax some => some.Literals.Any(one => Compares(Comparison.Equal, value, one)) != some.IsNegated,
        CompareSyntax one => Compares(one.Comparison, value, one.Literal),
        _ => throw new InvalidOperationException("A condition without a column."),
    };

    private static bool Compares(Comparison comparison, object value, LiteralSyntax literal) => (value, literal) switch
    {
        (string text, TextLiteralSyntax one) when comparison is Comparison.Equal or Comparison.NotEqual =>
            IsLike(text, one.Text) == (comparison == Comparison.Equal),
        (string text, TextLiteralSyntax one) => Is(comparison, string.CompareOrdinal(text.ToUpperInvariant(), one.Text.ToUpperInvariant())),
        (double number, NumberLiteralSyntax one) => Is(comparison, number.CompareTo(one.Number)),
        (long micros, TimeLiteralSyntax one) => Is(comparison, micros.CompareTo(one.Instant.ToUnixTimeMilliseconds() * 1000)),
        (bool answer, AnswerLiteralSyntax one) => Is(comparison, answer.CompareTo(one.IsYes)),
        _ => false,
    };

    private static bool Is(Comparison comparison, int sign) => comparison switch
    {
        Comparison.Equal => sign == 0,
        Comparison.NotEqual => sign != 0,
        Comparison.Less => sign < 0,
        Comparison.AtMost => sign <= 0,
        Comparison.More => sign > 0,
        _ => sign >= 0,
    };
}
