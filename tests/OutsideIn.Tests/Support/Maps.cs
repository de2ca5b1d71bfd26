using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Support;

/// <summary>Generated maps that keep every promise of the records, with texts chosen to upset a YAML reader.</summary>
internal static class Maps
{
    private static readonly string[] Nasty =
    [
        "yes", "No", "null", "~", "123", "1e3", "0x1F", "1:30", "2026-11-21", "*", "*phone*", "&anchor", "!tag", "# not a comment",
        "a # b", "key: value", "colon:", "- dash", "---", "...", "? q", "| pipe", "> fold", "%x", "@x", "`x`", "[a, b]", "{a: b}",
        "it's", "\"quoted\"", "both ' and \"", "back\\slash", " leading", "trailing ", "\ttab", "a\tb", "two\nlines", "two\nlines\n",
        "\nleading break", "break at end\n\n", "a\n\nb", "a\n  indented", "carriage\r\nreturn", "\rreturn first", "next\u0085line", "sep\u2028arator", "\uFEFFbom",
        "\u00A0nbsp\u00A0", "naïve café", "日本語", "עברית", "😀 face", "a\u0000b", "\u0007bell", "\u007F", "<<", "=", "a,b", "x: {y", "long " + string.Concat(Enumerable.Repeat("word ", 60)) + "end",
    ];

    private static readonly Gen<string> Text =
        Gen.OneOf(Gen.Elements(Nasty), Gen.Elements("Report by phone", "Chase call", "Car collected", "Claims"), Chaos());

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Gen.Constant<string?>(null), Gen.Constant<string?>(""), Text.Select(static text => (string?)text));

    private static readonly Gen<IReadOnlyList<NamePattern>> Patterns =
        Lists(Text.Select(static text => new NamePattern(text)));

    public static Arbitrary<OutsideInMap> All { get; } = Map().ToArbitrary();

    /// <summary>A map in full as one text; two maps are equal when theirs are.</summary>
    public static string Spelled(OutsideInMap map) => JsonSerializer.Serialize(map);

    private static Gen<string> Chaos() =>
        Gen.Elements([.. " \n\t'\"#:-*&!|>%@`{}[],?\\~ab1é\u0001".Select(static c => c)]).ArrayOf()
            .Select(static letters => new string(letters))
            .Where(static text => !string.IsNullOrWhiteSpace(text));

    private static Gen<IReadOnlyList<T>> Lists<T>(Gen<T> items) =>
        Gen.Choose(0, 4).SelectMany(count => items.ArrayOf(count)).Select(static array => (IReadOnlyList<T>)array);

    private static Gen<T> One<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<T?> Maybe<T>()
        where T : struct, Enum => Gen.OneOf(Gen.Constant<T?>(null), One<T>().Select(static value => (T?)value));

    private static Gen<OutsideInMap> Map() =>
        from name in Text
        from objectives in Lists(Text)
        from customers in Lists(Customers())
        from categories in Lists(Categories())
        from outcomes in Lists(Outcomes())
        from work in Lists(Work())
        from doers in Lists(Doers())
        from handOffs in Patterns
        select Tied(new OutsideInMap
        {
            Organisation = new Organisation { Name = name },
            Objectives = [.. objectives.Select(static (text, index) => new Objective { Id = $"objective-{index + 1}", Name = text })],
            Customers = customers,
            Categories = categories,
            Outcomes = outcomes,
            Moments = [.. work.OfType<MomentOfTruth>()],
            Rules = [.. work.OfType<BusinessRule>()],
            Activities = [.. work.OfType<Activity>()],
            Doers = doers,
            HandOffEvents = handOffs,
        });

    private static Gen<Customer> Customers() =>
        from name in Text
        from type in One<PartyType>()
        from wanted in One<Wanted>()
        from value in MaybeText
        select new Customer { Name = name, Type = type, Wanted = wanted, Value = value };

    private static Gen<CustomerCategory> Categories() =>
        from name in Text
        from definition in MaybeText
        from attribute in MaybeText
        from values in Patterns
        select new CustomerCategory
        {
            Name = name,
            Definition = definition,
            Cases = string.IsNullOrWhiteSpace(attribute) ? null : new CaseSelector { Attribute = attribute, Values = values },
        };

    private static Gen<SuccessfulOutcome> Outcomes() =>
        from oneLiner in Text
        from category in Gen.Elements<string?>(null, "")
        from process in MaybeText
        from events in Patterns.ArrayOf(5)
        from reason in MaybeText
        from isSuggested in Gen.Elements(true, false)
        select new SuccessfulOutcome
        {
            Name = oneLiner,
            Category = category,
            Process = process,
            FirstNeed = events[0],
            Reached = events[1],
            Lost = events[2],
            Opened = events[3],
            Closed = events[4],
            Reason = reason,
            IsSuggested = isSuggested,
        };

    private static Gen<MapEntry> Work() =>
        from name in Text
        from events in Gen.OneOf(Patterns, Gen.Constant<IReadOnlyList<NamePattern>>([new NamePattern(name)]))
        from kind in One<WorkKind>()
        from moment in Maybe<MomentKind>()
        from demand in One<DemandKind>()
        from initiator in Maybe<Initiator>()
        from answer in MaybeText
        from contributes in Gen.Elements<bool?>(true, false, null)
        from reason in MaybeText
        from isSuggested in Gen.Elements(true, false)
        let entry = kind switch
        {
            WorkKind.MomentOfTruth => (MapEntry)new MomentOfTruth { Events = events, Kind = moment, Demand = demand, Initiator = initiator, Contributes = contributes },
            WorkKind.RuleCheck => new BusinessRule { Events = events, Answer = answer, Contributes = contributes },
            _ => new Activity { Events = events, Contributes = contributes },
        }
        select entry with { Name = name, Reason = reason, IsSuggested = isSuggested };

    private static Gen<Doer> Doers() =>
        from name in Text
        from kind in One<DoerKind>()
        from resources in Patterns
        from teams in Patterns
        from reason in MaybeText
        from isSuggested in Gen.Elements(true, false)
        select new Doer { Name = name, Kind = kind, Resources = resources, Teams = teams, Reason = reason, IsSuggested = isSuggested };

    // Ids of their own, references to what is there, and one outcome a one-liner.
    private static OutsideInMap Tied(OutsideInMap map)
    {
        var customers = map.Customers.Select(static (customer, index) => customer with { Id = $"c{index}" }).ToArray();
        var categories = customers.Length == 0
            ? []
            : map.Categories.Select((category, index) => category with { Id = $"123-{index}", Customer = customers[index % customers.Length].Id }).ToArray();
        return map with
        {
            Customers = customers,
            Categories = categories,
            Outcomes = [.. map.Outcomes
                .DistinctBy(static outcome => NamePattern.Fold(outcome.OneLiner))
                .Select((outcome, index) => outcome with
                {
                    Id = $"SCO.{index}",
                    Category = outcome.Category is null || categories.Length == 0 ? null : categories[index % categories.Length].Id,
                })],
            Moments = [.. map.Moments.Select(static (one, index) => one with { Id = index == 0 ? "yes" : index == 1 ? "1e3" : $"m_{index}" })],
            Rules = [.. map.Rules.Select(static (one, index) => one with { Id = $"r_{index}" })],
            Activities = [.. map.Activities.Select(static (one, index) => one with { Id = $"a_{index}" })],
            Doers = [.. map.Doers.Select(static (doer, index) => doer with { Id = $"d{index}" })],
        };
    }
}
