namespace OutsideIn.Web;

/// <summary>One part of a bar: what it is, its text, the share of the whole it takes, what it stands for, and its cases.</summary>
internal sealed record BarPartView(string Name, string Text, double Share, string Tone, string? Figure);

/// <summary>A bar of parts that add up to the whole, with what it shows in a sentence.</summary>
internal sealed record BarView(string Title, string Summary, IReadOnlyList<BarPartView> Parts);
