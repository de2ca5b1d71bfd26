using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

public sealed class JointMomentsTests
{
    [Fact]
    public void Means_covariances_and_slopes_are_those_worked_by_hand()
    {
        // x 1 2 3, y 2 4 9: means 2 and 5; Σ dx² 2, Σ dx dy 7, Σ dy² 26; slope of y on x 7/2.
        var moments = JointMoments.Of([2, 4, 9], [1, 2, 3]);

        Assert.Equal((3.0, 2, 5.0, 2.0), (moments.Count, moments.Width, moments.Mean(0), moments.Mean(1)));
        Assert.Equal((13.0, 3.5, 1.0), (moments.Covariance(0, 0), moments.Covariance(0, 1), moments.Covariance(1, 1)));
        Assert.Equal(3.5, Assert.Single(moments.Slopes()!), 12);
        Assert.Equal(26 - 24.5, moments.ResidualSquares([3.5]), 12);
        Assert.Equal(new Moments(3, 5, 26), moments.Column(0));
    }

    [Fact]
    public void Parts_in_any_order_add_up_to_the_whole() => Prop.ForAll(
        ArbMap.Default.ArbFor<(NormalFloat X, NormalFloat Y, NormalFloat Z)[]>().Filter(static rows => rows.Length >= 3 && rows.All(static row => Math.Abs(row.X.Item) < 1e6 && Math.Abs(row.Y.Item) < 1e6 && Math.Abs(row.Z.Item) < 1e6)),
        static rows =>
        {
            var (first, second) = (rows.Length / 3, 2 * rows.Length / 3);
            var whole = Of(rows);

            AssertSame(whole, Of(rows[..first]) + Of(rows[first..second]) + Of(rows[second..]));
            AssertSame(whole, Of(rows[second..]) + (Of(rows[..first]) + Of(rows[first..second])));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Large_offsets_cost_no_digits()
    {
        // Between values a billion apart from 0 and 1 apart from each other Σxy would have no digit left.
        const double Far = 1e9;
        var moments = JointMoments.Of([Far + 1, Far + 2], [Far, Far + 3]) + JointMoments.Of([Far + 6], [Far + 3]);

        // x 1 2 6 about 3, y 0 3 3 about 2: (−2)(−2) + (−1)(1) + (3)(1).
        Assert.Equal(6, moments.CrossDeviations(0, 1), 6);
    }

    [Fact]
    public void Columns_that_repeat_each_other_have_no_slopes() =>
        Assert.Null(JointMoments.Of([1, 5, 2, 8], [1, 2, 3, 4], [2, 4, 6, 8]).Slopes());

    [Fact]
    public void Nothing_added_changes_nothing()
    {
        var none = JointMoments.OfKnown(0, [0, 0], [0, 0, 0]);

        Assert.Equal(0, (none + none).Count);
        AssertSame(JointMoments.Of([2, 4, 9], [1, 2, 3]), none + JointMoments.Of([2, 4, 9], [1, 2, 3]));
    }

    [Fact]
    public void What_does_not_belong_together_is_refused_loudly()
    {
        Assert.Throws<ArgumentException>(static () => JointMoments.Of([1, 2], [1, 2, 3]));
        Assert.Throws<ArgumentException>(static () => JointMoments.OfKnown(3, [1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(static () => JointMoments.Of([1, 2]) + JointMoments.Of([1, 2], [3, 4]));
    }

    private static JointMoments Of((NormalFloat X, NormalFloat Y, NormalFloat Z)[] rows) => JointMoments.Of(
        [.. rows.Select(static row => row.X.Item)], [.. rows.Select(static row => row.Y.Item)], [.. rows.Select(static row => row.Z.Item)]);

    private static void AssertSame(JointMoments expected, JointMoments actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var row = 0; row < expected.Width; row++)
        {
            Oracle.AssertNear(expected.Mean(row), actual.Mean(row), 1e-9);
            for (var column = 0; column <= row; column++)
            {
                var scale = Math.Sqrt(expected.CrossDeviations(row, row) * expected.CrossDeviations(column, column)) + Math.Abs(expected.Mean(row) * expected.Mean(column));
                Assert.InRange(actual.CrossDeviations(row, column) - expected.CrossDeviations(row, column), -1e-9 * (1 + scale), 1e-9 * (1 + scale));
            }
        }
    }
}
