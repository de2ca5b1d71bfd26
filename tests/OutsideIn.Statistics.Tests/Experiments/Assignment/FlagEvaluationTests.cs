using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>
/// Oracle: GrowthBook SDK specification 0.8.0, cases.json (MIT): run, feature, evalCondition, stickyBucket, getQueryStringOverride,
/// urlRedirect and contextualBandit in full; decrypt is EncryptedFlagsTests', and the 63 of five functions are BucketHashTests'. What a
/// result only repeats of the definition (the experiment itself, a bandit's weights and version) is not given back and not compared.
/// </summary>
public sealed class FlagEvaluationTests
{
    /// <summary>
    /// Every group of the file, with the cases its test asserts to have seen; a new group or case fails here. They are 517. The goal counts
    /// 518; the file has one entry more than cases, the specification's version.
    /// </summary>
    [Fact]
    public void The_specification_has_517_cases_and_its_version()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.At("oracles/statistics/growthbook_sdk_cases_full.json")));
        var groups = document.RootElement.EnumerateObject().Where(static group => group.Value.IsArray()).Select(static group => (group.Name, group.Value.GetArrayLength())).Order().ToArray();

        Assert.Equal(
            [
                ("chooseVariation", 13), ("contextualBandit", 35), ("decrypt", 10), ("evalCondition", 248), ("feature", 55), ("getBucketRange", 13),
                ("getEqualWeights", 6), ("getQueryStringOverride", 16), ("hash", 15), ("inNamespace", 16), ("run", 73), ("stickyBucket", 13), ("urlRedirect", 4),
            ],
            groups);
        Assert.Equal(517, groups.Sum(static group => group.Item2));
        Assert.Equal(["specVersion"], document.RootElement.EnumerateObject().Where(static group => !group.Value.IsArray()).Select(static group => group.Name));
    }

    [Fact]
    public void The_cases_about_assignment_alone_are_the_same_cases()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.At("oracles/statistics/sdk_assignment.json")));
        var groups = document.RootElement.GetProperty("cases").EnumerateObject().ToArray();

        Assert.All(groups, static group => Assert.True(JsonElement.DeepEquals(group.Value, JsonSerializer.SerializeToElement(Cases(group.Name))), group.Name));
        Assert.Equal(149, groups.Sum(static group => group.Value.GetArrayLength()));
    }

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
    public void Every_published_redirect_leads_to_the_same_address()
    {
        var cases = Cases("urlRedirect");

        Assert.All(cases, static one =>
        {
            var redirect = new FlagEvaluation(one[1]).Redirect();
            var expected = Assert.Single(one[2].EnumerateArray());
            Assert.Equal(
                (expected.At("inExperiment").GetBoolean(), expected.At("urlRedirect").GetString(), expected.At("urlWithParams").GetString()),
                (redirect!.Assignment.IsAssigned, redirect.Target, redirect.Address));
        });
        Assert.Equal(4, cases.Count);
    }

    // Written by hand from the specification's words: a star for anything, either case of letters, slashes at the ends for nothing.
    [Theory]
    [InlineData("/home", true)]
    [InlineData("home", true)]
    [InlineData("*.example.com/HOME/", true)]
    [InlineData("example.com/home", false)]
    [InlineData("https://www.example.com:8080/home", false)]
    [InlineData("/home/*", false)]
    [InlineData("/h*e?b=2", true)]
    [InlineData("/home?b=3", false)]
    [InlineData("/home?c=", true)]
    [InlineData("/home#top", true)]
    [InlineData("/home#end", false)]
    [InlineData("/ho.e", false)]
    public void A_pattern_of_addresses_fits_by_its_parts(string pattern, bool fits)
    {
        var patterns = JsonSerializer.SerializeToElement(new[] { new { type = "simple", pattern } });

        Assert.Equal(fits, FlagAddress.IsTargeted("http://www.example.com/home?a=1&b=2#top", patterns));
    }

    [Fact]
    public void One_pattern_that_excludes_outweighs_those_that_include()
    {
        using var patterns = JsonDocument.Parse("""[{"type":"regex","pattern":"home$"},{"type":"simple","include":false,"pattern":"/old/*"},{"type":"regex","pattern":"("}]""");

        Assert.True(FlagAddress.IsTargeted("http://a.b/new/home", patterns.RootElement));
        Assert.False(FlagAddress.IsTargeted("http://a.b/old/home", patterns.RootElement));
        Assert.False(FlagAddress.IsTargeted("http://a.b/new/house", patterns.RootElement));
    }

    [Fact]
    public void A_redirect_that_would_send_for_ever_is_passed_over()
    {
        using var context = JsonDocument.Parse("""
            {"attributes":{"id":"1"},"url":"http://a.b/home","experiments":[
             {"key":"e","weights":[0,1],"variations":[{},{"urlRedirect":"http://a.b/home?again"}],"urlPatterns":[{"type":"simple","pattern":"/home"}]}]}
            """);

        Assert.Null(new FlagEvaluation(context.RootElement).Redirect());
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
