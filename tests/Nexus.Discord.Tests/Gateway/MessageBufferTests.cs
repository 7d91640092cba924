using Nexus.Discord.Gateway;

namespace Nexus.Discord.Tests.Gateway;

public class MessageBufferTests
{
    private const int Limit = 50_000;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(Limit, false)]
    [InlineData(Limit + 1, true)]
    [InlineData(Limit * 20, true)]
    public void A_message_up_to_the_limit_is_kept_and_one_over_it_is_swallowed(int length, bool oversized)
    {
        using var buffer = new MessageBuffer(Limit);
        Write(buffer, length);
        Assert.Equal(oversized, buffer.IsOversized);
        if (!oversized)
        {
            Assert.Equal(Enumerable.Range(0, length).Select(i => (byte)i), buffer.Written.ToArray());
        }
    }

    [Fact]
    public void After_an_oversized_message_the_next_one_is_kept()
    {
        using var buffer = new MessageBuffer(Limit);
        Write(buffer, Limit * 3);
        buffer.Clear();
        Write(buffer, 10);
        Assert.False(buffer.IsOversized);
        Assert.Equal(10, buffer.Written.Length);
    }

    [Fact]
    public void The_memory_of_a_large_message_is_given_back()
    {
        using var buffer = new MessageBuffer(16_000_000);
        Write(buffer, 5_000_000);
        buffer.Clear();
        Assert.InRange(buffer.Free().Length, 1, 300_000);
    }

    /// <summary>In pieces of at most 1,000 bytes, as a socket would.</summary>
    private static void Write(MessageBuffer buffer, int length)
    {
        for (var written = 0; written < length;)
        {
            var free = buffer.Free().Span;
            var piece = Math.Min(Math.Min(1000, free.Length), length - written);
            for (var i = 0; i < piece; i++)
            {
                free[i] = (byte)(written + i);
            }

            buffer.Advance(piece);
            written += piece;
        }
    }
}
