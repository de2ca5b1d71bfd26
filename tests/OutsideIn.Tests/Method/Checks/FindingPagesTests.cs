using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Checks;

/// <summary>Every page of docs/findings is a test: its bad example yields its finding, its good example does not.</summary>
public sealed partial class FindingPagesTests
{
    private static readonly CheckOptions Options = new(new DateOnly(2026, 11, 21));

    /// <summary>What the reader refuses already; the checks find it in maps that never were text (<see cref="MapChecksTests"/>).</summary>
    private static readonly Dictionary<string, string> RefusedByTheReader = new(StringComparer.Ordinal) { ["WRK-08"] = "MP034", ["WRK-09"] = "MP038" };

    /// <summary>A finding that takes a log has no map for an example; its page names the tests that build one.</summary>
    public static TheoryData<string> Codes => new(MapChecks.Catalogue.Where(static kind => !kind.IsFromLog).Select(static kind => kind.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_bad_example_yields_the_finding(string code)
    {
        if (RefusedByTheReader.TryGetValue(code, out var refusal))
        {
            Assert.Contains(Read(code, "Bad").Diagnostics, one => string.Equals(one.Code, refusal, StringComparison.Ordinal));
            return;
        }

        var finding = Check(code, "Bad").FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.Ordinal));

        Assert.NotNull(finding);
        var kind = MapChecks.Catalogue.Single(one => string.Equals(one.Code, code, StringComparison.Ordinal));
        Assert.Contains(finding.Severity, new[] { kind.Severity, kind.Otherwise ?? kind.Severity });
        Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(finding.Hint));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_good_example_does_not(string code) =>
        Assert.DoesNotContain(Check(code, "Good"), one => string.Equals(one.Code, code, StringComparison.Ordinal));

    private static IReadOnlyList<MapDiagnostic> Check(string code, string heading)
    {
        var document = Read(code, heading);
        Assert.Empty(document.Diagnostics.Where(static one => one.Severity == Severity.Error));
        return MapChecks.Check(document.Map, Options).Findings;
    }

    private static MapDocument Read(string code, string heading)
    {
        var page = File.ReadAllText(Path.Combine(Root(), $"docs/findings/{code}.md")).ReplaceLineEndings("\n");
        var example = Example().Matches(page).Single(one => string.Equals(one.Groups["heading"].Value, heading, StringComparison.Ordinal));
        return MapYaml.Read(example.Groups["yaml"].Value, $"{code} {heading}.yaml");
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../.."));

    [GeneratedRegex(@"^## (?<heading>Bad|Good)\n\n```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Example();
}
