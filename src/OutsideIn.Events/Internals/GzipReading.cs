using System.IO.Compression;

namespace OutsideIn.Events;

/// <summary>The text of a gzip file of one or more members; a file cut short is an error, never a shorter text.</summary>
/// <remarks>
/// <see cref="GZipStream"/> ends quietly where its source does (seen on .NET 10.0). So a member of our own, the seal, is read
/// behind the last byte of the source: only where every member before it was whole do its bytes come out at the end.
/// </remarks>
internal sealed class GzipReading : ReadingStream
{
    private static readonly byte[] Seal = "the end of a whole OutsideIn gzip source"u8.ToArray();
    private static readonly byte[] SealMember = Compressed(Seal);

    private readonly GZipStream _text;
    private readonly byte[] _held = new byte[64 * 1024];
    private int _first;
    private int _end;
    private bool _ended;

    public GzipReading(Stream source) => _text = new GZipStream(new Sealed(source), CompressionMode.Decompress);

    /// <exception cref="InvalidDataException">The source is damaged or was cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!_ended && _end - _first <= Seal.Length)
        {
            Refill();
        }

        var ready = Math.Min(buffer.Length, _end - _first - Seal.Length);
        _held.AsSpan(_first, ready).CopyTo(buffer);
        _first += ready;
        return ready;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var member = new MemoryStream();
        using (var writer = new GZipStream(member, CompressionLevel.Fastest))
        {
            writer.Write(bytes);
        }

        return member.ToArray();
    }

    private void Refill()
    {
        _held.AsSpan(_first, _end - _first).CopyTo(_held);
        (_first, _end) = (0, _end - _first);
        var read = _text.Read(_held, _end, _held.Length - _end);
        _end += read;
        _ended = read == 0;
        if (_ended && !_held.AsSpan(0, _end).EndsWith(Seal))
        {
            throw new InvalidDataException("The compressed data end before their end mark.");
        }
    }

    private sealed class Sealed(Stream source) : ReadingStream
    {
        private int _sealed;
        private bool _ended;

        public override int Read(Span<byte> buffer)
        {
            if (!_ended)
            {
                var read = source.Read(buffer);
                _ended = read == 0;
                if (!_ended)
                {
                    return read;
                }
            }

            var rest = SealMember.AsSpan(_sealed);
            rest = rest[..Math.Min(rest.Length, buffer.Length)];
            rest.CopyTo(buffer);
            _sealed += rest.Length;
            return rest.Length;
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
}
