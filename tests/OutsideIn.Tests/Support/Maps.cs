using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Method.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Support;

/// <summary>
/// Generated maps that keep every promise of the records: every record and every property, found in the format itself, so
/// that a new one is generated from the day it is written. The texts are chosen to upset a YAML reader.
/// </summary>
internal static class Maps
{
    private static readonly string[] Nasty =
    [
        "yes", "No", "null", "~", "123", "1e3", "0x1F", "1:30", "2026-11-21", "*", "*phone*", "&anchor", "!tag", "# not a comment",
        "a # b", "key: value", "colon:", "- dash", "---", "...", "? q", "| pipe", "> fold", "%x", "@x", "`x`", "[a, b]", "{a: b}",
        "it's", "\"quoted\"", "both ' and \"", "back\\slash", " leading", "trailing ", "\ttab", "a\tb", "two\nlines", "two\nlines\n",
        "\nleading break", "break at end\n\n", "a\n\nb", "a\n  indented", "carriage\r\nreturn", "\rreturn first", "next\u0085line", "sep\u2028arator", "\uFEFFbom",
        "\u00A0nbsp\u00A0", "naïve café", "日本語", "עברית", "😀 face", "a\u0000b", "\u0007bell", "\u007F", "<<", "=", "a,b", "x: {y", "long " + string.Concat(Enumerable.Repeat("word ", 60)) + "end",
        "a\n# not a comment\nb", "one; two", "50%",
    ];

    private static readonly double[] Numbers = [0, 1, 0.5, 0.07, 1.0 / 3, 2, 3.25, 1e-9, 0.1 + 0.2, 7];

    private static readonly Gen<string> Text =
        Gen.OneOf(Gen.Elements(Nasty), Gen.Elements("Report by phone", "Chase call", "Car collected", "Claims"), Chaos());

    /// <summary>Maps of a few entries a section.</summary>
    public static Arbitrary<OutsideInMap> All { get; } = Whole().ToArbitrary();

    /// <summary>A map in full as one text; two maps are equal when theirs are.</summary>
    public static string Spelled(OutsideInMap map) => JsonSerializer.Serialize(map);

    private static Gen<string> Chaos() =>
        Gen.Elements([.. " \n\t'\"#:-*&!|>%@`{}[],?\\~ab1é\u0001".Select(static c => c)]).ArrayOf()
            .Select(static letters => new string(letters))
            .Where(static text => !string.IsNullOrWhiteSpace(text));

    private static Gen<OutsideInMap> Whole() => Filled(MapReader.Root).Select(static map => Tied((OutsideInMap)map));

    // A record with each property filled or left as it is.
    private static Gen<object> Filled(GroupFormat format) =>
        format.Fields
            .Where(static field => !field.IsId)
            .Aggregate(Gen.Constant(0).Select(_ => format.New()), static (all, field) =>
                from one in all
                from value in Value(field)
                select With(one, field, value));

    private static object With(object one, FieldFormat field, object? value)
    {
        if (value is not null)
        {
            field.Set(one, value);
        }
        else if (field.IsNameByDefault && one is MapEntry entry)
        {
            field.Set(one, new[] { new NamePattern(entry.Name) });
        }

        return one;
    }

