using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

/// <summary>A bare websocket client: sends frames as text and shows the emulator's as JSON.</summary>
internal sealed class GatewayPeer : IAsyncDisposable
{
    public const int UsualIntents = 16848385;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ClientWebSocket socket = new();
    private readonly MemoryStream feed = new();
    private ZLibStream? inflate;

    public WebSocket Socket => socket;

    public int? CloseCode => (int?)socket.CloseStatus;

    /// <summary>Connects and reads HELLO.</summary>
    public static async Task<GatewayPeer> ConnectAsync(SandboxHost host, string query = "v=10&encoding=json")
    {
        var peer = new GatewayPeer();
        if (query.Contains("zlib-stream"))
        {
            peer.inflate = new ZLibStream(peer.feed, CompressionMode.Decompress);
        }

        using var patience = Timeout();
        await peer.socket.ConnectAsync(new Uri($"{host.Gateway.Url}/?{query}"), patience.Token);
        return peer;
    }

    /// <summary>Connects and identifies, and reads up to the end of GUILD_CREATE.</summary>
    public static async Task<GatewayPeer> IdentifyAsync(SandboxHost host, int intents = UsualIntents, string query = "v=10&encoding=json")
    {
        var peer = await ConnectAsync(host, query);
        await peer.NextAsync(op: 10);
        await peer.SendAsync(Identify(host.World.Application.Token, intents));
        peer.Ready = (await peer.NextAsync("READY")).GetProperty("d");
        if ((intents & 1) != 0)
        {
            await peer.NextAsync("GUILD_CREATE");
        }

        return peer;
    }

    public JsonElement Ready { get; private set; }

    public string SessionId => Ready.GetProperty("session_id").GetString()!;

    public long LastSequence { get; private set; }

    public static string Identify(string token, int intents, string more = "") =>
        $$$"""{"op":2,"d":{"token":"{{{token}}}","intents":{{{intents}}},"properties":{"os":"linux","browser":"test","device":"test"}{{{more}}}}}""";

    public string Resume(string token, long sequence) =>
        $$$"""{"op":6,"d":{"token":"{{{token}}}","session_id":"{{{SessionId}}}","seq":{{{sequence}}}}}""";

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type)
    {
        using var patience = Timeout();
        await socket.SendAsync(bytes, type, endOfMessage: true, patience.Token);
    }

    /// <summary>The next frame, or null when the emulator closed.</summary>
    public async Task<JsonElement?> NextAsync()
    {
        using var patience = Timeout();
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer, patience.Token);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, result.Count);
            if (result.EndOfMessage)
            {
                var frame = Json.Parse(Inflated(message.ToArray()));
                if (frame.TryGetProperty("s", out var sequence) && sequence.ValueKind == JsonValueKind.Number)
                {
                    LastSequence = sequence.GetInt64();
                }

                return frame;
            }
        }
    }

    /// <summary>The next event of that type; others in between are skipped.</summary>
    public async Task<JsonElement> NextAsync(string type)
    {
        while (await NextAsync() is { } frame)
        {
            if (frame.Text("t") == type)
            {
                return frame;
            }
        }

        throw new InvalidOperationException($"Closed with {CloseCode} while waiting for {type}.");
    }

    public async Task<JsonElement> NextAsync(int op)
    {
        while (await NextAsync() is { } frame)
        {
            if (frame.Int("op") == op)
            {
                return frame;
            }
        }

        throw new InvalidOperationException($"Closed with {CloseCode} while waiting for op {op}.");
    }

    /// <summary>Events up to and without the answer to a heartbeat sent now: all there is to read.</summary>
    public async Task<List<string>> EventsSoFarAsync()
    {
        await SendAsync("""{"op":1,"d":null}""");
        var events = new List<string>();
        while (await NextAsync() is { } frame && frame.Int("op") != 11)
        {
            events.Add(frame.Text("t") ?? $"op {frame.Int("op")}");
        }

        return events;
    }

    /// <summary>The code with which the emulator closes; frames before that are skipped.</summary>
    public async Task<int?> ClosedWithAsync()
    {
        while (await NextAsync() is not null)
        {
        }

        return CloseCode;
    }

    public async Task CloseAsync(int code)
    {
        using var patience = Timeout();
        await socket.CloseAsync((WebSocketCloseStatus)code, null, patience.Token);
    }

    /// <summary>As a cut cable would.</summary>
    public void Abort() => socket.Abort();

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static CancellationTokenSource Timeout() => new(Patience, TimeProvider.System);

    private byte[] Inflated(byte[] message)
    {
        if (inflate is null)
        {
            return message;
        }

        Assert.Equal([0, 0, 0xFF, 0xFF], message[^4..]);
        var at = feed.Position;
        feed.Write(message);
        feed.Position = at;
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = inflate.Read(buffer)) > 0)
        {
            text.Write(buffer, 0, read);
        }

        return text.ToArray();
    }
}
