using System.Reflection;
using System.Text.RegularExpressions;

namespace OutsideIn.Tidy.Tests;

/// <summary>Rooms may know only the rooms drawn below them in docs/tour.md.</summary>
public sealed partial class DependencyDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Vocabulary"] = [],
        ["Statistics"] = ["Vocabulary"],
        ["Events"] = ["Vocabulary"],
        ["Method"] = ["Vocabulary"],
        ["Documents"] = ["Vocabulary", "Method"],
        ["Measures"] = ["Vocabulary", "Statistics", "Events"],
        ["Experiments"] = ["Vocabulary", "Statistics"],
        ["Simulation"] = ["Vocabulary", "Events"],
        ["Diagnosis"] = ["Vocabulary", "Statistics", "Events", "Measures", "Method"],
        ["Proof"] = ["Vocabulary", "Statistics", "Events", "Measures", "Method", "Diagnosis", "Experiments"],
        ["Storage"] = ["Vocabulary", "Events", "Method", "Experiments"],
        ["Web"] = ["Vocabulary", "Statistics", "Events", "Measures", "Method", "Documents", "Diagnosis", "Experiments", "Proof", "Simulation", "Storage"],
        ["Cli"] = ["Vocabulary", "Statistics", "Events", "Measures", "Method", "Documents", "Diagnosis", "Experiments", "Proof", "Simulation", "Storage", "Web"],
    };

    [Fact]
    public void Rooms_use_only_the_rooms_below_them()
    {
        var wrong = Repo.Rooms.SelectMany(room => Breaches(NameOf(room.GetName()), room.GetReferencedAssemblies()));
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_rule_bites_on_a_planted_breach() =>
        Assert.NotEmpty(Breaches("Events", [new AssemblyName("OutsideIn.Diagnosis")]));

    [Fact]
    public void Project_files_name_no_room_the_table_forbids()
    {
        var wrong =
            from path in Directory.EnumerateFiles(Path.Combine(Repo.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            let room = Path.GetFileNameWithoutExtension(path)["OutsideIn.".Length..]
            from Match reference in ProjectReference().Matches(File.ReadAllText(path))
            where !Allowed[room].Contains(reference.Groups[1].Value, StringComparer.Ordinal)
            select $"{room} -> {reference.Groups[1].Value}";
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Breaches(string room, IEnumerable<AssemblyName> references) =>
        references.Where(static name => name.Name!.StartsWith("OutsideIn.", StringComparison.Ordinal))
            .Select(NameOf)
            .Except(Allowed[room], StringComparer.Ordinal)
            .Select(other => $"{room} -> {other}");

    private static string NameOf(AssemblyName name) => name.Name!["OutsideIn.".Length..];

    [GeneratedRegex("""<ProjectReference Include="[^"]*OutsideIn\.(\w+)\.csproj""", RegexOptions.None, 1000)]
    private static partial Regex ProjectReference();
}
