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

    // Below this a name fits too many things; a log of the standard needs no such guess.
    private const double SupportMin = 0.7;

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
    public static bool IsWordForName(string key) => Word(key) is { Role: not ColumnRole.Cost };

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
            "EV305",
            $"{name} has no attribute '{column}' to take as {role.ToString().ToLowerInvariant()}.",
            hint ?? $"Its attributes are {string.Join(", ", keys.Take(12).Select(static key => $"\"{key}\""))}.");
    }

    private static (ColumnRole Role, double Support)? Word(string key) =>
        RoleWords.Of(key) is { Role: ColumnRole.Channel or ColumnRole.Customer or ColumnRole.System or ColumnRole.Cost or ColumnRole.Resource or ColumnRole.Team } word
            && word.Support >= SupportMin
            ? word
            : null;

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

    /// <summary>Names tell about whole cases only whose customer and which channel; who did the work is said of events.</summary>
    private void GiveByWords()
    {
        var told =
            from one in XesReport.Columns(_rows)
            where IsFree(one.Column)
            let word = Word(one.Column.Key)
            where word is not null && (one.Level == AttributeLevel.Event || word.Value.Role is ColumnRole.Channel or ColumnRole.Customer)
            where word.Value.Role != ColumnRole.Cost || Costs(one.Column) is not null
            orderby word.Value.Support descending
            select (word.Value.Role, Field: new XesField(one.Column, one.Level, "Its name says so.", word.Value.Support));
        foreach (var (role, field) in told.ToArray())
        {
            _fields.TryAdd(role, field);
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
