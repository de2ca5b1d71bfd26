using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace OutsideIn.Events;

/// <summary>What a key is for, as far as that decides how its values are read.</summary>
internal enum XesUse
{
    /// <summary>The document's types decide.</summary>
    Attribute,

    /// <summary>It names something: text, whatever its type.</summary>
    Name,

    /// <summary>It says when: a time, whatever its type.</summary>
    Time,
}

/// <summary>The values of one key at one level (events or traces) while a document is read; typed as the document's elements say.</summary>
/// <remarks>
/// Texts and short lists of numbers and answers are coded, each distinct value once; times, and numbers with many distinct
/// values, stand one by one. A key that changes its type becomes text.
/// </remarks>
internal sealed class XesColumn(string key, XesUse use)
{
    // With more distinct numbers than this a code and its text cost more than the number itself.
    private const int CodedNumbersMax = 8192;
    private const int LeadsNotedMax = 8;

    private readonly NameTable _names = new();
    private readonly Growing<int> _codes = new(CodedColumn.Missing);
    private readonly Growing<double> _valueOfCode = new(double.NaN);
    private readonly Growing<double> _numbers = new(double.NaN);
    private readonly Growing<long> _times = new(AttributeColumn.MissingTime);
    private Storage _store;
    private int _leadsNoted;
    private int _seen;

    private enum Storage
    {
        Codes,
        Numbers,
        Times,
    }

    public string Key { get; } = key;

    /// <summary>Whether the values are text whatever the document's types, because they name something.</summary>
    public bool IsText { get; } = use == XesUse.Name;

    /// <summary>Whether the values are times whatever the document's types.</summary>
    public bool IsTime { get; } = use == XesUse.Time;

    /// <summary>Whether any row ever had a value.</summary>
    public bool HasValues => _store switch
    {
        Storage.Times => _times.Values.ContainsAnyExcept(AttributeColumn.MissingTime),
        Storage.Numbers => _numbers.Values.ContainsAnyExcept(double.NaN),
        _ => _codes.Values.ContainsAnyExcept(CodedColumn.Missing),
    };

    /// <summary>How the last tags of this key began; null until one was met that can be met again.</summary>
    public XmlLead? Lead { get; private set; }

    public byte[] KeyUtf8 { get; } = Encoding.UTF8.GetBytes(key);

    /// <summary>The column that followed this one the last time: most elements repeat the order of the one before.</summary>
    public XesColumn? Next { get; private set; }

    /// <summary>The one that followed it before <see cref="Next"/> did: events of two activities often take turns.</summary>
    public XesColumn? NextBefore { get; private set; }

    /// <summary>The element that set a value last.</summary>
    public long Stamp { get; set; }

    /// <summary>Values that are not what their type says, and the line of the first.</summary>
    public (long Count, long Line, string Value) Bad { get; private set; }

    /// <summary>Whether an integer was met that a number of this room would change.</summary>
    public bool HasHugeInteger { get; private set; }

    /// <summary>Whether the document gave the key different types.</summary>
    public bool IsMixed => !IsText && (_seen & (_seen - 1)) != 0 && _seen != (Flag(XesType.Whole) | Flag(XesType.Float)) && _seen != (Flag(XesType.Text) | Flag(XesType.Id));

    public AttributeKind Kind => _store switch
    {
        Storage.Times => AttributeKind.Time,
        Storage.Numbers => AttributeKind.Number,
        _ when IsText || HasHugeInteger || _seen == 0 => AttributeKind.Text,
        _ when (_seen & ~(Flag(XesType.Whole) | Flag(XesType.Float))) == 0 => AttributeKind.Number,
        _ when _seen == Flag(XesType.YesNo) => AttributeKind.YesNo,
        _ => AttributeKind.Text,
    };

    public NameTable Names => _names;

    public ReadOnlySpan<int> Codes => _codes.Values;

    public ReadOnlySpan<long> Times => _times.Values;

    /// <summary>Notes the column that follows this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Follow(XesColumn next)
    {
        if (Next != next)
        {
            (Next, NextBefore) = (next, Next);
        }
    }

    /// <summary>Notes how a tag of this key begins; a key that is written in ever new ways is no longer noted.</summary>
    public void Note(XmlScanner scanner)
    {
        if (_leadsNoted < LeadsNotedMax)
        {
            _leadsNoted++;
            Lead = scanner.Lead();
        }
    }

    /// <summary>Makes room for so many rows.</summary>
    public void Reserve(int count)
    {
        switch (_store)
        {
            case Storage.Codes:
                _codes.Reserve(count);
                break;
            case Storage.Numbers:
                _numbers.Reserve(count);
                break;
            default:
                _times.Reserve(count);
                break;
        }
    }

    /// <summary>Sets a value that is no time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int row, XesType type, ReadOnlySpan<byte> value, XmlScanner scanner)
    {
        var isNumber = type is XesType.Whole or XesType.Float;
        if (_store != Storage.Codes && !(isNumber && _store == Storage.Numbers))
        {
            BecomeText();
        }

        _seen |= Flag(type);
        if (_store == Storage.Numbers)
        {
            SetNumber(row, type, value, scanner);
            return;
        }

        var code = _names.CodeOfRepeated(value);
        if (IsText || type is XesType.Text or XesType.Id)
        {
            _codes.Set(row, code);
            return;
        }

        if (code > _valueOfCode.Count)
        {
            _valueOfCode.Set(code - 1, Parsed(type, value));
        }

        if (double.IsNegativeInfinity(_valueOfCode.Values[code - 1]))
        {
            Spoil(value, scanner);
            return;
        }

        _codes.Set(row, code);
        if (code > CodedNumbersMax && Kind == AttributeKind.Number)
        {
            BecomeNumbers();
        }
    }

