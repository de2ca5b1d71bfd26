using System.Globalization;
using System.Text;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The five tiers as columns of an inline picture. The table beside it says the same in words.</summary>
internal static class LandscapePicture
{
    private const int NodesMax = 22;
    private const int Width = 1000;
    private const int NodeWidth = 164;
    private const int NodeHeight = 46;
    private const int Gap = 12;
    private const int Top = 44;
    private const int SignsALine = 25;
    private const int Sweeps = 4;

    private sealed record Node(MapEntry Entry, Tier Tier, IReadOnlyList<string> Links)
    {
        public double Y { get; set; }
    }

    public static Html Of(Page page, PerformanceLandscape landscape)
    {
        var tiers = Tiers(page.Map);
        var outcomeOf = page.Map.Outcomes.SelectMany(static one => one.Statements, static (one, statement) => (statement.Id, OutcomeId: one.Id))
            .ToDictionary(static pair => pair.Id, static pair => pair.OutcomeId, StringComparer.OrdinalIgnoreCase);
        var nodes = tiers.SelectMany(static tier => tier).ToDictionary(static node => node.Entry.Id, StringComparer.OrdinalIgnoreCase);
        var links = nodes.Values
            .SelectMany(node => node.Links.Select(to => (From: node, To: nodes.GetValueOrDefault(outcomeOf.GetValueOrDefault(to, to)))))
            .Where(static link => link.To is not null && link.To.Tier > link.From.Tier)
            .Select(static link => (link.From, To: link.To!))
            .Distinct()
            .ToArray();
        var height = Arrange(tiers, links);
        return Html.Of($"""
            <svg class="landscape" viewBox="0 0 {Width} {height}" role="img" aria-label="{Said(page.Map, landscape)}">
            {tiers.Select((tier, index) => Heading(tier.Length, Counts(page.Map)[index], (Tier)index))}
            {links.Select(link => Line(link.From, link.To, landscape, tiers))}
            {nodes.Values.Select(node => Box(node, landscape, links.Any(link => ReferenceEquals(link.From, node))))}
            </svg>
            """);
    }

    public static string Words(BadLinkKind kind) => kind switch
    {
        BadLinkKind.Down => "leads to a lower tier",
        BadLinkKind.Sideways => "leads to its own tier",
        BadLinkKind.Skips => "passes over a tier",
        BadLinkKind.Nowhere => "leads to nothing in the landscape",
        BadLinkKind.Twice => "is written twice",
        _ => "is not as it should be",
    };

    private static string Said(OutsideInMap map, PerformanceLandscape landscape)
    {
        var reach = map.Tasks.Count(task => landscape.ReachesOutcome(task.Id));
        return $"Performance Landscape with five tiers from tasks to customer outcomes. {CountText.Of(reach)} of {CountText.Of(map.Tasks.Count, "task", "tasks")} lead to a customer outcome; the table below says for each where its path ends.";
    }

    private static int[] Counts(OutsideInMap map) =>
        [map.Tasks.Count, map.Activities.Count, map.Outputs.Count, map.BusinessOutcomes.Count, map.Outcomes.Count];

    private static Node[][] Tiers(OutsideInMap map) =>
    [
        [.. map.Tasks.Take(NodesMax).Select(static one => new Node(one, Tier.Task, [.. one.ContributesTo.Select(static link => link.To)]))],
        [.. map.Activities.Take(NodesMax).Select(static one => new Node(one, Tier.Activity, [.. one.ContributesTo.Select(static link => link.To)]))],
        [.. map.Outputs.Take(NodesMax).Select(static one => new Node(one, Tier.Output, [.. one.ContributesTo.Select(static link => link.To)]))],
        [.. map.BusinessOutcomes.Take(NodesMax).Select(static one => new Node(one, Tier.BusinessOutcome, [.. one.ContributesTo.Select(static link => link.To)]))],
        [.. map.Outcomes.Take(NodesMax).Select(static one => new Node(one, Tier.CustomerOutcome, []))],
    ];

