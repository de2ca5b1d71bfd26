using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Language;

public sealed class LanguagePropertyTests
{
    private static readonly string[] Pieces =
    [
        "quickly", "as soon as", "possible", "90%", "3 days", "says \"", "\"", "“", "-", "\u2011", " ", ",", "'", "\ud83d", "İ", "improve", "drivers", "who",
        "AHT", "SWIFT", "from 9 to 4", "24h", "within", "by 31 Dec", "claims", "\n", "0", "driving", "again", "", "to", "get",
    ];

    [Fact]
    public void Any_text_is_read_without_an_exception_and_every_hit_is_where_it_says()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(static parts => string.Concat(parts));

        Prop.ForAll(texts.ToArbitrary(), static text =>
        {
            var hits = WeaselWords.Find(text);
            var before = 0;
            foreach (var hit in hits)
            {
                Assert.True(hit.Offset >= before && hit.Length > 0);
                Assert.Equal(hit.Word, text.Substring(hit.Offset, hit.Length));
                before = hit.Offset + hit.Length;
            }

            Assert.False(string.IsNullOrEmpty(Tiers.Classify(text).Because));
            Assert.Equal(5, Smart.Of(new StatementOfIntent { Id = "s", Name = text }, null, MapIndex.Of(OutsideInMap.Empty)) is var smart
                ? smart.Score + smart.Missing.Count
                : 0);
            InternalNouns.FindIn(text, new Organisation { InternalWords = [text] }, []);
            Circumstance.FindIn(text);
            ActionWords.SymptomIn(text);
            ActionWords.AddedCheckIn(text);
            BreakpointName.SaysWhat(text);
        }).QuickCheckThrowOnFailure();
    }

    // F1: a weasel word is one wherever it stands among words that are none.
    [Fact]
    public void An_error_among_plain_words_is_found_once_whatever_stands_around_it()
    {
        string[] plain = ["the", "driver", "pays", "car", "blue", "garage", "table", "seven", "sees"];
        var texts =
            from left in Gen.Elements(plain).ListOf()
            from right in Gen.Elements(plain).ListOf()
            select string.Join(' ', [.. left, "efficiently", .. right]);

        Prop.ForAll(texts.ToArbitrary(), static text => Assert.Equal("efficiently", Assert.Single(WeaselWords.Find(text)).Word)).QuickCheckThrowOnFailure();
    }

    // Quotes that never close: looked for once, not once for each, or this text would take minutes.
    [Fact]
    public void A_megabyte_of_open_quotes_hides_none_of_its_words()
    {
        var text = string.Concat(Enumerable.Repeat("says “quickly ", 80_000));

        Assert.Equal(80_000, WeaselWords.Find(text).Count);
    }
}
