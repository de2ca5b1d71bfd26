using System.Globalization;
using System.Text;
using OutsideIn.Measures;

namespace OutsideIn.Cli;

/// <summary>The value of every subject as CSV (RFC 4180), UTF-8 without a byte order mark, one row a subject. Names stand as they are in the log.</summary>
/// <param name="stream">Where it is written; it stays open.</param>
/// <param name="hasMetrics">Whether a first column names the metric.</param>
internal sealed class CasesCsv(Stream stream, bool hasMetrics) : IDisposable
{
    private const double MicrosASecond = 1e6;
    private const double MicrosADay = 86_400e6;

    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };

    /// <summary>The first line.</summary>
    public void Head() => _writer.WriteLine((hasMetrics ? "metric," : "") + "subject,value,unit,state,side");

    /// <summary>The subjects of one measure; those its filter leaves out are not written.</summary>
    public void Write(string metric, MeasureValues values, IReadOnlyList<Side>? sides, string unit)
    {
        for (var subject = 0; subject < values.Count; subject++)
        {
            var state = values.States[subject];
            if (state == ValueState.LeftOut)
            {
                continue;
            }

            var value = state == ValueState.NotApplicable || (state == ValueState.Open && values.Plan.Kind == MeasureKind.YesNo) ? "" : Value(values, subject);
            string[] fields = [values.NameOf(subject), value, unit, Word(state), CaseSides.WordOf(state, sides?[subject]) is { } side && sides is not null ? side : ""];
            _writer.WriteLine(string.Join(',', (hasMetrics ? fields.Prepend(metric) : fields).Select(Field)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static string Value(MeasureValues values, int subject)
    {
        var value = values.Values[subject];
        return values.Plan.Kind switch
        {
            MeasureKind.YesNo => value == 1 ? "yes" : "no",
            MeasureKind.Duration => Number(value / (values.Plan.Clock == DurationClock.BusinessDays ? MicrosADay : MicrosASecond)),
            _ => Number(value),
        };
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Word(ValueState state) => state switch
    {
        ValueState.Known => "known",
        ValueState.Open => "open",
        ValueState.Lost => "lost",
        _ => "not applicable",
    };

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
