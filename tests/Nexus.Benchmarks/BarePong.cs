using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Nexus.Benchmarks;

/// <summary>The floor: answers every interaction with a constant over one raw socket and one HttpClient. No library, no database, no rules.</summary>
internal sealed class BarePong : IAsyncDisposable
{
    private static readonly byte[] Pong = """{"type":4,"data":{"content":"pong"}}"""u8.ToArray();

    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) });
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly TaskCompletionSource _guildSeen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _apiBase;
    private Task _reading = Task.CompletedTask;
    private Task _beating = Task.CompletedTask;
    private long _sequence = -1;

    private BarePong(Uri apiBase, string token)
    {
        _apiBase = apiBase.ToString().TrimEnd('/');
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", token);
    }

    public static async Task<BarePong> StartAsync(Uri apiBase, string token, string applicationId, CancellationToken ct)
    {
        var pong = new BarePong(apiBase, token);
        await pong.RegisterAsync(applicationId, ct);
        using var gateway = JsonDocument.Parse(await pong._http.GetStringAsync(pong._apiBase + "/gateway/bot", ct));
        await pong._socket.ConnectAsync(new Uri(gateway.RootElement.GetProperty("url").GetString() + "/?v=10&encoding=json"), ct);
        pong._reading = pong.ReadAsync(token);
        await pong._guildSeen.Task.WaitAsync(ct);
        return pong;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Abort();
        await Task.WhenAll(_reading, _beating).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _http.Dispose();
        _stop.Dispose();
        _sending.Dispose();
    }

    private async Task RegisterAsync(string applicationId, CancellationToken ct)
    {
        const string commands = """
            [{"name":"topic","description":"Topics","options":[{"type":1,"name":"lookup","description":"Look one up",
              "options":[{"type":3,"name":"query","description":"What","required":true}]}]}]
            """;
        using var body = new StringContent(commands, Encoding.UTF8, "application/json");
        using var answer = await _http.PutAsync($"{_apiBase}/applications/{applicationId}/commands", body, ct);
        answer.EnsureSuccessStatusCode();
    }

    private async Task ReadAsync(string token)
    {
        var frame = new ArrayBufferWriter<byte>(64 * 1024);
        while (!_stop.IsCancellationRequested)
        {
            frame.ResetWrittenCount();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(frame.GetMemory(16 * 1024), _stop.Token);
                frame.Advance(part.Count);
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            using var document = JsonDocument.Parse(frame.WrittenMemory);
            await HandleAsync(document.RootElement, token);
        }
    }

    private async ValueTask HandleAsync(JsonElement frame, string token)
    {
        if (frame.TryGetProperty("s", out var s) && s.ValueKind == JsonValueKind.Number)
        {
            _sequence = s.GetInt64();
        }

        switch (frame.GetProperty("op").GetInt32())
        {
            case 10:
                _beating = BeatAsync(TimeSpan.FromMilliseconds(frame.GetProperty("d").GetProperty("heartbeat_interval").GetDouble()));
                await SendAsync($$$$"""{"op":2,"d":{"token":"{{{{token}}}}","intents":1,"properties":{"os":"linux","browser":"pong","device":"pong"}}}""");
                break;
            case 1:
                await SendHeartbeatAsync();
                break;
            case 0 when frame.GetProperty("t").ValueEquals("GUILD_CREATE"u8):
                _guildSeen.TrySetResult();
                break;
            case 0 when frame.GetProperty("t").ValueEquals("INTERACTION_CREATE"u8):
                var interaction = frame.GetProperty("d");
                _ = AnswerAsync($"{_apiBase}/interactions/{interaction.GetProperty("id").GetString()}/{interaction.GetProperty("token").GetString()}/callback");
                break;
        }
    }

    private async Task AnswerAsync(string callback)
    {
        using var body = new ByteArrayContent(Pong);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.PostAsync(callback, body, _stop.Token);
    }

    private async Task BeatAsync(TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            await SendHeartbeatAsync();
        }
    }

    private Task SendHeartbeatAsync() =>
        SendAsync($$"""{"op":1,"d":{{(_sequence < 0 ? "null" : _sequence.ToString(CultureInfo.InvariantCulture))}}}""");

    private async Task SendAsync(string frame)
    {
        await _sending.WaitAsync(_stop.Token);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, _stop.Token);
        }
        finally
        {
            _sending.Release();
        }
    }
}
