using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Vocabulary;

public sealed class PatternIndexTests
{
    [Theory]
    [InlineData("Chase call", 1)]
    [InlineData("chase CALL ", 1)]
    [InlineData("Chase by mail", 0)]
    [InlineData("Chase call by mail", 2)]
    [InlineData("Second chase", 3)]
    [InlineData("CHASE CALL BY MAIL", 2)]
    public void The_fullest_pattern_has_the_name(string name, int entry) =>
        Assert.Equal(entry, Index(["Chase*"], ["Chase call"], ["Chase call*"], ["*chase"]).ClaimOf(name)?.EntryIndex);

    [Fact]
    public void A_name_nothing_stands_for_is_nobodys() => Assert.Null(Index(["Chase*"], []).ClaimOf("Report"));

    [Fact]
    public void The_very_same_case_wins_over_another() =>
        Assert.Equal(new NameClaim(1, -1, new NamePattern("a_accepted")), Index(["A_ACCEPTED"], ["a_accepted"]).ClaimOf("a_accepted"));

    [Theory]
    [InlineData("A", 0, 2)]
    [InlineData("Report it", 1, 3)]
    public void Of_equal_claims_the_first_has_it_and_the_next_is_named(string name, int entry, int rival)
    {
        var claim = Index(["A"], ["Report*", "B"], ["A", "a"], ["*rt it", "*ort it", "Report*"], ["Repo*"]).ClaimOf(name);
        Assert.Equal((entry, rival), (claim!.Value.EntryIndex, claim.Value.RivalIndex));
    }

    [Fact]
    public void A_pattern_twice_in_one_entry_is_no_rival() => Assert.Equal(-1, Index(["A*", "A*", "*a"]).ClaimOf("Aa")!.Value.RivalIndex);

    // The slow obvious way: every pattern of every entry, judged by the rule as it is written down.
    [Fact]
    public void The_index_agrees_with_looking_at_every_pattern()
    {
        var word = Gen.Elements('a', 'b', '*', 'A').NonEmptyListOf().Select(static letters => new string([.. letters.Take(5)]));
        var entries = word.Select(static text => new NamePattern(text)).ArrayOf().Select(static array => array.Take(3).ToArray()).ArrayOf();
        Prop.ForAll(entries.ToArbitrary(), word.Select(static text => text.Replace('*', 'b')).ToArbitrary(), static (all, name) =>
        {
            var best = all
                .SelectMany(static (patterns, index) => patterns.Select(pattern => (index, pattern)))
                .Where(one => one.pattern.Matches(name))
                .OrderByDescending(static one => !one.pattern.IsWild)
                .ThenByDescending(one => string.Equals(one.pattern.Text, name, StringComparison.Ordinal))
                .ThenByDescending(static one => one.pattern.IsWild ? one.pattern.Text.Count(static c => c != '*') : 0)
                .ThenBy(static one => one.index)
                .Select(static one => (int?)one.index)
                .FirstOrDefault();
            return new PatternIndex(all).ClaimOf(name)?.EntryIndex == best;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Ten_thousand_patterns_and_names_are_matched_in_a_moment()
    {
        var index = new PatternIndex([.. Enumerable.Range(0, 10_000).Select(static number => (NamePattern[])[new($"Task {number} *"), new($"Task {number}")])]);
        var clock = Stopwatch.StartNew();

        Assert.All(Enumerable.Range(0, 10_000), number => Assert.Equal(number, index.ClaimOf($"Task {number} again")!.Value.EntryIndex));

        TestContext.Current.TestOutputHelper?.WriteLine($"{clock.ElapsedMilliseconds} ms");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    private static PatternIndex Index(params string[][] entries) =>
        new([.. entries.Select(static patterns => patterns.Select(static text => new NamePattern(text)).ToArray())]);
}
