namespace OutsideIn.Web.Tests;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_interface_is_the_one_on_record()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();

        var document = await workspace.Client.GetStringAsync("/api/openapi.json", TestContext.Current.CancellationToken);

        Approved.Check("api/openapi.json", document.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
    }
}
