using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>
/// Oracle: GrowthBook SDK specification 0.8.0, cases.json (MIT): run, feature, evalCondition, stickyBucket, getQueryStringOverride and
/// contextualBandit in full. With the 63 cases of BucketHashTests 503 of its 517 (the 518th entry is the specification's version); the
/// 10 of decrypt and the 4 of urlRedirect are about web pages and not about who is given what. What a result only repeats of the
/// definition (the experiment itself, a bandit's weights and version) is not given back and not compared.
/// </summary>
public sealed class FlagEvaluationTests
{
    [Fact]
    public void Every_published_condition_holds_or_not_as_it_should()
    {
        var cases = Cases("evalCondition");

        Assert.All(cases, static one => Assert.True(
            new TargetingCondition(one.GetArrayLength() > 4 ? one[4] : default).Holds(one[2], one[1]) == one[3].GetBoolean(), one[0].GetString()));
        Assert.Equal(248, cases.Count);
    }

    [Fact]
    public void Every_published_experiment_gives_the_same_arm()
    {
        var cases = Cases("run");

        Assert.All(cases, static one =>
        {
            var assignment = new FlagEvaluation(one[1]).Run(one[2]);
            Assert.True(JsonElement.DeepEquals(one[3], assignment.Value), one[0].GetString());
            Assert.True((one[4].GetBoolean(), one[5].GetBoolean()) == (assignment.IsAssigned, assignment.IsHashed), one[0].GetString());
        });
        Assert.Equal(73, cases.Count);
    }

    [Theory]
    [InlineData("feature", 55)]
    [InlineData("contextualBandit", 35)]
    public void Every_published_flag_says_the_same(string group, int count)
    {
        var cases = Cases(group);

        Assert.All(cases, static one =>
        {
            var result = new FlagEvaluation(one[1]).Evaluate(one[2].GetString()!);
            AssertSame(one[0], one[3].At("value"), result.Value);
            Assert.True(one[3].At("source").GetString() == result.Source, $"{one[0]}: {result.Source}");
            Assert.True(one[3].At("on").GetBoolean() == result.IsOn && one[3].At("off").GetBoolean() != result.IsOn, one[0].GetString());
            Assert.True((one[3].At("ruleId").AsString() ?? "") == result.RuleId, one[0].GetString());
            Assert.Equal(one[3].At("experimentResult").IsThere(), result.Assignment is not null);
            AssertAssignment(one[0], one[3].At("experimentResult"), result.Assignment);
        });
        Assert.Equal(count, cases.Count);
    }

    [Fact]
    public void Every_published_remembered_assignment_is_kept_or_not_as_it_should()
    {
        var cases = Cases("stickyBucket");

        Assert.All(cases, static one =>
        {
            var flags = new FlagEvaluation(one[1], [.. one[2].EnumerateArray()]);
            var result = flags.Evaluate(one[3].GetString()!);
            AssertAssignment(one[0], one[4], result.Assignment);
            Assert.Equal(one[4].ValueKind == JsonValueKind.Null, result.Assignment is null);
            var kept = one[5].EnumerateObject().SelectMany(static document =>
                document.Value.At("assignments").EnumerateObject().Select(entry => (document.Name, entry.Name, entry.Value.GetString()!)));
            Assert.Equal(kept.Order(), flags.Remembered.Documents.SelectMany(static document => document.Value.Select(entry => (document.Key, entry.Key, entry.Value))).Order());
        });
        Assert.Equal(13, cases.Count);
    }

    [Fact]
    public void Every_published_address_asks_for_the_same_variation()
    {
        var cases = Cases("getQueryStringOverride");

        Assert.All(cases, static one => Assert.Equal(
            one[4].ValueKind == JsonValueKind.Null ? null : one[4].GetInt32(), FlagAddress.VariationIn(one[2].GetString()!, one[1].GetString()!, one[3].GetInt32())));
        Assert.Equal(16, cases.Count);
    }

    [Fact]
    public void Experiments_that_ask_for_each_other_end()
    {
        using var context = JsonDocument.Parse("""
            {"attributes":{"id":"1"},"features":{"a":{"defaultValue":1,"rules":[{"parentConditions":[{"id":"b","condition":{"value":1}}]}]},
             "b":{"defaultValue":1,"rules":[{"parentConditions":[{"id":"a","condition":{"value":1}}]}]}}}
            """);

        Assert.Equal("cyclicPrerequisite", new FlagEvaluation(context.RootElement).Evaluate("a").Source);
    }

    private static void AssertAssignment(JsonElement name, JsonElement expected, FlagAssignment? actual)
    {
        if (expected.IsNothing() || actual is null)
        {
            return;
        }

        AssertSame(name, expected.At("value"), actual.Value);
        Assert.True(
            (expected.At("variationId").GetInt32(), expected.At("inExperiment").GetBoolean(), expected.At("hashUsed").GetBoolean())
            == (actual.ArmIndex, actual.IsAssigned, actual.IsHashed),
            name.GetString());
        Assert.True(
            (expected.At("key").GetString(), expected.At("hashAttribute").GetString(), expected.At("hashValue").AsText(), expected.At("stickyBucketUsed").AsTruth())
            == (actual.Key, actual.HashAttribute, actual.HashValue, actual.IsRemembered),
            $"{name}: {actual}");
        Assert.Equal(expected.At("bucket").IsThere() ? expected.At("bucket").GetDouble() : null, actual.Place);
        if (expected.At("leafId").IsThere())
        {
            Assert.Equal(expected.At("leafId").GetInt32(), actual.LeafId);
        }
    }

    private static void AssertSame(JsonElement name, JsonElement expected, JsonElement actual) =>
        Assert.True(expected.IsNothing() ? actual.IsNothing() : actual.IsThere() && JsonElement.DeepEquals(expected, actual), $"{name}: {actual}");

    private static List<JsonElement> Cases(string group)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.At("oracles/statistics/growthbook_sdk_cases_full.json")));
        return [.. document.RootElement.GetProperty(group).Clone().EnumerateArray()];
    }
}
