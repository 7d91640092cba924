using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace Nexus.Sandbox.Emulator;

/// <summary>The sending half of one websocket: frames leave in order, from one loop.</summary>
internal sealed class GatewayConnection : IAsyncDisposable
{
    private static readonly ReadOnlyMemory<byte> Reconnect = """{"op":7,"d":null,"s":null,"t":null}"""u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Ack = """{"op":11,"d":null,"s":null,"t":null}"""u8.ToArray();
    private static readonly ReadOnlyMemory<byte> InvalidResumable = """{"op":9,"d":true,"s":null,"t":null}"""u8.ToArray();
    private static readonly ReadOnlyMemory<byte> InvalidForGood = """{"op":9,"d":false,"s":null,"t":null}"""u8.ToArray();

    private readonly WebSocket socket;
    private readonly TimeProvider clock;
    private readonly Channel<Frame> queue = System.Threading.Channels.Channel.CreateUnbounded<Frame>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource ended = new();
    private readonly ArrayBufferWriter<byte> buffer = new(8192);
    private readonly MemoryStream? compressed;
    private readonly ZLibStream? deflate;
    private readonly Task sending;
    private int waiting;
    private DateTimeOffset silentUntil;

    public GatewayConnection(WebSocket socket, TimeProvider clock, bool compress)
    {
        (this.socket, this.clock) = (socket, clock);
        if (compress)
        {
            compressed = new MemoryStream();
            deflate = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true);
        }

        sending = SendAllAsync();
    }

    public GatewaySession? Session { get; set; }

    public bool IsIdle => Volatile.Read(ref waiting) == 0;

    /// <summary>Cancelled when the connection is to be dropped without a goodbye.</summary>
    public CancellationToken Ended => ended.Token;

    public void Send(SessionEvent dispatch) => Enqueue(new Frame(default, dispatch));

    public void SendHello(TimeSpan interval) =>
        Enqueue(new Frame(Encoding.UTF8.GetBytes($$$"""{"op":10,"d":{"heartbeat_interval":{{{(long)interval.TotalMilliseconds}}},"_trace":["sandbox"]},"s":null,"t":null}"""), null));

    public void SendAck() => Enqueue(new Frame(Ack, null));

    public void SendReconnect() => Enqueue(new Frame(Reconnect, null));

    public void SendInvalidSession(bool resumable) => Enqueue(new Frame(resumable ? InvalidResumable : InvalidForGood, null));

    /// <summary>Sends what is queued, then closes; the client's answer is awaited by the reading loop.</summary>
    public void Close(int code, string reason) => Enqueue(new Frame(default, null, code, reason));

    /// <summary>As if the cable was pulled.</summary>
    public void Abort() => ended.Cancel();

    /// <summary>A link that is dead without either side having noticed: nothing leaves any more for a while.</summary>
    public void Silence(TimeSpan time) => silentUntil = clock.GetUtcNow() + time;

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await ended.CancelAsync();
        await sending;
        if (deflate is not null)
        {
            await deflate.DisposeAsync();
        }

        ended.Dispose();
    }

    private void Enqueue(Frame frame)
    {
        Interlocked.Increment(ref waiting);
        if (!queue.Writer.TryWrite(frame))
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private async Task SendAllAsync()
    {
        await Task.Yield();
        try
        {
            await foreach (var frame in queue.Reader.ReadAllAsync(ended.Token))
            {
                var silence = silentUntil - clock.GetUtcNow();
                if (silence > TimeSpan.Zero)
                {
                    await Task.Delay(silence, clock, ended.Token);
                }

                if (frame.CloseCode is { } code)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)code, frame.Reason, ended.Token);
                    return;
                }

                await SendAsync(frame);
                Interlocked.Decrement(ref waiting);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The peer is gone; the reading loop sees that too and ends the connection.
        }
        finally
        {
            Volatile.Write(ref waiting, 0);
        }
    }

    private ValueTask SendAsync(Frame frame)
    {
        ReadOnlyMemory<byte> bytes = frame.Control;
        if (frame.Dispatch is { } dispatch)
        {
            Compose(dispatch);
            bytes = buffer.WrittenMemory;
        }

        if (deflate is null)
        {
            return socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, ended.Token);
        }

        // Flush ends the message with 00 00 FF FF, by which the client finds its end.
        compressed!.SetLength(0);
        deflate.Write(bytes.Span);
        deflate.Flush();
        return socket.SendAsync(compressed.GetBuffer().AsMemory(0, (int)compressed.Length), WebSocketMessageType.Binary, endOfMessage: true, ended.Token);
    }

    private void Compose(SessionEvent dispatch)
    {
        buffer.ResetWrittenCount();
        buffer.Write("{\"op\":0,\"s\":"u8);
        var span = buffer.GetSpan(20);
        dispatch.Sequence.TryFormat(span, out var written, provider: CultureInfo.InvariantCulture);
        buffer.Advance(written);
        buffer.Write(",\"t\":\""u8);
        buffer.Advance(Encoding.ASCII.GetBytes(dispatch.Type, buffer.GetSpan(dispatch.Type.Length)));
        buffer.Write("\",\"d\":"u8);
        buffer.Write(dispatch.Payload.Span);
        buffer.Write("}"u8);
    }

    private readonly record struct Frame(ReadOnlyMemory<byte> Control, SessionEvent? Dispatch, int? CloseCode = null, string? Reason = null);
}
