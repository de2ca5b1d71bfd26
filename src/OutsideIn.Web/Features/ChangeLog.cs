using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace OutsideIn.Web;

/// <summary>A log's new name.</summary>
internal sealed record RenameRequest(string Name);

/// <summary>PATCH and DELETE /api/logs/{id}</summary>
internal static class ChangeLog
{
    public static void Map(RouteGroupBuilder log)
    {
        log.MapPatch("", static (string id, RenameRequest request, LogLibrary library) =>
                Reply.From(library.Workspace.Rename(id, request.Name).Then<LogCardView>(entry => ListLogs.CardOf(entry))))
            .Sends<LogCardView>("RenameLog", "Gives a log another name; its id stays.");
        log.MapDelete("", static (string id, LogLibrary library) =>
            {
                var deleted = library.Workspace.Delete(id);
                library.Forget(id);
                return Reply.From(deleted.Then<LogCardView>(entry => ListLogs.CardOf(entry)));
            })
            .Sends<LogCardView>("DeleteLog", "Takes a log and its map away for good.");
    }
}
