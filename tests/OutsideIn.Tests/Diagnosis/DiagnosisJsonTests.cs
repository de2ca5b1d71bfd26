using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using OutsideIn.Diagnosis;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class DiagnosisJsonTests
{
    [Fact]
    public void A_document_survives_being_written_and_read()
    {
        var document = SampleDocuments.Filled();

        var read = DiagnosisJson.Read(new MemoryStream(Written(document))).Value();

        Assert.Equal(Encoding.UTF8.GetString(Written(document)), Encoding.UTF8.GetString(Written(read)));
        Assert.Equal(document.Diagnosis.Clocks.Firm.Median, read.Diagnosis.Clocks.Firm.Median);
    }

    [Theory]
    [InlineData("log.events")]
    [InlineData("log.cases")]
    [InlineData("log.activities")]
    [InlineData("log.variants")]
    [InlineData("log.first")]
    [InlineData("log.last")]
    [InlineData("quality.refused.0.line")]
    [InlineData("process.directlyFollows.0.from")]
    [InlineData("process.directlyFollows.0.to")]
    [InlineData("process.directlyFollows.0.count")]
    [InlineData("process.directlyFollows.0.meanSeconds")]
    [InlineData("process.directlyFollows.0.medianSeconds")]
    [InlineData("process.startActivities.0.activity")]
    [InlineData("process.startActivities.0.cases")]
    [InlineData("process.endActivities.0.activity")]
    [InlineData("process.endActivities.0.cases")]
    [InlineData("process.throughput.meanSeconds")]
    [InlineData("process.throughput.medianSeconds")]
    [InlineData("process.throughput.p90Seconds")]
    [InlineData("process.repeats.0.activity")]
    [InlineData("process.repeats.0.cases")]
    [InlineData("process.repeats.0.repeats")]
    [InlineData("process.resourceHandovers.0.from")]
    [InlineData("process.resourceHandovers.0.to")]
    [InlineData("process.resourceHandovers.0.count")]
    [InlineData("process.teamHandovers.0.count")]
    [InlineData("diagnosis.momentsOfTruth.0.activity")]
    [InlineData("diagnosis.breakpoints.total")]
    [InlineData("diagnosis.breakpoints.cases")]
    [InlineData("diagnosis.breakpoints.pairs.0.from")]
    [InlineData("diagnosis.causeOfWork.0.events")]
    [InlineData("diagnosis.causeOfWorkTotal.reconciles")]
    [InlineData("diagnosis.failureDemand.share.share")]
    [InlineData("diagnosis.clocks.customer.median.seconds")]
    [InlineData("diagnosis.ruleSuspects.0.kind")]
    [InlineData("diagnosis.candidates.0.rank")]
    public void The_names_promised_to_readers_are_there(string path)
    {
        using var json = JsonDocument.Parse(Written(SampleDocuments.Filled()));

        var element = json.RootElement;
        foreach (var name in path.Split('.'))
        {
            element = int.TryParse(name, CultureInfo.InvariantCulture, out var index) ? element[index] : element.GetProperty(name);
        }

        Assert.NotEqual(JsonValueKind.Undefined, element.ValueKind);
    }

    [Fact]
    public void Instants_are_written_in_UTC_and_letters_as_they_are()
    {
        var document = SampleDocuments.Filled();
        var log = document.Log with
        {
            Name = "Schäden <2026>.csv",
            First = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(1)),
            Last = new DateTimeOffset(2026, 3, 1, 9, 0, 0, 0, 250, TimeSpan.Zero),
        };

        var text = Encoding.UTF8.GetString(Written(document with { Log = log }));

        Assert.Contains("\"first\": \"2026-03-01T09:00:00Z\"", text, StringComparison.Ordinal);
        Assert.Contains("\"last\": \"2026-03-01T09:00:00.00025Z\"", text, StringComparison.Ordinal);
        Assert.Contains("Schäden", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_none_is_refused_by_the_writer()
    {
        var document = SampleDocuments.Filled();
        var throughput = document.Process.Throughput with { MeanSeconds = double.NaN };
        var broken = document with { Process = document.Process with { Throughput = throughput } };

        Assert.Throws<ArgumentException>(() => Written(broken));
    }

    [Theory]
    [InlineData("", "DG021")]
    [InlineData("[]", "DG021")]
    [InlineData("{}", "DG021")]
    [InlineData("{\"version\": 1}", "DG021")]
    [InlineData("{\"version\": \"one\"}", "DG021")]
    [InlineData("{\"version\": 1, \"log\"", "DG021")]
    [InlineData("{\"version\": 99}", "DG022")]
    public void What_is_no_diagnosis_is_refused_with_a_reason(string text, string code) =>
        Assert.Equal(code, DiagnosisJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Refusal().Code);

    [Fact]
    public void The_page_of_the_layout_is_what_the_comments_say_with_a_line_for_every_property()
    {
        var path = Path.GetFullPath(Path.Combine(Here(), "../../../docs/diagnosis-json.md"));
        var page = DiagnosisJsonPage.Make();
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path), "docs/diagnosis-json.md is missing: run this test once with APPROVE=1.");
        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static byte[] Written(DiagnosisDocument document)
    {
        using var stream = new MemoryStream();
        DiagnosisJson.Write(stream, document);
        return stream.ToArray();
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
