using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace Nexus.Discord.Tests.Gateway.Stage;

/// <summary>The server end of one real WebSocket on 127.0.0.1, any free port.</summary>
internal sealed class LoopbackGateway : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream _deflater;
    private TcpClient? _client;

    public LoopbackGateway()
    {
        _listener.Start();
        _deflater = new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true);
    }

    public Uri Address => new($"ws://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The request line and headers the client came with.</summary>
    public string Request { get; private set; } = "";

    public WebSocket Socket { get; private set; } = null!;

    public async Task AcceptAsync()
    {
        _client = await _listener.AcceptTcpClientAsync().WaitAsync(Patience.Span);
        var stream = _client.GetStream();
        var request = new StringBuilder();
        var one = new byte[1];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one).AsTask().WaitAsync(Patience.Span);
            request.Append((char)one[0]);
        }

        Request = request.ToString();
        var key = Request.Split("\r\n").Single(line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase))[18..].Trim();
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"));
        Socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
    }

    /// <summary>The next message as Discord would compress it: the same deflate context for all, flushed to 00 00 FF FF.</summary>
    public byte[] Compress(string message)
    {
        var start = (int)_compressed.Length;
        _deflater.Write(Encoding.UTF8.GetBytes(message));
        _deflater.Flush();
        return _compressed.ToArray()[start..];
    }

    public Task SendAsync(ReadOnlyMemory<byte> bytes, bool endOfMessage = true, bool binary = true) =>
        Socket.SendAsync(bytes, binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, endOfMessage, CancellationToken.None).AsTask().WaitAsync(Patience.Span);

    /// <summary>Bytes as they go over the wire, frame header and all.</summary>
    public Task SendRawAsync(byte[] bytes) => _client!.GetStream().WriteAsync(bytes).AsTask().WaitAsync(Patience.Span);

    public async Task<(string Text, int? CloseCode)> ReceiveAsync()
    {
        var buffer = new byte[8192];
        var result = await Socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Patience.Span);
        return (Encoding.UTF8.GetString(buffer, 0, result.Count), (int?)result.CloseStatus);
    }

    public void Dispose()
    {
        Socket?.Dispose();
        _client?.Dispose();
        _listener.Dispose();
        _deflater.Dispose();
    }
}
