using System.Net.WebSockets;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>The receiving half of one websocket: reads the client's frames and answers them by Discord's rules.</summary>
internal sealed class GatewayConversation(WebSocket socket, GatewayConnection connection, World world, Gateway gateway)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    private readonly Queue<DateTimeOffset> frames = new();
    private readonly byte[] buffer = new byte[gateway.Limits.FrameSize + 1];
    private readonly MemberRequests memberRequests = new(world, gateway);

    /// <summary>Real time of the last sign of life: a sandbox clock that is moved must not cut clients that live in real time.</summary>
    private long heardAt = TimeProvider.System.GetTimestamp();

    public async Task RunAsync(string version, string encoding, CancellationToken stopping)
    {
        gateway.Add(connection);
        var keepsSession = true;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(connection.Ended, stopping);
        await using var watchdog = TimeProvider.System.CreateTimer(_ => CloseIfDead(), null, gateway.Limits.HeartbeatInterval, gateway.Limits.HeartbeatInterval);
        try
        {
            RequireSupported(version, encoding);
            connection.SendHello(gateway.Limits.HeartbeatInterval);
            while (await ReadAsync(ended.Token) is { } frame)
            {
                Answer(frame);
            }

            // 1000 and 1001 end the session; every other goodbye leaves it to be resumed.
            keepsSession = socket.CloseStatus is not (WebSocketCloseStatus.NormalClosure or WebSocketCloseStatus.EndpointUnavailable);
            await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, ended.Token);
        }
        catch (GatewayClose close)
        {
            keepsSession = close.Code is not (CloseCode.SessionTimedOut or CloseCode.RateLimited);
            await SayGoodbyeAsync(close, ended.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or InvalidOperationException)
        {
            // Dropped, by the client or by a planned fault.
            socket.Abort();
        }
        finally
        {
            gateway.Remove(connection, keepsSession);
        }
    }

    private static void RequireSupported(string version, string encoding)
    {
        if (version is not ("" or "10" or "9"))
        {
            throw new GatewayClose(CloseCode.InvalidVersion, "Invalid API version.");
        }

        if (encoding is not ("" or "json"))
        {
            throw new GatewayClose(CloseCode.DecodeError, "Only encoding=json is spoken here.");
        }
    }

    /// <summary>The next frame, or null when the client closed.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken ct)
    {
        var length = 0;
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += result.Count;
            if (length > gateway.Limits.FrameSize)
            {
                throw new GatewayClose(CloseCode.DecodeError, "Error while decoding payload.");
            }

            if (result.EndOfMessage)
            {
                CountFrame();
                return buffer.AsMemory(0, length);
            }
        }
    }

    private void CountFrame()
    {
        var now = world.Now;
        while (frames.TryPeek(out var oldest) && now - oldest >= gateway.Limits.FrameWindow)
        {
            frames.Dequeue();
        }

        frames.Enqueue(now);
        if (frames.Count > gateway.Limits.FramesPerWindow)
        {
            throw new GatewayClose(CloseCode.RateLimited, "Rate limited.");
        }
    }

    private void Answer(ReadOnlyMemory<byte> frame)
    {
        try
        {
            using var document = JsonDocument.Parse(frame, Strict);
            Answer(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new GatewayClose(CloseCode.DecodeError, "Error while decoding payload.");
        }
    }

    private void Answer(JsonElement frame)
    {
        var op = frame.Int("op") ?? throw new GatewayClose(CloseCode.DecodeError, "Error while decoding payload.");
        var data = frame.TryGetProperty("d", out var given) ? given : default;
        switch (op)
        {
            case 1:
                Volatile.Write(ref heardAt, TimeProvider.System.GetTimestamp());
                connection.SendAck();
                break;
            case 2:
                Identify(data);
                break;
            case 6:
                Resume(data);
                break;
            case 3 or 4 or 31 or 43:
                Authenticated();
                break;
            case 8:
                memberRequests.Answer(Authenticated(), data);
                break;
            default:
                throw new GatewayClose(CloseCode.UnknownOpcode, "Unknown opcode.");
        }
    }

    private GatewaySession Authenticated() => connection.Session ?? throw new GatewayClose(CloseCode.NotAuthenticated, "Not authenticated.");

    private void Identify(JsonElement data)
    {
        RequireToken(data);
        var intents = IntentsOf(data);
        var (shard, shards) = ShardOf(data);
        if (!gateway.Budget.TryTake(shard))
        {
            connection.SendInvalidSession(resumable: false);
            return;
        }

        lock (world.Gate)
        {
            connection.Session = gateway.Identify(connection, intents, shard, shards);
        }
    }

    private void Resume(JsonElement data)
    {
        RequireToken(data);
        var id = data.Text("session_id") ?? throw new GatewayClose(CloseCode.DecodeError, "Error while decoding payload.");
        var sequence = data.TryGetProperty("seq", out var seq) && seq.ValueKind == JsonValueKind.Number && seq.TryGetInt64(out var number) ? number : 0;
        lock (world.Gate)
        {
            connection.Session = gateway.Resume(connection, id, sequence);
        }

        if (connection.Session is null)
        {
            connection.SendInvalidSession(resumable: false);
        }
    }

    private void RequireToken(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            throw new GatewayClose(CloseCode.DecodeError, "Error while decoding payload.");
        }

        if (connection.Session is not null)
        {
            throw new GatewayClose(CloseCode.AlreadyAuthenticated, "Already authenticated.");
        }

        var token = data.Text("token") ?? "";
        if (token.StartsWith("Bot ", StringComparison.Ordinal))
        {
            token = token["Bot ".Length..];
        }

        if (token != world.Application.Token)
        {
            throw new GatewayClose(CloseCode.AuthenticationFailed, "Authentication failed.");
        }
    }

    private Intents IntentsOf(JsonElement data)
    {
        if (!data.TryGetProperty("intents", out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var bits)
            || (bits & ~(long)Intents.All) != 0)
        {
            throw new GatewayClose(CloseCode.InvalidIntents, "Invalid intent(s).");
        }

        var intents = (Intents)bits;
        return (intents & Intents.Privileged & ~world.Application.AllowedPrivileged) == 0
            ? intents
            : throw new GatewayClose(CloseCode.DisallowedIntents, "Disallowed intent(s).");
    }

    private static (int Shard, int Shards) ShardOf(JsonElement data)
    {
        if (!data.TryGetProperty("shard", out var pair) || pair.ValueKind == JsonValueKind.Null)
        {
            return (0, 1);
        }

        return pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
            && pair[0].ValueKind == JsonValueKind.Number && pair[0].TryGetInt32(out var shard)
            && pair[1].ValueKind == JsonValueKind.Number && pair[1].TryGetInt32(out var shards)
            && shards is > 0 and <= 16384 && shard >= 0 && shard < shards
            ? (shard, shards)
            : throw new GatewayClose(CloseCode.InvalidShard, "Invalid shard.");
    }

    private void CloseIfDead()
    {
        if (TimeProvider.System.GetElapsedTime(Volatile.Read(ref heardAt)) > 2 * gateway.Limits.HeartbeatInterval)
        {
            connection.Close((int)CloseCode.SessionTimedOut, "Session timed out.");
        }
    }

    /// <summary>Closes by the rules, then waits a moment for the client's own close so that it can read the code.</summary>
    private async Task SayGoodbyeAsync(GatewayClose close, CancellationToken ct)
    {
        connection.Close((int)close.Code, close.Message);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), either.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or InvalidOperationException)
        {
            socket.Abort();
        }
    }
}
