using System.Text;

namespace OutsideIn.Events;

/// <summary>Decides, all rows read, what each raw column holds, and hands it to the builder of the log.</summary>
internal sealed class ColumnFinishing(EventLogBuilder builder, ImportOptions options, TimeFormat timeFormat, LocalClock clock)
{
    private const int SamplesMax = 5;
    private const int TimeDetectionNamesMax = 100_000;
    private const string Yes = "yes";

    private static readonly (string Yes, string No)[] Answers =
        [("true", "false"), (Yes, "no"), ("y", "n"), ("ja", "nein"), ("ja", "nee"), ("oui", "non"), ("si", "no"), ("sí", "no"), ("sim", "não")];

    /// <summary>What was done with columns, one sentence each.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Finishes all columns.</summary>
    /// <param name="columns">Every column but case, activity, time and start.</param>
    /// <param name="lifecycle">The one of them that has lifecycle transitions, or null; the builder deals with it.</param>
    /// <returns>What each holds, in their order.</returns>
    public List<ColumnSummary> Finish(IReadOnlyList<RawColumn> columns, RawColumn? lifecycle)
    {
        var summaries = new List<ColumnSummary>(columns.Count);
        var doers = columns.Where(static one => one.Role is not null).ToList();
        if (lifecycle is not null && columns.FirstOrDefault(static one => one.Name is "concept:instance") is { } instances)
        {
            for (var row = 0; row < instances.Codes.Count; row++)
            {
                builder.Lifecycle.SetInstance(row, instances.Codes.Values[row]);
            }
        }

        foreach (var column in columns)
        {
            summaries.Add(ReferenceEquals(column, lifecycle) ? Transitions(column)
                : column.Role is null ? Attribute(column, doers)
                : Doer(column));
        }

        return summaries;
    }

    private ColumnSummary Transitions(RawColumn column)
    {
        var (samples, tokens) = (Samples(column), Forget(column, AttributeKind.Text));
        builder.Lifecycle.AttributeName = column.Name;
        builder.Lifecycle.Transitions.Take(column.Names, column.Codes);
        return new ColumnSummary(column.Name, AttributeKind.Text, AttributeLevel.Event, tokens, null, samples);
    }

    private ColumnSummary Doer(RawColumn column)
    {
        var found = Kind(column);
        var samples = Samples(column);
        if (column.Role == ColumnRole.Cost)
        {
            return Cost(column, found, samples);
        }

        // A doer is a name, whatever it looks like.
        var tokens = Forget(column, found.Kind == AttributeKind.YesNo ? AttributeKind.Text : found.Kind);
        builder.Take(column.Role!.Value, column);
        return new ColumnSummary(column.Name, AttributeKind.Text, null, tokens, null, samples);
    }

    private ColumnSummary Cost(RawColumn column, Found found, IReadOnlyList<string> samples)
    {
        if (found.Kind != AttributeKind.Number)
        {
            Notes.Add($"'{column.Name}' was to be the cost, but not all its values are numbers, such as '{string.Join("', '", samples)}'; it is kept as an attribute.");
            return Attribute(column, []);
        }

        var numbers = found.Numbers;
        for (var row = 0; row < column.Codes.Count; row++)
        {
            if (column.Codes.Values[row] is var code && !double.IsNaN(numbers[code]))
            {
                builder.SetCost(row, numbers[code]);
            }
        }

        return new ColumnSummary(column.Name, AttributeKind.Number, null, found.Tokens, null, samples);
    }

    private ColumnSummary Attribute(RawColumn column, List<RawColumn> doers)
    {
        var found = Kind(column);
        var samples = Samples(column);
        ColumnSummary Summary(AttributeLevel? level, IReadOnlyList<MissingToken> tokens) =>
            new(column.Name, found.Kind, level, tokens, found.Format?.Name, samples);
        if (TwinOf(column, doers, found) is { } twin)
        {
            Notes.Add($"'{column.Name}' says in every row what the {twin} says, and is not kept a second time.");
            return Summary(null, []);
        }

        if (IsRunningNumber(column, found))
        {
            Notes.Add($"'{column.Name}' only numbers the rows and is left out.");
            return Summary(null, []);
        }

        var attribute = builder.Attribute(column.Name, found.Kind, AttributeLevel.Event);
        var tokens = found.Tokens;
        switch (found.Kind)
        {
            case AttributeKind.Text:
                tokens = Forget(column, AttributeKind.Text);
                attribute.Take(column.Names, column.Codes);
                break;
            case AttributeKind.Number:
                Each(column, (row, code) => attribute.SetNumber(row, found.Numbers[code]), code => !double.IsNaN(found.Numbers[code]));
                break;
            case AttributeKind.Time:
                Each(column, (row, code) => attribute.SetTime(row, found.Times[code]), code => found.Times[code] != AttributeColumn.MissingTime);
                break;
            default:
                Each(column, (row, code) => attribute.SetAnswer(row, found.Numbers[code] > 0), code => !double.IsNaN(found.Numbers[code]));
                break;
        }

        return Summary(AttributeLevel.Event, tokens);
    }

