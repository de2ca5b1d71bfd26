using System.Text;
using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Support;

/// <summary>Reads logs out of files and texts, and expects what tests expect of them.</summary>
internal static class Logs
{
    public static ImportedLog ReadFile(string path, ImportOptions? options = null) =>
        Expect(LogImport.Read(
            new LogSource(Path.GetFileName(path), () => File.OpenRead(path), new FileInfo(path).Length),
            options ?? new ImportOptions(), null, TestContext.Current.CancellationToken));

    public static Result<ImportedLog> Try(byte[] bytes, ImportOptions? options = null, string name = "log.csv") =>
        LogImport.Read(new LogSource(name, () => new MemoryStream(bytes), bytes.Length), options ?? new ImportOptions(), null,
            TestContext.Current.CancellationToken);

    public static ImportedLog Read(string text, ImportOptions? options = null) => Expect(Try(Encoding.UTF8.GetBytes(text), options));

    public static Problem Refuse(string text, ImportOptions? options = null) => Refuse(Encoding.UTF8.GetBytes(text), options);

    public static Problem Refuse(byte[] bytes, ImportOptions? options = null)
    {
        Assert.False(Try(bytes, options).TryGet(out _, out var problem));
        return problem;
    }

    public static T Expect<T>(Result<T> result)
        where T : notnull
    {
        if (result.TryGet(out var value, out var problem))
        {
            return value;
        }

        Assert.Fail($"{problem.Code}: {problem.Message} {problem.Hint}");
        throw new InvalidOperationException();
    }
}
