namespace OutsideIn.Events;

/// <summary>Bounds that keep a hostile or damaged document from taking the machine with it.</summary>
/// <param name="BufferBytes">Bytes of the window at first; a longer tag makes it grow.</param>
/// <param name="TagBytesMax">Bytes of one tag, comment excepted, beyond which the document is refused.</param>
/// <param name="DepthMax">Open elements beyond which the document is refused.</param>
internal sealed record XmlLimits(int BufferBytes = 1 << 18, int TagBytesMax = 1 << 26, int DepthMax = 256)
{
    public const int AttributesMax = 256;
}

/// <summary>Where an attribute stands: its name in the window, its value there or among the decoded values.</summary>
internal readonly record struct XmlSpot(int NameStart, int NameLength, int ValueStart, int ValueLength, bool IsDecoded);
