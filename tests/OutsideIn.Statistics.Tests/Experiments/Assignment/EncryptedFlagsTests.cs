using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>Oracle: GrowthBook SDK specification 0.8.0, cases.json (MIT), decrypt in full.</summary>
public sealed class EncryptedFlagsTests
{
    [Fact]
    public void Every_published_text_opens_or_is_refused_as_it_should()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.At("oracles/statistics/growthbook_sdk_cases_full.json")));
        var cases = document.RootElement.GetProperty("decrypt").EnumerateArray().ToArray();

        Assert.All(cases, static one =>
        {
            var opened = EncryptedFlags.Open(one[1].GetString()!, one[2].GetString()!);
            Assert.Equal((one[3].GetString(), one[3].ValueKind == JsonValueKind.Null ? "EX068" : null), opened.TryGet(out var text, out var problem) ? (text, null) : (null, problem.Code));
        });
        Assert.Equal((10, 2), (cases.Length, cases.Count(static one => one[3].ValueKind == JsonValueKind.String)));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(32)]
    public void Keys_of_all_three_lengths_open(int length)
    {
        byte[] key = [.. Enumerable.Range(0, length).Select(static value => (byte)value)], start = [.. Enumerable.Range(50, 16).Select(static value => (byte)value)];
        using var cipher = Aes.Create();
        cipher.Key = key;
        var text = $"{Convert.ToBase64String(start)}.{Convert.ToBase64String(cipher.EncryptCbc(Encoding.UTF8.GetBytes("""{"tür":true}"""), start))}";

        Assert.Equal("""{"tür":true}""", EncryptedFlags.Open(text, Convert.ToBase64String(key)).Value());
        Assert.Equal("EX068", EncryptedFlags.Open(text[..^4], Convert.ToBase64String(key)).Refusal().Code);
    }
}
