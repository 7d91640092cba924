using System.Net.WebSockets;
using System.Text;
using Nexus.Discord.Gateway;
using Nexus.Discord.Tests.Gateway.Stage;

namespace Nexus.Discord.Tests.Gateway;

/// <summary>Over a real WebSocket on loopback.</summary>
public sealed class WebSocketGatewaySocketTests : IDisposable
{
    private readonly LoopbackGateway _discord = new();

    public void Dispose() => _discord.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Compressed_messages_split_over_frames_and_messages_come_out_whole_and_in_order(int pieceLength)
    {
        using var socket = await ConnectAsync(compressed: true);
        var texts = new[] { """{"op":10}""", $$"""{"op":0,"d":"{{Noise(30_000)}}"}""", """{"op":11}""", """{"op":11}""" };
        var sending = SendAllAsync();
        foreach (var text in texts)
        {
            Assert.Equal(text, await ReceiveTextAsync(socket));
        }

        await sending;

        async Task SendAllAsync()
        {
            var piece = 0;
            foreach (var text in texts)
            {
                var bytes = _discord.Compress(text);
                for (var start = 0; start < bytes.Length; start += pieceLength)
                {
                    // Every third piece ends a WebSocket message in the middle of ours; the others are frames of one.
                    var length = Math.Min(pieceLength, bytes.Length - start);
                    var last = start + length == bytes.Length;
                    await _discord.SendAsync(bytes.AsMemory(start, length), endOfMessage: last || piece++ % 3 == 0);
                }
            }
        }
    }

    [Fact]
    public async Task A_compressed_message_over_the_limit_is_skipped_and_the_next_one_is_read()
    {
        using var socket = await ConnectAsync(compressed: true, limit: 50_000);
        await _discord.SendAsync(_discord.Compress(new string('x', 1_000_000))); // small when compressed
        await _discord.SendAsync(_discord.Compress("""{"op":11}"""));
        Assert.True((await ReceiveAsync(socket)).IsOversized);
        Assert.Equal("""{"op":11}""", await ReceiveTextAsync(socket));
    }

    [Fact]
    public async Task A_damaged_compressed_stream_ends_the_connection()
    {
        using var socket = await ConnectAsync(compressed: true);
        await _discord.SendAsync(new byte[] { 1, 2, 3, 4, 5, 0, 0, 0xFF, 0xFF });
        await Assert.ThrowsAsync<InvalidDataException>(() => ReceiveAsync(socket));
    }

    [Fact]
    public async Task A_large_uncompressed_message_in_frames_comes_out_whole_and_one_over_the_limit_is_skipped()
    {
        using var socket = await ConnectAsync(compressed: false, limit: 400_000);
        var large = Noise(300_000);
        await _discord.SendAsync(Encoding.UTF8.GetBytes(large[..1000]), endOfMessage: false, binary: false);
        await _discord.SendAsync(Encoding.UTF8.GetBytes(large[1000..]), endOfMessage: true, binary: false);
        Assert.Equal(large, await ReceiveTextAsync(socket));

        var sending = _discord.SendAsync(Encoding.UTF8.GetBytes(Noise(900_000)), binary: false);
        Assert.True((await ReceiveAsync(socket)).IsOversized);
        await sending;
        await _discord.SendAsync("small"u8.ToArray(), binary: false);
        Assert.Equal("small", await ReceiveTextAsync(socket));
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(1000)]
    public async Task The_servers_close_code_is_read(int code)
    {
        using var socket = await ConnectAsync(compressed: false);
        await _discord.Socket.CloseOutputAsync((WebSocketCloseStatus)code, "why", CancellationToken.None);
        Assert.Equal(code, (await ReceiveAsync(socket)).CloseCode);
        await ((IGatewaySocket)socket).CloseAsync(code, CancellationToken.None);
        Assert.Equal(code, (await _discord.ReceiveAsync()).CloseCode);
    }

    [Fact]
    public async Task A_close_frame_without_a_code_reads_as_1000_because_NET_does_not_tell_them_apart()
    {
        using var socket = await ConnectAsync(compressed: false);
        await _discord.SendRawAsync([0x88, 0x00]); // an empty close frame, which .NET's own server cannot send
        Assert.Equal(1000, (await ReceiveAsync(socket)).CloseCode);
    }

