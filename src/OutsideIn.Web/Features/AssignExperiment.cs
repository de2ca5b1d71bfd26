using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Documents;
using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>How a list or a schedule is to be made.</summary>
/// <param name="Method">How units come by their arm; null for blocks, or a switchback where the unit is a week.</param>
/// <param name="Block">Units per block; null for the fewest that hold the arms' shares.</param>
/// <param name="Seed">What is drawn with; null for the beginning of the plan's hash.</param>
/// <param name="Count">Blocks of a switchback or steps of a roll-out.</param>
/// <param name="Days">Days of each.</param>
/// <param name="Washout">Days after each change that are not counted.</param>
/// <param name="Strata">Columns of the log within whose values the arms are balanced; null for the plan's.</param>
/// <param name="Units">Whom to assign; null for the units of the log.</param>
internal sealed record AssignRequest(
    AssignmentMethod? Method = null, int? Block = null, ulong? Seed = null, int Count = AssignmentOrder.UsualCount, int Days = AssignmentOrder.UsualDays, int Washout = 0,
    IReadOnlyList<string>? Strata = null, IReadOnlyList<ListedUnit>? Units = null);

/// <summary>POST /api/logs/{id}/experiments/{experiment}/assign</summary>
internal static class AssignExperiment
{
    private const string Csv = "text/csv";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(RouteGroupBuilder log) =>
        log.MapPost("/experiments/{experiment}/assign", static async (
                    string id, string experiment, string? format, AssignRequest request, HttpRequest http, LogLibrary library, CancellationToken stop) =>
                Form(format, http).TryGet(out var form, out var problem)
                    ? Answer((await ExperimentsOfLog.Open(id, library, stop)).Then(of => Assigned.Of(of, experiment, request, stop)), form)
                    : Reply.Refuse(problem))
            .Sends<AssignmentAnswer>("AssignExperiment", "Gives units their arm by chance, the same list each time, or makes a schedule; as JSON, or as a file with the query format=csv or xlsx or by the Accept header.");

    // Which form is wanted, as the type of its content; null for JSON.
    private static Result<AnswerForm> Form(string? format, HttpRequest http)
    {
        var accepted = http.Headers.Accept.ToString();
        return format?.ToLowerInvariant() switch
        {
            "csv" => new AnswerForm(Csv),
            "xlsx" => new AnswerForm(Workbook),
            "json" => new AnswerForm(null),
            null or "" => new AnswerForm(Array.Find([Csv, Workbook], type => accepted.Contains(type, StringComparison.OrdinalIgnoreCase))),
            _ => new Problem(ProblemKind.Invalid, "WB019", $"There is no list in the form \"{format}\".", "Ask for json, csv or xlsx."),
        };
    }

    private static IResult Answer(Result<Assigned> assigned, AnswerForm form)
    {
        if (!assigned.TryGet(out var made, out var problem))
        {
            return Reply.Refuse(problem);
        }

        using var file = new MemoryStream();
        switch (form.Type)
        {
            case null:
                return TypedResults.Ok(made.Answer);
            case Workbook when !ListWorkbook.Write("list", made.Sheet.Headings, made.Sheet.Rows, file).TryGet(out _, out problem):
                return Reply.Refuse(problem);
            case Workbook:
                return TypedResults.File(file.ToArray(), Workbook, $"{made.Answer.Experiment}-list.xlsx");
            default:
                made.Sheet.WriteCsv(file);
                return TypedResults.File(file.ToArray(), Csv + "; charset=utf-8", $"{made.Answer.Experiment}-list.csv");
        }
    }

    private sealed record AnswerForm(string? Type);

    /// <summary>A list, and what is said of it.</summary>
    private sealed record Assigned(AssignmentSheet Sheet, AssignmentAnswer Answer)
    {
        public static Result<Assigned> Of(ExperimentsOfLog of, string experiment, AssignRequest request, CancellationToken stop) =>
            PlannedExperiments.Of(of.Log.Map, experiment, of.Log.Measures.Schema).Then(plan =>
            {
                var order = new AssignmentOrder(request.Method ?? AssignmentOrder.UsualMethod(plan))
                {
                    BlockSize = request.Block,
                    Seed = request.Seed,
                    Count = request.Count,
                    Days = request.Days,
                    Washout = request.Washout,
                };
                return Units(of, plan with { Strata = request.Strata ?? plan.Strata }, (order, request.Units), stop)
                    .Then(units => AssignmentSheet.Of(plan, units, order))
                    .Then<Assigned>(sheet => new Assigned(sheet, AssignmentAnswer.Of(plan, sheet, of.Ledger)));
            });

        private static Result<IReadOnlyList<ListedUnit>> Units(
            ExperimentsOfLog of, ExperimentPlan plan, (AssignmentOrder Order, IReadOnlyList<ListedUnit>? Given) asked, CancellationToken stop) =>
            !asked.Order.NeedsUnits ? Array.Empty<ListedUnit>()
            : asked.Given is { } given ? given.ToArray()
            : UnitLists.Of(of.Log.Measures.Log, plan, asked.Order.NeedsOutcome, stop);
    }
}
