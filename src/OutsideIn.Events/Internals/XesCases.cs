using System.Globalization;
using System.Text;

namespace OutsideIn.Events;

/// <summary>Says which case each event belongs to.</summary>
internal sealed class XesCases
{
    private readonly int[] _ofTrace;
    private readonly XesNamed? _ofEvent;

    private XesCases(int[] ofTrace, XesNamed? ofEvent, bool areTraces) => (_ofTrace, _ofEvent, AreTraces) = (ofTrace, ofEvent, areTraces);

    /// <summary>Whether an attribute of events names the cases, so that a trace is not a case.</summary>
    public bool AreOfEvents => _ofEvent is not null;

    /// <summary>Whether each trace is a case of its own, in the same order.</summary>
    public bool AreTraces { get; }

    public static XesCases Of(XesField? field, XesRows rows, EventLogBuilder builder)
    {
        if (field?.Level == AttributeLevel.Event)
        {
            return new XesCases([], new XesNamed(field, builder.Case, static _ => false), areTraces: false);
        }

        var ofTrace = new int[rows.TraceCount];
        if (field is not null && AreNumbered(field.Column.Codes, rows.TraceCount))
        {
            builder.TakeCases(field.Column.Names);
        }
        else
        {
            return Coded(field, rows, builder, ofTrace);
        }

        for (var trace = 0; trace < ofTrace.Length; trace++)
        {
            ofTrace[trace] = trace + 1;
        }

        return new XesCases(ofTrace, null, areTraces: true);
    }

    private static XesCases Coded(XesField? field, XesRows rows, EventLogBuilder builder, int[] ofTrace)
    {
        var named = new XesNamed(field, builder.Case, static _ => false);
        var cases = 0;
        for (var trace = 0; trace < ofTrace.Length; trace++)
        {
            var code = named.CodeAt(trace, trace);
            if (code == CodedColumn.Missing)
            {
                rows.Tally.TracesUnnamed++;
                code = builder.Case(Unnamed(trace + 1, field?.Column.Names));
            }

            rows.Tally.TracesJoined += code <= cases ? 1 : 0;
            cases = Math.Max(cases, code);
            ofTrace[trace] = code;
        }

        return new XesCases(ofTrace, null, areTraces: cases == ofTrace.Length);
    }

    /// <summary>The code of the case of an event, or 0 where it names none.</summary>
    public int CodeAt(int row, int trace) => _ofEvent?.CodeAt(row, trace) ?? _ofTrace[trace];

    /// <summary>The code of the case of a trace.</summary>
    public int OfTrace(int trace) => _ofTrace[trace];

    /// <summary>Whether every trace has a name of its own.</summary>
    private static bool AreNumbered(ReadOnlySpan<int> codes, int traces)
    {
        var trace = 0;
        while (trace < Math.Min(codes.Length, traces) && codes[trace] == trace + 1)
        {
            trace++;
        }

        return trace == traces;
    }

    private static string Unnamed(int number, NameTable? taken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"trace {number}");
        while (taken is not null && taken.KnownCodeOf(Encoding.UTF8.GetBytes(name)) != CodedColumn.Missing)
        {
            name += " (unnamed)";
        }

        return name;
    }
}
