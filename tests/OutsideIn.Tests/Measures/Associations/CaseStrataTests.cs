using OutsideIn.Events;
using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures;

public sealed class CaseStrataTests
{
    [Fact]
    public void Cases_with_equal_values_share_a_stratum_and_a_missing_value_is_one_of_its_own()
    {
        var strata = CaseStrata.Of([Column(1, 1, 2, 0, 2), Column(1, 1, 1, 1, 1)], 5);

        Assert.Equal([0, 0, 1, 2, 1], strata.Codes.ToArray());
        Assert.Equal(3, strata.Count);
    }

    [Fact]
    public void Rare_values_are_put_together()
    {
        var strata = CaseStrata.Of([Column(1, 1, 1, 2, 2, 3, 4)], 7, valuesMax: 3);

        Assert.Equal([0, 0, 0, 1, 1, 2, 2], strata.Codes.ToArray());
    }

    [Fact]
    public void The_design_has_a_one_and_an_indicator_of_every_value_but_the_most_frequent()
    {
        // Strata in the order met: (a, x), (b, x), (a, y); a and x are the most frequent.
        var strata = CaseStrata.Of([Column(1, 2, 1), Column(1, 1, 2)], 3);

        Assert.Equal([1.0, 0, 0, 1, 1, 0, 1, 0, 1], strata.Design);
    }

    [Fact]
    public void Without_columns_all_cases_are_alike() => Assert.Equal([0, 0], CaseStrata.Of([], 2).Codes.ToArray());

    [Fact]
    public void A_column_of_another_length_is_refused() => Assert.Throws<ArgumentException>(static () => CaseStrata.Of([Column(1)], 2));

    private static CodedColumn Column(params int[] codes) => new(["a", "b", "c", "d"], codes);
}
