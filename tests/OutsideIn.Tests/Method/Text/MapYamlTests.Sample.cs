using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method;

public sealed partial class MapYamlTests
{
    [Fact]
    public void The_sample_map_reads_without_faults_and_survives_being_written()
    {
        var document = MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml");

        Assert.Empty(document.Diagnostics);
        Assert.Equal("Back on the road", document.Map.Outcomes[0].OneLiner);
        Assert.Equal(Maps.Spelled(document.Map), Maps.Spelled(MapYaml.Read(MapYaml.Write(document.Map), "again").Map));
    }

    [Fact]
    public void The_sample_map_and_the_sample_log_speak_of_the_same_names()
    {
        var document = MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml");
        var log = NorthbankSample.Generate();

        var resolution = MapResolution.Resolve(
            document.Map, new LogNames(log.Activities.Names, log.Resources?.Names ?? [], log.Teams?.Names ?? []));

        Assert.Empty(resolution.Diagnostics.Select(document.Locate).Where(static one => one.Severity >= Severity.Warning).Select(static one => one.ToString()));
    }
}
