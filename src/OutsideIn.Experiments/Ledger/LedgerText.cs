using System.Security.Cryptography;
using System.Text.Json;
using OutsideIn.Experiments.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>The ledger's text: one entry a line as JSON, each with the SHA-256 of the line before, so that no line can be changed, taken out or put in unseen.</summary>
/// <remarks>
/// UTF-8, lines ended by a line feed. The hash is of the bytes of the whole line without its line feed, as small hexadecimal
/// digits. The chain does not show that lines were cut off at the end; whoever must know that keeps <see cref="LedgerReading.LastHash"/>.
/// </remarks>
public static class LedgerText
{
    /// <summary>What stands before the first line: 64 zeros.</summary>
    public static string Origin { get; } = new('0', 64);

    /// <summary>The line of an entry, its line feed included.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="before">Hash of the line before; <see cref="Origin"/> for the first.</param>
    public static byte[] LineOf(LedgerEntry entry, string before)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(before);
        return [.. JsonSerializer.SerializeToUtf8Bytes(new LedgerLine(before, entry), LedgerJson.Default.LedgerLine), (byte)'\n'];
    }

    /// <summary>Reads a ledger. Never fails: whatever can be read is read, and the rest is told.</summary>
    /// <remarks>O(bytes). A last line without a line feed counts as a line: it may be whole, or what a write that was cut off left.</remarks>
    public static LedgerReading Read(ReadOnlyMemory<byte> text)
    {
        List<NumberedEntry> entries = [];
        List<Problem> faults = [];
        var before = Origin;
        var number = 0;
        while (!text.IsEmpty)
        {
            var end = text.Span.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            number++;
            if (!LineAt(line, (number, IsLast: text.IsEmpty)).TryGet(out var read, out var problem))
            {
                faults.Add(problem);
            }
            else
            {
                entries.Add(new NumberedEntry(number, read.Entry));
                if (!string.Equals(read.Before, before, StringComparison.Ordinal))
                {
                    faults.Add(Broken(number));
                }
            }

            before = Convert.ToHexStringLower(SHA256.HashData(line.Span));
        }

        return new LedgerReading(entries, faults, before);
    }

    private static Result<LedgerLine> LineAt(ReadOnlyMemory<byte> line, (int Number, bool IsLast) place)
    {
        try
        {
            if (JsonSerializer.Deserialize(line.Span, LedgerJson.Default.LedgerLine) is { } read)
            {
                return read;
            }
        }
        catch (JsonException)
        {
            // Told below, as a line that says "null" is.
        }
        catch (NotSupportedException)
        {
            // An entry without its kind.
        }

        return new Problem(
            ProblemKind.Invalid,
            "EX012",
            $"Line {place.Number} of the ledger cannot be read{(place.IsLast ? "; it looks like a write that was cut off" : "")}.",
            "Nothing else is lost: every other line stands, and the next entry goes below it. Write again what it was to say.");
    }

    private static Problem Broken(int number) => new(
        ProblemKind.Conflict,
        "EX011",
        number == 1 ? "Line 1 of the ledger is not its beginning: something that stood before it was taken out." : $"Line {number} of the ledger does not follow line {number - 1}: something up to there was changed, taken out or put in.",
        "Compare it with a copy. What was said before that line can no longer be relied on.");
}
