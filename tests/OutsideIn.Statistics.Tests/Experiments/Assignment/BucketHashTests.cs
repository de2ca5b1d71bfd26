using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>Oracle: GrowthBook SDK specification 0.8.0, cases.json (MIT), every case of the five functions assignment rests on.</summary>
public sealed class BucketHashTests
{
    [Theory]
    [InlineData("oracles/statistics/sdk_assignment.json")]
    [InlineData("oracles/statistics/growthbook_sdk_cases_full.json")]
    public void Every_published_hash_is_the_same(string file)
    {
        var cases = Cases(file, "hash");

        foreach (var one in cases)
        {
            var expected = one[3].ValueKind == JsonValueKind.Null ? (double?)null : one[3].GetDouble();
            Assert.Equal(expected, BucketHash.OfVersion(one[0].GetString(), one[1].GetString(), one[2].GetInt32()));
        }

        Assert.Equal(15, cases.Count);
    }

    [Fact]
    public void Every_published_stretch_of_places_is_the_same()
    {
        var cases = Cases("oracles/statistics/growthbook_sdk_cases_full.json", "getBucketRange");
        var compared = 0;

        foreach (var one in cases)
        {
            var weights = one[1][2].ValueKind == JsonValueKind.Null ? null : one[1][2].Numbers();
            var actual = BucketRanges.Of(one[1][0].GetInt32(), one[1][1].GetDouble(), weights);
            Assert.Equal(one[2].GetArrayLength(), actual.Length);
            foreach (var (expected, range) in one[2].EnumerateArray().Zip(actual))
            {
                Assert.Equal(expected[0].GetDouble(), range.First, 1e-12);
                Assert.Equal(expected[1].GetDouble(), range.End, 1e-12);
                compared += 2;
            }
        }

        Assert.Equal((13, 64), (cases.Count, compared));
    }

    [Fact]
    public void Every_published_choice_of_an_arm_is_the_same()
    {
        var cases = Cases("oracles/statistics/growthbook_sdk_cases_full.json", "chooseVariation");

        foreach (var one in cases)
        {
            BucketRange[] ranges = [.. one[2].EnumerateArray().Select(static range => new BucketRange(range[0].GetDouble(), range[1].GetDouble()))];
            Assert.Equal(one[3].GetInt32(), BucketRanges.ArmIndexAt(one[1].GetDouble(), ranges));
        }

        Assert.Equal(13, cases.Count);
    }

    [Fact]
    public void Every_published_membership_of_a_namespace_is_the_same()
    {
        var cases = Cases("oracles/statistics/growthbook_sdk_cases_full.json", "inNamespace");

        foreach (var one in cases)
        {
            var part = new BucketRange(one[2][1].GetDouble(), one[2][2].GetDouble());
            Assert.Equal(one[3].GetBoolean(), BucketHash.IsInNamespace(one[1].GetString(), one[2][0].GetString(), part));
        }

        Assert.Equal(16, cases.Count);
    }

    [Fact]
    public void Every_published_equal_weight_is_the_same()
    {
        var cases = Cases("oracles/statistics/growthbook_sdk_cases_full.json", "getEqualWeights");

        foreach (var one in cases)
        {
            var actual = BucketRanges.EqualWeights(one[0].GetInt32());
            Assert.Equal(one[1].Numbers(), actual.Select(static weight => Math.Round(weight, 8)));
        }

        Assert.Equal(6, cases.Count);
    }

    [Fact]
    public void The_second_round_hashes_the_digits_of_the_first_as_text()
    {
        for (var unit = 0; unit < 200_000; unit++)
        {
            var first = Fnv($"seed{unit}");
            Assert.Equal(Fnv($"{first}") % 10_000 / 10_000.0, BucketHash.Of("seed", $"{unit}"));
        }
    }

    private static uint Fnv(string text) => text.Aggregate(2_166_136_261, static (state, letter) => (state ^ letter) * 16_777_619);

    private static List<JsonElement> Cases(string file, string group)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.At(file)));
        var root = document.RootElement;
        var cases = root.TryGetProperty("cases", out var inner) ? inner : root;
        return [.. cases.GetProperty(group).Clone().EnumerateArray()];
    }
}
