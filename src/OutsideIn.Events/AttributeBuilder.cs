namespace OutsideIn.Events;

/// <summary>Collects the values of one attribute while a log is built. Rows never set have no value.</summary>
public sealed class AttributeBuilder
{
    private readonly string _name;
    private readonly AttributeKind _kind;
    private readonly AttributeLevel _level;
    private readonly Growing<double> _numbers;
    private readonly Growing<long> _times;
    private readonly Growing<sbyte> _answers;
    private NameTable _names;
    private Growing<int> _codes;

    internal AttributeBuilder(string name, AttributeKind kind, AttributeLevel level)
        : this(name, kind, level, new AttributeStore())
    {
    }

    /// <summary>Takes over what a reader has collected already.</summary>
    internal AttributeBuilder(string name, AttributeKind kind, AttributeLevel level, AttributeStore store)
    {
        (_name, _kind, _level) = (name, kind, level);
        (_names, _codes, _numbers, _times, _answers) = (store.Names, store.Codes, store.Numbers, store.Times, store.Answers);
    }

    /// <summary>Sets a text.</summary>
    public void SetText(int row, string text) => _codes.Set(row, _names.CodeOf(text));

    /// <inheritdoc cref="SetText(int, string)"/>
    public void SetText(int row, ReadOnlySpan<byte> utf8) => _codes.Set(row, _names.CodeOf(utf8));

    /// <summary>Sets a number.</summary>
    public void SetNumber(int row, double number) => _numbers.Set(row, number);

    /// <summary>Sets an instant, microseconds since 1970-01-01T00:00:00Z.</summary>
    public void SetTime(int row, long micros) => _times.Set(row, micros);

    /// <summary>Sets a yes or a no.</summary>
    public void SetAnswer(int row, bool yes) => _answers.Set(row, yes ? (sbyte)1 : (sbyte)0);

    /// <summary>Takes texts that were coded elsewhere.</summary>
    internal void Take(NameTable names, Growing<int> codes) => (_names, _codes) = (names, codes);

    /// <summary>Sets a text by its code in the names taken over.</summary>
    internal void SetCode(int row, int code) => _codes.Set(row, code);

    /// <summary>Gives rows of events without a value that of another row.</summary>
    internal void Fill(IReadOnlyList<(int From, int To)> pairs)
    {
        if (_level == AttributeLevel.Event)
        {
            _codes.Fill(pairs);
            _numbers.Fill(pairs);
            _times.Fill(pairs);
            _answers.Fill(pairs);
        }
    }

    /// <summary>The sorted column; null where no value was ever set.</summary>
    /// <param name="rows">The source row at each place of the log.</param>
    /// <param name="rowCount">Rows of the source, those left out of the log too.</param>
    /// <param name="caseStarts">[cases + 1] Where each case starts.</param>
    /// <param name="keptCases">[cases] The index each case had before empty ones were dropped.</param>
    internal AttributeColumn? ToColumn(int[] rows, int rowCount, int[] caseStarts, int[] keptCases) => _kind switch
    {
        AttributeKind.Text => Column(_codes, (rows, rowCount), caseStarts, keptCases, CodedColumn.Missing,
            (level, codes) => new AttributeColumn(_name, level, UsedNames.Column(_names.ToNames(), codes))),
        AttributeKind.Number => Column(_numbers, (rows, rowCount), caseStarts, keptCases, double.NaN,
            (level, numbers) => new AttributeColumn(_name, level, numbers)),
        AttributeKind.Time => Column(_times, (rows, rowCount), caseStarts, keptCases, AttributeColumn.MissingTime,
            (level, times) => new AttributeColumn(_name, level, times)),
        _ => Column(_answers, (rows, rowCount), caseStarts, keptCases, AttributeColumn.MissingAnswer,
            (level, answers) => new AttributeColumn(_name, level, answers)),
    };

    private AttributeColumn? Column<T>(
        Growing<T> column, (int[] Order, int Count) rows, int[] caseStarts, int[] keptCases, T missing, Func<AttributeLevel, T[], AttributeColumn> make)
        where T : unmanaged, IEquatable<T>
    {
        if (column.Count == 0)
        {
            return null;
        }

        if (_level == AttributeLevel.Case)
        {
            column.PadTo(keptCases.Length == 0 ? 0 : keptCases.Max() + 1);
            return make(AttributeLevel.Case, column.InOrder(keptCases));
        }

        column.PadTo(rows.Count);
        var sorted = column.InOrder(rows.Order);
        if (!sorted.AsSpan().ContainsAnyExcept(missing))
        {
            return null;
        }

        var byCase = CaseSorting.OneValueACase<T>(caseStarts, sorted, missing);
        return byCase is null ? make(AttributeLevel.Event, sorted) : make(AttributeLevel.Case, byCase);
    }
}
