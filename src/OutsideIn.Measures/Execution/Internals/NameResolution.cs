using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>What the names in a measure stand for in a log.</summary>
internal static class NameResolution
{
    /// <summary>[activities + 1] 1 where an activity is one of those named: by its own name, or by that of an entry of the map.</summary>
    public static byte[] Activities(IReadOnlyList<NameSyntax> names, MeasuredLog log)
    {
        List<NamePattern> patterns = [];
        foreach (var name in names)
        {
            var pattern = new NamePattern(name.Text);
            patterns.Add(pattern);
            patterns.AddRange(log.MapNames.Where(entry => pattern.Matches(entry.Name)).SelectMany(static entry => entry.Events));
        }

        return Members(log.Log.Activities, patterns);
    }

    /// <summary>[names + 1] 1 where a name of the column matches one of the patterns.</summary>
    public static byte[] Members(CodedColumn column, IReadOnlyList<NamePattern> patterns)
    {
        var members = new byte[column.NameCount + 1];
        for (var code = 1; code < members.Length; code++)
        {
            var name = column.NameOf(code);
            members[code] = patterns.Any(pattern => pattern.Matches(name)) ? (byte)1 : (byte)0;
        }

        return members;
    }

    /// <summary>
    /// The column a name stands for, or null. A bare word is a role first (<c>person</c>, <c>team</c> …) and else a source's column; a name
    /// between quotation marks is a source's column first.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="log">The log.</param>
    /// <param name="isOfCases">Whether it stands in a filter of cases, where <c>start</c>, <c>end</c> and <c>category</c> are roles too.</param>
    public static ColumnSource? Column(NameSyntax name, MeasuredLog log, bool isOfCases = false)
    {
        var roles = isOfCases ? Roles(log).Concat(CaseRoles(log)) : Roles(log);
        var folded = NamePattern.Fold(name.Text);
        var role = roles.FirstOrDefault(one => NamePattern.Fold(one.Name) == folded);
        return name.IsQuoted ? OfSource(folded, log.Log) ?? role : role ?? OfSource(folded, log.Log);
    }

    /// <summary>The roles of events that have values in the log.</summary>
    public static IEnumerable<ColumnSource> Roles(MeasuredLog measured)
    {
        var log = measured.Log;
        (string Word, CodedColumn? Texts)[] named =
        [
            ("activity", log.Activities), ("person", log.Resources), ("team", log.Teams), ("system", log.Systems),
            ("channel", log.Channels), ("customer", log.Customers),
        ];
        foreach (var (word, texts) in named)
        {
            if (texts is not null)
            {
                yield return new ColumnSource(word, ColumnPlace.Column, AttributeKind.Text, AttributeLevel.Event) { Texts = texts };
            }
        }

        if (log.HasCosts)
        {
            yield return new ColumnSource("cost", ColumnPlace.Costs, AttributeKind.Number, AttributeLevel.Event);
        }

        yield return new ColumnSource("time", ColumnPlace.Times, AttributeKind.Time, AttributeLevel.Event);
    }

    /// <summary>The roles of cases, which only filters of cases know.</summary>
    public static IEnumerable<ColumnSource> CaseRoles(MeasuredLog measured)
    {
        yield return new ColumnSource("start", ColumnPlace.CaseStart, AttributeKind.Time, AttributeLevel.Case);
        yield return new ColumnSource("end", ColumnPlace.CaseEnd, AttributeKind.Time, AttributeLevel.Case);
        if (measured.Categories is { } categories)
        {
            yield return new ColumnSource("category", ColumnPlace.Column, AttributeKind.Text, AttributeLevel.Case) { Texts = categories };
        }
    }

    private static ColumnSource? OfSource(string folded, EventLog log)
    {
        for (var index = 0; index < log.Attributes.Count; index++)
        {
            var column = log.Attributes[index];
            if (NamePattern.Fold(column.Name) == folded)
            {
                return new ColumnSource(FormattableString.Invariant($"#{index}"), ColumnPlace.Column, column.Kind, column.Level)
                {
                    Texts = column.Texts,
                    Attribute = column,
                };
            }
        }

        return null;
    }
}
