namespace OutsideIn.Tidy.Tests;

public sealed class SizeTests
{
    private const int FileLinesMax = 400;

    // A file may stand above the limit only with a reason, and only up to the size written here.
    private static readonly Dictionary<string, (int Lines, string Why)> Excused = new(StringComparer.Ordinal);

    [Fact]
    public void Source_files_fit_the_limit_or_carry_an_excuse()
    {
        var wrong =
            from path in Repo.SourceFiles("src")
            let name = Path.GetRelativePath(Repo.Root, path).Replace('\\', '/')
            let lines = File.ReadLines(path).Count()
            where lines > (Excused.TryGetValue(name, out var excuse) ? excuse.Lines : FileLinesMax)
            select $"{name}: {lines} lines";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_excuse_outlives_its_file() =>
        Assert.Empty(Excused.Keys.Where(static name => !File.Exists(Path.Combine(Repo.Root, name))));
}