    /// <summary>Puts each column's boxes near what they are linked with, evenly apart; gives the picture's height.</summary>
    private static int Arrange(Node[][] tiers, (Node From, Node To)[] links)
    {
        var tallest = Math.Max(1, tiers.Max(static tier => tier.Length));
        var room = (double)tallest * (NodeHeight + Gap);
        foreach (var tier in tiers)
        {
            Spread(tier, room);
        }

        var neighbours = links.SelectMany(static link => new[] { (Of: link.From, Other: link.To), (Of: link.To, Other: link.From) })
            .ToLookup(static pair => pair.Of, static pair => pair.Other);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var tier in tiers)
            {
                Array.Sort(
                    [.. tier.Select((node, index) => neighbours[node].Select(static other => other.Y).DefaultIfEmpty(node.Y).Average() + (index * 1e-6))],
                    tier);
                Spread(tier, room);
            }
        }

        return Top + (int)room + 6;
    }

    private static void Spread(Node[] tier, double room)
    {
        var step = tier.Length == 0 ? 0 : room / tier.Length;
        for (var index = 0; index < tier.Length; index++)
        {
            tier[index].Y = Top + (step * (index + 0.5)) - (NodeHeight / 2.0);
        }
    }

    private static double X(Tier tier) => (int)tier * ((Width - NodeWidth - 2.0) / 4) + 1;

    private static Html Heading(int shown, int count, Tier tier) => Html.Of(
        $"<text class=\"tier\" x=\"{X(tier)}\" y=\"13\">{Wording.Of(tier)}</text><text class=\"tier-of\" x=\"{X(tier)}\" y=\"28\">{(shown < count ? $"{CountText.Of(shown)} of {CountText.Of(count)} drawn" : CountText.Of(count))}</text>\n");

    // A link that passes over a tier goes between that tier's boxes, never behind one.
    private static Html Line(Node from, Node to, PerformanceLandscape landscape, Node[][] tiers)
    {
        var (x, y) = (X(from.Tier) + NodeWidth, from.Y + (NodeHeight / 2.0));
        var end = to.Y + (NodeHeight / 2.0);
        var path = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}"));
        for (var tier = from.Tier + 1; tier <= to.Tier; tier++)
        {
            var next = tier == to.Tier ? end : FreeAt(tiers[(int)tier], y + ((end - y) / (to.Tier - tier + 1)));
            var bend = (X(tier) - x) / 2;
            path.Append(CultureInfo.InvariantCulture, $"C{x + bend:0.#} {y:0.#} {X(tier) - bend:0.#} {next:0.#} {X(tier):0.#} {next:0.#}");
            (x, y) = (X(tier) + NodeWidth, next);
            _ = tier == to.Tier ? path : path.Append(CultureInfo.InvariantCulture, $"H{x:0.#}");
        }

        return Html.Of($"<path d=\"{path.ToString()}\"{Html.OfOwn(landscape.ReachesOutcome(to.Entry.Id) ? "" : " class=\"dead\"")}></path>\n");
    }

    /// <summary>The height nearest to a wished one at which no box of a tier stands.</summary>
    private static double FreeAt(Node[] tier, double wished)
    {
        const double Clear = Gap / 2.0;
        bool IsFree(double y) => tier.All(node => y <= node.Y - Clear || y >= node.Y + NodeHeight + Clear);
        return tier.SelectMany(static node => new[] { node.Y - Clear, node.Y + NodeHeight + Clear }).Prepend(wished).Where(IsFree).DefaultIfEmpty(wished).MinBy(y => Math.Abs(y - wished));
    }

    private static Html Box(Node node, PerformanceLandscape landscape, bool leads)
    {
        var isOutcome = node.Tier == Tier.CustomerOutcome;
        var reaches = landscape.ReachesOutcome(node.Entry.Id);
        var lines = Wrapped(Page.Called(node.Entry));
        var under = isOutcome ? (landscape.ReachesObjective(node.Entry.Id) ? "serves an objective" : "serves no objective")
            : !leads && !reaches ? "stops here"
            : node.Entry is WorkTask { Hours: { } hours } ? $"{Page.Number(hours)} hours" : "";
        return Html.Of($"""
            <g class="{(isOutcome ? "own" : reaches ? "" : "dead")}"><rect x="{X(node.Tier)}" y="{node.Y}" width="{NodeWidth}" height="{NodeHeight}" rx="6"></rect>{lines.Select((line, index) => Html.Of($"<text x=\"{X(node.Tier) + 9}\" y=\"{node.Y + (lines.Count == 1 ? (under.Length > 0 ? 20 : 27) : 15 + (index * 12.5))}\">{line}</text>"))}<text class="under" x="{X(node.Tier) + 9}" y="{node.Y + 39}">{under}</text></g>

            """);
    }

    private static IReadOnlyList<string> Wrapped(string name)
    {
        var whole = Page.Cut(name, 2 * SignsALine);
        if (whole.Length <= SignsALine)
        {
            return [whole];
        }

        var space = whole.LastIndexOf(' ', SignsALine);
        var first = space > SignsALine / 3 ? space : SignsALine;
        return [whole[..first], Page.Cut(whole[first..].TrimStart(), SignsALine)];
    }
}
