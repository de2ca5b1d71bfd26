using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Experiments;

namespace OutsideIn.Tests.Experiments;

public sealed class LedgerTextTests
{
    private static readonly JsonSerializerOptions WithInfinities = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Fact]
    public void What_was_written_is_read() =>
        Prop.ForAll(SomeLedgers.All, static entries =>
        {
            var ledger = SomeLedgers.Read(entries);
            return ledger.Faults.Count == 0
                && ledger.Entries.Select(static one => one.Number).SequenceEqual(Enumerable.Range(1, entries.Length))
                && string.Equals(Spelled(ledger.Entries.Select(static one => one.Entry)), Spelled(entries), StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_line_says_what_it_is_and_what_it_follows() => Assert.Equal(
        """{"before":"0000000000000000000000000000000000000000000000000000000000000000","entry":{"kind":"decided","decision":"GoOn","by":"Ada","reason":"Because","isOverride":false,"at":"2026-01-13T08:00:00+00:00","experiment":"x-day"}}""" + "\n",
        Encoding.UTF8.GetString(SomeLedgers.Bytes(SomeLedgers.Decide(LedgerDecision.GoOn))));

    [Fact]
    public void Whatever_is_changed_in_a_ledger_is_told_with_its_line_and_the_rest_is_read() =>
        Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(), static (place, letter) =>
        {
            var bytes = ThreeLooksAndADecision();
            var at = place % LastLineStart(bytes);
            if (bytes[at] == letter)
            {
                return true;
            }

            bytes[at] = (byte)letter;
            var ledger = LedgerText.Read(bytes);
            return ledger.Faults.Count > 0 && ledger.Entries.Count >= 3 - (letter == '\n' ? 1 : 0) - (bytes.AsSpan().Count((byte)'\n') < 4 ? 1 : 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_line_taken_out_is_told_at_the_one_behind_it()
    {
        var lines = Encoding.UTF8.GetString(ThreeLooksAndADecision()).Split('\n');

        var ledger = LedgerText.Read(Encoding.UTF8.GetBytes(string.Join('\n', [lines[0], .. lines[2..]])));

        var fault = Assert.Single(ledger.Faults);
        Assert.Equal("EX011", fault.Code);
        Assert.Contains("Line 2 ", fault.Message, StringComparison.Ordinal);
        Assert.Equal(3, ledger.Entries.Count);
    }

    [Fact]
    public void A_beginning_taken_out_is_told_at_the_first_line() =>
        Assert.StartsWith("Line 1 of the ledger is not its beginning", LedgerText.Read(SomeLedgers.Bytes(SomeLedgers.Locked, SomeLedgers.Decide(LedgerDecision.Stop)).AsMemory(SomeLedgers.Bytes(SomeLedgers.Locked).Length)).Faults[0].Message, StringComparison.Ordinal);

    [Fact]
    public void A_write_that_was_cut_off_loses_nothing_that_was_stored()
    {
        var whole = ThreeLooksAndADecision();
        for (var length = LastLineStart(whole) + 1; length < whole.Length - 1; length++)
        {
            var ledger = LedgerText.Read(whole.AsMemory(0, length));

            var fault = Assert.Single(ledger.Faults);
            Assert.Equal("EX012", fault.Code);
            Assert.Contains("Line 4 of the ledger cannot be read; it looks like a write that was cut off", fault.Message, StringComparison.Ordinal);
            Assert.Equal(3, ledger.Entries.Count);
        }
    }

    [Fact]
    public void No_bytes_break_the_reader() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(static one => (byte)one).ArrayOf().ToArbitrary(), static bytes =>
            bytes.Length == 0 ? LedgerText.Read(bytes).Faults.Count == 0 : LedgerText.Read(bytes).Faults.Count > 0).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"before":"00","entry":null}""")]
    [InlineData("""{"before":"00","entry":{"kind":"guessed","at":"2026-01-13T08:00:00+00:00","experiment":"x"}}""")]
    [InlineData("""{"before":"00","entry":{"at":"2026-01-13T08:00:00+00:00","experiment":"x"}}""")]
    [InlineData("""{"before":"00","entry":{"kind":"result","at":"2026-01-13T08:00:00+00:00","experiment":"x"}}""")]
    public void A_line_that_is_no_entry_is_told(string line) => Assert.Equal("EX012", Assert.Single(LedgerText.Read(Encoding.UTF8.GetBytes(line)).Faults).Code);

    private static byte[] ThreeLooksAndADecision() =>
        SomeLedgers.Bytes(SomeLedgers.Locked, SomeLedgers.Look(ExperimentAnswer.NotYet), SomeLedgers.Look(ExperimentAnswer.Better), SomeLedgers.Decide(LedgerDecision.Launch));

    private static int LastLineStart(byte[] bytes) => bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1;

    private static string Spelled(IEnumerable<LedgerEntry> entries) => JsonSerializer.Serialize(entries.Cast<object>(), WithInfinities);
}