    private static void Each(RawColumn column, Action<int, int> set, Func<int, bool> has)
    {
        for (var row = 0; row < column.Codes.Count; row++)
        {
            if (column.Codes.Values[row] is var code && has(code))
            {
                set(row, code);
            }
        }
    }

    private string? TwinOf(RawColumn column, List<RawColumn> doers, Found found)
    {
        foreach (var role in new[] { ColumnRole.Case, ColumnRole.Activity })
        {
            if (builder.IsTwin(role, column))
            {
                return role.ToString().ToLowerInvariant();
            }
        }

        if (found.Kind == AttributeKind.Time && (builder.IsTwin(ColumnRole.Time, column, found.Times) || builder.IsTwin(ColumnRole.Start, column, found.Times)))
        {
            return builder.IsTwin(ColumnRole.Time, column, found.Times) ? "time" : "start";
        }

        var doer = doers.Find(one => one.Names.Count > 0 && column.IsTwinOf(one.Names, one.Codes.Values));
        return doer?.Role!.Value.ToString().ToLowerInvariant();
    }

    private bool IsRunningNumber(RawColumn column, Found found)
    {
        var isNamedSo = column.Name.StartsWith("Unnamed: ", StringComparison.Ordinal) || column.Name is "@@index" or "index"
            || string.Equals(column.Name, $"column {column.Index + 1}", StringComparison.Ordinal);
        if (!isNamedSo || (found.Kind == AttributeKind.Text && column.Names.Count > 0) || column.Codes.Count != (column.Names.Count == 0 ? 0 : builder.EventCount))
        {
            return false;
        }

        // Every row has a number of its own, each one more than the last or, where a row was refused, more.
        for (var row = 1; row < column.Codes.Count; row++)
        {
            if (!(found.Numbers[column.Codes.Values[row]] > found.Numbers[column.Codes.Values[row - 1]]))
            {
                return false;
            }
        }

        return true;
    }

    private List<MissingToken> Forget(RawColumn column, AttributeKind kind)
    {
        var usual = TokensOf(column, kind);
        column.Forget([.. usual.Select(token => column.Names.CodeOf(token.Token))]);
        return usual;
    }

    private List<MissingToken> TokensOf(RawColumn column, AttributeKind kind)
    {
        var names = column.Names.Count <= MissingTokens.NamesLookedAt ? column.Names.ToNames() : ShortNames(column.Names);
        var hasEmpty = column.Codes.Count < builder.EventCount || column.Codes.Values.Contains(CodedColumn.Missing);
        return MissingTokens.Among(names, kind, hasEmpty, options.MissingTokens);
    }

    private string[] ShortNames(NameTable names)
    {
        var longest = options.MissingTokens is { Count: > 0 } given ? given.Max(static one => Encoding.UTF8.GetByteCount(one)) : MissingTokens.LengthMax;
        return [.. Enumerable.Range(1, names.Count).Where(code => names.BytesOf(code).Length <= longest).Select(code => Encoding.UTF8.GetString(names.BytesOf(code)))];
    }

    private static List<string> Samples(RawColumn column) =>
        [.. Enumerable.Range(1, Math.Min(SamplesMax, column.Names.Count)).Select(code => Encoding.UTF8.GetString(column.Names.BytesOf(code)))];

