namespace OutsideIn.Events;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PeekedStream(Stream source) : ReadingStream
{
    private byte[] _head = [];
    private int _given;

    /// <summary>The first bytes, as many as asked for or as there are. To be called before anything is read.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_head.Length < count)
        {
            var known = _head.Length;
            Array.Resize(ref _head, count);
            var read = source.ReadAtLeast(_head.AsSpan(known), count - known, throwOnEndOfStream: false);
            Array.Resize(ref _head, known + read);
        }

        return _head.AsSpan(0, Math.Min(count, _head.Length));
    }

    public override int Read(Span<byte> buffer)
    {
        if (_given == _head.Length)
        {
            return source.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _head.Length - _given);
        _head.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
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
