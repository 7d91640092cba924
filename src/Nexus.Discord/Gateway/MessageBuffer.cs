using System.Buffers;

namespace Nexus.Discord.Gateway;

/// <summary>
/// Assembles one message at a time in pooled memory, up to a limit. What is over the limit is swallowed and remembered as oversized.
/// A buffer that had to grow for one big message is given back afterwards, so a large GUILD_CREATE does not stay resident.
/// </summary>
internal sealed class MessageBuffer(int limit) : IDisposable
{
    private const int Usual = 16 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Usual);
    private int _length;

    public bool IsOversized { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Room for more bytes; never empty.</summary>
    public Memory<byte> Free()
    {
        if (_length == _bytes.Length)
        {
            if (_length >= limit)
            {
                IsOversized = true;
                _length = 0;
            }
            else
            {
                Resize(_bytes.Length * 2);
            }
        }

        return _bytes.AsMemory(_length);
    }

    public void Advance(int count)
    {
        _length += count;
        if (_length > limit)
        {
            IsOversized = true;
            _length = 0;
        }
    }

    public void Clear()
    {
        _length = 0;
        IsOversized = false;
        if (_bytes.Length > 16 * Usual)
        {
            Resize(Usual);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private void Resize(int size)
    {
        var next = ArrayPool<byte>.Shared.Rent(size);
        _bytes.AsSpan(0, _length).CopyTo(next);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = next;
    }
}