    /// <summary>Sets a time.</summary>
    public void SetTime(int row, long micros)
    {
        if (_seen == 0)
        {
            _store = Storage.Times;
        }

        _seen |= Flag(XesType.Date);
        if (_store == Storage.Times)
        {
            _times.Set(row, micros);
            return;
        }

        if (_store == Storage.Numbers)
        {
            BecomeText();
        }

        _codes.Set(row, _names.CodeOf(TimeText(micros)));
    }

    /// <summary>Counts a value that is not what its type says; the row stays without one.</summary>
    public void Spoil(ReadOnlySpan<byte> value, XmlScanner scanner) =>
        Bad = Bad.Count > 0 ? Bad with { Count = Bad.Count + 1 } : (1, scanner.Line, Shown(value));

    /// <summary>Takes the value of a row back.</summary>
    public void Unset(int row)
    {
        switch (_store)
        {
            case Storage.Codes:
                _codes.Set(row, CodedColumn.Missing);
                break;
            case Storage.Numbers:
                _numbers.Set(row, double.NaN);
                break;
            default:
                _times.Set(row, AttributeColumn.MissingTime);
                break;
        }
    }

    /// <summary>Makes the column text, whatever it was.</summary>
    public void BecomeText()
    {
        for (var row = 0; _store == Storage.Times && row < _times.Count; row++)
        {
            _codes.Set(row, _times.Values[row] == AttributeColumn.MissingTime ? CodedColumn.Missing : _names.CodeOf(TimeText(_times.Values[row])));
        }

        for (var row = 0; _store == Storage.Numbers && row < _numbers.Count; row++)
        {
            var number = _numbers.Values[row];
            _codes.Set(row, double.IsNaN(number) ? CodedColumn.Missing : _names.CodeOf(number.ToString(CultureInfo.InvariantCulture)));
        }

        _store = Storage.Codes;
    }

    /// <summary>The number of a row whose <see cref="Kind"/> is number or yes/no (1 and 0); NaN where missing.</summary>
    public double NumberAt(int row) =>
        _store == Storage.Numbers ? (row < _numbers.Count ? _numbers.Values[row] : double.NaN)
        : row < _codes.Count && _codes.Values[row] != CodedColumn.Missing ? _valueOfCode.Values[_codes.Values[row] - 1]
        : double.NaN;

    /// <summary>The value of a row as text, or null where it has none.</summary>
    public string? TextAt(int row) => _store switch
    {
        Storage.Times => row < _times.Count && _times.Values[row] != AttributeColumn.MissingTime ? TimeText(_times.Values[row]) : null,
        Storage.Numbers => double.IsNaN(NumberAt(row)) ? null : NumberAt(row).ToString(CultureInfo.InvariantCulture),
        _ => row < _codes.Count && _codes.Values[row] != CodedColumn.Missing ? _names.TextOf(_codes.Values[row]) : null,
    };

    /// <summary>The values as a log takes them over.</summary>
    public AttributeStore ToStore() => Kind switch
    {
        AttributeKind.Time => new AttributeStore { Times = _times },
        AttributeKind.Text => new AttributeStore { Names = _names, Codes = _codes },
        AttributeKind.YesNo => new AttributeStore { Answers = Decoded(AttributeColumn.MissingAnswer, static answer => (sbyte)answer) },
        _ when _store == Storage.Numbers => new AttributeStore { Numbers = _numbers },
        _ => new AttributeStore { Numbers = Decoded(double.NaN, static number => number) },
    };

    private Growing<T> Decoded<T>(T missing, Func<double, T> decode)
        where T : unmanaged, IEquatable<T>
    {
        var ofCode = new T[_names.Count + 1];
        ofCode[CodedColumn.Missing] = missing;
        for (var code = 1; code <= _valueOfCode.Count; code++)
        {
            var value = _valueOfCode.Values[code - 1];
            ofCode[code] = double.IsNaN(value) ? missing : decode(value);
        }

        var decoded = new Growing<T>(missing, _codes.Count);
        foreach (var code in _codes.Values)
        {
            decoded.Add(ofCode[code]);
        }

        return decoded;
    }

    private static int Flag(XesType type) => 1 << (int)type;

    private static string Shown(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value[..Math.Min(value.Length, 40)]);

    private static string TimeText(long micros) =>
        DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private void SetNumber(int row, XesType type, ReadOnlySpan<byte> value, XmlScanner scanner)
    {
        var number = Parsed(type, value);
        if (double.IsNegativeInfinity(number))
        {
            Spoil(value, scanner);
        }
        else if (HasHugeInteger)
        {
            BecomeText();
            _codes.Set(row, _names.CodeOf(value));
        }
        else
        {
            _numbers.Set(row, number);
        }
    }

    private double Parsed(XesType type, ReadOnlySpan<byte> value)
    {
        var reading = XesValues.Read(type, value, out var parsed);
        HasHugeInteger |= reading == XesReading.Huge;
        return reading == XesReading.Bad ? double.NegativeInfinity : parsed;
    }

    private void BecomeNumbers()
    {
        for (var row = 0; row < _codes.Count; row++)
        {
            _numbers.Set(row, NumberAt(row));
        }

        _store = Storage.Numbers;
    }
}