    [Fact]
    public async Task Our_close_code_reaches_the_server()
    {
        using var socket = await ConnectAsync(compressed: false);
        await socket.SendAsync("""{"op":1,"d":null}"""u8.ToArray(), CancellationToken.None);
        await socket.CloseAsync(4000, CancellationToken.None);
        Assert.Equal("""{"op":1,"d":null}""", (await _discord.ReceiveAsync()).Text);
        Assert.Equal(4000, (await _discord.ReceiveAsync()).CloseCode);
    }

    [Fact]
    public async Task A_connection_that_breaks_says_so()
    {
        using var socket = await ConnectAsync(compressed: false);
        _discord.Socket.Abort();
        await Assert.ThrowsAnyAsync<Exception>(() => ReceiveAsync(socket));
    }

    [Fact]
    public async Task The_client_introduces_itself_as_Discord_asks()
    {
        using var socket = await ConnectAsync(compressed: false);
        Assert.Contains("User-Agent: DiscordBot (https://test, 1)", _discord.Request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_client_talks_zlib_stream_to_a_real_socket()
    {
        var clock = TimeProvider.System;
        var options = new DiscordOptions { Token = GatewayStage.Token, ApiBase = new Uri("http://127.0.0.1/"), Compress = true };
        using var client = new GatewayClient(
            options,
            _ => Task.FromResult(new Nexus.Discord.Model.GatewayBot { Url = _discord.Address.ToString() }),
            () => new WebSocketGatewaySocket(options.Compress, 1_000_000, options.UserAgent),
            new LogBook(),
            clock,
            new FixedRandom(0.5));
        var running = client.RunAsync();
        await _discord.AcceptAsync();
        Assert.StartsWith("GET /?v=10&encoding=json&compress=zlib-stream ", _discord.Request, StringComparison.Ordinal);
        await _discord.SendAsync(_discord.Compress("""{"op":10,"d":{"heartbeat_interval":40000}}"""));
        Assert.StartsWith("""{"op":2,""", (await _discord.ReceiveAsync()).Text, StringComparison.Ordinal);
        await _discord.SendAsync(_discord.Compress("""{"op":0,"t":"READY","s":1,"d":{"session_id":"s1","resume_gateway_url":"ws://127.0.0.1"}}"""));
        Assert.IsType<ReadyEvent>(await client.Events.ReadAsync().AsTask().WaitAsync(Patience.Span));

        var stopping = client.StopAsync(resumable: true);
        Assert.Equal(4000, (await _discord.ReceiveAsync()).CloseCode);
        await _discord.Socket.CloseOutputAsync((WebSocketCloseStatus)4000, null, CancellationToken.None);
        Assert.Equal(new GatewayResume("s1", 1, new Uri("ws://127.0.0.1")), await stopping.WaitAsync(Patience.Span));
        await running.WaitAsync(Patience.Span);
    }

    private static async Task<GatewayMessage> ReceiveAsync(WebSocketGatewaySocket socket) =>
        await socket.ReceiveAsync(CancellationToken.None).AsTask().WaitAsync(Patience.Span);

    private static async Task<string> ReceiveTextAsync(WebSocketGatewaySocket socket)
    {
        var message = await ReceiveAsync(socket);
        Assert.Null(message.CloseCode);
        Assert.False(message.IsOversized);
        return Encoding.UTF8.GetString(message.Payload.Span);
    }

    private static string Noise(int length)
    {
        var random = new Random(7);
        return string.Create(length, random, static (text, random) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = (char)('a' + random.Next(26));
            }
        });
    }

    private async Task<WebSocketGatewaySocket> ConnectAsync(bool compressed, int limit = 1_000_000)
    {
        var socket = new WebSocketGatewaySocket(compressed, limit, "DiscordBot (https://test, 1)");
        var connecting = socket.ConnectAsync(_discord.Address, CancellationToken.None);
        await _discord.AcceptAsync();
        await connecting.WaitAsync(Patience.Span);
        return socket;
    }
}