    private Found Kind(RawColumn column)
    {
        var tokens = TokensOf(column, AttributeKind.Number);
        var missing = tokens.Select(token => column.Names.CodeOf(token.Token)).ToHashSet();
        var count = column.Names.Count;
        if (count == missing.Count)
        {
            return new Found(AttributeKind.Text);
        }

        return Numbers(column.Names, missing, (byte)'.') is { } numbers ? new Found(AttributeKind.Number) { Numbers = numbers, Tokens = tokens }
            : Numbers(column.Names, missing, (byte)',') is { } decimals ? new Found(AttributeKind.Number) { Numbers = decimals, Tokens = tokens }
            : YesOrNo(column.Names, missing) is { } answers
                ? new Found(AttributeKind.YesNo) { Numbers = answers, Tokens = TokensOf(column, AttributeKind.YesNo) }
            : Times(column.Names, missing) is var (times, format)
                ? new Found(AttributeKind.Time) { Times = times, Format = format, Tokens = TokensOf(column, AttributeKind.Time) }
            : new Found(AttributeKind.Text);
    }

    private static double[]? Numbers(NameTable names, HashSet<int> missing, byte sign)
    {
        var numbers = new double[names.Count + 1];
        numbers[0] = double.NaN;
        var areGroups = sign == ',';
        for (var code = 1; code <= names.Count; code++)
        {
            numbers[code] = double.NaN;
            if (missing.Contains(code))
            {
                continue;
            }

            var text = names.BytesOf(code);
            if (!NumberParsing.TryRead(text, sign, out numbers[code]))
            {
                return null;
            }

            // Three digits behind every comma may be thousands: then the column stays text.
            var comma = text.IndexOf((byte)',');
            areGroups &= comma < 0 || text.Length - comma == 4;
        }

        return areGroups ? null : numbers;
    }

    private static double[]? YesOrNo(NameTable names, HashSet<int> missing)
    {
        if (names.Count - missing.Count > 6)
        {
            return null;
        }

        var texts = names.ToNames();
        foreach (var (yes, no) in Answers)
        {
            var numbers = new double[names.Count + 1];
            numbers[0] = double.NaN;
            for (var code = 1; code <= names.Count; code++)
            {
                var text = texts[code - 1];
                numbers[code] = missing.Contains(code) ? double.NaN
                    : text.Equals(yes, StringComparison.OrdinalIgnoreCase) ? 1
                    : text.Equals(no, StringComparison.OrdinalIgnoreCase) ? 0
                    : double.PositiveInfinity;
            }

            // One letter, or one answer alone in another tongue than the machine's, may be a code: both answers must occur.
            var isOne = !numbers.Contains(1) || !numbers.Contains(0);
            if (!numbers.Contains(double.PositiveInfinity) && !(isOne && yes is not "true"))
            {
                return numbers;
            }
        }

        return null;
    }

    private (long[] Times, TimeFormat Format)? Times(NameTable names, HashSet<int> missing)
    {
        foreach (var format in timeFormat == TimeFormat.Iso ? [TimeFormat.Iso] : new[] { TimeFormat.Iso, timeFormat })
        {
            if (InFormat(names, missing, format) is { } times)
            {
                return (times, format);
            }
        }

        if (names.Count > TimeDetectionNamesMax)
        {
            return null;
        }

        var present = Enumerable.Range(1, names.Count).Where(code => !missing.Contains(code))
            .Select(code => Encoding.UTF8.GetString(names.BytesOf(code))).ToList();
        var detected = TimeDetection.Detect(present, mayBeCounts: false, timeFormat);
        return detected is { Format: { } clear, Rivals: [] } && detected.Fits == detected.Total && InFormat(names, missing, clear) is { } read
            ? (read, clear)
            : null;
    }

    private long[]? InFormat(NameTable names, HashSet<int> missing, TimeFormat format)
    {
        var times = new long[names.Count + 1];
        times[0] = AttributeColumn.MissingTime;
        for (var code = 1; code <= names.Count; code++)
        {
            times[code] = AttributeColumn.MissingTime;
            if (missing.Contains(code))
            {
                continue;
            }

            if (!format.TryRead(names.BytesOf(code), out var micros, out var hasZone))
            {
                return null;
            }

            times[code] = hasZone ? micros : clock.ToUtc(micros);
        }

        return times;
    }

    private sealed record Found(AttributeKind Kind)
    {
        public double[] Numbers { get; init; } = [];

        public long[] Times { get; init; } = [];

        public TimeFormat? Format { get; init; }

        public IReadOnlyList<MissingToken> Tokens { get; init; } = [];
    }
}
