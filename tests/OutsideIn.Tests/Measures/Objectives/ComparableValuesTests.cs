using OutsideIn.Measures;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Support.SomeValues;

namespace OutsideIn.Tests.Measures.Objectives;

/// <summary>What two groups are compared by follows from the objective; one plain number a subject.</summary>
public sealed class ComparableValuesTests
{
    private const double Unlimited = double.PositiveInfinity;

    [Fact]
    public void A_share_within_a_time_is_one_or_nought_for_each_case_where_nothing_is_open()
    {
        var compared = ComparableValues.Of(Times(Known(2), Known(9), Lost(1), Known(3)), Goal("80% of cases <= 3d"));

        Assert.Equal((ComparedBy.Share, 3 * DayMicros, true), (compared.By, compared.Limit, compared.IsBetterHigher));
        AssertClose([1, 0, 0, 1], compared.Numbers([0, 1, 2, 3], Unlimited).Value());
    }

    [Fact]
    public void The_share_that_takes_longer_is_the_other_side_of_it()
    {
        var compared = ComparableValues.Of(Times(Known(2), Known(9), Lost(1)), Goal("at most 5% of cases > 3d"));

        Assert.False(compared.IsBetterHigher);
        AssertClose([0, 1, 1], compared.Numbers([0, 1, 2], Unlimited).Value());
    }

    [Fact]
    public void Their_mean_is_the_figure_every_page_shows_open_cases_included()
    {
        // Kaplan–Meier by hand: 4 of 5 remain after day 1, then one of the 3 still watched at day 2: 1 − 4/5 · 2/3 = 7/15.
        var compared = ComparableValues.Of(Times(Known(1), Open(1.5), Known(2), Known(8), Open(9)), Goal("80% of cases <= 3d"));

        var numbers = compared.Numbers([0, 1, 2, 3, 4], Unlimited).Value();
        var figure = compared.Figure([0, 1, 2, 3, 4], Unlimited, AsOf(60));

        Assert.Equal(7.0 / 15, figure.Value!.Value, 12);
        Assert.Equal(7.0 / 15, numbers.Average(), 0.03);
        Assert.Equal(2, compared.CountOpen([0, 1, 2, 3, 4]));
        Assert.Equal(9 * DayMicros, compared.LongestFollowed([0, 1, 2, 3, 4]));
    }

    [Fact]
    public void A_wait_without_a_share_goal_is_compared_by_the_time_without_it_up_to_a_limit()
    {
        var compared = ComparableValues.Of(Times(Known(2), Known(9), Lost(1)), Goal("median <= 3d"));

        Assert.Equal((ComparedBy.TimeWithout, null, false), (compared.By, compared.Limit, compared.IsBetterHigher));
        AssertClose([2 * DayMicros, 5 * DayMicros, 5 * DayMicros], compared.Numbers([0, 1, 2], 5 * DayMicros).Value());
        Assert.Equal("ST060", ComparableValues.Of(Times(Known(2), Open(3)), null).Numbers([0, 1], 5 * DayMicros).Refusal().Code);
    }

    [Fact]
    public void Answers_are_yes_within_the_limit_and_a_denial_is_turned_round()
    {
        SomeValue[] rows = [new(ValueState.Known, 1, 2), new(ValueState.Known, 0, 4), new(ValueState.Open, 0, 6), new(ValueState.Known, 1, 7)];

        AssertClose([1, 0, 0, 0], ComparableValues.Of(Answers(rows), null).Numbers([0, 1, 2, 3], 5 * DayMicros).Value());

        SomeValue[] denied = [new(ValueState.Known, 0, 2), new(ValueState.Known, 1, 4), new(ValueState.Open, 0, 6)];
        AssertClose([0, 1, 1], ComparableValues.Of(Denials(denied), null).Numbers([0, 1, 2], 5 * DayMicros).Value());
    }

    [Fact]
    public void Counts_and_numbers_are_their_own_values_and_an_open_number_is_none()
    {
        AssertClose([1, 4, 2], ComparableValues.Of(Counts(Known(1), Open(4), Known(2)), Goal("mean <= 1.2")).Numbers([0, 1, 2], Unlimited).Value());
        Assert.Equal([3, double.NaN], ComparableValues.Of(Numbers(Known(3), Open(0)), null).Numbers([0, 1], Unlimited).Value());
        Assert.Equal([1, 0, double.NaN, 0], ComparableValues.Of(Counts(Known(1), Open(4), Open(1), Known(5)), Goal("90% of cases <= 2")).Numbers([0, 1, 2, 3], Unlimited).Value());
    }

    [Fact]
    public void Subjects_without_a_value_are_left_out()
    {
        var compared = ComparableValues.Of(Counts(Known(1), new SomeValue(ValueState.NotApplicable, 0), new SomeValue(ValueState.LeftOut, 0), Open(2)), null);

        Assert.Equal([0, 3], compared.WithValue([0, 1, 2, 3]));
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index], actual[index], 1e-9 * Math.Max(1, Math.Abs(expected[index])));
        }
    }
}
