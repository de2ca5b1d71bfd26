using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Vocabulary;
using OutsideIn.Vocabulary.Internals;

namespace OutsideIn.Tests.Vocabulary;

public sealed class NearestNamesTests
{
    private static readonly string[] Columns = ["Case ID", "Activity", "Complete Timestamp", "Start Timestamp", "Resource"];

    [Theory]
    [InlineData("activty", "Activity")]
    [InlineData("ACTIVITY", "Activity")]
    [InlineData("case_id", "Case ID")]
    [InlineData(" resuorce ", "Resource")]
    [InlineData("case", "Case ID")]
    [InlineData("complete-timestamp", "Complete Timestamp")]
    public void A_slip_of_the_keyboard_finds_the_name_meant(string typed, string meant) =>
        Assert.Equal(meant, NearestNames.Among(typed, Columns)[0]);

    [Theory]
    [InlineData("colour")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ca")]
    public void Nothing_is_offered_where_nothing_is_near(string typed) => Assert.Empty(NearestNames.Among(typed, Columns));

    [Fact]
    public void The_nearest_comes_first_and_ties_keep_their_order() =>
        Assert.Equal(["team", "tear", "tram"], NearestNames.Among("team", ["tear", "tram", "team", "tear"]));

    [Fact]
    public void No_more_are_offered_than_asked_for() =>
        Assert.Equal(["aaa1"], NearestNames.Among("aaa", ["aaa1", "aaa2", "aaa3"], atMost: 1));

    [Theory]
    [InlineData("rood", "Did you mean 'road'?", "road", "sea")]
    [InlineData("road", "Did you mean 'toad' or 'load'?", "toad", "load")]
    [InlineData("road", "Did you mean 'toad', 'load' or 'roar'?", "toad", "load", "roar")]
    public void The_question_reads_as_a_person_would_ask_it(string typed, string question, params string[] known) =>
        Assert.Equal(question, NearestNames.Question(typed, known));

    [Fact]
    public void There_is_no_question_where_nothing_is_near() => Assert.Null(NearestNames.Question("road", ["elephant"]));

    [Fact]
    public void A_paragraph_is_near_nothing_and_costs_nothing() =>
        Assert.Empty(NearestNames.Among(new string('x', 1_000_000), [new string('x', 1_000_000), "road"]));

    // Worked by hand; the last is the case where the restricted form (3) and Damerau's unrestricted one (2) differ.
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("road", "raod", 1)]
    [InlineData("ca", "abc", 3)]
    public void Edits_are_counted_as_the_paper_counts_them(string left, string right, int edits) =>
        Assert.Equal(edits, EditDistance.Between(left, right));

    [Fact]
    public void The_distance_is_the_same_both_ways_and_zero_only_for_equals()
    {
        var words = Gen.Elements('a', 'b', 'c').ArrayOf().Select(static letters => new string(letters)).ToArbitrary();
        Prop.ForAll(words, words, static (left, right) =>
        {
            var there = EditDistance.Between(left, right);
            return there == EditDistance.Between(right, left)
                && (there == 0) == string.Equals(left, right, StringComparison.Ordinal)
                && there >= Math.Abs(left.Length - right.Length)
                && there <= Math.Max(left.Length, right.Length)
                && Enumerable.Range(0, 6).All(limit => Math.Min(EditDistance.Between(left, right, limit), limit + 1) == Math.Min(there, limit + 1));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
