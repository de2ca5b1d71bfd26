using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using OutsideIn.Events;
using OutsideIn.Storage;

namespace OutsideIn.Web;

/// <summary>What happens to a file after it was taken in: looked at again with answers, imported, watched, discarded.</summary>
internal static class ImportUpload
{
    public static void Map(RouteGroupBuilder api)
    {
        var upload = api.MapGroup("/uploads/{id}");
        upload.MapGet("", (string id, UploadDesk desk) => Look(id, new ImportAnswers(), desk))
            .Sends<UploadView>("GetUpload", "What a look at the head of an uploaded file tells.");
        upload.MapPost("/look", Look)
            .Sends<UploadView>("LookAtUpload", "Looks at an uploaded file again, with what a person has said.");
        upload.MapPost("/import", Start)
            .Sends<ImportView>("ImportUpload", "Starts to import an uploaded file.");
        upload.MapGet("/import", Watch)
            .Sends<ImportView>("WatchImport", "How far an import has come.");
        upload.MapDelete("", Discard)
            .Sends<ImportView>("DiscardUpload", "Cancels an import and takes the uploaded file away.");
    }

    private static IResult Look(string id, ImportAnswers answers, UploadDesk desk) => Reply.From(
        desk.Find(id).Then(upload => answers.ToOptions().Then(options =>
            LogImport.Inspect(upload.Source, options, CancellationToken.None).Then<UploadView>(found => UploadView.Of(upload, found)))));

    private static IResult Start(
        string id, ImportAnswers answers, UploadDesk desk, LogLibrary library, TimeProvider clock, ILogger<ImportJob> logger) =>
        Reply.From(desk.Find(id).Then(upload => answers.ToOptions().Then<ImportView>(options =>
        {
            var name = string.IsNullOrWhiteSpace(answers.Name) ? upload.FileName : answers.Name;
            var order = new ImportOrder(upload.Source, options, new NewLog(name, upload.FileName, false, upload.MapYaml));
            return ImportView.Of(upload.Start(() => ImportJob.Start(order, new ImportTools(library, clock, logger))));
        })));

    private static IResult Watch(string id, UploadDesk desk) => Reply.From(desk.Find(id).Then<ImportView>(upload =>
        upload.Job is { } job ? ImportView.Of(job) : NotStarted));

    private static IResult Discard(string id, UploadDesk desk) => Reply.From(desk.Find(id).Then<ImportView>(upload =>
    {
        desk.Discard(upload);
        return upload.Job is { } job ? ImportView.Of(job) : NotStarted;
    }));

    private static ImportView NotStarted => new(ImportState.Cancelled, "Not started", Say.Count(0, "event", "events"), null, null, null, null, null);
}
