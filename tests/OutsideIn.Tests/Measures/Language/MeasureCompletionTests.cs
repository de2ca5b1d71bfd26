using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures.Language;

public sealed class MeasureCompletionTests
{
    // The bar is the cursor; what is expected is offered, in that order, among others.
    [Theory]
    [InlineData("|", "time from;count of;has;waiting time;touch time;sum of;cost at last;\"amount\" at last")]
    [InlineData("c|", "count of;count of repeats of;count of different;cost at last")]
    [InlineData("ti|", "time from;time on the customer's clock")]
    [InlineData("count |", "of")]
    [InlineData("count of |", "\"Claim reported\";\"Assess damage\";\"Customer chases\";people;teams;repeats of;contacts;failure contacts;handoffs;events")]
    [InlineData("count of con|", "contacts")]
    [InlineData("count of cha|", "\"Chase call\";channels")]
    [InlineData("count of \"Cha|", "\"Chase call\";\"Customer chases\"")]
    [InlineData("count of “cl|", "\"Claim reported\";\"Claim settled\";\"Settle claim\"")]
    [InlineData("count of failure |", "contacts")]
    [InlineData("count of different |", "activity;person;\"region\"")]
    [InlineData("count of \"Chase call\" |", "or;where;for cases where;per customer;by calendar")]
    [InlineData("count of \"Chase call\" or |", "\"Claim reported\"")]
    [InlineData("time |", "from;on the")]
    [InlineData("time from |", "\"Claim reported\";start;end;first;last;contacts")]
    [InlineData("time from first |", "\"Claim reported\"")]
    [InlineData("time from start |", "to")]
    [InlineData("time from first \"Claim reported\" t|", "to")]
    [InlineData("time on the |", "customer's clock;firm's clock")]
    [InlineData("working |", "time from;waiting time;touch time")]
    [InlineData("has \"Car collected\" |", "or;after;before;within;where")]
    [InlineData("has \"Car collected\" within |", "24h;3d;2bd")]
    [InlineData("has \"Car collected\" within 3|", "3s;3m;3h;3d;3w;3bd")]
    [InlineData("has \"Car collected\" within 3d |", "of;where")]
    [InlineData("sum of |", "cost;\"amount\"")]
    [InlineData("sum of \"a|", "\"amount\"")]
    [InlineData("\"amount\" |", "at")]
    [InlineData("\"amount\" at |", "\"Claim reported\";first;last")]
    [InlineData("touch time where |", "team;channel;\"amount\";not")]
    [InlineData("touch time where ch|", "channel")]
    [InlineData("touch time where channel |", "=;!=;in;not in;is missing")]
    [InlineData("touch time where amount |", "=;<;>=")]
    [InlineData("touch time where paid = |", "yes;no")]
    [InlineData("touch time where channel = \"phone\" |", "and;or;for cases where")]
    [InlineData("touch time for |", "cases")]
    [InlineData("touch time for cases where |", "start;end;category;\"region\";not;has")]
    [InlineData("touch time for cases where has |", "\"Claim reported\";no")]
    [InlineData("touch time per |", "customer")]
    [InlineData("working touch time by calendar |", "\"Head office\";\"Branches\"")]
    [InlineData("working touch time by calendar \"Br|", "\"Branches\"")]
    public void What_may_stand_at_a_place_is_offered(string text, string expected)
    {
        var got = At(text);

        var place = -1;
        foreach (var one in expected.Split(';'))
        {
            var found = got.ToList().FindIndex(offered => offered.Text == one);
            Assert.True(found > place, $"{one} in {string.Join("; ", got.Select(static offered => offered.Text))}");
            place = found;
        }
    }

    [Theory]
    [InlineData("count of |", "where;per customer;time from;within")]
    [InlineData("count |", "where;per customer")]
    [InlineData("time from |", "where;to")]
    [InlineData("sum of |", "\"region\";count of")]
    [InlineData("touch time where |", "start;category;has;per customer")]
    [InlineData("touch time where channel |", "<;and;where")]
    [InlineData("touch time where channel = |", "and;channel;yes")]
    [InlineData("count of \"Cha|", "contacts;\"Claim reported\"")]
    [InlineData("has \"A\" within 3|", "where;of")]
    public void What_may_not_stand_there_is_not_offered(string text, string unexpected) =>
        Assert.Empty(At(text).Select(static one => one.Text).Intersect(unexpected.Split(';')));

    // The result of taking the first completion.
    [Theory]
    [InlineData("count of \"Cha|", "count of \"Chase call\"")]
    [InlineData("count of \"Cha| call\"", "count of \"Chase call\"")]
    [InlineData("count of \"Cha| where channel = \"phone\"", "count of \"Chase call\" where channel = \"phone\"")]
    [InlineData("count of 'Chase| call' where channel = \"phone\"", "count of \"Chase call\" where channel = \"phone\"")]
    [InlineData("cou|nt of contacts", "count of of contacts")]
    [InlineData("touch time wh|", "touch time where")]
    [InlineData("has contact within 3|", "has contact within 3s")]
    [InlineData("|", "time from")]
    public void A_completion_replaces_what_was_begun(string text, string result)
    {
        var first = At(text)[0];
        var plain = text.Replace("|", "", StringComparison.Ordinal);

        Assert.Equal(result, plain[..first.Replaces.Start] + first.Text + plain[first.Replaces.End..]);
    }

