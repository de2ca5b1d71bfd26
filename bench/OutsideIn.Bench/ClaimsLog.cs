using System.Globalization;
using OutsideIn.Simulation;

namespace OutsideIn.Bench;

/// <summary>
/// A made-up claims process for measuring measures: 18 activities, about 13 events a case, with begins, doers, teams, channels, customers,
/// costs, amounts and regions; two years, cut off in the middle of the work. The same for the same number of events on every machine.
/// </summary>
internal static class ClaimsLog
{
    private static readonly Dictionary<string, (string Team, string[] Channels, double DelayHours, double TouchMinutes)> Work = new(StringComparer.Ordinal)
    {
        ["Claim reported"] = ("Desk", ["phone", "web", "letter"], 0, 12),
        ["Register claim"] = ("Desk", [], 8, 10),
        ["Check cover"] = ("Legal", [], 20, 25),
        ["Request documents"] = ("Desk", ["letter", "web"], 30, 8),
        ["Documents received"] = ("Desk", ["letter", "web"], 110, 5),
        ["Assess damage"] = ("Motor", [], 70, 120),
        ["Reassess damage"] = ("Motor", [], 90, 100),
        ["Order repair"] = ("Motor", [], 60, 15),
        ["Repair car"] = ("Garage", [], 150, 420),
        ["Chase call"] = ("Desk", ["phone", "web"], 60, 9),
        ["Complaint"] = ("Desk", ["phone", "letter"], 50, 20),
        ["Escalate"] = ("Legal", [], 25, 30),
        ["Approve payment"] = ("Finance", [], 80, 12),
        ["Pay out"] = ("Finance", ["letter"], 40, 4),
        ["Car collected"] = ("Garage", ["visit"], 100, 15),
        ["Feedback call"] = ("Desk", ["phone"], 120, 10),
        ["Close claim"] = ("Desk", [], 70, 3),
        ["Claim withdrawn"] = ("Desk", ["phone", "web"], 60, 6),
    };

    private static readonly string[] Regions = ["North", "East", "South", "West"];

    public static void WriteCsv(TextWriter text, int count)
    {
        text.Write("case,customer,activity,start,time,person,team,channel,cost,amount,region\n");
        var draws = (
            Route: RandomSource.Open(11, "route"), Time: RandomSource.Open(11, "time"), Who: RandomSource.Open(11, "who"), Money: RandomSource.Open(11, "money"));
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var horizon = start.AddDays(730);
        var meanGapSeconds = 730.0 * 86_400 / (count / 13.33);
        var customers = 0;
        for (var number = 1; count > 0 && start < horizon; number++)
        {
            start = start.AddSeconds(Math.Ceiling(draws.Time.NextExponential(meanGapSeconds)));
            // A third of the claims come from somebody who had one before.
            var customer = customers > 0 && draws.Who.NextUnit() < 0.34 ? 1 + (int)(draws.Who.NextUnit() * customers) : ++customers;
            var region = Regions[(int)(draws.Who.NextUnit() * Regions.Length)];
            var now = start;
            foreach (var activity in Route(draws.Route))
            {
                var work = Work[activity];
                now = now.AddSeconds(work.DelayHours == 0 ? 0 : Math.Ceiling(draws.Time.NextExponential(work.DelayHours * 3600)));
                var end = now.AddSeconds(Math.Ceiling(draws.Time.NextExponential(work.TouchMinutes * 60)));
                if (end > horizon || count == 0)
                {
                    break;
                }

                var channel = work.Channels.Length == 0 ? "" : work.Channels[(int)(draws.Who.NextUnit() * work.Channels.Length)];
                var person = draws.Who.NextUnit() < 0.03 ? "" : $"{work.Team} {1 + (int)(draws.Who.NextUnit() * 40)}";
                var cost = Math.Round(0.5 + draws.Money.NextExponential(work.TouchMinutes * 0.6), 2);
                var amount = activity is "Pay out" or "Approve payment" ? Amount(draws.Money) : "";
                text.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"C{number:D7},K{customer:D6},{activity},{now:yyyy-MM-ddTHH:mm:ssZ},{end:yyyy-MM-ddTHH:mm:ssZ},{person},{work.Team},{channel},{cost:0.00},{amount},{region}\n"));
                now = end;
                count--;
            }
        }
    }

    private static string Amount(RandomSource money) => (100 + Math.Floor(money.NextExponential(2400))).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Route(RandomSource draw)
    {
        List<string> route = ["Claim reported", "Register claim", "Check cover"];
        Again(route, draw, 0.35, "Request documents", "Documents received");
        Maybe(route, draw, 0.3, "Chase call");
        route.Add("Assess damage");
        Maybe(route, draw, 0.2, "Reassess damage");
        var isRepaired = draw.NextUnit() < 0.7;
        route.AddRange(isRepaired ? ["Order repair", "Repair car"] : []);
        Maybe(route, draw, 0.45, "Chase call");
        Maybe(route, draw, 0.25, "Chase call");
        if (draw.NextUnit() < 0.09)
        {
            route.AddRange(["Complaint", "Escalate"]);
        }

        route.AddRange(["Approve payment", "Pay out"]);
        route.AddRange(isRepaired ? ["Car collected"] : []);
        Maybe(route, draw, 0.3, "Feedback call");
        route.Add("Close claim");
        if (draw.NextUnit() >= 0.04)
        {
            return route;
        }

        var kept = 2 + (int)(draw.NextUnit() * (route.Count - 3));
        return route.Take(kept).Append("Claim withdrawn");
    }

    private static void Maybe(List<string> route, RandomSource draw, double share, string activity)
    {
        if (draw.NextUnit() < share)
        {
            route.Add(activity);
        }
    }

    private static void Again(List<string> route, RandomSource draw, double share, params string[] activities)
    {
        do
        {
            route.AddRange(activities);
        }
        while (draw.NextUnit() < share);
    }
}
