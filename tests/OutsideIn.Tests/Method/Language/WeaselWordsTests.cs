using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Language;

public sealed class WeaselWordsTests
{
    // method.md 5.1, the lint vectors.
    [Theory]
    [InlineData("Settle claims quickly and efficiently", "quickly@14 efficiently@26")]
    [InlineData("Getting back on the road as soon as possible", "as soon as possible@25")]
    [InlineData("90% of drivers reporting a crash are driving again within 24 hours of first report, by 31 Dec 2026", "")]
    [InlineData("", "")]
    public void Each_text_of_the_insurers_has_exactly_these_errors(string text, string expected)
    {
        var hits = WeaselWords.Find(text);

        Assert.Equal(expected, string.Join(' ', hits.Select(static hit => $"{hit.Word}@{hit.Offset}")));
        Assert.All(hits, static hit => Assert.Equal(Severity.Error, hit.Severity));
        Assert.All(hits, hit => Assert.Equal(hit.Word, text.Substring(hit.Offset, hit.Length)));
    }

    // F1: the source text's own words with their inflections (S0).
    [Theory]
    [InlineData("fast")]
    [InlineData("faster")]
    [InlineData("fastest")]
    [InlineData("efficient")]
    [InlineData("efficiently")]
    [InlineData("efficiency")]
    [InlineData("effective")]
    [InlineData("effectively")]
    [InlineData("effectiveness")]
    [InlineData("timely")]
    [InlineData("timeliness")]
    public void Every_inflection_of_the_source_texts_words_is_an_error_in_any_case(string word)
    {
        Assert.Equal(Severity.Error, Assert.Single(WeaselWords.Find($"a {word} reply")).Severity);
        Assert.Equal(Severity.Error, Assert.Single(WeaselWords.Find($"A {word.ToUpperInvariant()} REPLY")).Severity);
    }

    // F1 gives the question of four families in words.
    [Theory]
    [InlineData("promptly", WeaselFamily.Speed, "Within how long, from what event?")]
    [InlineData("excellent", WeaselFamily.Quality, "What would be observed?")]
    [InlineData("where possible", WeaselFamily.Hedge, "Who decides, by what rule?")]
    [InlineData("most", WeaselFamily.Quantity, "What % of what?")]
    public void A_hit_asks_the_question_it_dodges(string word, WeaselFamily family, string question)
    {
        var hit = Assert.Single(WeaselWords.Find($"claims are paid {word}"));

        Assert.Equal((family, question), (hit.Family, hit.Question));
    }

    [Theory]
    [InlineData("Improve the payout", true)]
    [InlineData("Improve the payout by 2027", true)]
    [InlineData("Improve the payout in Terminal 5", true)]
    [InlineData("Improve the payout to ISO 9001", true)]
    [InlineData("Improve the payout to 60%", false)]
    [InlineData("Improve the payout from 9 to 4", false)]
    [InlineData("Improve the payout by £5", false)]
    [InlineData("Improve the payout to two days", false)]
    [InlineData("Improve the payout to 24h", false)]
    [InlineData("Improve the payout by 17:00", false)]
    [InlineData("Improve the payout for 9 of 10", false)]
    [InlineData("Reduce calls to 1,000 calls", false)]
    public void A_warning_word_is_none_beside_a_number_with_its_unit(string text, bool isWarned)
    {
        Assert.Equal(isWarned, WeaselWords.Find(text).Any(static hit => hit.Severity == Severity.Warning));
    }

    [Fact]
    public void An_error_word_stays_one_beside_a_number_with_its_unit()
    {
        Assert.Equal("quickly", Assert.Single(WeaselWords.Find("95% of claims are paid quickly, within 3 days")).Word);
    }

    [Theory]
    [InlineData("Customers say \"that was easy and quick\" when they leave", 0)]
    [InlineData("Customers say “that was easy” and leave quickly", 1)]
    [InlineData("We give \"world-class\" service", 1)]
    [InlineData("Customers say \"that was easy", 1)]
    public void A_customers_quoted_speech_is_not_linted(string text, int expected)
    {
        Assert.Equal(expected, WeaselWords.Find(text).Count);
    }

    [Theory]
    [InlineData("Pay by SWIFT within the day", 0)]
    [InlineData("A swift payment", 1)]
    [InlineData("A SWIFT PAYMENT", 1)]
    public void A_name_in_capitals_is_no_weasel_word_unless_all_is_in_capitals(string text, int expected)
    {
        Assert.Equal(expected, WeaselWords.Find(text).Count);
    }

    [Fact]
    public void A_text_without_a_hit_allocates_nothing()
    {
        const string Text = "90% of drivers reporting a crash have their own car back within 5 days of first report";
        WeaselWords.Find(Text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < 100; run++)
        {
            WeaselWords.Find(Text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
