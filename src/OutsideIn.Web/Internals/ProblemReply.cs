using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>A refusal as problem+json (RFC 9457), with the code of docs/problems.md and the way out.</summary>
internal sealed record ProblemReply(
    string Type, string Title, int Status, string Detail, string Code, string? Hint, IReadOnlyList<ProblemPlaceView>? Places = null)
{
    public const string ContentType = "application/problem+json";

    public static ProblemReply Of(Problem problem) =>
        new("about:blank", TitleOf(problem.Kind), StatusOf(problem.Kind), problem.Message, problem.Code, problem.Hint);

    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status400BadRequest,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public async Task Write(HttpContext context)
    {
        context.Response.StatusCode = Status;
        await context.Response.WriteAsJsonAsync(this, (JsonSerializerOptions?)null, ContentType, context.RequestAborted);
    }

    private static string TitleOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => "This cannot be done as asked",
        ProblemKind.NotFound => "This is not there",
        ProblemKind.Conflict => "This has changed meanwhile",
        _ => "The data cannot answer this",
    };
}

/// <summary>One of several faults of a text, with where it is; lines and columns from 1, or null where it has no place.</summary>
internal sealed record ProblemPlaceView(int? Line, int? Column, string Code, string Severity, string Text, string? Hint);

/// <summary>Turns results into replies, once for all features.</summary>
internal static class Reply
{
    /// <summary>The value as JSON, or the problem.</summary>
    public static IResult From<T>(Result<T> result)
        where T : notnull =>
        result.TryGet(out var value, out var problem) ? TypedResults.Ok(value) : Refuse(problem);

    /// <summary>The problem as problem+json.</summary>
    public static IResult Refuse(Problem problem, IReadOnlyList<ProblemPlaceView>? places = null)
    {
        var reply = ProblemReply.Of(problem) with { Places = places };
        return TypedResults.Json(reply, contentType: ProblemReply.ContentType, statusCode: reply.Status);
    }

    /// <summary>Says in the OpenAPI document what an endpoint sends, and that it may refuse.</summary>
    public static RouteHandlerBuilder Sends<T>(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary).Produces<T>()
            .Produces<ProblemReply>(StatusCodes.Status400BadRequest, ProblemReply.ContentType)
            .Produces<ProblemReply>(StatusCodes.Status404NotFound, ProblemReply.ContentType);

    /// <summary>Says in the OpenAPI document that an endpoint sends one table of the page called <paramref name="page"/> as CSV.</summary>
    public static RouteHandlerBuilder SendsCsv(this RouteHandlerBuilder route, string page) =>
        route.WithName(page + "Table").WithSummary("One table of the page as CSV.")
            .Produces<string>(StatusCodes.Status200OK, Csv.ContentType);
}
