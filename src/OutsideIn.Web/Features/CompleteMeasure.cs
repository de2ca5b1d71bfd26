using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Measures;

namespace OutsideIn.Web;

/// <summary>A text that is being typed.</summary>
/// <param name="Text">The text of the measure, or of the objective.</param>
/// <param name="Position">0-based index of the character in front of which the cursor stands, in UTF-16 units.</param>
/// <param name="Measure">Where an objective is typed, the text of its measure, so that only what fits is offered; null where the measure itself is typed.</param>
internal sealed record CompletionRequest(string Text, int Position, string? Measure = null);

/// <summary>Something that may stand at the place.</summary>
/// <param name="Text">What to write.</param>
/// <param name="Start">0-based index of the first character it replaces.</param>
/// <param name="Length">How many characters it replaces.</param>
/// <param name="Explanation">What it says, a few words.</param>
internal sealed record CompletionView(string Text, int Start, int Length, string Explanation);

/// <summary>POST /api/logs/{id}/measure/completions</summary>
internal static class CompleteMeasure
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapPost("/measure/completions", static async (string id, CompletionRequest request, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then<IReadOnlyList<CompletionView>>(one => Offered(one.Measures.Schema, request))))
            .Sends<IReadOnlyList<CompletionView>>("CompleteMeasure", "What may be written next in a measure or an objective, with the names of the log and its map.");

    private static CompletionView[] Offered(MeasureSchema schema, CompletionRequest request)
    {
        var offered = request.Measure is { } measure
            ? MeasureCompletion.AtObjective(request.Text, request.Position, MeasureChecker.Check(MeasureParser.Parse(measure).Tree, schema).Kind)
            : MeasureCompletion.At(request.Text, request.Position, schema);
        return [.. offered.Select(static one => new CompletionView(one.Text, one.Replaces.Start, one.Replaces.Length, one.Explanation))];
    }
}
