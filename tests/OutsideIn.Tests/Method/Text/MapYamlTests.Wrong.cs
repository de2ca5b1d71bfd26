using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Method.Internals;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method;

public sealed partial class MapYamlTests
{
    public static TheoryData<string, string> Wrong { get; } = new()
    {
        { "", "m(1,1): error MP005: A map was expected, and the document holds nothing. Begin with a line 'outsidein: 2'." },
        { "# only a comment\n", "m(1,1): error MP005: A map was expected, and the document holds nothing. Begin with a line 'outsidein: 2'." },
        { "just words", "m(1,1): error MP005: A map was expected, and the document holds a text. Begin with a line 'outsidein: 2'." },
        { "- a\n- b\n", "m(1,1): error MP005: A map was expected, and the document holds a list. Begin with a line 'outsidein: 2'." },
        { "organisation: Northbank\n", "m(1,1): error MP006: The document does not say which version of the written map it is. Begin with a line 'outsidein: 2'." },
        { "outsidein: 3\n", "m(1,12): error MP007: The map is of version '3', which is newer than this program. Update the program; it reads versions 1 to 2." },
        { "outsidein: one\n", "m(1,12): error MP007: 'one' is not a version of the written map. Expected: 2." },
        { "outsidein: [1]\n", "m(1,12): error MP007: What stands here is not a version of the written map. Expected: 2." },
        { "outsidein: 1\nactivites: []\n", "m(2,1): error MP008: 'activites' is not a key of a map. Did you mean 'activities'?" },
        { "outsidein: 2\ndoers: []\ndoers: []\n", "m(3,1): error MP009: The key 'doers' is written twice in a map. It was first written on line 2. Keep one." },
        { "outsidein: 2\ncustomers: Driver\n", "m(2,12): error MP010: 'customers' of a map holds a text. Expected a list: put '- ' in front of each item." },
        { "outsidein: 2\ncustomers:\n  - Driver\n", "m(3,5): error MP010: A customer was expected in 'customers', and there is 'Driver'. Expected keys, such as 'name: …'." },
        { "outsidein: 2\ncustomers:\n  - name: [A, B]\n", "m(3,11): error MP010: 'name' of a customer holds a list. Expected a text." },
        { "outsidein: 2\ncustomers:\n  - type: funder\n", "m(3,5): error MP012: A customer has no 'name'. Write 'name:' under it." },
        { "outsidein: 2\ncustomers:\n  - name: Driver\n    typ: funder\n", "m(4,5): error MP008: 'typ' is not a key of a customer. Did you mean 'type'?" },
        { "outsidein: 2\ncustomers:\n  - name: Driver\n    type: founder\n", "m(4,11): error MP011: 'founder' is not a value of 'type'. Did you mean 'funder'?" },
        { "outsidein: 2\ncustomers:\n  - name: Driver\n    wanted: maybe\n", "m(4,13): error MP011: 'maybe' is not a value of 'wanted'. Expected: undecided, yes, no." },
        { "outsidein: 2\ncustomers:\n  - name: \"  \"\n", "m(3,11): error MP013: 'name' of a customer holds an empty text. Write something, or take it out." },
        { "outsidein: 2\ncustomers:\n  - { id: a b, name: A }\n", "m(3,11): error MP021: 'a b' cannot be an id. Use 1 to 64 letters, digits, '-', '_' and '.', such as 'a-b'." },
        { "outsidein: 1\ncustomers:\n  - { id: a, name: A }\ndoers:\n  - { id: A, name: B, is: system }\n", "m(5,11): error MP014: The id 'A' is used twice. It stands for one of the customers on line 3 already; every id of a map is its own." },
        { "outsidein: 2\ncustomers:\n  - { id: driver, name: Driver }\ncategories:\n  - name: Time is money\n    customer: drivr\n", "m(6,15): error MP016: There is no customer 'drivr'. Did you mean 'driver'?" },
        { "outsidein: 2\ncategories:\n  - { name: T, customer: x }\n", "m(3,26): error MP016: There is no customer 'x'. The map has no customers." },
        { "outsidein: 2\ncategories:\n  - { name: T }\n", "m(3,5): error MP012: A category has no 'customer'. Write 'customer:' under it." },
        { "outsidein: 2\ncustomers:\n  - { id: a, name: Driver }\n  - { id: b, name: Driver }\ncategories:\n  - { name: T, customer: Driver }\n", "m(6,26): error MP017: 'Driver' is the name of 2 customers. Write the id instead, one of: a, b." },
        { "outsidein: 2\noutcomes:\n  - { one-liner: Back on the road, reached: Done }\n  - { one-liner: back on the ROAD, reached: Done }\n", "m(4,5): error MP015: Two outcomes are called 'back on the ROAD'. The other is on line 3. Give each its own one-liner, experience or revolution." },
        { "outsidein: 2\noutcomes:\n  - one-liner: Back on the road\n    lost: Gone\n", "m(3,5): warning MP022: Nothing shows that the outcome 'Back on the road' was reached. Write 'reached:' and the events that show it." },
        { "outsidein: 2\noutcomes:\n  - { one-liner: Road, reached: [Done, \"\"] }\n", "m(3,40): error MP013: 'reached' of an outcome holds an empty text. Write something, or take it out." },
        { "outsidein: 2\noutcomes:\n  - { one-liner: Road, reached: [Done, ] , lost: { a: b } }\n", "m(3,50): error MP010: 'lost' of an outcome holds a group of keys. Expected a list." },
        { "outsidein: 1\nactivities:\n  - name: Call\n", "m(3,5): error MP012: An activity has no 'is'. Write 'is:' and one of: moment of truth, internal, rule check." },
        { "outsidein: 1\nactivities:\n  - { name: Call, is: momnt of truth }\n", "m(3,23): error MP011: 'momnt of truth' is not a value of 'is'. Did you mean 'moment of truth'?" },
        { "outsidein: 1\nactivities:\n  - { name: Check, is: internal, demand: chase }\n", "m(3,34): error MP018: 'demand' has no meaning here: the activity is not a Moment of Truth. Write 'is: moment of truth', or take the key out." },
        { "outsidein: 1\nactivities:\n  - { name: Check, is: internal, answer: ok }\n", "m(3,34): error MP018: 'answer' has no meaning here: the activity is not a rule check. Write 'is: rule check', or take the key out." },
        { "outsidein: 1\nactivities:\n  - { name: Call, is: internal, suggested: perhaps }\n", "m(3,44): error MP011: 'perhaps' is not a value of 'suggested'. Expected: yes, no." },
        { "outsidein: 1\nactivities:\n  - name: Call\n    is: internal\n    events: *phone*\n", "m(5,13): error MP019: Without quotation marks YAML takes '*phone*' for a reference, and there is nothing it could refer to. Put a text that begins with * in quotation marks: \"*phone*\"." },
        { "outsidein: 2\nhand-offs: [*]\n", "m(2,14): error MP003: This is not YAML: while scanning an anchor or alias, found value containing disallowed: []{}. Put a text that begins with * in quotation marks: \"*phone*\"." },
        { "outsidein: 2\nhand-offs: *assign a\n", "m(2,12): error MP019: Without quotation marks YAML takes '*assign' for a reference, and there is nothing it could refer to. Put a text that begins with * in quotation marks: \"*phone*\"." },
        { "outsidein: 2\nhand-offs: !pattern x\n", "m(2,12): error MP019: The tag '!pattern' has no meaning in a map. Take it out, or put the text in quotation marks." },
        { "outsidein: 2\ndoers:\n\t- name: A\n", "m(3,1): error MP003: This is not YAML: a tab indents the line. Indent with spaces." },
        { "outsidein: 1\ndoers:\n  - name: A\n   is: system\n", "m(4,4): error MP003: This is not YAML: while parsing a block collection, did not find expected '-' indicator. Line the keys of an item up under each other, each with a colon and a space behind it." },
        { "outsidein: 2\ndoers:\n  - name: A: B\n", "m(3,12): error MP003: This is not YAML: while scanning a plain scalar value, found invalid mapping. Close every bracket and quotation mark, and put a text that holds : # @ % & ! | > or a bracket in quotation marks." },
        { "outsidein: 1\ndoers:\n  - name: \"A\n    is: system\n", "m(4,5): error MP003: This is not YAML: while scanning a multi-line double-quoted scalar, found wrong indentation. Line the keys of an item up under each other, each with a colon and a space behind it." },
        { "outsidein: 2\nhand-offs: [a, b\ndoers: []\n", "m(2,13): error MP003: This is not YAML: a bracket or a quotation mark is not closed, or an escape is wrong, after this point. Close every bracket and quotation mark, and put a text that holds : # @ % & ! | > or a bracket in quotation marks." },
        { "outsidein: 2\nhand-offs: a\u0000b\n", "m(2,13): error MP003: The control character U+0000 may not stand in a map. Is this a text file? If so, take the character out." },
        { "outsidein: 2\nhand-offs: []\n---\noutsidein: 1\n", "m(3,1): error MP005: A second document begins here. Write one map in a file, without a line '---' in the middle." },
        { "outsidein: 2\n? [a]\n: b\n", "m(2,3): error MP010: The key of a map is a list. Expected a word and a colon." },
        { "outsidein: 2\n<<: x\n", "m(2,1): error MP008: '<<' is not a key of a map. Expected: outsidein, include, organisation, objectives, units, roles, people, customers, categories, needs, systems, skills, partners, experiences, outcomes, moments of truth, breakpoints, business rules, tasks, activities, outputs, business outcomes, metrics, calendars, rewards, risks, actions, experiments, demand, counts, communications, assessment, walkthroughs, personal maps, doers, hand-offs, accepted." },
        { "outsidein: 2\ncalendars:\n  - { name: Office }\n", "m(3,5): error MP012: A business calendar has no 'hours'. Write 'hours:' under it." },
        { "outsidein: 2\ncalendars:\n  - { name: Office, hours: [Mon-Fri 9-17] }\n", "m(3,29): error MP044: 'Mon-Fri 9-17' of 'hours' is no working hours. Write the days and the hours, such as Mon-Fri 09:00-17:00 or Sat 09:00-12:30." },
        { "outsidein: 2\ncalendars:\n  - { name: Office, hours: Mon-Fri 09:00-17:00, time zone: Northbank time }\n", "m(3,60): error MP045: 'Northbank time' of 'time zone' is no time zone that is known here. Write a region and a city, such as Europe/London, or UTC." },
        { "outsidein: 2\ncalendars:\n  - { name: Office, hours: Mon-Fri 09:00-17:00, holidays: [2026-12-25, 2026-02-30] }\n", "m(3,72): error MP037: '2026-02-30' of 'holidays' is no day of any calendar. Expected year, month and day, such as 2026-11-21." },
        { "outsidein: 2\ntasks:\n  - { name: T, hours: many }\n", "m(3,23): error MP035: 'many' of 'hours' is not a number. Expected a number." },
        { "outsidein: 2\ntasks:\n  - { name: T, hours: \"1,000\" }\n", "m(3,23): error MP035: '1,000' of 'hours' is not a number. Expected a number, with a point before the fraction and nothing between the thousands." },
        { "outsidein: 2\ntasks:\n  - { name: T, hours: -1 }\n", "m(3,23): error MP036: '-1' of 'hours' is out of range. Expected 0 to 1,000,000,000." },
        { "outsidein: 2\nneeds:\n  - { name: N, importance: 11 }\n", "m(3,28): error MP036: '11' of 'importance' is out of range. Expected 0 to 10." },
        { "outsidein: 2\nneeds:\n  - { name: N, created: 2026-02-30 }\n", "m(3,25): error MP037: '2026-02-30' of 'created' is no day of any calendar. Expected year, month and day, such as 2026-11-21." },
        { "outsidein: 2\nneeds:\n  - { name: N, created: 30.2.2026 }\n", "m(3,25): error MP037: '30.2.2026' of 'created' is not a date. Expected year, month and day, such as 2026-11-21." },
        { "outsidein: 2\noutcomes:\n  - { one-liner: O, revolution: 1.5 }\n", "m(3,33): error MP035: '1.5' of 'revolution' is not a whole number. Expected a whole number." },
        { "outsidein: 2\nmoments of truth:\n  - { name: M, failure rate: 7 }\n", "m(3,30): error MP036: '7' of 'failure rate' is out of range. Expected 0% to 100%, written as a percentage, or a number from 0 to 1." },
        { "outsidein: 2\noutputs:\n  - { name: O, contributes to: [{ to: a, share: 70% }, { to: b, share: 40% }] }\nbusiness outcomes:\n  - { id: a, name: A }\n  - { id: b, name: B }\n", "m(3,32): error MP038: The shares of 'contributes to' of an output add up to 110%. Shares of one entry may add up to 100% at most; take the rest out, and it is split evenly." },
        { "outsidein: 2\nbreakpoints:\n  - { id: b3, name: B }\nroles:\n  - { name: R, outcomes: b3 }\n", "m(5,26): error MP034: 'b3' is a breakpoint. 'outcomes' of a role expects an outcome." },
        { "outsidein: 2\nbreakpoints:\n  - { id: b3, name: B, caused by: [b4] }\n", "m(3,36): error MP016: There is no Moment of Truth or breakpoint or business rule 'b4'. Did you mean 'b3' or 'B'?" },
        { "outsidein: 2\noutcomes:\n  - id: o\n    one-liner: O\n    statements: [{ id: o, text: S }]\n", "m(5,24): error MP014: The id 'o' is used twice. It stands for one of the outcomes on line 3 already; every id of a map is its own." },
        { "outsidein: 2\nmetrics:\n  - { name: M, readings: [{ at: 2026-01-01 }] }\n", "m(3,27): error MP012: A reading has no 'value'. Write 'value:' under it." },
        { "outsidein: 2\nmetrics:\n  - { name: M, readings: [5] }\n", "m(3,27): error MP010: A reading was expected in 'readings', and there is '5'. Expected keys, such as 'at: …'." },
        { "outsidein: 2\naccepted:\n  - { code: SCO-12 }\n", "m(3,5): error MP012: An accepted finding has no 'because'. Write 'because:' under it." },
        { "outsidein: 2\ninclude: [more.yaml]\n", "m(2,10): error MP043: A text that is in no file cannot include other files. Give the path of the file to the program, or put the sections of the included files into this text." },
        { "outsidein: 2\nactivities:\n  - { name: Call, is: moment of truth }\n", "m(3,19): error MP008: 'is' is not a key of an activity. Contacts with the customer stand in the section 'moments of truth' and rules in 'business rules'; take the key out." },
        { "outsidein: 2\noutsidein: 2\n", "m(2,1): error MP009: The key 'outsidein' is written twice in a map. It was first written on line 1. Keep one." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_document_says_where_and_what_to_do(string text, string messages) =>
        Assert.Equal(messages.ReplaceLineEndings("\n"), string.Join('\n', MapYaml.Read(text, "m").Diagnostics));

    [Fact]
    public void No_mutation_of_a_map_throws_or_takes_long()
    {
        var example = ExampleInTheDocs();
        var pieces = Gen.Elements("\t", "\n", " ", "- ", ": ", "[", "]", "{", "}", "*", "&a ", "*a", "!x ", "|", ">", "\"", "'", "#", "\u0000", "\uD800", "---\n", "...\n", "%YAML 9\n", "? ", "\\U", "\"\\UFFFFFFFF\"", "\r", "\u0085", "<<: *a", "  ");
        var edits = (from at in Gen.Choose(0, example.Length - 1)
                     from length in Gen.Choose(0, 12)
                     from piece in pieces
                     select (at, length, piece)).NonEmptyListOf();
        Prop.ForAll(edits.ToArbitrary(), list =>
        {
            var text = example;
            foreach (var (at, length, piece) in list.Take(8))
            {
                var start = Math.Min(at, text.Length);
                text = text.Remove(start, Math.Min(length, text.Length - start)).Insert(start, piece);
            }

            var document = MapYaml.Read(text, "m");
            return IsInside(document, text) && Keeps(document.Map);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void No_mutation_of_a_whole_map_throws_or_loses_a_text_that_is_written_over() =>
        Prop.ForAll((from map in Maps.All.Generator from at in Gen.Choose(0, 1_000_000) from length in Gen.Choose(0, 40) from isCut in Gen.Elements(true, false) select (map, at, length, isCut)).ToArbitrary(), static edit =>
        {
            var whole = MapYaml.Write(edit.map);
            var start = edit.at % whole.Length;
            var text = edit.isCut ? whole[..start] : whole.Remove(start, Math.Min(edit.length, whole.Length - start));

            var document = MapYaml.Read(text, "m");
            var changed = document.Map with { Skills = [.. document.Map.Skills, new Skill { Id = "one-more-skill", Name = "One more" }] };
            var again = MapYaml.Read(MapYaml.Rewrite(text, changed), "m").Map;

            return (IsInside(document, text) && Keeps(document.Map) && Maps.Spelled(again) == Maps.Spelled(changed) && MapYaml.Rewrite(text, document.Map) == text)
                .Label(text + "\n" + string.Join('\n', document.Diagnostics));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void No_text_at_all_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), static text => MapYaml.Read(text ?? "", "m").Map is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    // A place behind the last character is where something is missing.
    private static bool IsInside(MapDocument document, string text)
    {
        var lines = new TextLines(text);
        return document.Diagnostics.All(found => found.Place is { Line: >= 1, Column: >= 1 } place && place.Line <= lines.Count && place.Column <= lines[place.Line].Length + 1);
    }

    // What every reader of a map may rely on, errors or not.
    private static bool Keeps(OutsideInMap map)
    {
        var ids = map.Entries().Select(static entry => entry.Id).ToList();
        return ids.Distinct(StringComparer.OrdinalIgnoreCase).Count() == ids.Count
            && map.Categories.All(category => category.Customer.Length == 0 || map.Customers.Any(customer => customer.Id == category.Customer))
            && map.Outcomes.All(outcome => outcome.Category is null || map.Categories.Any(category => category.Id == outcome.Category))
            && map.MappedActivities().All(static activity => activity.Events.All(static pattern => pattern.Text.Trim().Length > 0));
    }
}
