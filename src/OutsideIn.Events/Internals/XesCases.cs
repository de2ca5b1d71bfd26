using System.Globalization;
using System.Text;

namespace OutsideIn.Events;

/// <summary>Says which case each event belongs to.</summary>
internal sealed class XesCases
{
    private readonly int[] _ofTrace;
    private readonly XesNamed? _ofEvent;

    private XesCases(int[] ofTrace, XesNamed? ofEvent) => (_ofTrace, _ofEvent) = (ofTrace, ofEvent);

    /// <summary>Whether an attribute of events names the cases, so that a trace is not a case.</summary>
    public bool AreOfEvents => _ofEvent is not null;

    public static XesCases Of(XesField? field, XesRows rows, EventLogBuilder builder)
    {
        if (field?.Level == AttributeLevel.Event)
        {
            return new XesCases([], new XesNamed(field, builder.Case, static _ => false));
        }

        var ofTrace = new int[rows.TraceCount];
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

        return new XesCases(ofTrace, null);
    }

    /// <summary>The code of the case of an event, or 0 where it names none.</summary>
    public int CodeAt(int row, int trace) => _ofEvent?.CodeAt(row, trace) ?? _ofTrace[trace];

    /// <summary>The code of the case of a trace.</summary>
    public int OfTrace(int trace) => _ofTrace[trace];

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
