using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Statistics;

public sealed class RadixSortTests
{
    [Fact]
    public void Numbers_go_with_their_keys_and_equal_keys_keep_their_order() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        static whole =>
        {
            // Halves, so that keys tie and carry a fraction.
            double[] keys = [.. whole.Select(static one => one % 7 / 2.0)];
            int[] numbers = [.. Enumerable.Range(0, keys.Length)];
            var expected = numbers.OrderBy(row => keys[row]).ToArray();
            double[] sortedKeys = [.. expected.Select(row => keys[row])];

            RadixSort.Sort(keys, numbers);

            Assert.Equal(expected, numbers);
            Assert.Equal(sortedKeys, keys);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keys_of_any_sign_and_size_come_in_order()
    {
        double[] keys = [3e300, -1e-300, 0, -5, 1e-300, double.NegativeInfinity, 7, -5e20, double.PositiveInfinity];
        var numbers = new int[keys.Length];
        var sorted = keys.Order().ToArray();

        RadixSort.Sort(keys, numbers);

        Assert.Equal(sorted, keys);
    }
}