    [Fact]
    public void In_a_comment_nothing_is_offered() => Assert.Empty(At("count of contacts # co|"));

    [Fact]
    public void Without_calendars_business_days_are_not_offered() =>
        Assert.DoesNotContain(MeasureCompletion.At("has contact within ", 19, ClaimsSchema.Bare), static one => one.Text.EndsWith("bd", StringComparison.Ordinal));

    [Theory]
    [InlineData("|", MeasureKind.Duration, "95% of cases;median;p90")]
    [InlineData("|", MeasureKind.YesNo, "99% of cases yes")]
    [InlineData("9|", null, "95% of cases;9% of cases")]
    [InlineData("95% |", MeasureKind.Count, "of cases;of customers;<=")]
    [InlineData("95% of cases |", MeasureKind.YesNo, "yes;no")]
    [InlineData("95% of cases |", MeasureKind.Duration, "<=;<;>=;>")]
    [InlineData("median |", MeasureKind.Duration, "<=;>=")]
    [InlineData("median <= |", MeasureKind.Duration, "24h;3d;2bd")]
    [InlineData("median <= 3d |", MeasureKind.Duration, "by;per")]
    [InlineData("total <= 3 per |", MeasureKind.Count, "week;month;quarter")]
    public void What_may_stand_in_an_objective_is_offered(string text, MeasureKind? kind, string expected)
    {
        var at = text.IndexOf('|', StringComparison.Ordinal);

        var got = MeasureCompletion.AtObjective(text.Remove(at, 1), at, kind).Select(static one => one.Text).ToList();

        Assert.Equal(expected.Split(';'), got.Where(expected.Split(';').Contains));
    }

    [Theory]
    [InlineData("|", MeasureKind.YesNo, "median;mean;total;p90")]
    [InlineData("95% of cases |", MeasureKind.Duration, "yes;no")]
    [InlineData("95% of cases <= |", MeasureKind.Count, "24h;3d")]
    public void What_does_not_fit_the_kind_is_not_offered(string text, MeasureKind kind, string unexpected) =>
        Assert.Empty(MeasureCompletion.AtObjective(text.Replace("|", "", StringComparison.Ordinal), text.IndexOf('|', StringComparison.Ordinal), kind)
            .Select(static one => one.Text).Intersect(unexpected.Split(';')));

    // Every example, cut off at every character: whatever is offered has an explanation and replaces text up to the cursor or through it.
    [Theory]
    [MemberData(nameof(MeasureParserTests.Examples), MemberType = typeof(MeasureParserTests))]
    [MemberData(nameof(MeasureParserTests.Neighbours), MemberType = typeof(MeasureParserTests))]
    public void At_every_place_of_every_example_completions_are_well_formed(string text, string canonical)
    {
        foreach (var one in new[] { text, canonical })
        {
            for (var position = 0; position <= one.Length; position++)
            {
                foreach (var offered in MeasureCompletion.At(one, position, ClaimsSchema.Full).Concat(MeasureCompletion.At(one[..position], position, ClaimsSchema.Full)))
                {
                    Assert.False(string.IsNullOrWhiteSpace(offered.Explanation), offered.Text);
                    Assert.InRange(offered.Replaces.Start, 0, position);
                    Assert.InRange(offered.Replaces.End, position, one.Length);
                }
            }
        }
    }

    // The next word of each example is among what is offered in front of it: typing a measure by completions alone is possible.
    [Theory]
    [MemberData(nameof(MeasureParserTests.Examples), MemberType = typeof(MeasureParserTests))]
    public void The_next_word_of_every_example_is_offered_in_front_of_it(string text, string canonical)
    {
        Assert.NotEmpty(text);
        for (var position = 0; position < canonical.Length; position++)
        {
            var rest = canonical[position..];
            var isBeginning = position == 0 || canonical[position - 1] == ' ';
            var isName = canonical[..position].Count(static one => one == '"') % 2 == 1;
            if (isBeginning && !isName && char.IsLetter(rest[0]) && !char.IsDigit(rest[0]))
            {
                Assert.Contains(MeasureCompletion.At(canonical[..position], position, ClaimsSchema.Full), one => SharesWord(one.Text, rest));
            }
        }
    }

    // "contacts" is offered where the canonical text has "contact", and the source's own columns stand between marks.
    private static bool SharesWord(string offered, string rest) => offered.Split(' ')[0].Trim('"').StartsWith(rest.Split(' ')[0], StringComparison.Ordinal);

    private static IReadOnlyList<Completion> At(string text)
    {
        var at = text.IndexOf('|', StringComparison.Ordinal);
        return MeasureCompletion.At(text.Remove(at, 1), at, ClaimsSchema.Full);
    }
}
