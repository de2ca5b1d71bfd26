using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>A column of a document and the role it took.</summary>
internal sealed record XesField(XesColumn Column, AttributeLevel Level, string Reason, double Confidence);

/// <summary>Says which attribute of a document takes which role: as a person names it, as the standard says, or by its name.</summary>
internal sealed class XesRoles
{
    private const string ByStandard = "The XES standard gives this key the role.";
    private const string CasePrefix = "case:";

    private static readonly Dictionary<ColumnRole, string[]> Words = new()
    {
        [ColumnRole.Channel] = ["channel", "contactchannel", "channelname", "contacttype", "kanal", "canal", "kanaal"],
        [ColumnRole.Customer] = ["customer", "customerid", "customername", "customerno", "customernumber", "client", "clientid", "kunde", "kundennummer", "klant", "citizen", "patientid"],
        [ColumnRole.System] = ["system", "systemname", "application", "applicationname", "sourcesystem", "itsystem"],
        [ColumnRole.Cost] = ["cost", "costs", "totalcost", "eventcost", "kosten"],
    };

    private readonly Dictionary<ColumnRole, XesField> _fields = [];
    private readonly XesRows _rows;

    private XesRoles(XesRows rows) => _rows = rows;

    public IReadOnlyDictionary<ColumnRole, XesField> Fields => _fields;

    public XesField? this[ColumnRole role] => _fields.GetValueOrDefault(role);

    /// <summary>Gives the roles of a document that was read, or of the head of one.</summary>
    /// <returns>The roles, or the problem that a column a person named is not there.</returns>
    public static Result<XesRoles> Of(string name, XesRows rows)
    {
        var roles = new XesRoles(rows);
        foreach (var (role, column) in rows.Options.Columns)
        {
            if (roles.Named(column) is not { } field)
            {
                return Unknown(name, role, column, rows);
            }

            roles._fields[role] = field;
        }

        roles.GiveByStandard();
        roles.GiveByWords();
        return roles;
    }

    /// <summary>Whether a key is a word for a role whose values are names.</summary>
    public static bool IsWordForName(string key)
    {
        var folded = Folded(key);
        return Words.Any(words => words.Key != ColumnRole.Cost && words.Value.Contains(folded, StringComparer.Ordinal));
    }

    /// <summary>The name a person gives a key by: that of a trace has a prefix where an event has the same key.</summary>
    public string NameOf(XesColumn column, AttributeLevel level) =>
        level == AttributeLevel.Case && _rows.Events.Columns.Any(other => string.Equals(other.Key, column.Key, StringComparison.Ordinal) && other.HasValues)
            ? CasePrefix + column.Key
            : column.Key;

    /// <summary>The text of a column whose every value is a number, as numbers; NaN where missing; null where one is none.</summary>
    public static double[]? Costs(XesColumn column)
    {
        if (column.Kind != AttributeKind.Text)
        {
            return column.Kind == AttributeKind.Number ? [] : null;
        }

        var names = column.Names.ToNames();
        var numbers = new double[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            if (!double.TryParse(names[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }

    private static Problem Unknown(string name, ColumnRole role, string column, XesRows rows)
    {
        var keys = rows.Events.Columns.Where(static one => one.HasValues).Select(static one => one.Key)
            .Concat(rows.Traces.Columns.Where(static one => one.HasValues).Select(static one => CasePrefix + one.Key)).ToArray();
        var hint = NearestNames.Question(column, keys);
        return new Problem(
            ProblemKind.NotFound,
            "EV211",
            $"{name} has no attribute \"{column}\" to take as {role.ToString().ToLowerInvariant()}.",
            hint ?? $"Its attributes are {string.Join(", ", keys.Take(12).Select(static key => $"\"{key}\""))}.");
    }

    private static string Folded(string key) =>
        string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static XesColumn? Find(XesLevel level, string key) =>
        level.Columns.FirstOrDefault(column => string.Equals(column.Key, key, StringComparison.Ordinal) && column.HasValues);

    private XesField? Named(string key)
    {
        const string reason = "Named by the person who imports.";
        if (key.StartsWith(CasePrefix, StringComparison.Ordinal) && Find(_rows.Traces, key[CasePrefix.Length..]) is { } ofTrace)
        {
            return new XesField(ofTrace, AttributeLevel.Case, reason, 1);
        }

        return Find(_rows.Events, key) is { } ofEvent ? new XesField(ofEvent, AttributeLevel.Event, reason, 1)
            : Find(_rows.Traces, key) is { } alsoOfTrace ? new XesField(alsoOfTrace, AttributeLevel.Case, reason, 1)
            : null;
    }

    private void GiveByStandard()
    {
        var names = _rows.Names;
        Give(ColumnRole.Case, _rows.Traces, names.Name, ByStandard, 1);
        Give(ColumnRole.Activity, _rows.Events, names.Name, ByStandard, 1);
        Give(ColumnRole.Time, _rows.Events, names.Time, ByStandard, 1);
        foreach (var start in names.Starts)
        {
            if (Find(_rows.Events, start)?.Kind == AttributeKind.Time)
            {
                Give(ColumnRole.Start, _rows.Events, start, "Logs with start times carry them under this key.", 0.95);
            }
        }

        Give(ColumnRole.Resource, _rows.Events, names.Resource, ByStandard, 1);
        Give(ColumnRole.Team, _rows.Events, names.Group, ByStandard, 1);
        Give(ColumnRole.Team, _rows.Events, names.Role, "The log has no group; the role of the resource is nearest to a team.", 0.7);
        if (Find(_rows.Events, names.Cost) is { } cost && Costs(cost) is not null)
        {
            Give(ColumnRole.Cost, _rows.Events, names.Cost, ByStandard, 1);
        }
    }

    private void GiveByWords()
    {
        foreach (var (role, words) in Words)
        {
            foreach (var (level, of) in new[] { (_rows.Events, AttributeLevel.Event), (_rows.Traces, AttributeLevel.Case) })
            {
                var column = level.Columns.FirstOrDefault(one => words.Contains(Folded(one.Key), StringComparer.Ordinal) && one.HasValues);
                if (column is not null && IsFree(column) && (role != ColumnRole.Cost || (of == AttributeLevel.Event && Costs(column) is not null)))
                {
                    _fields.TryAdd(role, new XesField(column, of, "Its name says so.", 0.8));
                }
            }
        }
    }

    private void Give(ColumnRole role, XesLevel level, string key, string reason, double confidence)
    {
        if (Find(level, key) is { } column && IsFree(column))
        {
            _fields.TryAdd(role, new XesField(column, level == _rows.Traces ? AttributeLevel.Case : AttributeLevel.Event, reason, confidence));
        }
    }

    private bool IsFree(XesColumn column) => !_fields.Values.Any(field => field.Column == column);
}
