using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace OutsideIn.Storage;

/// <summary>Writes tagged, checksummed blocks.</summary>
internal sealed class BlockWriter(Stream stream)
{
    /// <summary>"OISNAP", then an end of line that text tools would change: a file copied as text is found out at once.</summary>
    public static ReadOnlySpan<byte> Signature => "OISNAP\r\n"u8;

    /// <summary>Tag and length.</summary>
    public const int HeadBytes = 12;

    private int _blocks;

    public void Header(int version)
    {
        Span<byte> head = stackalloc byte[16];
        Signature.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], version);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], 0);
        stream.Write(head);
    }

    /// <summary>One block whose payload is the two parts, one after the other.</summary>
    public void Block(string tag, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        Encoding.ASCII.GetBytes(tag, head);
        BinaryPrimitives.WriteInt64LittleEndian(head[4..], (long)first.Length + second.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        hash.AppendData(first);
        hash.AppendData(second);
        stream.Write(head);
        stream.Write(first);
        stream.Write(second);
        stream.Write(hash.GetHashAndReset());
        _blocks++;
    }

    public void Values<T>(string tag, ReadOnlySpan<T> values)
        where T : unmanaged => Block(tag, MemoryMarshal.AsBytes(values));

    public void Done()
    {
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(count, _blocks);
        Block(SnapshotTags.Done, count);
    }
}

/// <summary>The tags of blocks.</summary>
internal static class SnapshotTags
{
    public const string Report = "REPT";
    public const string Cases = "CASE";
    public const string Times = "TIME";
    public const string Starts = "STRT";
    public const string Costs = "COST";
    public const string Attribute = "ATTR";
    public const string Done = "DONE";

    public const string Activities = "ACTV";
    public const string Resources = "RESO";
    public const string Teams = "TEAM";
    public const string Systems = "SYST";
    public const string Channels = "CHAN";
    public const string Customers = "CUST";
}
