namespace OutsideIn.Events;

/// <summary>A source that knows how many of its bytes were read.</summary>
internal sealed class CountingStream(Stream source) : ReadingStream
{
    public long BytesRead { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        BytesRead += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
