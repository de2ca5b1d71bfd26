namespace OutsideIn.Tidy.Tests;

public sealed class PublicSurfaceTests
{
    public static TheoryData<string> Rooms =>
        new(Repo.Rooms.Select(static room => room.GetName().Name!));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void The_public_surface_is_the_one_on_record(string room)
    {
        var assembly = Repo.Rooms.Single(one => string.Equals(one.GetName().Name, room, StringComparison.Ordinal));
        Approved.Check($"api/{room}.txt", PublicSurface.Print(assembly));
    }
}
