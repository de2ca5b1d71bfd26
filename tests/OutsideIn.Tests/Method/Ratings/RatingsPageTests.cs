using System.Runtime.CompilerServices;
using System.Text.Json;
using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Ratings;

/// <summary>The page of the ratings names what the JSON holds.</summary>
public class RatingsPageTests
{
    [Fact]
    public void Every_name_of_the_json_is_on_the_page()
    {
        var page = File.ReadAllText(InDocs("ratings.md"));
        var names = typeof(MapRatings).GetProperties().Concat(typeof(OutsideIn.Method.Plan).GetProperties()).Concat(typeof(PlannedAction).GetProperties())
            .Where(static one => one.GetMethod is { IsStatic: false }).Select(static one => JsonNamingPolicy.CamelCase.ConvertName(one.Name));

        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    private static string InDocs(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../docs", name));
}
