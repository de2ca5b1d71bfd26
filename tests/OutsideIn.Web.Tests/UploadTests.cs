using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace OutsideIn.Web.Tests;

public sealed class UploadTests
{
    private const string Claims = """
        claim,step,time
        C-1,Report the accident,2026-03-02 09:00:00
        C-1,Car back with customer,2026-03-04 09:00:00
        C-2,Report the accident,2026-03-05 09:00:00
        C-2,Call: where is my car,2026-03-09 10:30:00
        C-2,Car back with customer,2026-03-15 09:00:00

        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clear_file_is_imported_without_a_question_and_stands_on_the_shelf()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();

        var upload = await Take(workspace, "claims.csv", Encoding.UTF8.GetBytes(Claims));
        Assert.Equal(("claims", 0), (upload.SuggestedName, upload.Questions.Count));
        var done = await Import(workspace, upload.Id, new ImportAnswers("Claims of March"));

        Assert.Equal((ImportState.Done, "claims-of-march"), (done.State, done.LogId));
        Assert.Equal("5 events", done.Events);
        var shelf = await workspace.Client.GetFromJsonAsync<JsonElement>("/api/logs", Stop);
        Assert.Equal("2 cases, 5 events", shelf.GetProperty("logs")[0].GetProperty("size").GetString());
    }

    [Fact]
    public async Task A_file_that_leaves_a_question_open_is_imported_only_when_it_is_answered()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        var text = "claim,step,time\nC-1,Report,03/02/2026 09:00\nC-1,Repair,04/02/2026 09:00\nC-2,Report,05/03/2026 09:00\nC-2,Repair,06/03/2026 09:00\n";

        var upload = await Take(workspace, "claims.csv", Encoding.UTF8.GetBytes(text));
        var question = Assert.Single(upload.Questions);
        Assert.Null(question.Role);
        var refused = await Import(workspace, upload.Id, new ImportAnswers());
        Assert.Equal(ImportState.Refused, refused.State);
        Assert.Empty(workspace.Workspace.List().Entries);

        var choice = question.Choices.Single(static one => one.StartsWith("dd", StringComparison.Ordinal));
        using var looked = await workspace.Client.PostAsJsonAsync($"/api/uploads/{upload.Id}/look", new ImportAnswers(TimeFormat: choice), Json, Stop);
        Assert.Empty((await looked.Content.ReadFromJsonAsync<UploadView>(Json, Stop))!.Questions);
        var done = await Import(workspace, upload.Id, new ImportAnswers(TimeFormat: choice));

        Assert.Equal(ImportState.Done, done.State);
        Assert.True(workspace.Workspace.Find(done.LogId!).TryGet(out var entry, out _));
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 9, 0, 0, TimeSpan.Zero), entry.First);
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_is_refused_with_a_way_out_and_leaves_nothing(string name, byte[] bytes)
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();

        using var reply = await Post(workspace, name, bytes);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        var problem = await reply.Content.ReadFromJsonAsync<ProblemReply>(Json, Stop);
        Assert.StartsWith("EV", problem!.Code, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(problem.Hint), problem.Detail);
        Assert.Empty(workspace.Workspace.List().Entries);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(workspace.Folder, "work")));
    }

    public static TheoryData<string, byte[]> BadFiles => new()
    {
        { "empty.csv", [] },
        { "program.csv", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 2, 3, 0, 0, 9, 9, 0, 0, 0, 0, 0, 0, 0xFF, 0xFE, 0, 1] },
        { "cut.csv.gz", Gzip(Claims)[..40] },
        { "bomb.xes", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><log><trace><string key=\"concept:name\" value=\"&b;\"/></trace></log>") },
        { "cut.xes", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><log><trace><event><string key=\"concept:name\" value=\"a\"/>") },
    };

    [Fact]
    public async Task A_file_whose_rows_are_all_bad_is_refused_when_it_is_read()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        var upload = await Take(workspace, "header.csv", "claim,step,time\n"u8.ToArray());

        var refused = await Import(workspace, upload.Id, new ImportAnswers());

        Assert.Equal(ImportState.Refused, refused.State);
        Assert.NotNull(refused.Problem?.Hint);
        Assert.Empty(workspace.Workspace.List().Entries);
    }

    [Fact]
    public async Task A_file_larger_than_the_limit_is_refused_and_leaves_nothing()
    {
        await using var workspace = await RunningWorkspace.Start(
            static options => WebWorkspace.Build(options, static (request, _) => SmallDiagnosis.Of(request)),
            static options => options with { UploadBytesMax = 1000 });

        using var reply = await Post(workspace, "big.csv", new byte[5000]);

        Assert.Equal("WB009", (await reply.Content.ReadFromJsonAsync<ProblemReply>(Json, Stop))!.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(workspace.Folder, "work")));
    }

    [Fact]
    public async Task A_request_without_a_file_is_refused()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        using var reply = await workspace.Client.PostAsync("/api/uploads", form, Stop);
        using var other = await workspace.Client.PostAsync("/api/uploads", new StringContent("case,activity"), Stop);

        Assert.Equal("WB008", (await reply.Content.ReadFromJsonAsync<ProblemReply>(Json, Stop))!.Code);
        Assert.Equal("WB008", (await other.Content.ReadFromJsonAsync<ProblemReply>(Json, Stop))!.Code);
    }

    [Fact]
    public async Task A_map_with_faults_is_refused_with_the_place_of_each()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("outcomes:\n  - one-liner: [\n"), "map", "map.yaml" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Claims)), "file", "claims.csv" },
        };

        using var reply = await workspace.Client.PostAsync("/api/uploads", form, Stop);

        var problem = await reply.Content.ReadFromJsonAsync<ProblemReply>(Json, Stop);
        Assert.Equal("WB013", problem!.Code);
        Assert.Contains(problem.Places!, static one => one.Line is > 0 && one.Column is > 0);
    }

    [Fact]
    public async Task An_upload_that_is_discarded_is_gone()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        var upload = await Take(workspace, "claims.csv", Encoding.UTF8.GetBytes(Claims));

        using var discarded = await workspace.Client.DeleteAsync($"/api/uploads/{upload.Id}", Stop);
        using var again = await workspace.Client.GetAsync($"/api/uploads/{upload.Id}", Stop);

        Assert.Equal(HttpStatusCode.OK, discarded.StatusCode);
        Assert.Equal("WB010", (await again.Content.ReadFromJsonAsync<ProblemReply>(Json, Stop))!.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(workspace.Folder, "work")));
    }

    [Theory]
    [InlineData("../../evil.csv", "evil.csv")]
    [InlineData("C:\\temp\\evil.csv", "evil.csv")]
    public async Task A_path_in_a_files_name_is_dropped(string sent, string kept)
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();

        Assert.Equal(kept, (await Take(workspace, sent, Encoding.UTF8.GetBytes(Claims))).FileName);
    }

    private static JsonSerializerOptions Json { get; } = Settings();

    private static JsonSerializerOptions Settings()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        WebWorkspace.SetJson(json);
        return json;
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static async Task<HttpResponseMessage> Post(RunningWorkspace workspace, string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        return await workspace.Client.PostAsync("/api/uploads", form, Stop);
    }

    private static async Task<UploadView> Take(RunningWorkspace workspace, string name, byte[] bytes)
    {
        using var reply = await Post(workspace, name, bytes);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Stop));
        return (await reply.Content.ReadFromJsonAsync<UploadView>(Json, Stop))!;
    }

    private static async Task<ImportView> Import(RunningWorkspace workspace, string id, ImportAnswers answers)
    {
        using var started = await workspace.Client.PostAsJsonAsync($"/api/uploads/{id}/import", answers, Json, Stop);
        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync(Stop));
        await workspace.EndOfImport(id);
        return (await workspace.Client.GetFromJsonAsync<ImportView>($"/api/uploads/{id}/import", Json, Stop))!;
    }
}
