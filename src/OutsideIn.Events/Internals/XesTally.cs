using System.Globalization;
using System.Text;

namespace OutsideIn.Events;

/// <summary>Counts what a careful reader of a document should know, and puts it into sentences.</summary>
internal sealed class XesTally
{
    private const int NamesListedMax = 5;

    private readonly List<string> _notes = [];
    private readonly Dictionary<string, long> _strange = new(StringComparer.Ordinal);

    public long TracesEmpty { get; set; }

    public long TracesUnnamed { get; set; }

    public long TracesJoined { get; set; }

    public long ValuesEmpty { get; set; }

    public long ValuesNested { get; set; }

    public long Keyless { get; set; }

    public long DefaultsUsed { get; set; }

    public ICollection<string> Notes => _notes;

    /// <summary>Whether an element of this name was met where the standard has none.</summary>
    public bool HasStrange(string element) => _strange.ContainsKey(element);

    public void AddStrange(ReadOnlySpan<byte> element)
    {
        var name = Encoding.UTF8.GetString(element[..Math.Min(element.Length, 40)]);
        if (_strange.Count < 100 || _strange.ContainsKey(name))
        {
            _strange[name] = _strange.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>All notes of a document that was read.</summary>
    public IReadOnlyList<string> Sentences(XesLevel traces, XesLevel events, XesClock clock, TimeZoneInfo? zone)
    {
        Say(TracesEmpty, "{0} traces hold no event and are no cases.");
        Say(TracesUnnamed, "{0} traces have no name; each is a case of its own, named by its place in the file, such as \"trace 17\".");
        Say(TracesJoined, "{0} traces have the name of an earlier one; their events were joined into one case, as in a CSV of the same log.");
        Say(DefaultsUsed, "{0} values were missing and taken from the defaults of the file (its globals).");
        Say(ValuesEmpty, "{0} attributes are empty and count as missing.");
        Say(ValuesNested, "{0} nested attributes were kept under the name of their parent, such as \"parent:child\"; of several equal ones the last.");
        Say(Keyless, "{0} attributes without a key were left out.");
        Say(events.Repeated + traces.Repeated, "{0} attributes repeat a key of the same event or trace; the last value stands.");
        Say(events.LeftOut + traces.LeftOut, $"{{0}} attributes were left out, because there are more than {XesLevel.ColumnsMax:N0} different keys.");
        foreach (var column in events.Columns.Concat(traces.Columns))
        {
            SayAbout(column);
        }

        Say(clock.WithoutZone, $"{{0}} times name no zone and were read as {(zone is null ? "UTC, for want of a stated zone" : "of the zone " + zone.Id)}.");
        Say(clock.Doubtful, "{0} of them the zone has twice or never, because its clocks changed; they were read by its standard time.");
        if (_strange.Count > 0)
        {
            var names = string.Join(", ", _strange.Keys.Take(NamesListedMax).Select(static name => $"<{name}>"));
            Say(_strange.Values.Sum(), $"{{0}} elements the standard does not know were left out: {names}.");
        }

        return _notes;
    }

    private void SayAbout(XesColumn column)
    {
        if (column.Bad.Count > 0)
        {
            _notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{column.Bad.Count:N0} values of \"{column.Key}\" are not of their type and count as missing, the first on line {column.Bad.Line}: \"{column.Bad.Value}\"."));
        }

        if (column.HasHugeInteger)
        {
            _notes.Add($"\"{column.Key}\" holds integers too large for exact numbers and was kept as text.");
        }
        else if (column.IsMixed)
        {
            _notes.Add($"\"{column.Key}\" has values of several types and was kept as text.");
        }
    }

    private void Say(long count, string sentence)
    {
        if (count > 0)
        {
            _notes.Add(string.Format(CultureInfo.InvariantCulture, sentence, count.ToString("N0", CultureInfo.InvariantCulture)));
        }
    }
}
