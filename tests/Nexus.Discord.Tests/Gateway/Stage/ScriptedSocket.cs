using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Nexus.Discord.Gateway;

namespace Nexus.Discord.Tests.Gateway.Stage;

/// <summary>The Discord end of a connection, in a test's hand.</summary>
internal sealed class ScriptedSocket : IGatewaySocket
{
    private readonly Channel<Func<GatewayMessage>> _toClient = Channel.CreateUnbounded<Func<GatewayMessage>>();
    private readonly Channel<string> _fromClient = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<Uri> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Thrown when the client connects.</summary>
    public Exception? Refusal { get; init; }

    /// <summary>The client's connect never ends by itself.</summary>
    public bool NeverAnswers { get; init; }

    /// <summary>Discord does not answer a close frame.</summary>
    public bool IgnoresClose { get; init; }

    /// <summary>Set while the connection is open: from now on the client's sends fail, though it could still read.</summary>
    public bool CannotBeSentTo { get; set; }

    public bool IsDisposed { get; private set; }

    // The test's side

    /// <summary>Waits until the client has connected and says where to.</summary>
    public Task<Uri> ConnectedAsync() => _connected.Task.WaitAsync(Patience.Span);

    public void Says(string frame) => _toClient.Writer.TryWrite(() => new GatewayMessage(Encoding.UTF8.GetBytes(frame)));

    public void SaysBytes(byte[] frame) => _toClient.Writer.TryWrite(() => new GatewayMessage(frame));

    public void SaysHello(int interval = 40_000) => Says($$$"""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":{{{interval}}}}}""");

    public void SaysReady(string session = "s1", string resumeUrl = "ws://resume.test", int sequence = 1) =>
        Says($$$"""{"t":"READY","s":{{{sequence}}},"op":0,"d":{"v":10,"session_id":"{{{session}}}","resume_gateway_url":"{{{resumeUrl}}}","user":{"id":"1"},"application":{"id":"2"},"guilds":[]}}""");

    public void SaysResumed(int sequence) => Says($$$"""{"t":"RESUMED","s":{{{sequence}}},"op":0,"d":{}}""");

    public void SaysMessage(int sequence, string id = "10") =>
        Says($$$"""{"t":"MESSAGE_CREATE","s":{{{sequence}}},"op":0,"d":{"id":"{{{id}}}","channel_id":"1","content":"","author":{"id":"3"} } }""");

    public void SaysTooMuch() => _toClient.Writer.TryWrite(() => new GatewayMessage(default, IsOversized: true));

    public void Closes(int code) => _toClient.Writer.TryWrite(() => new GatewayMessage(default, code));

    public void Drops() => _toClient.Writer.TryWrite(() => throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely));

    /// <summary>The next thing the client does: a frame, or <c>close 4000</c>.</summary>
    public async Task<string> HearsAsync() => await _fromClient.Reader.ReadAsync().AsTask().WaitAsync(Patience.Span);

    /// <summary>The next frame, which has that opcode.</summary>
    public async Task<string> HearsAsync(int opcode)
    {
        var frame = await HearsAsync();
        Assert.StartsWith($"{{\"op\":{opcode},", frame);
        return frame;
    }

    // The client's side

    async Task IGatewaySocket.ConnectAsync(Uri address, CancellationToken cancellation)
    {
        _connected.TrySetResult(address);
        if (Refusal is not null)
        {
            throw Refusal;
        }

        if (NeverAnswers)
        {
            var never = new TaskCompletionSource();
            await never.Task.WaitAsync(cancellation);
        }
    }

    async ValueTask<GatewayMessage> IGatewaySocket.ReceiveAsync(CancellationToken cancellation)
    {
        var next = await _toClient.Reader.ReadAsync(cancellation);
        return next();
    }

    ValueTask IGatewaySocket.SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        if (CannotBeSentTo)
        {
            throw new WebSocketException(WebSocketError.InvalidState);
        }

        _fromClient.Writer.TryWrite(Encoding.UTF8.GetString(message.Span));
        return ValueTask.CompletedTask;
    }

    ValueTask IGatewaySocket.CloseAsync(int code, CancellationToken cancellation)
    {
        _fromClient.Writer.TryWrite($"close {code}");
        if (!IgnoresClose)
        {
            Closes(code);
        }

        return ValueTask.CompletedTask;
    }

    void IDisposable.Dispose() => IsDisposed = true;
}
