using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace OutsideIn.Storage;

/// <summary>Reads tagged, checksummed blocks.</summary>
internal static class BlockReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Hands every block on, in the file's order.</summary>
    /// <returns>What is wrong with the file, or null.</returns>
    public static string? ReadAll(Stream stream, Action<string, byte[]> take)
    {
        var head = new byte[BlockWriter.HeadBytes];
        for (var blocks = 0; ; blocks++)
        {
            if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            {
                return "it ends before its last block";
            }

            var length = BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(4));
            if (length < 0 || length > stream.Length - stream.Position - SHA256.HashSizeInBytes || length > Array.MaxLength)
            {
                return "a block is cut short";
            }

            var payload = new byte[length];
            stream.ReadExactly(payload);
            if (!IsWhole(stream, head, payload))
            {
                return "a block does not match its checksum";
            }

            var tag = Encoding.ASCII.GetString(head, 0, 4);
            if (string.Equals(tag, SnapshotTags.Done, StringComparison.Ordinal))
            {
                return EndFault(stream, payload, blocks);
            }

            take(tag, payload);
        }
    }

    /// <summary>Values that fill the rest of a payload.</summary>
    /// <exception cref="FormatException">The rest is not a whole number of values.</exception>
    public static T[] Values<T>(ReadOnlySpan<byte> rest)
        where T : unmanaged
    {
        if (rest.Length % Unsafe.SizeOf<T>() != 0)
        {
            throw new FormatException("A column ends within a value.");
        }

        return MemoryMarshal.Cast<byte, T>(rest).ToArray();
    }

    /// <summary>Names, and where they end.</summary>
    /// <exception cref="FormatException">There are fewer bytes than the lengths say.</exception>
    public static (string[] Names, int End) Names(ReadOnlySpan<byte> payload, int at)
    {
        var names = new string[Length(payload, ref at, 4)];
        for (var one = 0; one < names.Length; one++)
        {
            var length = Length(payload, ref at, 1);
            names[one] = Strict.GetString(payload.Slice(at, length));
            at += length;
        }

        return (names, at);
    }

    // A count can be no larger than the bytes left divided by the least each thing takes: no allocation on a lie.
    private static int Length(ReadOnlySpan<byte> payload, ref int at, int leastBytes)
    {
        if (payload.Length - at < 4)
        {
            throw new FormatException("A list of names is cut short.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(payload[at..]);
        at += 4;
        return length >= 0 && (long)length * leastBytes <= payload.Length - at
            ? length
            : throw new FormatException("A list of names is longer than its block.");
    }

    private static bool IsWhole(Stream stream, byte[] head, byte[] payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        hash.AppendData(payload);
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        stream.ReadExactly(expected);
        return expected.SequenceEqual(hash.GetHashAndReset());
    }

    private static string? EndFault(Stream stream, byte[] payload, int blocks)
    {
        if (payload.Length != 4 || BinaryPrimitives.ReadInt32LittleEndian(payload) != blocks)
        {
            return "blocks are missing";
        }

        return stream.Position == stream.Length ? null : "something stands after its last block";
    }
}
