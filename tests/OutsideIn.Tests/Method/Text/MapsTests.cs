using FsCheck.Fluent;
using OutsideIn.Method.Internals;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method;

/// <summary>What is proved of generated maps is worth what the maps hold.</summary>
public sealed class MapsTests
{
    [Fact]
    public void The_generated_maps_fill_every_key_of_every_record()
    {
        var missing = MapSchema.Formats().Append(MapReader.Root).SelectMany(static format => format.Fields.Select(field => (format.Type, field.Key))).ToHashSet();
        foreach (var map in Maps.All.Generator.Sample(200, 20))
        {
            Strike(MapReader.Root, map, missing);
        }

        Assert.Equal("", string.Join(", ", missing.Select(static one => $"{one.Type.Name}: {one.Key}")));
    }

    private static void Strike(GroupFormat format, object one, HashSet<(Type, string)> missing)
    {
        foreach (var field in format.Fields.Where(field => field.IsNeeded || !field.IsDefault(one)))
        {
            missing.Remove((format.Type, field.Key));
            foreach (var inner in field.Group is null ? [] : field.Items(one))
            {
                Strike(field.Group!, inner, missing);
            }
        }
    }
}
