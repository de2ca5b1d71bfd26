using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Simulation;

public sealed class NorthbankMapTests
{
    private static readonly MapDocument Document = MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml");

    [Fact]
    public void The_inventory_of_the_worked_example_keeps_its_ids()
    {
        var byId = Document.Map.MappedActivities().ToDictionary(static one => one.Id, StringComparer.Ordinal);

        Assert.All(Enumerable.Range(1, 10), number => Assert.Equal(WorkKind.MomentOfTruth, byId[$"m{number}"].Kind));
        Assert.All(Enumerable.Range(1, 5), number => Assert.Equal(WorkKind.RuleCheck, byId[$"r{number}"].Kind));
        Assert.Equal(
            ["m2", "m4b", "m5", "m8"],
            byId.Values.Where(static one => one.Demand is not (DemandKind.Unmarked or DemandKind.Value)).Select(static one => one.Id));
    }

    [Fact]
    public void Every_category_of_the_map_has_cases_in_the_log()
    {
        var values = Northbank.Log.Attributes.Single(static one => one.Name == "category").Texts!.Names;
        Assert.All(
            Document.Map.Categories,
            category => Assert.Contains(values, value => category.Cases!.Values.Any(pattern => pattern.Matches(value))));
    }
}
