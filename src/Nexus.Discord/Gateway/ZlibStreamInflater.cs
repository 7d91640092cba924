using System.IO.Compression;

namespace Nexus.Discord.Gateway;

/// <summary>
/// Transport compression <c>zlib-stream</c>: one inflate context for the whole connection; a message ends where its bytes end in 00 00 FF FF.
/// <see href="https://discord.com/developers/docs/events/gateway#transport-compression"/>
/// </summary>
internal sealed class ZlibStreamInflater : IDisposable
{
    private readonly Feed _feed = new();
    private readonly ZLibStream _zlib;

    public ZlibStreamInflater() => _zlib = new ZLibStream(_feed, CompressionMode.Decompress);

    public static bool EndsMessage(ReadOnlySpan<byte> compressed) => compressed is [.., 0x00, 0x00, 0xFF, 0xFF];

    /// <summary>Inflates what one or more socket messages brought; the bytes must end a message.</summary>
    /// <exception cref="InvalidDataException">The stream is damaged; nothing after this can be read either.</exception>
    public void Inflate(ReadOnlyMemory<byte> compressed, MessageBuffer message)
    {
        _feed.Bytes = compressed;
        int read;
        while ((read = _zlib.Read(message.Free().Span)) > 0)
        {
            message.Advance(read);
        }

        _feed.Bytes = default;
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _feed.Dispose();
    }

    /// <summary>Hands the inflater the bytes at hand and then says "no more for now".</summary>
    private sealed class Feed : Stream
    {
        public ReadOnlyMemory<byte> Bytes { get; set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Bytes.Length);
            Bytes.Span[..count].CopyTo(buffer);
            Bytes = Bytes[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
