using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method;

public sealed partial class MapYamlTests
{
    [Fact]
    public void Included_files_add_their_entries_behind_those_of_the_file_that_names_them()
    {
        using var folder = new TemporaryFolder();
        Put(folder, "map.yaml", "outsidein: 2\norganisation: N\ninclude: [claims/moments.yaml, roles.yaml]\nmoments of truth:\n  - { id: m1, name: Call }\nbreakpoints:\n  - { id: b1, name: Register, caused by: [Chase] }\n");
        Put(folder, "claims/moments.yaml", "include: more/moments.yaml\nmoments of truth:\n  - { id: m2, name: Chase }\n");
        Put(folder, "claims/more/moments.yaml", "outsidein: 1\nactivities:\n  - { id: m3, name: Collect, is: moment of truth }\n");
        Put(folder, "roles.yaml", "roles:\n  - { id: r, name: Owner }\nhand-offs: [Assign]\n");

        var document = Included(folder);

        Assert.Empty(document.Diagnostics);
        Assert.Equal(["m1", "m2", "m3"], document.Map.Moments.Select(static one => one.Id));
        Assert.Equal(["m2"], document.Map.Breakpoints[0].CausedBy);
        Assert.Equal("Owner", document.Map.Roles[0].Name);
        Assert.Equal((Path.Combine(folder.Path, "claims/more/moments.yaml"), 3), (document.Places["moments/m3"].File, document.Places["moments/m3"].Line));
    }

    [Fact]
    public void What_is_wrong_in_an_included_file_names_that_file()
    {
        using var folder = new TemporaryFolder();
        Put(folder, "map.yaml", "outsidein: 2\ninclude: part.yaml\ncustomers:\n  - { id: a, name: A }\n");
        Put(folder, "part.yaml", "customers:\n  - { id: a, name: B }\n  - { name: C, kind: x }\n");
        Assert.Equal(
            ["part.yaml(2,11): MP014", "part.yaml(3,16): MP008"],
            Included(folder).Diagnostics.Select(one => $"{Path.GetFileName(one.Place!.Value.File)}({one.Place.Value.Line},{one.Place.Value.Column}): {one.Code}"));
    }

    [Theory]
    [InlineData("nothing.yaml", "MP039")]
    [InlineData("../map.yaml", "MP040")]
    [InlineData("sub/../../x.yaml", "MP040")]
    [InlineData("/etc/passwd", "MP040")]
    [InlineData("C:\\x.yaml", "MP040")]
    [InlineData("\\\\server\\x.yaml", "MP040")]
    [InlineData("map.yaml", "MP041")]
    [InlineData("sub/../map.yaml", "MP041")]
    [InlineData("link.yaml", "MP040")]
    [InlineData("bytes.yaml", "MP039")]
    [InlineData("list.yaml", "MP005")]
    [InlineData("newer.yaml", "MP007")]
    public void A_file_that_may_not_be_included_is_refused_where_it_is_named(string path, string code)
    {
        using var folder = new TemporaryFolder();
        Put(folder, "map.yaml", $"outsidein: 2\ninclude: ['{path}']\ncustomers: [{{ id: a, name: A }}]\n");
        Put(folder, "list.yaml", "- a\n");
        Put(folder, "newer.yaml", "outsidein: 3\n");
        File.WriteAllBytes(Path.Combine(folder.Path, "bytes.yaml"), [0xC3, 0x28]);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.yaml"), Path.Combine(folder.Path, "list.yaml"));

        var document = Included(folder);

        Assert.Equal(code, Assert.Single(document.Diagnostics).Code);
        Assert.Equal("A", Assert.Single(document.Map.Customers).Name);
    }

    [Fact]
    public void Files_that_include_each_other_end()
    {
        using var folder = new TemporaryFolder();
        Put(folder, "map.yaml", "outsidein: 2\ninclude: a.yaml\n");
        Put(folder, "a.yaml", "include: b.yaml\n");
        Put(folder, "b.yaml", "include: a.yaml\n");
        Assert.Equal(["MP041"], Included(folder).Diagnostics.Select(static one => one.Code));
    }

    [Fact]
    public void Files_are_included_eight_deep_and_a_hundred_in_all()
    {
        using var folder = new TemporaryFolder();
        Put(folder, "map.yaml", "outsidein: 2\ninclude: f1.yaml\n");
        for (var number = 1; number <= 9; number++)
        {
            Put(folder, $"f{number}.yaml", $"include: f{number + 1}.yaml\n");
        }

        Assert.Equal("MP042", Assert.Single(Included(folder).Diagnostics).Code);

        Put(folder, "map.yaml", "outsidein: 2\ninclude: [" + string.Join(", ", Enumerable.Range(0, 102).Select(static number => $"g{number}.yaml")) + "]\n");
        for (var number = 0; number < 102; number++)
        {
            Put(folder, $"g{number}.yaml", $"customers: [{{ name: C{number} }}]\n");
        }

        var document = Included(folder);
        Assert.Equal(["MP042", "MP042"], document.Diagnostics.Select(static one => one.Code));
        Assert.Equal(100, document.Map.Customers.Count);
    }

    [Fact]
    public void A_key_of_one_value_stands_in_one_file_only()
    {
        using var folder = new TemporaryFolder();
        Put(folder, "map.yaml", "outsidein: 2\ninclude: part.yaml\norganisation: N\n");
        Put(folder, "part.yaml", "organisation: M\n");
        Assert.Equal("MP009", Assert.Single(Included(folder).Diagnostics).Code);
    }

    [Fact]
    public void A_map_written_over_a_text_with_includes_stands_in_one_text()
    {
        var map = OutsideInMap.Empty with { Customers = [new Customer { Id = "a", Name = "A" }] };
        Assert.Equal("outsidein: 2\ncustomers:\n  - id: a\n    name: A\n", MapYaml.Rewrite("outsidein: 2\ninclude: [x.yaml]\ncustomers: []\n", map));
    }

    private static MapDocument Included(TemporaryFolder folder)
    {
        Assert.True(MapYaml.ReadFile(Path.Combine(folder.Path, "map.yaml")).TryGet(out var document, out var problem), problem?.Message);
        return document;
    }

    private static void Put(TemporaryFolder folder, string name, string text)
    {
        var path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
