using System.Globalization;
using System.Text;
using OutsideIn.Events;
using static OutsideIn.Tests.Events.XesSource;

namespace OutsideIn.Tests.Events;

/// <summary>Events that write what the event before them wrote are read a shorter way, which must not show.</summary>
public sealed class XesRepeatedTagsTests
{
    private const string Time = "<date key=\"time:timestamp\" value=\"2024-03-30T09:00:00Z\"/>";

    // The same event in seven writings: as before, in another order, with other blanks, quotes, references, children and types.
    private static readonly Func<int, string>[] Writings =
    [
        static i => $"<event>\n\t<string key=\"concept:name\" value=\"A{i}\"/>\n\t{Time}\n\t<string key=\"note\" value=\"n{i}\"/>\n\t<string key=\"noted\" value=\"d{i}\"/>\n</event>\n",
        static i => $"<event>\n\t<string key=\"concept:name\" value=\"A{i}\"/>\n\t{Time}\n\t<string key=\"noted\" value=\"d{i}\"/>\n\t<string key=\"note\" value=\"n{i}\"/>\n</event>\n",
        static i => $"<event><string key=\"note\" value=\"n{i}\"/>{Time}<string  key=\"noted\" value=\"d{i}\" /><string key=\"concept:name\" value=\"A{i}\"/></event>",
        static i => $"<event>\n\t<string key='concept:name' value='A{i}'/>\n\t{Time}\n\t<string key=\"note\" value='n{i}'/>\n\t<string value=\"d{i}\" key=\"noted\"/>\n</event>\n",
        static i => $"<event>\n\t<string key=\"concept:name\" value=\"&#65;{i}\"/>\n\t{Time}\n\t<string key=\"note\" value=\"&#110;{i}\"/>\n\t<string key=\"noted\" value=\"d{i}\"/>\n</event>\n",
        static i => $"<event>\n\t<string key=\"concept:name\" value=\"A{i}\"/>\n\t{Time}\n\t<string key=\"note\" value=\"n{i}\"><string key=\"by\" value=\"me\"/></string>\n\t<string key=\"noted\" value=\"d{i}\"></string>\n</event>\n",
        static i => $"<event>\n\t<id key=\"concept:name\" value=\"A{i}\"/>\n\t{Time}\n\t<id key=\"note\" value=\"n{i}\"/>\n\t<string key=\"noted\" value=\"d{i}\"/>\n</event>\n",
    ];

    [Theory]
    [InlineData(64)]
    [InlineData(97)]
    [InlineData(256)]
    [InlineData(1 << 18)]
    public void However_an_event_is_written_and_wherever_the_window_ends_it_reads_the_same(int window)
    {
        // Steps of 1, 2 and 3 through the writings make every one follow several others, itself too.
        var order = Enumerable.Range(0, 7 * 60).Select(static i => (i * (1 + (i / 70 % 3)) + (i / 210)) % Writings.Length).ToArray();
        var log = Good(TryRead(Encoding.UTF8.GetBytes(Log(Trace("c", [.. order.Select(static (writing, i) => Writings[writing](i % 50))]))), windowBytes: window)).Log;
        Assert.Equal(order.Length, log.EventCount);
        var (note, noted) = (log.Attributes.Single(static one => one.Name == "note"), log.Attributes.Single(static one => one.Name == "noted"));
        for (var row = 0; row < order.Length; row++)
        {
            var number = (row % 50).ToString(CultureInfo.InvariantCulture);
            Assert.Equal(("A" + number, "n" + number, "d" + number), (log.Activities.TextAt(row), note.Texts!.TextAt(row), noted.Texts!.TextAt(row)));
        }
    }

    [Fact]
    public void A_key_repeated_within_an_event_that_was_expected_is_told_and_its_last_value_stands()
    {
        const string twice = "<string key=\"note\" value=\"first\"/><string key=\"note\" value=\"last\"/>";
        var imported = Read(Log(Trace("c", [.. Enumerable.Repeat(Event("A", "2024-03-30T09:00:00Z", twice), 5)])));
        Assert.Contains("5 attributes repeat a key of the same event or trace; the last value stands.", imported.Report.Notes);
        Assert.Equal("last", imported.Log.Attributes.Single().Texts!.TextAt(0));
    }

    [Fact]
    public void Columns_taken_over_as_a_whole_make_the_log_that_adding_event_by_event_makes()
    {
        static string Rest(int i) =>
            (i % 3 == 0 ? "" : $"<string key=\"org:resource\" value=\"R{i % 4}\"/>")
            + (i % 5 == 0 ? "" : $"<string key=\"org:group\" value=\"T{i % 2}\"/>")
            + $"<float key=\"cost:total\" value=\"{i}.5\"/><string key=\"lifecycle:transition\" value=\"complete\"/>";
        var traces = Enumerable.Range(0, 20)
            .Select(static t => Trace($"c{t}", [.. Enumerable.Range(t, t % 6).Select(static i => Event($"A{i % 7}", $"2024-03-{30 - (i % 20):D2}T09:00:00Z", Rest(i)))]))
            .ToArray();

        // An event outside every trace is refused, and where one is, the others are added one by one.
        var whole = Read(Log(traces), new ImportOptions { Lifecycle = Lifecycle.All }).Log;
        var single = Read(Log([.. traces, Event("S", "2024-03-30T09:00:00Z")]), new ImportOptions { Lifecycle = Lifecycle.All, RefusedShareMax = 1 }).Log;
        Assert.Equal(Shown(single), Shown(whole));
        Assert.Equal(46, whole.EventCount);
    }

    private static string[] Shown(EventLog log) =>
        [.. Enumerable.Range(0, log.CaseCount).SelectMany(c => Enumerable.Range(log.RowsOf(c).First, log.RowsOf(c).End - log.RowsOf(c).First).Select(row =>
            string.Join('|', log.CaseNames[c], log.Activities.TextAt(row), log.TimeMicros[row], log.Resources!.TextAt(row), log.Teams!.TextAt(row), log.HasCosts ? log.Costs[row] : double.NaN)))];
}
