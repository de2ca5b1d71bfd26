using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OutsideIn.Events;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Simulation;

public sealed class NorthbankSampleTests
{
    [Fact]
    public void The_same_seed_gives_the_same_log_and_another_seed_another()
    {
        var first = Hash(NorthbankSample.Generate(300, seed: 7));

        Assert.Equal(first, Hash(NorthbankSample.Generate(300, seed: 7)));
        Assert.NotEqual(first, Hash(NorthbankSample.Generate(300, seed: 8)));
    }

    [Fact]
    public void The_default_sample_is_a_year_of_about_five_thousand_cases()
    {
        var log = Northbank.Log;

        Assert.Equal(NorthbankSample.DefaultCaseCount, log.CaseCount);
        Assert.InRange(log.EventCount, 110_000, 135_000);
        Assert.True(log is { HasStarts: true, HasCosts: true, Resources: not null, Systems: not null });
        Assert.InRange(log.Customers!.NameCount, 4_000, 4_700);
        Assert.True(Northbank.Events.Min(static one => one.Start) >= new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.True(Northbank.Events.Max(static one => one.End) <= new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Five_to_twelve_of_a_hundred_cases_are_open_at_the_horizon() =>
        Assert.InRange(Share(Northbank.Cases, static one => !one.IsReached && !one.IsLost), 0.05, 0.12);

    [Fact]
    public void Nothing_in_a_case_overlaps_and_nothing_ends_before_it_starts()
    {
        Assert.DoesNotContain(Northbank.Events, static one => one.End < one.Start);
        Assert.DoesNotContain(
            Northbank.Cases, static one => one.Events.Zip(one.Events.Skip(1)).Any(static pair => pair.Second.Start < pair.First.End));
    }

    [Fact]
    public void Offices_are_closed_at_weekends_and_nobody_is_met_on_a_sunday()
    {
        string[] offices = ["Claims", "Claims intake", "Claims control", "Finance", "Engineering", "Post room"];
        Assert.DoesNotContain(
            Northbank.Events,
            one => offices.Contains(one.Team) && one.Start.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && one.Team != "Systems");
        Assert.DoesNotContain(Northbank.Events, static one => one.Channel is not null && one.Start.DayOfWeek == DayOfWeek.Sunday);
    }

    [Fact]
    public void The_firms_clock_improves_through_the_year_while_the_customers_worsens()
    {
        var (firmEarly, customerEarly) = Clocks(1, 3);
        var (firmLate, customerLate) = Clocks(8, 10);

        Assert.True(firmLate < firmEarly - 3, $"firm {firmEarly} to {firmLate} days");
        Assert.True(customerLate > customerEarly + 3, $"customer {customerEarly} to {customerLate} days");
    }

    [Fact]
    public void Contacts_by_the_customers_hand_have_the_customer_as_their_doer()
    {
        string[] own = ["Report in app", "Repeat report on web form", "Signed form returned", "Car collected", "Survey answered"];
        Assert.All(own, name => Assert.All(Northbank.Events.Where(one => one.Activity == name), static one => Assert.Equal("Customer", one.Team)));
    }

    [Fact]
    public void A_smaller_sample_is_asked_for_by_its_number_of_cases()
    {
        Assert.Equal(12, NorthbankSample.Generate(12).CaseCount);
        Assert.Throws<ArgumentOutOfRangeException>(static () => NorthbankSample.Generate(0));
    }

    [Fact]
    public void The_csv_has_a_line_for_each_event_and_times_with_their_offset()
    {
        var log = NorthbankSample.Generate(20);

        var lines = Csv(log).Split("\r\n");

        Assert.Equal(
            "case,activity,start,time,resource,team,system,channel,customer,cost,answer,quote,satisfaction,region,category,damage class,amount,drivable,statement",
            lines[0]);
        Assert.Equal(log.EventCount + 2, lines.Length);
        Assert.Equal("", lines[^1]);
        var fields = lines[1].Split(',');
        Assert.Equal(log.CaseNames[0], fields[0]);
        Assert.Equal(
            log.TimeMicros[0] / 1_000_000,
            DateTimeOffset.ParseExact(fields[3], "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture).ToUnixTimeSeconds());
    }

    [Fact]
    public void Fields_with_commas_quotes_or_line_breaks_are_quoted_as_the_rfc_says()
    {
        var builder = new EventLogBuilder();
        builder.Add(new EventRow(builder.Case("a,b"), builder.Activity("say \"yes\"\nor no"), 1_500_000));

        Assert.Equal(
            "case,activity,time\r\n\"a,b\",\"say \"\"yes\"\"\nor no\",1970-01-01T00:00:01.5+00:00\r\n", Csv(builder.Build()));
    }

    internal static string Csv(EventLog log)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        NorthbankSample.WriteCsv(log, text);
        return text.ToString();
    }

    private static string Hash(EventLog log) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Csv(log))));

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> isCounted) => (double)all.Count(isCounted) / all.Count;

    private static (double Firm, double Customer) Clocks(int firstMonth, int lastMonth)
    {
        var begun = Northbank.Cases.Where(one => one.Reported.Month >= firstMonth && one.Reported.Month <= lastMonth && one.Damage != "glass").ToList();
        return (
            Median(begun.Select(static one => one.Last("Claim closed") - one.First("Register claim"))),
            Median(begun.Select(static one => one.Last("Car collected") - one.Reported)));
    }

    private static double Median(IEnumerable<TimeSpan?> spans)
    {
        double[] days = [.. spans.OfType<TimeSpan>().Select(static one => one.TotalDays).Order()];
        return days[days.Length / 2];
    }
}