    // Null leaves what is there.
    private static Gen<object?> Value(FieldFormat field)
    {
        var one = One(field);
        var some = field.List is { } list
            ? Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(1, 3))).SelectMany(count => one.ArrayOf(count)).Select(values => (object?)list.Of(values))
            : one.Select(static value => (object?)value);
        return field.IsNeeded || field.IsName || field.Property.DeclaringType == typeof(OutsideInMap) ? some : Gen.Frequency((2, Gen.Constant<object?>(null)), (1, some));
    }

    private static Gen<object> One(FieldFormat field) => field.Kind switch
    {
        MapFieldKind.Word => Gen.Elements(field.Words!.All.ToArray()).Select(word => field.Words!.Find(word)!),
        MapFieldKind.YesNo => Gen.Elements(true, false).Select(static value => (object)value),
        MapFieldKind.Date or MapFieldKind.Dates => Gen.Choose(0, 60_000).Select(static days => (object)new DateOnly(1950, 1, 1).AddDays(days)),
        MapFieldKind.WholeNumber => Gen.Choose((int)Math.Max(field.Least, -1000), (int)Math.Min(field.Most, 1000)).Select(static number => (object)number),
        MapFieldKind.Number or MapFieldKind.Numbers or MapFieldKind.Share =>
            Gen.Elements(Numbers.Where(number => number >= field.Least && number <= field.Most).ToArray()).Select(static number => (object)number),
        MapFieldKind.Patterns => Text.Select(static text => (object)new NamePattern(text)),
        MapFieldKind.Reference or MapFieldKind.References => Gen.Choose(0, 1000).Select(static number => (object)$"?{number}"),
        MapFieldKind.Group or MapFieldKind.Groups => Filled(field.Group!),
        _ when field.Form == TextForm.TimeZone => Gen.Elements<object>("Europe/London", "UTC", "America/New_York"),
        _ when field.Form == TextForm.WeeklyHours => Gen.Elements<object>("Mon-Fri 09:00-17:00", "Sat 9:00-12:30", "Mon,Wed 00:00-24:00"),
        _ when field.Form == TextForm.Amount => Gen.Elements<object>("5%", "0.25", "4h", " 30 m", "2bd", "-1"),
        MapFieldKind.Text when field is { IsNullable: true, IsNeeded: false } => Gen.OneOf(Gen.Constant(""), Text).Select(static text => (object)text),
        _ => Text.Select(static text => (object)text),
    };

    // Ids of their own, references to what is there, outcomes that differ, shares within a whole.
    private static OutsideInMap Tied(OutsideInMap generated)
    {
        // A category has a customer, and a risk a need and a place.
        var map = generated with
        {
            Categories = generated.Customers.Count == 0 ? [] : generated.Categories,
            Risks = generated.Needs.Count == 0 || generated.Moments.Count + generated.Breakpoints.Count + generated.Rules.Count == 0 ? [] : generated.Risks,
        };
        var number = 0;
        string[] odd = ["yes", "1e3", "SCO.1", "123-4", "null"];
        foreach (var entry in map.Entries())
        {
            MapReaderFormat(entry).Fields[0].Set(entry, number < odd.Length ? odd[number] : $"{entry.Section[0]}_{number}");
            number++;
        }

        var outcomes = map.Outcomes.DistinctBy(static one => NamePattern.Fold(one.Name)).ToArray();
        var tied = map with { Outcomes = outcomes };
        var index = tied.Entries().ToArray();
        Settle(MapReader.Root, tied, index);
        return tied;
    }

    private static GroupFormat MapReaderFormat(MapEntry entry) => GroupFormat.Of(entry.GetType());

    private static void Settle(GroupFormat format, object owner, MapEntry[] entries)
    {
        foreach (var field in format.Fields)
        {
            switch (field.Kind)
            {
                case MapFieldKind.Reference when field.Get(owner) is string wish:
                    field.Set(owner, Referred(field, wish, entries) ?? (field.IsNullable ? null : ""));
                    break;
                case MapFieldKind.References:
                    field.Set(owner, field.List!.Of([.. field.Items(owner).Select(wish => (object?)Referred(field, (string)wish, entries)).OfType<object>()]));
                    break;
                case MapFieldKind.Group or MapFieldKind.Groups when field.Items(owner) is { Count: > 0 } groups:
                    foreach (var group in groups)
                    {
                        Settle(field.Group!, group, entries);
                    }

                    Prune(field, owner, groups);
                    break;
                default:
                    break;
            }
        }
    }

    // A link that leads nowhere is no link, and the shares of one entry are parts of one whole.
    private static void Prune(FieldFormat field, object owner, IReadOnlyList<object> groups)
    {
        if (field.Group!.Type == typeof(Contribution))
        {
            field.Set(owner, field.List!.Of(
                [.. groups.Cast<Contribution>().Where(static link => link.To.Length > 0).Select((link, at) => link with { Share = at == 0 && link.Share <= 1 ? link.Share : null })]));
        }
    }

    private static string? Referred(FieldFormat field, string wish, MapEntry[] entries)
    {
        var right = entries.Where(one => field.Sorts.Any(sort => sort == typeof(MapEntry) || sort == one.GetType())).ToArray();
        return right.Length == 0 ? null : right[int.Parse(wish.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) % right.Length].Id;
    }
}
