namespace OutsideIn.Method;

/// <summary>A map that comes with the program, to learn from or to begin with. Immutable.</summary>
/// <param name="Id">Short name, such as <c>insurer</c>.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Teaches">What there is to learn from it, as one sentence.</param>
/// <param name="Text">The map as written, with its comments; it reads without a diagnostic. Figures are marked real or illustrative in it.</param>
public sealed record SampleMap(string Id, string Title, string Teaches, string Text);

/// <summary>The sample maps and blank templates (method.md §5). Safe to share.</summary>
public static class SampleMaps
{
    /// <summary>Every sample: the two complete ones, the small teaching maps, the blank templates.</summary>
    public static IReadOnlyList<SampleMap> All { get; } =
    [
        Sample("insurer", "Insurance: back on the road", "The whole method in one map: today's faults and the changed form, from the first contact to the rewards."),
        Sample("call-centre", "A call centre paid for short calls", "Where the path of a task dies, and what it means to pay for it: 16.7% of the tasks reach the customer."),
        Sample("easyjet", "easyJet: bums on seats", "A one-liner that is ours and not the customer's, and a measure that an empty seat can fill."),
        Sample("bmw", "BMW: joy", "Output, business outcome and customer outcome of one and the same car."),
        Sample("hallmark", "Hallmark: expression", "What business are we in? One word reframes the trade."),
        Sample("disney-arrival", "Disney: the arrival", "One recorded fact takes the cause of a question away."),
        Sample("sas", "SAS: fifty million Moments of Truth", "Fifteen seconds at a time: the arithmetic of contacts."),
        Sample("netflix", "Netflix: the perfect new-release test", "A true effect, and a launch that does not pay."),
        Sample("blank-insurance-claims", "Blank: insurance claims", "A map to begin with, with what insurers usually find, to be confirmed or struck."),
        Sample("blank-public-services", "Blank: public services", "A map to begin with, with what public bodies usually find, to be confirmed or struck."),
    ];

    /// <summary>The sample of a name in any case, or null where there is none.</summary>
    public static SampleMap? Find(string id) => All.FirstOrDefault(sample => string.Equals(sample.Id, id, StringComparison.OrdinalIgnoreCase));

    private static SampleMap Sample(string id, string title, string teaches)
    {
        using var stream = typeof(SampleMaps).Assembly.GetManifestResourceStream($"sample-{id}.yaml")
            ?? throw new InvalidOperationException($"The sample map {id} is not part of this build.");
        using var reader = new StreamReader(stream);
        return new SampleMap(id, title, teaches, reader.ReadToEnd());
    }
}
